namespace ActorNet.Node.Bench.Statistics;

/// <summary>The test of Kolmogorov and Smirnov: does a sample come from a distribution?</summary>
internal static class KolmogorovSmirnov
{
    /// <summary>Largest distance between the share of values up to a point and the chance of that; 0 to 1.</summary>
    /// <param name="sample">The values.</param>
    /// <param name="cumulative">Chance of a value up to the argument.</param>
    public static double Distance(Sample sample, Func<double, double> cumulative)
    {
        var largest = 0.0;
        for (var i = 0; i < sample.Count; i++)
        {
            var chance = cumulative(sample.Sorted[i]);
            // The empirical share jumps at each value: both ends of the jump count.
            largest = Math.Max(largest, Math.Max(chance - ((double)i / sample.Count), ((i + 1.0) / sample.Count) - chance));
        }

        return largest;
    }

    /// <summary>The distance that a sample of the right distribution exceeds with a given chance (the asymptotic formula, good from some dozens of values on).</summary>
    /// <param name="count">Values in the sample.</param>
    /// <param name="chance">The chance.</param>
    public static double Critical(int count, double chance = ChiSquare.Level) => Math.Sqrt(-Math.Log(chance / 2) / 2 / count);
}
