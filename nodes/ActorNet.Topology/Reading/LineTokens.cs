using System.Globalization;

namespace ActorNet.Topology.Reading;

/// <summary>The words of a part of a line, each with its place.</summary>
internal sealed class LineTokens
{
    public const string TimeRemedy = "Write a number with a unit: us, ms, s, min or h, as in 10s";
    public static readonly long MostTime = (long)TimeSpan.FromDays(366).TotalMilliseconds * 1_000_000;
    private readonly List<(string Word, int At)> _tokens = [];
    private readonly int _end;
    private int _next;

    public LineTokens(string text, int from, int to)
    {
        _end = to;
        var at = from;
        while (at < to)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var stop = at;
            if (IsArrow(text, at, to)) stop += 2;
            else while (stop < to && !char.IsWhiteSpace(text[stop]) && !IsArrow(text, stop, to)) stop++;
            _tokens.Add((text[at..stop], at));
            at = stop;
        }
    }

    public bool AtEnd => _next == _tokens.Count;

    /// <summary>A time as it would be written.</summary>
    public static string Show(long nanoseconds) => nanoseconds % 1_000_000 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000}ms")
        : string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.###}ms");

    public string Next(string what, string remedy) => AtEnd ? throw Missing(what, remedy) : _tokens[_next++].Word;

    public bool TryTake(string word)
    {
        if (AtEnd || !string.Equals(_tokens[_next].Word, word, StringComparison.Ordinal)) return false;
        _next++;
        return true;
    }

    public void Expect(string word, string example)
    {
        if (TryTake(word)) return;
        if (AtEnd) throw Missing($"'{word}'", $"Write {example}");
        _next++;
        throw Wrong($"{Phrases.Quote(_tokens[_next - 1].Word)} stands where '{word}' belongs", $"Write {example}");
    }

    public long Time(string behind)
    {
        var word = Next($"a time behind {behind}", TimeRemedy);
        return TryTime(word, out var time) && time <= MostTime ? time : throw Wrong($"{Phrases.Quote(word)} is no time of at most 366 days", TimeRemedy);
    }

    public void End(string behind)
    {
        if (AtEnd) return;
        _next++;
        throw Wrong($"{Phrases.Quote(_tokens[_next - 1].Word)} behind {behind} makes no sense", "Remove it");
    }

    /// <summary>The words up to one of these.</summary>
    public IReadOnlyList<string> TakeUntil(params string[] stops)
    {
        var words = new List<string>();
        while (!AtEnd && !stops.Contains(_tokens[_next].Word, StringComparer.Ordinal)) words.Add(_tokens[_next++].Word);
        return words;
    }

    /// <summary>The place of the word taken last.</summary>
    public LineMark Mark() => new(_next > 0 ? _tokens[_next - 1].At : 0);

    /// <summary>About the word taken last.</summary>
    public LineException Wrong(string what, string remedy) => Wrong(new LinkFault(what, remedy));

    /// <summary>About the word taken last.</summary>
    public LineException Wrong(LinkFault fault) => Mark().Wrong(fault);

    /// <summary>About one of the words that <see cref="TakeUntil"/> gave last.</summary>
    public LineException WrongAt(int word, int count, LinkFault fault)
    {
        var first = _next - count;
        return new LineException(word < count ? _tokens[first + word].At : _tokens[^1].At, fault);
    }

    private static bool IsArrow(string text, int at, int to) => at + 1 < to && text[at] == '-' && text[at + 1] == '>';

    /// <summary>A time of any length: us, ms, s, min, h.</summary>
    public static bool TryTime(string word, out long time)
    {
        var scaled = word.EndsWith("min", StringComparison.Ordinal) ? (word[..^3], 60L) : word.EndsWith('h') ? (word[..^1], 3600L) : (word, 0L);
        if (scaled.Item2 == 0) return LinkUnits.TryTime(word, out time);
        time = 0;
        if (!decimal.TryParse(scaled.Item1, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 10_000) return false;
        time = (long)(number * scaled.Item2 * 1_000_000_000);
        return true;
    }

    private LineException Missing(string what, string remedy) => new(_tokens.Count > 0 ? _tokens[^1].At : _end, new LinkFault($"{what} is missing", remedy));
}
