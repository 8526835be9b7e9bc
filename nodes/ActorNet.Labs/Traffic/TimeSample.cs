using ActorNet.Topology;

namespace ActorNet.Labs.Traffic;

/// <summary>Measured times in nanoseconds: many of them, or of somebody else's measurement the numbers that he tells.</summary>
public sealed class TimeSample
{
    private readonly double[] _sorted;
    private readonly Dictionary<StatisticKind, double> _told;

    private TimeSample(double[] sorted, Dictionary<StatisticKind, double> told) => (_sorted, _told) = (sorted, told);

    /// <summary>How many single times there are; 0 when only numbers about them are known.</summary>
    public int Count => _sorted.Length;

    /// <summary>Of single times.</summary>
    /// <param name="nanoseconds">The times; null comes out when there is none.</param>
    /// <param name="mean">Their mean where they are only a choice of more; null for the mean of these.</param>
    public static TimeSample? Of(IReadOnlyCollection<long> nanoseconds, double? mean = null)
    {
        ArgumentNullException.ThrowIfNull(nanoseconds);
        if (nanoseconds.Count == 0) return null;
        var sorted = nanoseconds.Select(n => (double)n).ToArray();
        Array.Sort(sorted);
        return new TimeSample(sorted, new() { [StatisticKind.Mean] = mean ?? sorted.Average() });
    }

    /// <summary>Of a measurement that tells no more than this.</summary>
    /// <param name="min">The smallest time.</param>
    /// <param name="mean">The mean.</param>
    /// <param name="max">The largest one; null when that is not told.</param>
    public static TimeSample OfSummary(double min, double mean, double? max = null)
    {
        var told = new Dictionary<StatisticKind, double> { [StatisticKind.Min] = min, [StatisticKind.Mean] = mean };
        if (max is { } most) told[StatisticKind.Max] = most;
        return new TimeSample([], told);
    }

    /// <summary>A number about the times; null when it is not known.</summary>
    public double? ValueOf(Statistic statistic)
    {
        if (_told.TryGetValue(statistic.Kind, out var told)) return told;
        if (_sorted.Length == 0) return null;
        return statistic.Kind switch
        {
            StatisticKind.Min => _sorted[0],
            StatisticKind.Max => _sorted[^1],
            StatisticKind.Median => (_sorted[(_sorted.Length - 1) / 2] + _sorted[_sorted.Length / 2]) / 2,
            // The nearest rank: a time that was measured, not one between two.
            _ => _sorted[Math.Clamp((int)Math.Ceiling((decimal)statistic.Percent * _sorted.Length / 100) - 1, 0, _sorted.Length - 1)],
        };
    }
}
