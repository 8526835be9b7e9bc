namespace ActorNet.Core.Tc.Flower;

/// <summary>Numbers without sign in the base that tc asks for (<c>get_u8</c> and its like): the whole word, within a limit.</summary>
internal static class FlowerNumber
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">The word.</param>
    /// <param name="radix">10, 16 (0x may stand in front), or 0 for C's notation with 0x and 0.</param>
    /// <param name="limit">Largest that counts.</param>
    /// <param name="value">The number; 0 when there is none.</param>
    public static bool TryParse(string text, int radix, ulong limit, out ulong value)
    {
        value = 0;
        var digits = text.AsSpan(text.StartsWith('+') ? 1 : 0);
        var hasPrefix = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        if (radix == 0) radix = hasPrefix ? 16 : digits.Length > 1 && digits[0] == '0' ? 8 : 10;
        if (radix == 16 && hasPrefix) digits = digits[2..];
        if (digits.IsEmpty) return false;
        ulong number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiHexDigit(c)) return false;
            var digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
            if (digit >= radix) return false;
            number = (number * (ulong)radix) + (ulong)digit;
            if (number > limit) return false;
        }

        value = number;
        return true;
    }

    /// <summary>Reads VALUE[/MASK]; without a mask all bits count.</summary>
    /// <param name="text">The word.</param>
    /// <param name="valueRadix">Base of the value.</param>
    /// <param name="maskRadix">Base of the mask.</param>
    /// <param name="limit">Largest value and mask, which has all bits set.</param>
    /// <param name="pair">Both.</param>
    public static bool TryParseMasked(string text, int valueRadix, int maskRadix, ulong limit, out (ulong Value, ulong Mask) pair)
    {
        pair = (0, limit);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!TryParse(slash < 0 ? text : text[..slash], valueRadix, limit, out pair.Value)) return false;
        return slash < 0 || TryParse(text[(slash + 1)..], maskRadix, limit, out pair.Mask);
    }
}
