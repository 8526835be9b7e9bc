using System.Globalization;

namespace ActorNet.Core.Iproute2;

/// <summary>
/// Rates, sizes and times as <c>tc</c> reads them (iproute2 6.1, <c>tc/tc_util.c</c>). Numbers may have a fraction or an exponent, or be hexadecimal; the
/// unit follows without a blank, in any case. Results are cut to whole numbers. Printing: <see cref="FormatRate"/>, <see cref="FormatSize"/>, <see cref="FormatTime"/>.
/// </summary>
public static partial class Units
{
    private static readonly (string Suffix, double Factor)[] RateSuffixes =
    [
        ("bit", 1), ("kibit", 1024), ("kbit", 1e3), ("mibit", 1024 * 1024), ("mbit", 1e6), ("gibit", 1024.0 * 1024 * 1024), ("gbit", 1e9),
        ("tibit", 1024.0 * 1024 * 1024 * 1024), ("tbit", 1e12), ("bps", 8), ("kibps", 8 * 1024), ("kbps", 8e3), ("mibps", 8 * 1024 * 1024), ("mbps", 8e6),
        ("gibps", 8 * 1024.0 * 1024 * 1024), ("gbps", 8e9), ("tibps", 8 * 1024.0 * 1024 * 1024 * 1024), ("tbps", 8e12), ("", 1),
    ];

    private static readonly (string Suffix, double Factor)[] SizeSuffixes =
    [
        ("", 1), ("b", 1), ("k", 1024), ("kb", 1024), ("m", 1024 * 1024), ("mb", 1024 * 1024), ("g", 1024 * 1024 * 1024), ("gb", 1024 * 1024 * 1024),
        ("kbit", 1024 / 8), ("mbit", 1024 * 1024 / 8), ("gbit", 1024 * 1024 * 1024 / 8),
    ];

    private static readonly (string Suffix, double Factor)[] TimeSuffixes =
    [
        ("", 1e3), ("us", 1e3), ("usec", 1e3), ("usecs", 1e3), ("ms", 1e6), ("msec", 1e6), ("msecs", 1e6), ("s", 1e9), ("sec", 1e9), ("secs", 1e9),
        ("ns", 1), ("nsec", 1), ("nsecs", 1),
    ];

    /// <summary>Reads a rate: bits per second without unit, or with <c>bit kbit mbit gbit tbit</c>, <c>bps ...</c> (bytes), and their 1024-based kin (<c>kibit</c>).</summary>
    /// <param name="text">The word; a percentage is refused, since an emulated link has no speed of its own.</param>
    /// <param name="bytesPerSecond">The rate in whole bytes per second; 7bit is 0.</param>
    public static bool TryParseRate(string text, out ulong bytesPerSecond)
    {
        bytesPerSecond = 0;
        if (!TryScale(text, RateSuffixes, out var bits) || bits / 8 >= ulong.MaxValue) return false;
        bytesPerSecond = (ulong)(bits / 8);
        return true;
    }

    /// <summary>Reads a size in bytes, or with <c>b k kb m mb g gb</c> (1024-based) or <c>kbit mbit gbit</c>; below 4 GiB.</summary>
    public static bool TryParseSize(string text, out uint bytes)
    {
        bytes = 0;
        if (!TryScale(text, SizeSuffixes, out var value) || value >= (double)uint.MaxValue + 1) return false;
        bytes = (uint)value;
        return true;
    }

    /// <summary>Reads a time: microseconds without unit, or with <c>s ms us ns</c> and their longer spellings.</summary>
    public static bool TryParseTime(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        if (!TryScale(text, TimeSuffixes, out var value) || value >= long.MaxValue) return false;
        nanoseconds = (long)value;
        return true;
    }

    /// <summary>Reads a time for options whose grain is the microsecond (tbf's latency): nanoseconds are refused, fractions of a microsecond cut.</summary>
    public static bool TryParseMicroseconds(string text, out uint microseconds)
    {
        microseconds = 0;
        if (text.Contains('n', StringComparison.OrdinalIgnoreCase) || !TryParseTime(text, out var nanoseconds) || nanoseconds / 1000 > uint.MaxValue) return false;
        microseconds = (uint)(nanoseconds / 1000);
        return true;
    }

    /// <summary>As <see cref="TryParseRate"/>.</summary>
    /// <exception cref="Iproute2Exception">It is not a rate.</exception>
    public static ulong ParseRate(string text) =>
        TryParseRate(text, out var rate) ? rate : throw new Iproute2Exception($"Illegal rate \"{text}\": write a number with bit, kbit, mbit, gbit, tbit or bps, kbps, ...");

    /// <summary>As <see cref="TryParseSize"/>.</summary>
    /// <exception cref="Iproute2Exception">It is not a size.</exception>
    public static uint ParseSize(string text) =>
        TryParseSize(text, out var size) ? size : throw new Iproute2Exception($"Illegal size \"{text}\": write bytes, or a number with kb, mb or gb, below 4gb");

    /// <summary>As <see cref="TryParseTime"/>, in nanoseconds.</summary>
    /// <exception cref="Iproute2Exception">It is not a time.</exception>
    public static long ParseTime(string text) =>
        TryParseTime(text, out var time) ? time : throw new Iproute2Exception($"Illegal time \"{text}\": write microseconds, or a number with s, ms, us or ns");

    private static bool TryScale(string text, (string Suffix, double Factor)[] suffixes, out double value)
    {
        if (!TryReadNumber(text, out value, out var length)) return false;
        var unit = text.AsSpan(length);
        foreach (var (suffix, factor) in suffixes)
        {
            if (!unit.Equals(suffix, StringComparison.OrdinalIgnoreCase)) continue;
            value *= factor;
            return value >= 0;
        }

        return false;
    }

    /// <summary>Reads the longest number at the front, as <c>strtod(3)</c> does for finite ones.</summary>
    private static bool TryReadNumber(string text, out double value, out int length)
    {
        value = 0;
        length = 0;
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) return TryReadHexadecimal(text, out value, out length);
        var at = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        }

        length = at + ExponentLength(text, at);
        return double.TryParse(text.AsSpan(0, length), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    private static int ExponentLength(string text, int at)
    {
        if (at >= text.Length || text[at] is not ('e' or 'E')) return 0;
        var digits = at + 1;
        if (digits < text.Length && text[digits] is '+' or '-') digits++;
        var end = digits;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end == digits ? 0 : end - at;
    }

    private static bool TryReadHexadecimal(string text, out double value, out int length)
    {
        value = 0;
        length = 2;
        while (length < text.Length && char.IsAsciiHexDigit(text[length]))
        {
            value = (value * 16) + Convert.ToInt32(text[length].ToString(), 16);
            length++;
        }

        return length > 2;
    }
}
