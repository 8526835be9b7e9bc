using System.Globalization;
using ActorNet.Hocon;

namespace ActorNet.Node.Settings;

/// <summary>Converts settings and refuses what is out of range, with the place of the value.</summary>
internal static class Ranges
{
    /// <summary>A whole number.</summary>
    public static long Count(HoconValue value, long least, long most) => Within(value, value.AsInt64(), least, most, "");

    /// <summary>A size in bytes with a unit.</summary>
    public static long Bytes(HoconValue value, long least, long most) => Within(value, value.AsBytes(requireUnit: true), least, most, " bytes");

    /// <summary>A length of time with a unit, in nanoseconds.</summary>
    public static long Duration(HoconValue value, long most) => Within(value, value.AsDurationNanoseconds(requireUnit: true), 0, most, " ns");

    private static long Within(HoconValue value, long number, long least, long most, string unit)
    {
        if (number >= least && number <= most) return number;
        var what = string.Create(CultureInfo.InvariantCulture, $"{number}{unit} is out of range");
        throw new HoconException(value.Origin, what, string.Create(CultureInfo.InvariantCulture, $"Give {least} to {most}{unit}"));
    }
}
