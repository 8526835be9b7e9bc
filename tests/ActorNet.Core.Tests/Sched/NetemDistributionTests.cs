using ActorNet.Node.Bench.Statistics;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

/// <summary>Distributions of delays and losses against those of mathematics, by the tests of Kolmogorov and Smirnov and of Pearson; the seeds are fixed.</summary>
public sealed class NetemDistributionTests
{
    private const int Frames = 20_000;
    private const int DelayedFrames = 6000;
    private const double Mean = 100;
    private const double Jitter = 10;

    /// <summary>What a table of 4096 steps may add to a distance.</summary>
    private const double TableStep = 1.0 / 4096;

    [Theory]
    [Trait("rule", "NETEM-03")]
    [InlineData("")]
    [InlineData("uniform")]
    [InlineData("normal")]
    [InlineData("pareto")]
    [InlineData("paretonormal")]
    public void Delays_are_distributed_as_asked_for(string name)
    {
        var delays = new Sample(Delays($"delay 100ms 10ms {(name.Length == 0 ? "" : "distribution " + name)}"));

        var shape = JitterShape.Find(name.Length == 0 ? "uniform" : name);
        KolmogorovSmirnov.Distance(delays, d => shape.Chance((d - Mean) / Jitter)).ShouldBeLessThan(KolmogorovSmirnov.Critical(DelayedFrames) + TableStep);
        // And no other shape would pass.
        foreach (var other in JitterShape.All.Where(s => s.Name != shape.Name))
            KolmogorovSmirnov.Distance(delays, d => other.Chance((d - Mean) / Jitter)).ShouldBeGreaterThan(KolmogorovSmirnov.Critical(DelayedFrames) + TableStep);
    }

    [Theory]
    [Trait("rule", "NETEM-02")]
    [InlineData("loss 2%", 0.02, 0.98)]
    [InlineData("loss 10%", 0.1, 0.9)]
    [InlineData("loss random 60%", 0.6, 0.4)]
    [InlineData("loss state 3% 20%", 0.03, 0.2)]
    [InlineData("loss gemodel 5% 40%", 0.05, 0.4)]
    [Trait("rule", "NETEM-08")]
    [Trait("rule", "NETEM-09")]
    public void Losses_come_in_runs_of_geometric_length(string options, double begin, double end)
    {
        var lost = Losses(options, seed: 11);

        Passes(RunLengths.Of(lost, of: true), end);
        Passes(RunLengths.Of(lost, of: false), begin);
        if (Math.Abs(begin + end - 1) < 1e-9) ChiSquare.OfShare(lost.Count(l => l), Frames, begin).ShouldBeLessThan(ChiSquare.Critical(1));
    }

    [Theory]
    [Trait("rule", "NETEM-02")]
    [InlineData(30, 50)]
    [InlineData(40, 80)]
    public void Correlated_losses_cluster_as_the_model_says(int percent, int correlation)
    {
        var lost = Losses($"loss {percent}% {correlation}%", seed: 5);

        var model = Correlated(percent / 100.0, correlation / 100.0, 1_000_000);
        Share(lost).ShouldBe(Share(model), 0.03);
        Share([.. BehindLost(lost)]).ShouldBe(Share([.. BehindLost(model)]), 0.04);
        // Much more than without.
        Share([.. BehindLost(lost)]).ShouldBeGreaterThan(Share(lost) + 0.1);
    }

    [Theory]
    [Trait("rule", "NETEM-02")]
    [InlineData("delay 100ms 10ms")]
    // The draws correlate, but what is taken of them is a remainder, which does not: in Linux, too.
    [InlineData("delay 100ms 10ms 60%")]
    public void Delays_do_not_depend_on_the_last_one(string options)
    {
        var delays = Delays(options);

        Correlation(delays, distance: 1).ShouldBe(0, 0.05);
        new Sample(delays).Deviation.ShouldBe(Jitter / Math.Sqrt(3), 0.15);
    }

    [Theory]
    [Trait("rule", "NETEM-04")]
    [InlineData("reorder 25%", 1 / 4.0)]
    // Four frames wait, then each overtakes with a half, so that two are tried on average.
    [InlineData("reorder 50% gap 5", 1 / 6.0)]
    public void As_many_frames_overtake_as_asked_for(string options, double share)
    {
        using var bench = new ShapeBench();
        bench.Tc($"qdisc add dev va root netem delay 20ms {options} seed 7");
        var early = 0;
        for (var i = 0; i < Frames; i++)
        {
            var before = bench.Device.Sent.Count;
            bench.X(1, 60);
            early += bench.Device.Sent.Count - before;
            bench.Advance(0.1);
        }

        ChiSquare.OfShare(early, Frames, share).ShouldBeLessThan(ChiSquare.Critical(1));
    }

    /// <summary>x' = (1 - rho) u + rho x; lost when the chance is not below it.</summary>
    private static bool[] Correlated(double chance, double rho, int count)
    {
        var random = new Random(1);
        var last = 0.5;
        var lost = new bool[count];
        for (var i = 0; i < count; i++)
        {
            last = ((1 - rho) * random.NextDouble()) + (rho * last);
            lost[i] = chance >= last;
        }

        return lost;
    }

    private static double Share(bool[] outcomes) => outcomes.Count(o => o) / (double)outcomes.Length;

    private static IEnumerable<bool> BehindLost(bool[] lost) => lost.Skip(1).Zip(lost).Where(p => p.Second).Select(p => p.First);

    private static void Passes(IReadOnlyList<int> lengths, double end)
    {
        var (statistic, degrees) = RunLengths.Test(lengths, end).ShouldNotBeNull();
        statistic.ShouldBeLessThan(ChiSquare.Critical(degrees));
    }

    /// <summary>Of each frame in the order of sending, in milliseconds; each is alone on its way, so that it is known again.</summary>
    private static double[] Delays(string options)
    {
        using var bench = new ShapeBench();
        bench.Tc($"qdisc add dev va root netem {options} seed 7");
        var delays = new double[DelayedFrames];
        for (var i = 0; i < delays.Length; i++)
        {
            var sent = bench.Lab.Now.Nanoseconds;
            bench.X(1, 60);
            bench.Advance(Mean + (5 * Jitter));
            delays[i] = (bench.Device.Sent[^1].At - sent) / 1e6;
        }

        return delays;
    }

    private static bool[] Losses(string options, int seed)
    {
        using var bench = new ShapeBench();
        bench.Tc($"qdisc add dev va root netem {options} seed {seed}");
        var lost = new bool[Frames];
        for (var i = 0; i < Frames; i++)
        {
            var before = bench.Device.Sent.Count;
            bench.X(1, 60);
            lost[i] = bench.Device.Sent.Count == before;
        }

        return lost;
    }

    private static double Correlation(double[] values, int distance)
    {
        var mean = values.Average();
        var together = 0.0;
        for (var i = distance; i < values.Length; i++) together += (values[i] - mean) * (values[i - distance] - mean);
        return together / values.Sum(v => (v - mean) * (v - mean));
    }
}
