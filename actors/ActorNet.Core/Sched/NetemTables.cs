namespace ActorNet.Core.Sched;

/// <summary>
/// Shapes of jitter: 4,096 deviations at equal steps of probability, in 1/8192 of the jitter (rule NETEM-03). Computed as iproute2 computes the files that it ships;
/// no entry differs from those by more than one or two units.
/// </summary>
public static class NetemTables
{
    /// <summary>Units of one jitter.</summary>
    public const int Scale = 8192;

    private const int Steps = 16384;
    private const int Stride = 4;
    private const double ParetoExponent = 3.0;
    private const double ParetoMean = 1.5;

    private static readonly Lazy<short[]> NormalTable = new(() => Build(Normal));
    private static readonly Lazy<short[]> ParetoTable = new(() => Build(Pareto));
    private static readonly Lazy<short[]> ParetoNormalTable = new(() => Build(ParetoNormal));

    /// <summary>The table of a name; a null table is the uniform one, which needs none.</summary>
    /// <param name="name"><c>uniform</c>, <c>normal</c>, <c>pareto</c> or <c>paretonormal</c>.</param>
    /// <param name="table">The table; not to be written to.</param>
    /// <returns>False for another name.</returns>
    public static bool TryFind(string name, out short[]? table)
    {
        table = name switch
        {
            "normal" => NormalTable.Value,
            "pareto" => ParetoTable.Value,
            "paretonormal" => ParetoNormalTable.Value,
            _ => null,
        };
        return table is not null || name is "uniform";
    }

    private static short[] Build(Func<int, double> deviation) =>
        [.. Enumerable.Range(0, Steps / Stride).Select(i => (short)Math.Clamp(deviation(i * Stride), short.MinValue, short.MaxValue))];

    private static double Normal(int step) => Math.Round(Quantile((step + 0.5) / Steps) * Scale);

    private static double Pareto(int step)
    {
        var share = 1 - (step / (double)Steps);
        return Math.Truncate(Math.Min((Math.Pow(share, -1 / ParetoExponent) - ParetoMean) * (4.0 / 3.0) * Scale, short.MaxValue));
    }

    private static double ParetoNormal(int step) => Math.Truncate((Normal(step) + (3 * Pareto(step))) / 4);

    /// <summary>The normal distribution's quantile, by Acklam's rational approximation, whose relative error is below 1.2e-9.</summary>
    private static double Quantile(double p)
    {
        const double tail = 0.02425;
        if (p > 1 - tail) return -Quantile(1 - p);
        if (p < tail)
        {
            var q = Math.Sqrt(-2 * Math.Log(p));
            return Polynomial(q, -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783)
                / Polynomial(q, 7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1);
        }

        var d = p - 0.5;
        var r = d * d;
        return d * Polynomial(r, -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690, -30.66479806614716, 2.506628277459239)
            / Polynomial(r, -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1);
    }

    private static double Polynomial(double x, params ReadOnlySpan<double> coefficients)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients) sum = (sum * x) + coefficient;
        return sum;
    }
}
