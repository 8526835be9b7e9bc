namespace ActorNet.Node.Bench.Statistics;

/// <summary>Pearson's test: do counts agree with what was expected?</summary>
internal static class ChiSquare
{
    /// <summary>
    /// How often a right emulator may be called wrong: once in ten thousand tests. A run makes some dozens of tests, so that it is wrong about once in some hundreds of seeds.
    /// </summary>
    public const double Level = 1e-4;

    private const double MaxStatistic = 1e7;

    /// <summary>The sum of squared deviations over expectations.</summary>
    /// <param name="observed">Counts.</param>
    /// <param name="expected">What they should be on average, all positive, as many.</param>
    public static double Statistic(IReadOnlyList<double> observed, IReadOnlyList<double> expected)
    {
        if (observed.Count != expected.Count) throw new ArgumentException("there must be as many expectations as counts.", nameof(expected));
        var sum = 0.0;
        for (var i = 0; i < observed.Count; i++)
        {
            var off = observed[i] - expected[i];
            sum += off * off / expected[i];
        }

        return sum;
    }

    /// <summary>The test of one share: hits among trials that are independent of each other; one degree of freedom.</summary>
    /// <param name="hits">How many were.</param>
    /// <param name="trials">Of how many.</param>
    /// <param name="share">How many should be; strictly between 0 and 1.</param>
    public static double OfShare(long hits, long trials, double share) =>
        Statistic([hits, trials - hits], [trials * share, trials * (1 - share)]);

    /// <summary>Chance that the statistic exceeds a value though all is right.</summary>
    /// <param name="statistic">The value.</param>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    public static double Chance(double statistic, int degrees) => GammaFunction.Upper(degrees / 2.0, statistic / 2);

    /// <summary>The value that the statistic exceeds with a given chance though all is right.</summary>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    /// <param name="chance">The chance.</param>
    public static double Critical(int degrees, double chance = Level)
    {
        var (low, high) = (0.0, MaxStatistic);
        for (var i = 0; i < 200 && high - low > 1e-10 * high; i++)
        {
            var middle = (low + high) / 2;
            if (Chance(middle, degrees) > chance) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
