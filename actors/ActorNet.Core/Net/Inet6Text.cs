using System.Globalization;
using System.Net;
using System.Text;

namespace ActorNet.Core.Net;

/// <summary>IPv6 addresses as iproute2 reads and prints them (<c>inet_pton</c>, <c>inet_ntop</c>): only addresses that begin with 96 zeros, or with ::ffff, show their end as IPv4.</summary>
internal static class Inet6Text
{
    private const int Groups = 8;

    /// <summary>Bytes of an address.</summary>
    public const int Size = 16;

    /// <summary>Reads an address without zone or brackets.</summary>
    /// <param name="text">It.</param>
    /// <param name="bytes">Room for <see cref="Size"/> bytes; left as they are when it is none.</param>
    public static bool TryParse(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        if (!text.Contains(':')) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c) && c is not (':' or '.')) return false;
        }

        return IPAddress.TryParse(text, out var address) && address.TryWriteBytes(bytes, out _);
    }

    /// <summary>Eight groups in hexadecimal, the first of the longest runs of zeros cut out.</summary>
    public static string Format(UInt128 address)
    {
        var (start, length) = LongestRun(address);
        var text = new StringBuilder();
        for (var i = 0; i < Groups; i++)
        {
            if (i == start && length > 1)
            {
                text.Append("::");
                i += length - 1;
                continue;
            }

            if (i > 0 && (length < 2 || i != start + length)) text.Append(':');
            if (i == 6 && start == 0 && (length == 6 || (length == 5 && Group(address, 5) == ushort.MaxValue))) return text.Append(InetPrefix.Format((uint)address)).ToString();
            text.Append(CultureInfo.InvariantCulture, $"{Group(address, i):x}");
        }

        return text.ToString();
    }

    private static (int Start, int Length) LongestRun(UInt128 address)
    {
        var best = (Start: -1, Length: 0);
        for (var i = 0; i < Groups; i++)
        {
            var end = i;
            while (end < Groups && Group(address, end) == 0) end++;
            if (end - i > best.Length) best = (i, end - i);
            i = Math.Max(i, end);
        }

        return best;
    }

    private static ushort Group(UInt128 address, int index) => (ushort)(address >> (16 * (Groups - 1 - index)));
}
