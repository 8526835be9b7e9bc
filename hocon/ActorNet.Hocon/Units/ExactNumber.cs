using System.Globalization;
using System.Numerics;

namespace ActorNet.Hocon.Units;

/// <summary>A decimal number without rounding: <c>Mantissa</c> times ten to the power of <c>Exponent</c>.</summary>
internal readonly record struct ExactNumber(BigInteger Mantissa, int Exponent)
{
    // Longer texts cannot be a sensible 64-bit quantity, and the arithmetic on them grows with the square of their length.
    private const int MaxText = 400;

    /// <summary>True for the number grammar of RFC 8259 section 6: no leading zeros, no plus sign, no bare point.</summary>
    public static bool IsJsonNumber(ReadOnlySpan<char> text)
    {
        var at = text.StartsWith("-") ? 1 : 0;
        var first = at;
        if (!SkipDigits(text, ref at) || (text[first] == '0' && at > first + 1)) return false;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (!SkipDigits(text, ref at)) return false;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-') at++;
            if (!SkipDigits(text, ref at)) return false;
        }

        return at == text.Length;
    }

    /// <summary>False when the text is no JSON number, or longer than any quantity needs.</summary>
    public static bool TryParse(string text, out ExactNumber number)
    {
        number = default;
        if (text.Length > MaxText || !IsJsonNumber(text)) return false;
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var digits = mark < 0 ? text : text[..mark];
        var exponent = 0;
        if (mark >= 0 && !int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return false;
        }

        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent = int.Max(exponent, int.MinValue + MaxText) - (digits.Length - point - 1);
            digits = digits.Remove(point, 1);
        }

        number = new ExactNumber(BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent);
        return true;
    }

    /// <summary>
    /// Multiplies by <paramref name="factor"/>; false when the product leaves 64 bits. Fractions are cut off and reported in <paramref
    /// name="exact"/>.
    /// </summary>
    public bool TryScale(BigInteger factor, out long whole, out bool exact)
    {
        whole = 0;
        exact = true;
        if (Mantissa.IsZero) return true;
        if (Exponent > MaxText) return false;
        exact = Exponent >= -2 * MaxText;
        if (!exact) return true;
        var product = Mantissa * factor;
        var rest = BigInteger.Zero;
        product = Exponent >= 0
            ? product * BigInteger.Pow(10, Exponent)
            : BigInteger.DivRem(product, BigInteger.Pow(10, -Exponent), out rest);
        exact = rest.IsZero;
        if (product < long.MinValue || product > long.MaxValue) return false;
        whole = (long)product;
        return true;
    }

    private static bool SkipDigits(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at > start;
    }
}
