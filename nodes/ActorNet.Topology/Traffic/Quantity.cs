using System.Globalization;
using ActorNet.Core.Iproute2;

namespace ActorNet.Topology;

/// <summary>What a measured value counts.</summary>
public enum QuantityUnit
{
    /// <summary>Things, without a unit.</summary>
    Count,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Percent.</summary>
    Percent,

    /// <summary>Bits a second.</summary>
    BitRate,

    /// <summary>Nanoseconds.</summary>
    Time,
}

/// <summary>Values with their units, as expectations write them and reports show them.</summary>
public static class Quantity
{
    private const double LargestCount = 1e15;

    /// <summary>A value for people, with the unit that suits its size.</summary>
    /// <param name="value">In the unit's own measure: bytes, percent, bits a second, nanoseconds.</param>
    /// <param name="unit">The unit.</param>
    public static string Show(double value, QuantityUnit unit) => unit switch
    {
        QuantityUnit.Percent => Text($"{value:0.####}%"),
        QuantityUnit.BitRate => value >= 1e9 ? Text($"{value / 1e9:0.###}gbit") : value >= 1e6 ? Text($"{value / 1e6:0.###}mbit") : value >= 1e3 ? Text($"{value / 1e3:0.###}kbit") : Text($"{value:0.###}bit"),
        QuantityUnit.Time => Math.Abs(value) >= 1e9 ? Text($"{value / 1e9:0.######}s") : Math.Abs(value) >= 1e6 ? Text($"{value / 1e6:0.###}ms") : Text($"{value / 1e3:0.###}us"),
        QuantityUnit.Bytes => Text($"{value:0}b"),
        _ => Text($"{value:0.###}"),
    };

    /// <summary>Reads a value, whose unit is mandatory; only counts have none.</summary>
    internal static bool TryRead(string text, QuantityUnit unit, out double value)
    {
        value = 0;
        switch (unit)
        {
            case QuantityUnit.Percent:
                return LinkUnits.Percent(text) is { } percent && Is(percent, out value);
            case QuantityUnit.BitRate:
                // To the bit, as far as whole bytes a second go.
                return LinkUnits.HasUnit(text) && Units.TryParseRate(text, out var rate) && Is(rate * 8.0, out value);
            case QuantityUnit.Time:
                return LinkUnits.HasUnit(text) && LinkUnits.TryTime(text, out var time) && Is(time, out value);
            case QuantityUnit.Bytes:
                return LinkUnits.HasUnit(text) && Units.TryParseSize(text, out var size) && Is(size, out value);
            default:
                return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= LargestCount && Is(count, out value);
        }
    }

    internal static string NounOf(QuantityUnit unit) => unit switch
    {
        QuantityUnit.Percent => "percentage",
        QuantityUnit.BitRate => "rate",
        QuantityUnit.Time => "time",
        QuantityUnit.Bytes => "size",
        _ => "whole number",
    };

    internal static string RemedyOf(QuantityUnit unit) => unit switch
    {
        QuantityUnit.Percent => LinkUnits.PercentRemedy,
        QuantityUnit.BitRate => LinkUnits.RateRemedy,
        QuantityUnit.Time => LinkUnits.TimeRemedy,
        QuantityUnit.Bytes => LinkUnits.SizeRemedy,
        _ => "Write a whole number without a unit, as in 5",
    };

    private static bool Is(double read, out double value)
    {
        value = read;
        return true;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
