using System.Buffers;
using System.Globalization;
using ActorNet.Core.Iproute2;

namespace ActorNet.Topology.Resolving;

/// <summary>
/// Quantities of links in <c>tc</c>'s units. Unlike for <c>tc</c> a unit is mandatory: a bare number would count bits here, bytes there and
/// microseconds elsewhere.
/// </summary>
internal static class LinkUnits
{
    public const string RateRemedy = "Write a number with a unit: bit, kbit, mbit, gbit or tbit a second, as in 100mbit";
    public const string SizeRemedy = "Write a number with a unit: b, kb, mb or gb (powers of 1024 bytes), as in 64kb; less than 4gb";
    public const string TimeRemedy = "Write a number with a unit: us, ms or s, as in 5ms";
    public const string PercentRemedy = "Write a number from 0 to 100 and %, as in 0.1%";

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>Removes the white space that may stand between number and unit; <c>tc</c> takes none.</summary>
    public static string Compact(string text) => string.Concat(text.Where(c => c is not (' ' or '\t')));

    /// <summary>Bytes per second, above 0.</summary>
    public static ulong? Rate(string text) => HasUnit(text) && Units.TryParseRate(text, out var rate) && rate > 0 ? rate : null;

    /// <summary>Bytes, above 0.</summary>
    public static uint? Size(string text) => HasUnit(text) && Units.TryParseSize(text, out var size) && size > 0 ? size : null;

    /// <summary>Nanoseconds.</summary>
    public static long? Time(string text) => HasUnit(text) && Units.TryParseTime(text, out var time) ? time : null;

    /// <summary>Microseconds, the grain of tbf's latency.</summary>
    public static uint? Latency(string text) => HasUnit(text) && Units.TryParseMicroseconds(text, out var time) ? time : null;

    /// <summary>0 to 100.</summary>
    public static double? Percent(string text)
    {
        if (!text.EndsWith('%')) return null;
        var number = text.AsSpan(0, text.Length - 1);
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)) return null;
        return percent is >= 0 and <= 100 ? percent : null;
    }

    /// <summary>Digits with at most one point between them, then letters: signs, exponents and hexadecimal numbers are mistakes here.</summary>
    private static bool HasUnit(string text)
    {
        var digits = text.AsSpan().TrimEnd("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        return digits.Length is > 0 and < 20 && digits.Length < text.Length && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1])
            && digits.Count('.') <= 1 && !digits.ContainsAnyExcept(NumberCharacters);
    }
}
