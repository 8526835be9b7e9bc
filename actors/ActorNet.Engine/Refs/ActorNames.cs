namespace ActorNet.Engine;

/// <summary>The rules for names of actors and systems, and generated names.</summary>
internal static class ActorNames
{
    private const string Symbols = "-_.*$+:@&=,!~';";
    private const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";

    internal static bool IsValid(string? name)
    {
        if (string.IsNullOrEmpty(name) || name[0] == '$') return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '%')
            {
                if (i + 2 >= name.Length || !char.IsAsciiHexDigit(name[i + 1]) || !char.IsAsciiHexDigit(name[i + 2])) return false;
                i += 2;
            }
            else if (!char.IsAsciiLetterOrDigit(name[i]) && !Symbols.Contains(name[i], StringComparison.Ordinal))
            {
                return false;
            }
        }
        return true;
    }

    internal static void Check(string? name)
    {
        if (IsValid(name)) return;
        throw new InvalidActorNameException(
            $"'{name}' is no name for an actor. Use at least one of ASCII letters, digits, {Symbols} or %XX, and do not start with '$'.");
    }

    /// <summary>The name of the n-th child without one: a dollar, then n in base 64, lowest digit first.</summary>
    internal static string Generated(long n)
    {
        Span<char> text = stackalloc char[12];
        var length = 0;
        text[length++] = '$';
        do
        {
            text[length++] = Digits[(int)(n & 63)];
            n >>= 6;
        }
        while (n > 0);
        return new string(text[..length]);
    }
}
