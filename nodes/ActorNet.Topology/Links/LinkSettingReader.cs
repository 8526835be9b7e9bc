using System.Diagnostics.CodeAnalysis;
using ActorNet.Topology.Reading;
using static ActorNet.Topology.LinkSetting;

namespace ActorNet.Topology;

/// <summary>Reads the value of a link's setting; the same words in a file, in a schedule and on the command line.</summary>
internal static class LinkSettingReader
{
    private const int MostWords = 6;
    private const string LossRemedy = "Write a percentage, as in 0.1%, with a second one for correlation; or state P13 [P31 [P32 [P23 [P14]]]]; or gemodel P [R [1-H [1-K]]]";
    private const string JitterRemedy = "Write a time, as in 5ms; behind it a correlation, as in 25%, and a shape: uniform, normal, pareto or paretonormal";
    private const string ReorderRemedy = "Write a percentage, as in 25%; behind it a correlation, as in 50%, and how many frames lie between two: gap 5";
    private const string ChanceRemedy = "Write a number from 0 to 100 and %, as in 0.1%, with a second one for correlation";

    private static readonly string[] Shapes = ["uniform", "normal", "pareto", "paretonormal"];
    private static readonly HashSet<string> DetachedUnits =
        new(["%", "us", "ms", "s", "b", "kb", "mb", "gb", "bit", "kbit", "mbit", "gbit", "tbit", "packets"], StringComparer.Ordinal);

    /// <summary>Reads a value.</summary>
    /// <param name="key">One of <see cref="Keys"/>.</param>
    /// <param name="text">The value as written.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="fault">What is wrong with it.</param>
    public static bool TryRead(string key, string text, [NotNullWhen(true)] out LinkSetting? setting, [NotNullWhen(false)] out LinkFault? fault)
    {
        var words = Split(text);
        var amount = words.Count is 0 or > MostWords ? null : Amount(key, words);
        setting = amount is { } number ? new LinkSetting(key, string.Join(' ', words), number) : null;
        fault = setting is null ? new LinkFault($"{key} {Phrases.Quote(text)} is no {Noun(key)}", Remedy(key)) : null;
        return setting is not null;
    }

    /// <summary>What to write for a key.</summary>
    public static string Remedy(string key) => key switch
    {
        Names.Rate => LinkUnits.RateRemedy,
        Names.Burst => LinkUnits.SizeRemedy,
        Names.Limit => LinkUnits.LimitRemedy,
        Names.Latency or Names.Delay => LinkUnits.TimeRemedy,
        Names.Jitter => JitterRemedy,
        Names.Loss => LossRemedy,
        Names.Reorder => ReorderRemedy,
        _ => ChanceRemedy,
    };

    /// <summary>Words, with a number and the unit that stands behind a space put together: <c>tc</c> takes no space.</summary>
    private static List<string> Split(string text)
    {
        var words = new List<string>();
        foreach (var word in text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count > 0 && DetachedUnits.Contains(word) && char.IsAsciiDigit(words[^1][^1])) words[^1] += word;
            else words.Add(word);
        }

        return words;
    }

    private static double? Amount(string key, List<string> words) => key switch
    {
        Names.Rate => words.Count == 1 ? LinkUnits.Rate(words[0]) : null,
        Names.Burst => words.Count == 1 ? LinkUnits.Size(words[0]) : null,
        Names.Limit => words.Count == 1 ? LinkUnits.Frames(words[0]) ?? LinkUnits.Size(words[0]) : null,
        Names.Latency => words.Count == 1 ? Latency(words[0]) : null,
        Names.Delay => words.Count == 1 ? LinkUnits.Delay(words[0]) : null,
        Names.Jitter => Jitter(words),
        Names.Loss => Loss(words),
        Names.Reorder => Reorder(words),
        _ => Chance(words),
    };

    private static double? Latency(string word) => LinkUnits.Latency(word) is { } microseconds ? microseconds * 1e3 : null;

    private static double? Jitter(List<string> words)
    {
        var rest = words.Skip(1).ToList();
        if (rest.Count > 0 && LinkUnits.Percent(rest[0]) is not null) rest.RemoveAt(0);
        if (rest.Count > 0 && Shapes.Contains(rest[0], StringComparer.Ordinal)) rest.RemoveAt(0);
        // The kernel keeps a jitter as a signed 32-bit number of nanoseconds.
        return rest.Count == 0 && LinkUnits.Delay(words[0]) is { } time and <= int.MaxValue ? time : null;
    }

    private static double? Loss(List<string> words)
    {
        switch (words[0])
        {
            case "state":
                return words.Count <= 6 ? Percents(words) : null;
            case "gemodel":
                return words.Count <= 5 ? Percents(words) : null;
            case "random":
                words.RemoveAt(0);
                break;
        }

        return words.Count == 0 ? null : Chance(words);
    }

    private static double? Percents(List<string> words) =>
        words.Count > 1 && words.Skip(1).All(w => LinkUnits.Percent(w) is not null) ? LinkUnits.Percent(words[1]) : null;

    private static double? Chance(List<string> words) =>
        words.Count <= 2 && words.All(w => LinkUnits.Percent(w) is not null) ? LinkUnits.Percent(words[0]) : null;

    private static double? Reorder(List<string> words)
    {
        if (words.Count < 3 || words[^2] is not "gap") return Chance(words);
        return ushort.TryParse(words[^1], out var gap) && gap > 0 ? Chance(words.GetRange(0, words.Count - 2)) : null;
    }

    private static string Noun(string key) => key switch
    {
        Names.Rate => "rate above 0",
        Names.Burst => "size above 0",
        Names.Limit => "size above 0 and no number of frames",
        Names.Latency or Names.Delay => "time",
        Names.Jitter => "time with correlation and shape",
        Names.Loss => "percentage and no model of losses",
        Names.Reorder => "percentage with gap",
        _ => "percentage",
    };
}
