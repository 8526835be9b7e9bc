using System.Globalization;

namespace ActorNet.Topology;

/// <summary>Which number stands for many measured times.</summary>
public enum StatisticKind
{
    /// <summary>The smallest.</summary>
    Min,

    /// <summary>The one that as many are below as above.</summary>
    Median,

    /// <summary>The arithmetic mean.</summary>
    Mean,

    /// <summary>The largest.</summary>
    Max,

    /// <summary>The smallest one that so many percent do not exceed.</summary>
    Percentile,
}

/// <summary>Which number stands for many measured times: <c>min</c>, <c>median</c>, <c>mean</c>, <c>max</c>, <c>p99</c>.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Percent">Of a percentile: above 0, below 100.</param>
public readonly record struct Statistic(StatisticKind Kind, double Percent = 0)
{
    private static readonly Dictionary<string, StatisticKind> Words = new(StringComparer.Ordinal)
    {
        ["min"] = StatisticKind.Min,
        ["median"] = StatisticKind.Median,
        ["mean"] = StatisticKind.Mean,
        ["max"] = StatisticKind.Max,
    };

    /// <summary>Reads the word of a statistic.</summary>
    public static bool TryRead(string word, out Statistic statistic)
    {
        ArgumentNullException.ThrowIfNull(word);
        statistic = default;
        if (Words.TryGetValue(word, out var kind)) statistic = new Statistic(kind);
        else if (word.Length is > 1 and <= 7 && word[0] == 'p' && char.IsAsciiDigit(word[^1])
            && double.TryParse(word.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and < 100)
            statistic = new Statistic(StatisticKind.Percentile, percent);
        else return false;
        return true;
    }

    /// <summary>As in a file.</summary>
    public override string ToString() => Kind == StatisticKind.Percentile
        ? string.Create(CultureInfo.InvariantCulture, $"p{Percent}")
        : Kind.ToString().ToLowerInvariant();
}
