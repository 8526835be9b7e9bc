namespace ActorNet.Core.Tc.Basic;

/// <summary>Numbers as C's <c>strtoul</c> reads them with base 0: what stands behind the digits is left.</summary>
internal static class EmatchNumber
{
    /// <summary>Reads a number; a minus makes it wrap around.</summary>
    /// <returns>False when there is no digit, or it is the largest number there is or larger.</returns>
    public static bool TryParse(string text, out ulong number)
    {
        number = 0;
        var at = text.StartsWith('-') || text.StartsWith('+') ? 1 : 0;
        var radix = RadixOf(text, ref at);
        var first = at;
        for (; at < text.Length && Digit(text[at]) is var digit && digit < radix; at++)
        {
            if (number > (ulong.MaxValue - digit) / radix) return false;
            number = (number * radix) + digit;
        }

        if (text.StartsWith('-')) number = 0 - number;
        return at > first && number != ulong.MaxValue;
    }

    private static ulong RadixOf(string text, ref int at)
    {
        if (at + 2 < text.Length && text[at] == '0' && text[at + 1] is 'x' or 'X' && Digit(text[at + 2]) < 16)
        {
            at += 2;
            return 16;
        }

        return at < text.Length && text[at] == '0' ? 8u : 10u;
    }

    private static ulong Digit(char character) => character switch
    {
        >= '0' and <= '9' => (ulong)(character - '0'),
        >= 'a' and <= 'f' => (ulong)(character - 'a' + 10),
        >= 'A' and <= 'F' => (ulong)(character - 'A' + 10),
        _ => ulong.MaxValue,
    };
}
