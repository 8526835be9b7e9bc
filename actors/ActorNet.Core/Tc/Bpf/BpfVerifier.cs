namespace ActorNet.Core.Tc.Bpf;

/// <summary>
/// Checks that a program of classic BPF ends, and reads no memory cell it did not write (<c>bpf_check_classic</c> of <c>net/core/filter.c</c>). What passed can be run without
/// looking again.
/// </summary>
public static class BpfVerifier
{
    /// <summary>BPF_MAXINSNS.</summary>
    public const int MaxLength = 4096;

    /// <summary>BPF_MEMWORDS.</summary>
    public const int MemoryCells = 16;

    private const int WordBits = 32;

    /// <summary>Whether the program is valid.</summary>
    public static bool IsValid(ReadOnlySpan<BpfInstruction> program)
    {
        if (program.IsEmpty || program.Length > MaxLength) return false;
        for (var at = 0; at < program.Length; at++)
        {
            if (!IsValid(program[at], program.Length - at - 1)) return false;
        }

        return program[^1].Code is BpfCode.Return or BpfCode.ReturnAccumulator && WritesBeforeItReads(program);
    }

    /// <summary>Whether an instruction is one at all, with values that make sense.</summary>
    /// <param name="instruction">It.</param>
    /// <param name="behind">How many instructions follow.</param>
    private static bool IsValid(BpfInstruction instruction, int behind)
    {
        var (code, k) = (instruction.Code, instruction.K);
        switch (code)
        {
            case BpfCode.LoadMemory or BpfCode.LoadIndexMemory or BpfCode.Store or BpfCode.StoreIndex:
                return k < MemoryCells;
            case BpfCode.LoadWord or BpfCode.LoadHalf or BpfCode.LoadByte:
                return k < BpfAncillary.First || BpfAncillary.IsKnown(k);
            case BpfCode.Jump:
                return k < behind;
            case BpfCode.LoadImmediate or BpfCode.LoadIndexImmediate or BpfCode.Return or BpfCode.ReturnAccumulator or BpfCode.AccumulatorToIndex
                or BpfCode.IndexToAccumulator or BpfCode.LoadWordIndexed or BpfCode.LoadHalfIndexed or BpfCode.LoadByteIndexed or BpfCode.LoadLength
                or BpfCode.LoadIndexLength or BpfCode.LoadHeaderLength:
                return true;
        }

        if (code > byte.MaxValue) return false;
        return (code & BpfCode.ClassMask) switch
        {
            BpfCode.Alu => IsValidAlu(code, k),
            BpfCode.Compare => IsComparison(code) && instruction.True < behind && instruction.False < behind,
            _ => false,
        };
    }

    private static bool IsValidAlu(ushort code, uint k)
    {
        var operation = code & BpfCode.OperationMask;
        var constant = (code & BpfCode.WithIndex) == 0;
        return operation switch
        {
            BpfCode.Divide or BpfCode.Modulo => !constant || k != 0,
            BpfCode.ShiftLeft or BpfCode.ShiftRight => !constant || k < WordBits,
            BpfCode.Negate => constant,
            _ => operation <= BpfCode.Xor,
        };
    }

    private static bool IsComparison(ushort code) => (code & BpfCode.OperationMask) is BpfCode.IfEqual or BpfCode.IfGreater or BpfCode.IfGreaterOrEqual or BpfCode.IfSet;

    /// <summary>Follows which memory cells are written on every way to an instruction (<c>check_load_and_stores</c>).</summary>
    private static bool WritesBeforeItReads(ReadOnlySpan<BpfInstruction> program)
    {
        var onArrival = new ushort[program.Length];
        Array.Fill(onArrival, ushort.MaxValue);
        ushort written = 0;
        for (var at = 0; at < program.Length; at++)
        {
            written &= onArrival[at];
            var instruction = program[at];
            switch (instruction.Code)
            {
                case BpfCode.Store or BpfCode.StoreIndex:
                    written |= (ushort)(1 << (int)instruction.K);
                    break;
                case BpfCode.LoadMemory or BpfCode.LoadIndexMemory:
                    if ((written & (1 << (int)instruction.K)) == 0) return false;
                    break;
                case BpfCode.Jump:
                    onArrival[at + 1 + (int)instruction.K] &= written;
                    written = ushort.MaxValue;
                    break;
                case var code when (code & BpfCode.ClassMask) == BpfCode.Compare:
                    onArrival[at + 1 + instruction.True] &= written;
                    onArrival[at + 1 + instruction.False] &= written;
                    written = ushort.MaxValue;
                    break;
            }
        }

        return true;
    }
}
