namespace ActorNet.Node.Bench.Statistics;

/// <summary>The incomplete gamma function, from which the normal and the chi-square distribution come (Abramowitz and Stegun, 6.5).</summary>
internal static class GammaFunction
{
    private const double Precision = 1e-15;
    private const int MaxSteps = 10_000;

    // Lanczos' approximation of the logarithm of gamma, with five terms.
    private static readonly double[] Lanczos =
        [76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5];

    /// <summary>Logarithm of gamma of a positive number.</summary>
    public static double Log(double x)
    {
        var t = x + 5.5;
        var sum = 1.000000000190015;
        for (var i = 0; i < Lanczos.Length; i++) sum += Lanczos[i] / (x + 1 + i);
        return ((x + 0.5) * Math.Log(t)) - t + Math.Log(2.5066282746310005 * sum / x);
    }

    /// <summary>The regularised upper function Q(a, x), from 1 at x = 0 down to 0.</summary>
    /// <param name="a">Positive.</param>
    /// <param name="x">Not negative.</param>
    public static double Upper(double a, double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        if (x == 0) return 1;
        // Each form converges quickly where the other does not.
        return x < a + 1 ? 1 - Series(a, x) : Fraction(a, x);
    }

    private static double Scale(double a, double x) => Math.Exp((a * Math.Log(x)) - x - Log(a));

    private static double Series(double a, double x)
    {
        var term = 1 / a;
        var sum = term;
        for (var n = 1; n < MaxSteps && Math.Abs(term) > Math.Abs(sum) * Precision; n++) sum += term *= x / (a + n);
        return sum * Scale(a, x);
    }

    /// <summary>Lentz's way to work a continued fraction out.</summary>
    private static double Fraction(double a, double x)
    {
        const double tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / tiny;
        var d = 1 / b;
        var value = d;
        for (var n = 1; n < MaxSteps; n++)
        {
            var step = -n * (n - a);
            b += 2;
            d = 1 / NotZero((step * d) + b, tiny);
            c = NotZero(b + (step / c), tiny);
            value *= d * c;
            if (Math.Abs((d * c) - 1) < Precision) break;
        }

        return value * Scale(a, x);
    }

    private static double NotZero(double value, double tiny) => Math.Abs(value) < tiny ? tiny : value;
}
