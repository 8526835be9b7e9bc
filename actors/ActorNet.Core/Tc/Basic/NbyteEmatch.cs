using System.Globalization;
using System.Text;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc.Basic;

/// <summary>Compares bytes of the frame, <c>nbyte("abc" at 8 layer transport)</c> (<c>net/sched/em_nbyte.c</c>).</summary>
public sealed class NbyteEmatch : Ematch
{
    private const string Usage = "Usage: nbyte(NEEDLE at OFFSET [layer LAYER])\n"
        + "where: NEEDLE := { string | \"c-escape-sequence\" }\n"
        + "       OFFSET := int\n"
        + "       LAYER  := { link | network | transport | 0..2 }\n\n"
        + "Example: nbyte(\"ababa\" at 12 layer 1)\n";

    /// <summary>What the field for the length holds, 12 bits; tc cuts longer ones.</summary>
    private const int LengthMask = 0xFFF;

    private readonly byte[] _needle;
    private readonly ushort _offset;
    private readonly int _layer;

    private NbyteEmatch(byte[] needle, ushort offset, int layer) => (_needle, _offset, _layer) = (needle, offset, layer);

    /// <inheritdoc/>
    public override string Kind => "nbyte";

    /// <summary>Reads its words.</summary>
    /// <exception cref="Iproute2Exception">One is wrong.</exception>
    internal static NbyteEmatch Parse(EmatchWords read)
    {
        var words = new EmatchWords("nbyte", read.Words, read.Line) { Usage = Usage };
        var needle = Encoding.Latin1.GetBytes(words.Current!.Text);
        if (needle.Length == 0) throw words.Fail(words.Current, "nbyte: needle length is 0");
        ushort? offset = null;
        var layer = EmatchFrame.Network;
        while (words.Advance() is { } word)
        {
            if (word.Text is "at") offset = (ushort)words.Number("invalid offset, must be numeric");
            else if (word.Text is "layer") layer = words.Layer();
            else throw words.Fail(word, "nbyte: unknown parameter");
        }

        return offset is { } at ? new NbyteEmatch(needle[..(needle.Length & LengthMask)], at, layer) : throw words.Fail(null, "nbyte: offset required");
    }

    /// <inheritdoc/>
    internal override bool Matches(in EmatchFrame frame) => frame.TryRead(_layer, _offset, _needle.Length, out var bytes) && bytes.SequenceEqual(_needle);

    /// <inheritdoc/>
    internal override void Print(StringBuilder text)
    {
        foreach (var one in _needle) text.Append(CultureInfo.InvariantCulture, $"{one:x2} ");
        text.Append(CultureInfo.InvariantCulture, $"\"{EmatchWords.Printable(Encoding.Latin1.GetString(_needle))}\" at {_offset} layer {_layer}");
    }
}
