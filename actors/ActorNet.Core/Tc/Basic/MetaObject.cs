using System.Globalization;
using System.Text;

namespace ActorNet.Core.Tc.Basic;

/// <summary>One side of a comparison: a value as written, or something of the frame.</summary>
internal sealed record MetaObject
{
    /// <summary>What of the frame; null for a value as written.</summary>
    public MetaId? Id { get; init; }

    /// <summary>A string rather than a number.</summary>
    public bool IsText { get; init; }

    /// <summary>The string as written, each byte a character; null for anything else.</summary>
    public string? Text { get; init; }

    /// <summary>The number as written, or the mask of something of the frame, 0 for all bits.</summary>
    public uint Number { get; init; }

    /// <summary>Bits that a number is moved to the right, or characters that a string is short of at its end.</summary>
    public byte Shift { get; init; }

    /// <summary>Its number for a frame; false when the frame has none.</summary>
    public bool TryNumber(in EmatchFrame frame, out ulong number)
    {
        number = Number;
        if (Id is null) return true;
        if (!Id.TryRead(frame, out number)) return false;
        number >>= Shift;
        if (Number != 0) number &= Number;
        return true;
    }

    /// <summary>Its string for a frame, the characters that <see cref="Shift"/> leaves out included; null when the frame has none.</summary>
    public string? TextOf(in EmatchFrame frame) => Text ?? frame.Skb.Dev?.Name;

    /// <summary>How many characters of its string count.</summary>
    public int LengthOf(string text) => Text is null && Shift < text.Length ? text.Length - Shift : text.Length;

    /// <summary>Writes it as tc does.</summary>
    public void Print(StringBuilder text)
    {
        if (Id is null)
        {
            if (IsText) PrintText(text);
            else text.Append(CultureInfo.InvariantCulture, $"{(int)Number}");
            return;
        }

        text.Append(Id.Name);
        if (Shift != 0) text.Append(CultureInfo.InvariantCulture, $" shift {Shift}");
        if (!IsText && Number != 0) text.Append(CultureInfo.InvariantCulture, $" mask 0x{Number:x8}");
    }

    private void PrintText(StringBuilder text)
    {
        var printable = EmatchWords.Printable(Text!);
        if (string.Equals(printable, Text, StringComparison.Ordinal))
        {
            text.Append(Text);
            return;
        }

        foreach (var one in Text!) text.Append(CultureInfo.InvariantCulture, $"{(int)one:x2} ");
        text.Append(CultureInfo.InvariantCulture, $"\"{printable}\"");
    }
}
