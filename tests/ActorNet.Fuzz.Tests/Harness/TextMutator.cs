using System.Globalization;

namespace ActorNet.Fuzz.Tests.Harness;

/// <summary>Makes right texts wrong.</summary>
internal static class TextMutator
{
    private static readonly string[] Noise =
    [
        "", " ", "\t", "\n", "\r\n", "\0", "\"", "\"\"\"", "'", "\\", "\\u", "\\ud800", "#", "//", "{", "}", "[", "]", "(", ")", ",", ":", "=", "+=", "$", "${", "${?", "}", ".", "..", "-", "--", "->",
        "%", "%d", "%s", "/", "*", "@", "!", "~", "|", "&", ";", "é", "ß", "漢", "\ud83d\ude00", "\ud800", "\udfff", "\u202e", "\ufeff", "\u0085", "\u2028", "null", "true", "false", "include", "1e999", "-0",
        "0x", "0xffffffff", "1.", ".5", "1e-9", "99999999999999999999999999", "10ms", "-5ms", "1gbit", "100%", "1h", "nan", "infinity",
    ];

    /// <summary>One to six changes to one of several right texts; now and then noise alone.</summary>
    public static string Mutate(FuzzSource source, IReadOnlyList<string> right, IReadOnlyList<string> words, int most = 20_000)
    {
        if (source.OneIn(12)) return string.Concat(Enumerable.Range(0, source.Below(30)).Select(_ => Piece(source, words)));
        var text = source.Pick(right);
        for (var changes = source.Between(1, 6); changes > 0; changes--) text = Change(source, text, right, words);
        return text.Length > most ? text[..most] : text;
    }

    /// <summary>A piece of noise: a word of the language, a sign, a number, a character.</summary>
    public static string Piece(FuzzSource source, IReadOnlyList<string> words) => source.Below(4) switch
    {
        0 => source.Pick(Noise),
        1 => source.Edge().ToString(CultureInfo.InvariantCulture),
        2 => ((char)source.Below(source.OneIn(4) ? 0x10000 : 0x80)).ToString(),
        _ => source.Pick(words),
    };

    private static string Change(FuzzSource source, string text, IReadOnlyList<string> right, IReadOnlyList<string> words)
    {
        var at = source.Below(text.Length + 1);
        var length = Math.Min(source.Between(1, source.OneIn(3) ? 200 : 12), text.Length - at);
        switch (source.Below(6))
        {
            case 0:
                return text.Remove(at, length);
            case 1:
                return text.Insert(at, Piece(source, words));
            case 2:
                return text.Remove(at, length).Insert(at, Piece(source, words));
            case 3:
                return text.Insert(source.Below(text.Length + 1), text.Substring(at, length));
            case 4:
                return text[..at];
            default:
                var other = source.Pick(right);
                return text.Insert(at, other[source.Below(other.Length + 1)..]);
        }
    }
}
