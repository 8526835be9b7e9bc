using System.Buffers.Binary;
using System.Globalization;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc.Flower;

/// <summary>Addresses with masks, as flower's words write and show them.</summary>
internal static class FlowerAddress
{
    private const int MacBits = 48;

    /// <summary>Reads ADDRESS[/MASK|/BITS] of Ethernet. An address that is cut short goes on with zeros, its mask with the address, as for tc; what is too long is cut off.</summary>
    /// <param name="text">The word.</param>
    /// <param name="value">The address.</param>
    /// <param name="mask">All ones without a mask.</param>
    /// <param name="bad">The part that is no byte.</param>
    public static bool TryParseMac(string text, out ulong value, out ulong mask, out string bad)
    {
        mask = MacAddress.Broadcast.Value;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!TryParseBytes(slash < 0 ? text : text[..slash], 0, out value, out bad)) return false;
        if (slash < 0) return true;
        var rest = text[(slash + 1)..];
        if (!FlowerNumber.TryParse(rest, 10, uint.MaxValue, out var bits)) return TryParseBytes(rest, value, out mask, out bad);
        // A shift by more than the width of the word wraps around on the machines that tc runs on.
        mask = (MacAddress.Broadcast.Value << (int)((64 - bits) & 63)) >> 16;
        return true;
    }

    /// <summary>Reads ADDRESS[/LENGTH] of the wanted family; <c>default</c> is any address.</summary>
    public static bool TryParsePrefix(string text, bool isV6, out UInt128 value, out UInt128 mask)
    {
        value = mask = 0;
        if (text is "default") return true;
        if (isV6) return TryParseV6(text, out value, out mask);
        if (!InetPrefix.TryParse(text, out var prefix)) return false;
        value = prefix.Address;
        mask = prefix.Mask;
        return true;
    }

    /// <summary>An Ethernet address with its mask unless that has all bits: as a number of bits if it begins with ones and has no hole.</summary>
    public static string FormatMac(ulong value, ulong mask)
    {
        var text = new MacAddress(value).ToString();
        var bits = LeadingOnes(mask, MacBits);
        if (bits == MacBits) return text;
        return text + "/" + (bits > 0 ? bits.ToString(CultureInfo.InvariantCulture) : new MacAddress(mask).ToString());
    }

    /// <summary>An IP address with the length of its prefix unless that is all of it.</summary>
    public static string Format(UInt128 value, UInt128 mask, bool isV6)
    {
        var width = isV6 ? 128 : 32;
        var bits = LeadingOnes(mask, width);
        var text = FormatAddress(value, isV6);
        if (bits == width) return text;
        return text + "/" + (bits > 0 ? bits.ToString(CultureInfo.InvariantCulture) : FormatAddress(mask, isV6));
    }

    private static string FormatAddress(UInt128 value, bool isV6) => isV6 ? Inet6Text.Format(value) : InetPrefix.Format((uint)value);

    /// <summary>Ones in front of the mask; -1 when there is none, or a one behind a zero.</summary>
    private static int LeadingOnes(UInt128 mask, int width)
    {
        var rest = mask << (128 - width);
        var ones = (int)UInt128.LeadingZeroCount(~rest);
        if (ones > width) ones = width;
        return ones == 0 || (ones < 128 && rest << ones != 0) ? -1 : ones;
    }

    private static bool TryParseV6(string text, out UInt128 value, out UInt128 mask)
    {
        value = mask = 0;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? text : text[..slash];
        ulong length = 128;
        if (slash >= 0 && !FlowerNumber.TryParse(text[(slash + 1)..], 0, 128, out length)) return false;
        Span<byte> bytes = stackalloc byte[Inet6Text.Size];
        if (!Inet6Text.TryParse(address, bytes)) return false;
        value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        mask = length == 0 ? 0 : UInt128.MaxValue << (128 - (int)length);
        return true;
    }

    /// <summary>Reads bytes parted by colons, or four numbers parted by dots, over those of <paramref name="rest"/>.</summary>
    private static bool TryParseBytes(string text, ulong rest, out ulong value, out string bad)
    {
        value = rest;
        bad = text;
        if (text.Contains('.', StringComparison.Ordinal))
        {
            if (!InetPrefix.TryParseAddress(text, out var address, shortened: true)) return false;
            value = ((ulong)address << 16) | (rest & ushort.MaxValue);
            return true;
        }

        var parts = text.Split(':');
        for (var i = 0; i < Math.Min(parts.Length, MacAddress.Size); i++)
        {
            bad = parts[i];
            if (!TryParseByte(parts[i], out var part)) return false;
            var shift = MacBits - 8 - (8 * i);
            value = (value & ~(0xFFUL << shift)) | (part << shift);
        }

        return true;
    }

    /// <summary>Hexadecimal digits up to the first other character, as <c>sscanf</c> reads them.</summary>
    private static bool TryParseByte(string text, out ulong value)
    {
        var digits = text.AsSpan(text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? 2 : 0);
        var count = 0;
        while (count < digits.Length && char.IsAsciiHexDigit(digits[count])) count++;
        value = 0;
        return count is > 0 and <= 16 && ulong.TryParse(digits[..count], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value <= byte.MaxValue;
    }
}
