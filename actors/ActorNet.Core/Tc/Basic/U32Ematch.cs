using System.Globalization;
using System.Text;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc.Basic;

/// <summary>A key of u32, <c>u32(u16 0x1122 0xffff at 4)</c> (<c>net/sched/em_u32.c</c>); there are no next headers here.</summary>
public sealed class U32Ematch : Ematch
{
    private const string NextHeaderPrefix = "nexthdr+";
    private const string Usage = "Usage: u32(ALIGN VALUE MASK at [ nexthdr+ ] OFFSET)\n"
        + "where: ALIGN  := { u8 | u16 | u32 }\n\n"
        + "Example: u32(u16 0x1122 0xffff at nexthdr+4)\n";

    private readonly U32Key _key;

    private U32Ematch(U32Key key) => _key = key;

    /// <inheritdoc/>
    public override string Kind => "u32";

    /// <summary>Reads its words.</summary>
    /// <exception cref="Iproute2Exception">One is wrong.</exception>
    internal static U32Ematch Parse(EmatchWords read)
    {
        var words = new EmatchWords("u32", read.Words, read.Line) { Usage = Usage };
        var size = words.Current!.Text switch { "u8" => 1, "u16" => 2, "u32" => 4, _ => throw words.Fail(words.Current, "u32: invalid alignment") };
        var key = Number(words, "key");
        var mask = Number(words, "mask");
        if (words.Advance() is not { Text: "at" }) throw words.Fail(words.Current, "u32: missing \"at\"");
        var offset = Offset(words, out var atNextHeader);
        if (words.HasNext) throw words.Fail(words.Advance(), "u32: unexpected trailer");
        var shift = ShiftOf(words, size, key, mask, offset);
        if (size < 4) offset &= ~3ul;
        if (offset % 4 != 0) throw words.Fail(words.Current, "u32: invalid offset alignment, must be aligned to 4.");
        var (value, bits) = ((uint)(key << shift), (uint)(mask << shift));
        return new U32Ematch(new U32Key(value & bits, bits, (int)offset, atNextHeader));
    }

    /// <inheritdoc/>
    internal override bool Matches(in EmatchFrame frame) => (_key with { AtNextHeader = false }).Compare(frame.Skb) == U32Match.Yes;

    /// <inheritdoc/>
    internal override void Print(StringBuilder text) =>
        text.Append(CultureInfo.InvariantCulture, $"{_key.Value:x8}/{_key.Mask:x8} at {(_key.AtNextHeader ? NextHeaderPrefix : "")}{_key.Offset}");

    private static ulong Number(EmatchWords words, string what)
    {
        var word = words.Advance() ?? throw words.Fail(null, $"u32: missing {what}");
        return EmatchNumber.TryParse(word.Text, out var number) ? number : throw words.Fail(word, $"u32: invalid {what}, must be numeric");
    }

    /// <summary>nexthdr+ with a blank behind it is not remembered, for tc.</summary>
    private static ulong Offset(EmatchWords words, out bool atNextHeader)
    {
        var word = words.Advance() ?? throw words.Fail(null, "u32: missing offset");
        atNextHeader = word.Text.Length > NextHeaderPrefix.Length && word.Text.StartsWith(NextHeaderPrefix, StringComparison.Ordinal);
        if (atNextHeader) return EmatchNumber.TryParse(word.Text[NextHeaderPrefix.Length..], out var relative) ? relative : 0;
        if (word.Text is NextHeaderPrefix) word = words.Advance() ?? throw words.Fail(null, "u32: missing offset");
        return EmatchNumber.TryParse(word.Text, out var offset) ? offset : throw words.Fail(word, "u32: invalid offset");
    }

    /// <summary>How far a narrow key is moved into its word.</summary>
    private static int ShiftOf(EmatchWords words, int size, ulong key, ulong mask, ulong offset)
    {
        if (size == 4) return 0;
        var limit = size == 1 ? byte.MaxValue : ushort.MaxValue;
        if (key > limit) throw words.Fail(words.Current, $"Illegal key (>0x{limit:X})");
        if (mask > limit) throw words.Fail(words.Current, $"Illegal mask (>0x{limit:X})");
        if (size == 1) return 24 - (8 * (int)(offset & 3));
        return (offset & 3) == 0 ? 16 : 0;
    }
}
