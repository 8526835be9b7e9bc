using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Kernels;
using ActorNet.Node.Bench.Statistics;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace ActorNet.Conformance.Tests.Statistics;

/// <summary>
/// Chances, delays and rates of a real netem and of ours, with bounds that each has to keep. The kernel's chances have no seed, so that its bounds are missed by a right
/// kernel once in a million runs; its times are those of a virtual machine on a busy processor, so that they may be late.
/// </summary>
[Collection(ReferenceKernels.Collection)]
public class StatisticalTests(ReferenceKernels kernels, ITestOutputHelper output)
{
    private const double Level = 1e-6;

    /// <summary>What a busy virtual machine may be late, in seconds, in the middle of all frames.</summary>
    private const double Lateness = 0.015;

    /// <summary>What lateness and the width of the burst of sent frames may add to the distance of a distribution that is 100 ms wide.</summary>
    private const double DistanceSlack = 0.06;

    [SkippableTheory]
    [Trait("rule", "NETEM-02")]
    [Trait("rule", "NETEM-08")]
    [Trait("rule", "NETEM-09")]
    [InlineData("loss 10%", 0.1, 0.9)]
    [InlineData("loss state 10% 40%", 0.1, 0.4)]
    [InlineData("loss gemodel 10% 40%", 0.1, 0.4)]
    public async Task Losses_come_in_runs_of_the_same_lengths(string name, double begin, double end)
    {
        foreach (var (who, passage) in await PassagesAsync(name))
        {
            var lost = passage.Losses;
            output.WriteLine($"{who}: {lost.Count(l => l)} of {lost.Count}");
            Passes(RunLengths.Of(lost, of: true), end, who);
            Passes(RunLengths.Of(lost, of: false), begin, who);
        }
    }

    [SkippableTheory]
    [Trait("rule", "NETEM-01")]
    [Trait("rule", "NETEM-04")]
    [InlineData("duplicate 20%", 0.2)]
    [InlineData("corrupt 20%", 0.2)]
    [InlineData("delay 50ms reorder 30%", 0.3)]
    public async Task As_many_are_doubled_damaged_or_overtake(string name, double share)
    {
        foreach (var (who, passage) in await PassagesAsync(name))
        {
            var hits = name[0] switch { 'd' when name.StartsWith("dup", StringComparison.Ordinal) => passage.Doubled, 'c' => passage.Damaged, _ => passage.Delays.Count(d => d < 0.04) };
            output.WriteLine($"{who}: {hits} of {passage.Sent}");
            ChiSquare.OfShare(hits, passage.Sent, share).ShouldBeLessThan(ChiSquare.Critical(1, Level), who);
        }
    }

    [SkippableTheory]
    [Trait("rule", "NETEM-03")]
    [InlineData("delay 400ms 100ms", "uniform")]
    [InlineData("delay 400ms 100ms distribution normal", "normal")]
    [InlineData("delay 400ms 100ms distribution pareto", "pareto")]
    [InlineData("delay 400ms 100ms distribution paretonormal", "paretonormal")]
    public async Task Jitter_has_the_same_shape(string name, string shape)
    {
        var distribution = JitterShape.Find(shape);
        foreach (var (who, passage) in await PassagesAsync(name))
        {
            var delays = new Sample(passage.Delays);
            var distance = KolmogorovSmirnov.Distance(delays, d => distribution.Chance((d - 0.4) / 0.1));
            output.WriteLine($"{who}: mean {delays.Mean:0.0000} s, distance {distance:0.0000}");
            var slack = who == Here ? 1.0 / 4096 : DistanceSlack;
            distance.ShouldBeLessThan(KolmogorovSmirnov.Critical(delays.Count, Level) + slack, who);
        }
    }

    [SkippableFact]
    [Trait("rule", "NETEM-02")]
    public async Task Delays_do_not_depend_on_the_last_one_whatever_correlation_is_set()
    {
        foreach (var (who, passage) in await PassagesAsync("delay 400ms 100ms 60%"))
        {
            var delays = passage.DelaysAsSent;
            var correlation = Correlation(delays);
            output.WriteLine($"{who}: {correlation:0.0000}");
            correlation.ShouldBe(0, 0.15, who);
        }
    }

    [SkippableFact]
    [Trait("rule", "NETEM-03")]
    public async Task Delays_are_exact_here_and_never_too_short_there()
    {
        foreach (var (who, passage) in await PassagesAsync("delay 20ms"))
        {
            var delays = new Sample(passage.Delays);
            output.WriteLine($"{who}: p50 {delays.Quantile(0.5):0.000000} s");
            delays.Count.ShouldBe(passage.Sent, who);
            delays.Quantile(0).ShouldBeGreaterThanOrEqualTo(0.0199, who);
            // A user-mode kernel waits for the processor like every program: only its quickest frame says what it meant to do.
            delays.Quantile(0).ShouldBe(0.02, who == Here ? 1e-9 : Lateness, who);
            if (who == Here) delays.Quantile(1).ShouldBe(0.02, 1e-9);
        }
    }

    [SkippableTheory]
    [Trait("rule", "NETEM-05")]
    [Trait("rule", "TBF-03")]
    [InlineData("rate 320kbit", 320_000)]
    [InlineData("tbf", 256_000)]
    public async Task Rates_are_exact_here_and_close_there(string name, double rate)
    {
        foreach (var (who, passage) in await PassagesAsync(name))
        {
            output.WriteLine($"{who}: {passage.Rate:0} bit/s");
            passage.Rate.ShouldBe(rate, rate * (who == Here ? 1e-5 : 0.03), who);
        }
    }

    private const string Here = "ActorNet";

    /// <summary>Of neighbours.</summary>
    private static double Correlation(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return values.Skip(1).Zip(values).Sum(p => (p.First - mean) * (p.Second - mean)) / values.Sum(v => (v - mean) * (v - mean));
    }

    private static void Passes(IReadOnlyList<int> lengths, double end, string who)
    {
        var (statistic, degrees) = RunLengths.Test(lengths, end).ShouldNotBeNull();
        statistic.ShouldBeLessThan(ChiSquare.Critical(degrees, Level), who);
    }

    private async Task<IReadOnlyList<(string Who, Passage Passage)>> PassagesAsync(string name)
    {
        var report = await kernels.AskAsync(ReferenceKernel.UserMode.Name, r => r.StatisticsAsync());
        var (kernel, actorNet) = report.Cases[name];
        return [("the kernel", kernel), (Here, actorNet)];
    }
}
