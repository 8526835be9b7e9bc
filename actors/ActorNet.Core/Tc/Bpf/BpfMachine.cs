using System.Runtime.CompilerServices;

namespace ActorNet.Core.Tc.Bpf;

/// <summary>Runs classic BPF on a frame. A program that reads beyond the frame, or divides by X = 0, ends with the answer 0. Allocates nothing.</summary>
public static class BpfMachine
{
    private const int ShiftMask = 31;

    /// <summary>Runs a program that <see cref="BpfVerifier"/> found valid.</summary>
    /// <returns>What it answers.</returns>
    public static uint Run(ReadOnlySpan<BpfInstruction> program, in BpfFrame frame)
    {
        uint a = 0, x = 0;
        var memory = default(Memory);
        for (var at = 0; ; at++)
        {
            var (code, jumpTrue, jumpFalse, k) = program[at];
            switch (code)
            {
                case BpfCode.Return:
                    return k;
                case BpfCode.ReturnAccumulator:
                    return a;
                case BpfCode.Jump:
                    at += (int)k;
                    continue;
                case BpfCode.Store:
                    memory[(int)k] = a;
                    continue;
                case BpfCode.StoreIndex:
                    memory[(int)k] = x;
                    continue;
                case BpfCode.AccumulatorToIndex:
                    x = a;
                    continue;
                case BpfCode.LoadIndexImmediate:
                    x = k;
                    continue;
                case BpfCode.LoadIndexMemory:
                    x = memory[(int)k];
                    continue;
                case BpfCode.LoadIndexLength:
                    x = (uint)frame.Length;
                    continue;
                case BpfCode.LoadHeaderLength:
                    if (!frame.TryLoad((int)k, 1, out var low)) return 0;
                    x = (low & 0xF) << 2;
                    continue;
                case BpfCode.LoadMemory:
                    a = memory[(int)k];
                    continue;
            }

            if ((code & BpfCode.ClassMask) == BpfCode.Compare)
            {
                at += Holds(code, a, Operand(code, k, x)) ? jumpTrue : jumpFalse;
                continue;
            }

            var known = (code & BpfCode.ClassMask) == BpfCode.Alu ? TryCalculate(code, Operand(code, k, x), ref a) : TryLoad(code, k, x, frame, ref a);
            if (!known) return 0;
        }
    }

    private static uint Operand(ushort code, uint k, uint x) => (code & BpfCode.WithIndex) == 0 ? k : x;

    private static bool Holds(ushort code, uint a, uint operand) => (code & BpfCode.OperationMask) switch
    {
        BpfCode.IfEqual => a == operand,
        BpfCode.IfGreater => a > operand,
        BpfCode.IfGreaterOrEqual => a >= operand,
        _ => (a & operand) != 0,
    };

    private static bool TryCalculate(ushort code, uint operand, ref uint a)
    {
        var operation = code & BpfCode.OperationMask;
        if (operation is BpfCode.Divide or BpfCode.Modulo && operand == 0) return false;
        a = operation switch
        {
            BpfCode.Add => a + operand,
            BpfCode.Subtract => a - operand,
            BpfCode.Multiply => a * operand,
            BpfCode.Divide => a / operand,
            BpfCode.Modulo => a % operand,
            BpfCode.Or => a | operand,
            BpfCode.And => a & operand,
            BpfCode.Xor => a ^ operand,
            BpfCode.ShiftLeft => a << (int)(operand & ShiftMask),
            BpfCode.ShiftRight => a >> (int)(operand & ShiftMask),
            _ => 0 - a,
        };
        return true;
    }

    /// <summary>The ways A is loaded with something of the frame, or a constant.</summary>
    private static bool TryLoad(ushort code, uint k, uint x, in BpfFrame frame, ref uint a)
    {
        switch (code)
        {
            case BpfCode.LoadImmediate:
                a = k;
                return true;
            case BpfCode.IndexToAccumulator:
                a = x;
                return true;
            case BpfCode.LoadLength:
                a = (uint)frame.Length;
                return true;
            case BpfCode.LoadWordIndexed:
                return frame.TryLoad((int)(x + k), 4, out a);
            case BpfCode.LoadHalfIndexed:
                return frame.TryLoad((int)(x + k), 2, out a);
            case BpfCode.LoadByteIndexed:
                return frame.TryLoad((int)(x + k), 1, out a);
        }

        if (k >= BpfAncillary.First) return BpfAncillary.TryLoad(k, frame, x, ref a);
        return frame.TryLoad((int)k, code == BpfCode.LoadWord ? 4 : code == BpfCode.LoadHalf ? 2 : 1, out a);
    }

    [InlineArray(BpfVerifier.MemoryCells)]
    private struct Memory
    {
        private uint _first;
    }
}
