using System.Buffers;
using System.Globalization;
using ActorNet.Core.Iproute2;

namespace ActorNet.Topology;

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
    public const string LimitRemedy = "Write frames, as in 5000packets, or bytes that may wait for the rate: b, kb, mb or gb, as in 64kb";

    /// <summary>The unit of a limit in frames.</summary>
    public const string FrameUnit = "packets";

    /// <summary>Longest delay in nanoseconds: what the emulator's 32 bits of 64 ns hold, less a little.</summary>
    public const long MostDelay = 274_000_000_000;

    /// <summary>Most frames of a queue.</summary>
    public const uint MostFrames = 1 << 24;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>Bytes per second, above 0.</summary>
    public static ulong? Rate(string text) => HasUnit(text) && Units.TryParseRate(text, out var rate) && rate > 0 ? rate : null;

    /// <summary>Bytes, above 0.</summary>
    public static uint? Size(string text) => HasUnit(text) && Units.TryParseSize(text, out var size) && size > 0 ? size : null;

    /// <summary>Nanoseconds, whole microseconds of them as <c>tc</c> reads netem's times.</summary>
    public static long? Delay(string text) =>
        HasUnit(text) && !text.EndsWith("ns", StringComparison.OrdinalIgnoreCase) && Units.TryParseTime(text, out var time) && time % 1000 == 0 && time <= MostDelay ? time : null;

    /// <summary>Nanoseconds of any length.</summary>
    public static bool TryTime(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        return HasUnit(text) && Units.TryParseTime(text, out nanoseconds);
    }

    /// <summary>Frames, above 0.</summary>
    public static uint? Frames(string text) =>
        text.EndsWith(FrameUnit, StringComparison.Ordinal)
        && uint.TryParse(text.AsSpan(0, text.Length - FrameUnit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var frames)
        && frames is > 0 and <= MostFrames
            ? frames
            : null;

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
    public static bool HasUnit(string text)
    {
        var digits = text.AsSpan().TrimEnd("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        return digits.Length is > 0 and < 20 && digits.Length < text.Length && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1])
            && digits.Count('.') <= 1 && !digits.ContainsAnyExcept(NumberCharacters);
    }
}
