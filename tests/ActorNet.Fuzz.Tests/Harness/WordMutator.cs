using System.Globalization;

namespace ActorNet.Fuzz.Tests.Harness;

/// <summary>Makes right lines of words wrong, a word at a time, mostly by words of other right lines.</summary>
internal static class WordMutator
{
    /// <summary>Up to four changes; none now and then, so that something is there for the next line to meet.</summary>
    public static string Mutate(FuzzSource source, string line, IReadOnlyList<string> words)
    {
        if (source.OneIn(2)) return line;
        var parts = new List<string>(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        for (var changes = source.Between(1, 4); changes > 0; changes--) Change(source, parts, words);
        return string.Join(' ', parts);
    }

    private static void Change(FuzzSource source, List<string> parts, IReadOnlyList<string> words)
    {
        // The program's name mostly stays, or hardly anything would get further.
        var at = parts.Count <= 1 || source.OneIn(40) ? 0 : source.Between(1, parts.Count - 1);
        var word = Word(source, words);
        if (parts.Count == 0)
        {
            parts.Add(word);
            return;
        }

        switch (source.Below(7))
        {
            case 0:
                parts.RemoveAt(at);
                break;
            case 1:
                parts.Insert(at, word);
                break;
            case 2:
                parts.Insert(at, parts[source.Below(parts.Count)]);
                break;
            case 3:
                var other = source.Below(parts.Count);
                (parts[at], parts[other]) = (parts[other], parts[at]);
                break;
            case 4 when parts[at].Length > 0:
                parts[at] = parts[at].Insert(source.Below(parts[at].Length + 1), TextMutator.Piece(source, words));
                break;
            case 5:
                parts.RemoveRange(at, parts.Count - at);
                break;
            default:
                parts[at] = word;
                break;
        }
    }

    private static string Word(FuzzSource source, IReadOnlyList<string> words) => source.Below(8) switch
    {
        0 => TextMutator.Piece(source, words),
        1 => source.Edge().ToString(CultureInfo.InvariantCulture),
        _ => source.Pick(words),
    };
}
