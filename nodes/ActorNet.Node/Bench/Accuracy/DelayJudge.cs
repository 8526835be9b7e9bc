using ActorNet.Node.Bench.Statistics;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>Judges how long frames were on their way.</summary>
internal static class DelayJudge
{
    /// <summary>Most that the 99th percentile of the error may be.</summary>
    public const double TargetMicroseconds = 100;

    /// <summary>What the emulator's tables of 4096 steps may add to a distance.</summary>
    private const double TableStep = 1.0 / 4096;

    private const double NanosecondsPerMicrosecond = 1e3;
    private const double NanosecondsPerMillisecond = 1e6;

    /// <summary>A delay that is the same for all: mean, middle, and how far off all but one in a hundred are at most.</summary>
    /// <param name="set">Nanoseconds.</param>
    public static Func<Experiment, Observation, IEnumerable<AccuracyFigure>> Constant(long set) => (experiment, seen) =>
    {
        var delays = new Sample(seen.Delays().Select(d => (double)d));
        var errors = new Sample(seen.Delays().Select(d => Math.Abs((double)(d - set))));
        return
        [
            Time(experiment, "mean", set, delays.Mean, Math.Abs(delays.Mean - set), null),
            Time(experiment, "p50", set, delays.Quantile(0.5), Math.Abs(delays.Quantile(0.5) - set), null),
            Time(experiment, "p99", set, delays.Quantile(0.99), errors.Quantile(0.99), TargetMicroseconds),
        ];
    };

    /// <summary>What a path adds by itself: told, not judged.</summary>
    public static IEnumerable<AccuracyFigure> Bare(Experiment experiment, Observation seen) => Constant(0)(experiment, seen).Select(f => f with { Target = null });

    /// <summary>Delays that are spread.</summary>
    /// <param name="set">Mean delay in nanoseconds.</param>
    /// <param name="jitter">Nanoseconds.</param>
    /// <param name="shape">A word of <see cref="JitterShape"/>.</param>
    public static Func<Experiment, Observation, IEnumerable<AccuracyFigure>> Spread(long set, long jitter, string shape) => (experiment, seen) =>
    {
        var distribution = JitterShape.Find(shape);
        var delays = new Sample(seen.Delays().Select(d => (double)d));
        var mean = set + (jitter * distribution.Mean());
        var distance = KolmogorovSmirnov.Distance(delays, d => distribution.Chance((d - set) / jitter));
        return
        [
            Time(experiment, "mean", mean, delays.Mean, Math.Abs(delays.Mean - mean), null),
            Quantile(experiment, "p50", 0.5),
            Quantile(experiment, "p99", 0.99),
            experiment.Figure("distribution", "", 0, distance, distance, ErrorUnits.Distance, KolmogorovSmirnov.Critical(delays.Count) + TableStep),
        ];

        AccuracyFigure Quantile(Experiment of, string name, double share)
        {
            var expected = set + (jitter * distribution.Quantile(share));
            return Time(of, name, expected, delays.Quantile(share), Math.Abs(delays.Quantile(share) - expected), null);
        }
    };

    /// <summary>Frames that overtake: those that were on their way for less than half of the delay.</summary>
    /// <param name="set">Delay of the others in nanoseconds.</param>
    /// <param name="share">How many overtake.</param>
    public static Func<Experiment, Observation, IEnumerable<AccuracyFigure>> Overtaking(long set, double share) => (experiment, seen) =>
    {
        var delays = seen.Delays();
        return [ShareJudge.Independent(experiment, "overtaking", delays.Count(d => d < set / 2), delays.Count, share)];
    };

    private static AccuracyFigure Time(Experiment experiment, string what, double set, double got, double error, double? target) =>
        experiment.Figure(what, "ms", set / NanosecondsPerMillisecond, got / NanosecondsPerMillisecond, error / NanosecondsPerMicrosecond, ErrorUnits.Microseconds, target);
}
