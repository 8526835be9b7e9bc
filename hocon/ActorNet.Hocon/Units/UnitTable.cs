using System.Numerics;

namespace ActorNet.Hocon.Units;

/// <summary>One family of units: how many base units each spelling stands for, and what a bare number counts.</summary>
internal sealed class UnitTable
{
    private readonly Dictionary<string, BigInteger> _factors = new(StringComparer.Ordinal);
    private readonly string _what;
    private readonly string _example;
    private readonly BigInteger _bare;
    private readonly bool _mayBeNegative;

    public UnitTable(string what, string example, BigInteger bare, bool mayBeNegative,
        IEnumerable<(BigInteger Factor, string Spellings)> units)
    {
        (_what, _example, _bare, _mayBeNegative) = (what, example, bare, mayBeNegative);
        foreach (var (factor, spellings) in units)
        {
            foreach (var spelling in spellings.Split(' ')) _factors.Add(spelling, factor);
        }
    }

    private string Remedy => $"Write a number with a unit, {_example}";

    /// <summary>The value in base units.</summary>
    public Converted<long> Read(HoconValue value, bool requireUnit)
    {
        if (value.ScalarText is not { } text || value is HoconBoolean) return Conversion.Refuse<long>(value, _what, Remedy);
        var (digits, unit) = Split(text);
        if (unit.Length == 0 && requireUnit) return new(0, $"'{text}' has no unit, so it is no {Noun}", $"Write the unit, {_example}");
        if (!ExactNumber.TryParse(digits, out var number)) return Conversion.Refuse<long>(value, _what, Remedy);
        var factor = _bare;
        if (unit.Length > 0 && !_factors.TryGetValue(unit, out factor))
        {
            return new(0, $"'{unit}' is no unit for {_what}", $"{Remedy} (upper and lower case matter)");
        }

        return Scale(text, number, factor);
    }

    /// <summary>A number, white space, and letters at the end; the number part may still be malformed.</summary>
    public static (string Number, string Unit) Split(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var start = trimmed.Length;
        while (start > 0 && char.IsLetter(trimmed[start - 1])) start--;
        return (trimmed[..start].TrimEnd().ToString(), trimmed[start..].ToString());
    }

    private string Noun => _what[(_what.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private Converted<long> Scale(string text, ExactNumber number, BigInteger factor)
    {
        if (!_mayBeNegative && number.Mantissa.Sign < 0) return new(0, $"'{text}' is negative", $"{Remedy}, not below zero");
        if (!number.TryScale(factor, out var whole, out var exact))
        {
            return new(0, $"'{text}' is too large", $"{Remedy}, below 2^63 in the smallest unit");
        }

        if (whole == 0 && !exact) return new(0, $"'{text}' is smaller than the smallest unit", $"{Remedy}, or 0");
        return new(whole);
    }
}
