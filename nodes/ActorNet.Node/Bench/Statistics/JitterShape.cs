namespace ActorNet.Node.Bench.Statistics;

/// <summary>The distributions of netem's jitter as mathematics has them: deviations from the mean delay in units of the jitter. Independent of the emulator's tables.</summary>
internal sealed class JitterShape
{
    private const double Farthest = 4;
    private const double ParetoExponent = 3;
    private const double ParetoMean = 1.5;
    private const double ParetoScale = 4.0 / 3;
    private const int Halvings = 60;

    private readonly Func<double, double> _quantile;

    private JitterShape(string name, Func<double, double> quantile)
    {
        Name = name;
        _quantile = quantile;
    }

    /// <summary>All of them, by the words of <c>distribution</c>.</summary>
    public static IReadOnlyList<JitterShape> All { get; } =
    [
        new("uniform", share => (2 * share) - 1),
        new("normal", Normal),
        new("pareto", Pareto),
        // A quarter of the one and three quarters of the other, at the same share.
        new("paretonormal", share => (Normal(share) + (3 * Pareto(share))) / 4),
    ];

    /// <summary>The word.</summary>
    public string Name { get; }

    /// <summary>The shape of a word.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static JitterShape Find(string name) =>
        All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal)) ?? throw new ArgumentException($"no distribution '{name}'.", nameof(name));

    /// <summary>Chance of a normally distributed value up to the argument.</summary>
    public static double NormalChance(double x)
    {
        var tail = GammaFunction.Upper(0.5, x * x / 2) / 2;
        return x < 0 ? tail : 1 - tail;
    }

    /// <summary>The deviation that a share of all frames does not exceed.</summary>
    /// <param name="share">0 to 1.</param>
    public double Quantile(double share) => _quantile(share);

    /// <summary>Chance of a deviation up to the argument.</summary>
    public double Chance(double deviation)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (_quantile(middle) <= deviation) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>The mean deviation: that of pareto is not zero, since its longest ones are cut off.</summary>
    public double Mean()
    {
        const int steps = 100_000;
        var sum = 0.0;
        for (var i = 0; i < steps; i++) sum += _quantile((i + 0.5) / steps);
        return sum / steps;
    }

    /// <summary>A table of 16-bit numbers in 1/8192 holds no more than four.</summary>
    private static double Normal(double share)
    {
        var (low, high) = (-Farthest, Farthest);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (NormalChance(middle) <= share) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    private static double Pareto(double share) => Math.Min((Math.Pow(1 - share, -1 / ParetoExponent) - ParetoMean) * ParetoScale, Farthest);
}
