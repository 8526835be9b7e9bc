namespace ActorNet.Core.Tc.Bpf;

/// <summary>One instruction of classic BPF (<c>struct sock_filter</c>).</summary>
/// <param name="Code">Operation, one of <see cref="BpfCode"/>.</param>
/// <param name="True">Instructions left out when a comparison holds.</param>
/// <param name="False">Instructions left out when it does not.</param>
/// <param name="K">Constant, offset or number of a memory cell.</param>
public readonly record struct BpfInstruction(ushort Code, byte True, byte False, uint K);

/// <summary>The operations of classic BPF (<c>linux/bpf_common.h</c>; McCanne and Jacobson, "The BSD Packet Filter"). A is the accumulator, X the index register.</summary>
internal static class BpfCode
{
    /// <summary>A = K.</summary>
    public const ushort LoadImmediate = 0x00;

    /// <summary>X = K.</summary>
    public const ushort LoadIndexImmediate = 0x01;

    /// <summary>M[K] = A.</summary>
    public const ushort Store = 0x02;

    /// <summary>M[K] = X.</summary>
    public const ushort StoreIndex = 0x03;

    /// <summary>Skip K instructions.</summary>
    public const ushort Jump = 0x05;

    /// <summary>The answer is K.</summary>
    public const ushort Return = 0x06;

    /// <summary>X = A.</summary>
    public const ushort AccumulatorToIndex = 0x07;

    /// <summary>The answer is A.</summary>
    public const ushort ReturnAccumulator = 0x16;

    /// <summary>A = word at K of the frame.</summary>
    public const ushort LoadWord = 0x20;

    /// <summary>A = half word at K.</summary>
    public const ushort LoadHalf = 0x28;

    /// <summary>A = byte at K.</summary>
    public const ushort LoadByte = 0x30;

    /// <summary>A = word at X + K.</summary>
    public const ushort LoadWordIndexed = 0x40;

    /// <summary>A = half word at X + K.</summary>
    public const ushort LoadHalfIndexed = 0x48;

    /// <summary>A = byte at X + K.</summary>
    public const ushort LoadByteIndexed = 0x50;

    /// <summary>A = M[K].</summary>
    public const ushort LoadMemory = 0x60;

    /// <summary>X = M[K].</summary>
    public const ushort LoadIndexMemory = 0x61;

    /// <summary>A = length of the frame.</summary>
    public const ushort LoadLength = 0x80;

    /// <summary>X = length of the frame.</summary>
    public const ushort LoadIndexLength = 0x81;

    /// <summary>A = X.</summary>
    public const ushort IndexToAccumulator = 0x87;

    /// <summary>X = four times the low half of the byte at K: the length of an IPv4 header.</summary>
    public const ushort LoadHeaderLength = 0xB1;

    /// <summary>A = A op K; the operation stands in the high four bits.</summary>
    public const ushort Alu = 0x04;

    /// <summary>Skip by a comparison of A with K; the operation stands in the high four bits.</summary>
    public const ushort Compare = 0x05;

    /// <summary>Added to <see cref="Alu"/> and <see cref="Compare"/>: X instead of K.</summary>
    public const ushort WithIndex = 0x08;

    /// <summary>Bits of the class of an operation.</summary>
    public const ushort ClassMask = 0x07;

    /// <summary>Bits of the operation of <see cref="Alu"/> and <see cref="Compare"/>.</summary>
    public const ushort OperationMask = 0xF0;

    /// <summary>Plus.</summary>
    public const ushort Add = 0x00;

    /// <summary>Minus.</summary>
    public const ushort Subtract = 0x10;

    /// <summary>Times.</summary>
    public const ushort Multiply = 0x20;

    /// <summary>Divided by; a program that divides by X = 0 ends with the answer 0.</summary>
    public const ushort Divide = 0x30;

    /// <summary>Bitwise or.</summary>
    public const ushort Or = 0x40;

    /// <summary>Bitwise and.</summary>
    public const ushort And = 0x50;

    /// <summary>Shift to the left.</summary>
    public const ushort ShiftLeft = 0x60;

    /// <summary>Shift to the right.</summary>
    public const ushort ShiftRight = 0x70;

    /// <summary>Minus A, without an operand.</summary>
    public const ushort Negate = 0x80;

    /// <summary>Remainder; as <see cref="Divide"/>.</summary>
    public const ushort Modulo = 0x90;

    /// <summary>Bitwise exclusive or.</summary>
    public const ushort Xor = 0xA0;

    /// <summary>A equals the operand.</summary>
    public const ushort IfEqual = 0x10;

    /// <summary>A is greater, without signs.</summary>
    public const ushort IfGreater = 0x20;

    /// <summary>A is greater or equal, without signs.</summary>
    public const ushort IfGreaterOrEqual = 0x30;

    /// <summary>A and the operand have a bit in common.</summary>
    public const ushort IfSet = 0x40;
}
