namespace ActorNet.Node.Bench.Statistics;

/// <summary>Measured values in order, and what is said about many of them.</summary>
internal sealed class Sample
{
    private readonly double[] _sorted;

    /// <summary>Copies and sorts the values.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public Sample(IEnumerable<double> values)
    {
        _sorted = [.. values.Order()];
        if (_sorted.Length == 0) throw new ArgumentException("nothing was measured.", nameof(values));
        Mean = _sorted.Average();
    }

    /// <summary>Number of values.</summary>
    public int Count => _sorted.Length;

    /// <summary>The values, smallest first.</summary>
    public IReadOnlyList<double> Sorted => _sorted;

    /// <summary>Their mean.</summary>
    public double Mean { get; }

    /// <summary>Their standard deviation, as of a sample: divided by one less than their number; 0 for a single value.</summary>
    public double Deviation => Count == 1 ? 0 : Math.Sqrt(_sorted.Sum(v => (v - Mean) * (v - Mean)) / (Count - 1));

    /// <summary>The smallest value that at least this share of all values does not exceed (nearest rank): always a value that was measured.</summary>
    /// <param name="share">0 to 1.</param>
    public double Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        return _sorted[Math.Max(0, (int)Math.Ceiling(share * Count) - 1)];
    }
}
