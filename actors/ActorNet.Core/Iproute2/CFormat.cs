using System.Globalization;

namespace ActorNet.Core.Iproute2;

/// <summary>Numbers as C prints them.</summary>
internal static class CFormat
{
    private const int Digits = 6;

    /// <summary>printf's <c>%g</c>: six significant digits without trailing zeros, an exponent below 0.0001 and from a million on.</summary>
    public static string General(double value)
    {
        if (value == 0) return "0";
        var scientific = value.ToString("E5", CultureInfo.InvariantCulture);
        var mark = scientific.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(scientific.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (exponent is >= -4 and < Digits)
        {
            var plain = value.ToString("F" + (Digits - 1 - exponent).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            return WithoutTrailingZeros(plain);
        }

        var sign = exponent < 0 ? '-' : '+';
        return WithoutTrailingZeros(scientific[..mark]) + string.Create(CultureInfo.InvariantCulture, $"e{sign}{Math.Abs(exponent):00}");
    }

    private static string WithoutTrailingZeros(string number) => number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;
}
