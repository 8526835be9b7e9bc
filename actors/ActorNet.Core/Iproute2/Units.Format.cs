using System.Globalization;

namespace ActorNet.Core.Iproute2;

/// <content>Printing, as <c>tc</c> 6.1 does without <c>-iec</c>.</content>
public static partial class Units
{
    private static readonly string[] RateUnits = ["bit", "Kbit", "Mbit", "Gbit", "Tbit"];

    /// <summary>A rate in bits, with the largest unit that loses nothing, or at most the last of seven digits: <c>8Kbit</c>, <c>12344bit</c>, <c>1048Kbit</c>.</summary>
    /// <param name="bytesPerSecond">Bytes per second.</param>
    public static string FormatRate(ulong bytesPerSecond)
    {
        var rate = bytesPerSecond << 3;
        var unit = 0;
        while (unit < RateUnits.Length - 1 && rate >= 1000 && (rate % 1000 == 0 || rate >= 1000 * 1000))
        {
            rate /= 1000;
            unit++;
        }

        return rate.ToString(CultureInfo.InvariantCulture) + RateUnits[unit];
    }

    /// <summary>A size in bytes, or in Kb or Mb when it is within 16 bytes or 1 Kb of a whole number of them: <c>1600b</c>, <c>64Kb</c>, <c>10Mb</c>.</summary>
    public static string FormatSize(ulong bytes)
    {
        const double mega = 1024 * 1024;
        var megas = Math.Round(bytes / mega);
        if (bytes >= mega && Math.Abs((mega * megas) - bytes) < 1024) return megas.ToString(CultureInfo.InvariantCulture) + "Mb";
        var kilos = Math.Round(bytes / 1024.0);
        if (bytes >= 1024 && Math.Abs((1024 * kilos) - bytes) < 16) return kilos.ToString(CultureInfo.InvariantCulture) + "Kb";
        return bytes.ToString(CultureInfo.InvariantCulture) + "b";
    }

    /// <summary>A time with three digits: <c>1.4s</c>, <c>50ms</c>, <c>800us</c>, <c>64ns</c>.</summary>
    public static string FormatTime(long nanoseconds) => nanoseconds switch
    {
        >= 1_000_000_000 => ThreeDigits(nanoseconds / 1e9) + "s",
        >= 1_000_000 => ThreeDigits(nanoseconds / 1e6) + "ms",
        >= 1_000 => ThreeDigits(nanoseconds / 1e3) + "us",
        _ => nanoseconds.ToString(CultureInfo.InvariantCulture) + "ns",
    };

    /// <summary>A time of the options whose grain is the microsecond: whole below a millisecond, else with three digits.</summary>
    public static string FormatMicroseconds(uint microseconds) => microseconds switch
    {
        >= 1_000_000 => ThreeDigits(microseconds / 1e6) + "s",
        >= 1_000 => ThreeDigits(microseconds / 1e3) + "ms",
        _ => microseconds.ToString(CultureInfo.InvariantCulture) + "us",
    };

    /// <summary>printf's <c>%.3g</c> for values of at least 1.</summary>
    private static string ThreeDigits(double value)
    {
        var scientific = value.ToString("E2", CultureInfo.InvariantCulture);
        var exponent = int.Parse(scientific.AsSpan(scientific.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = double.Parse(scientific, CultureInfo.InvariantCulture);
        if (exponent < 3) return digits.ToString("0.##", CultureInfo.InvariantCulture);
        return (digits / Math.Pow(10, exponent)).ToString("0.##", CultureInfo.InvariantCulture) + string.Create(CultureInfo.InvariantCulture, $"e+{exponent:00}");
    }
}
