using System.Globalization;

namespace ActorNet.Core.Iproute2;

/// <summary>How iproute2 reads numbers and switches, and its sentences for words that are wrong (<c>lib/utils.c</c>).</summary>
internal static class Words
{
    /// <summary>A value that cannot be (<c>invarg</c>).</summary>
    public static Iproute2Exception Invalid(string message, string argument) => new($"Error: argument \"{argument}\" is wrong: {message}", 255);

    /// <summary>A key given twice (<c>duparg</c>).</summary>
    public static Iproute2Exception Duplicate(string key, string argument) => new($"Error: duplicate \"{key}\": \"{argument}\" is the second value.", 255);

    /// <summary>A word that is no key, when the only word without key was given already (<c>duparg2</c>).</summary>
    public static Iproute2Exception Garbage(string key, string argument) => new($"Error: either \"{key}\" is duplicate, or \"{argument}\" is a garbage.", 255);

    /// <summary>A word of the real program whose effect is not emulated.</summary>
    public static Iproute2Exception NotEmulated(string word) => new($"Error: \"{word}\" is not emulated. Leave it out.", 255);

    /// <summary>An object or command nobody knows.</summary>
    public static Iproute2Exception Unknown(string what, string word, string help, int exitCode = 255) =>
        new($"{what} \"{word}\" is unknown, try \"{help}\".", exitCode);

    /// <summary>Whether <paramref name="word"/> abbreviates <paramref name="full"/> (<c>matches</c>); an empty word abbreviates nothing.</summary>
    public static bool Matches(string word, string full) => word.Length > 0 && full.StartsWith(word, StringComparison.Ordinal);

    /// <summary>Reads <c>on</c> or <c>off</c> behind a key.</summary>
    public static bool OnOff(ArgReader args, string key)
    {
        var value = args.Next(key);
        return value switch
        {
            "on" => true,
            "off" => false,
            _ => throw new Iproute2Exception($"Error: argument of \"{key}\" must be \"on\" or \"off\", not \"{value}\""),
        };
    }

    /// <summary>A signed number, decimal, octal (0...) or hexadecimal (0x...), within 32 bits (<c>get_integer</c>).</summary>
    public static bool TryInteger(string text, out int value)
    {
        value = 0;
        if (!TryNumber(text, out var number) || number is < int.MinValue or > int.MaxValue) return false;
        value = (int)number;
        return true;
    }

    /// <summary>A number without sign, decimal, octal (0...) or hexadecimal (0x...), within 32 bits (<c>get_u32</c>).</summary>
    public static bool TryUnsigned(string text, out uint value)
    {
        value = 0;
        if (!TryNumber(text, out var number) || number is < 0 or > uint.MaxValue) return false;
        value = (uint)number;
        return true;
    }

    private static bool TryNumber(string text, out long value)
    {
        var negative = text.StartsWith('-');
        var digits = negative || text.StartsWith('+') ? text[1..] : text;
        if (!TryMagnitude(digits, out value)) return false;
        if (negative) value = -value;
        return true;
    }

    private static bool TryMagnitude(string digits, out long value)
    {
        value = 0;
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return digits.Length <= 17 && long.TryParse(digits.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value >= 0;
        if (digits.Length > 1 && digits[0] == '0') return TryOctal(digits, out value);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryOctal(string digits, out long value)
    {
        value = 0;
        foreach (var c in digits)
        {
            if (c is < '0' or > '7' || value > int.MaxValue) return false;
            value = (value * 8) + (c - '0');
        }

        return true;
    }
}
