using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc.Basic;

/// <summary>Compares a number in the frame, <c>cmp(u16 at 12 layer 0 mask 0xffff eq 0x0800)</c> (<c>net/sched/em_cmp.c</c>).</summary>
public sealed class CmpEmatch : Ematch
{
    private const string Usage = "Usage: cmp(ALIGN at OFFSET [ ATTRS ] { eq | lt | gt } VALUE)\n"
        + "where: ALIGN  := { u8 | u16 | u32 }\n"
        + "       ATTRS  := [ layer LAYER ] [ mask MASK ] [ trans ]\n"
        + "       LAYER  := { link | network | transport | 0..2 }\n\n"
        + "Example: cmp(u16 at 3 layer 2 mask 0xff00 gt 20)\n";

    private int _size;
    private int _layer = EmatchFrame.Network;
    private ushort _offset;
    private uint _mask;
    private uint _value;
    private bool _swapped;
    private EmatchOperand _operand;

    private CmpEmatch()
    {
    }

    /// <inheritdoc/>
    public override string Kind => "cmp";

    /// <summary>Reads its words.</summary>
    /// <exception cref="Iproute2Exception">One is wrong.</exception>
    internal static CmpEmatch Parse(EmatchWords read)
    {
        var words = new EmatchWords("cmp", read.Words, read.Line) { Usage = Usage };
        var size = words.Current!.Text switch { "u8" => 1, "u16" => 2, "u32" => 4, _ => throw words.Fail(words.Current, "cmp: invalid alignment") };
        var cmp = new CmpEmatch { _size = size };
        bool hasOffset = false, hasValue = false;
        while (words.Advance() is { } word)
        {
            if (word.Text is "at") (cmp._offset, hasOffset) = ((ushort)words.Number("invalid offset, must be numeric"), true);
            else if (word.Text is "layer") cmp._layer = words.Layer();
            else if (word.Text is "mask") cmp._mask = (uint)words.Number("invalid mask");
            else if (word.Text is "trans") cmp._swapped = true;
            else if (EmatchOperands.TryParse(word.Text, out cmp._operand)) (cmp._value, hasValue) = ((uint)words.Number("invalid value"), true);
            // tc names the wrong test here.
            else throw words.Fail(word, "nbyte: unknown parameter");
        }

        return hasOffset && hasValue ? cmp : throw words.Fail(null, "cmp: offset and value required");
    }

    /// <inheritdoc/>
    internal override bool Matches(in EmatchFrame frame)
    {
        if (!frame.TryRead(_layer, _offset, _size, out var bytes)) return false;
        var value = _size switch { 1 => bytes[0], 2 => Read16(bytes), _ => Read32(bytes) };
        if (_mask != 0) value &= _mask;
        return _operand.Holds(value.CompareTo(_value));
    }

    /// <inheritdoc/>
    internal override void Print(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"u{8 * _size} at {_offset} layer {_layer} ");
        if (_mask != 0) text.Append(CultureInfo.InvariantCulture, $"mask 0x{_mask:x} ");
        if (_swapped) text.Append("trans ");
        text.Append(CultureInfo.InvariantCulture, $"{_operand.Word()} {(int)_value}");
    }

    private uint Read16(ReadOnlySpan<byte> bytes) => _swapped ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private uint Read32(ReadOnlySpan<byte> bytes) => _swapped ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
