using ActorNet.Node.Bench.Accuracy;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Bench.Accuracy;

/// <summary>Judges of what was seen: each must be able to say no.</summary>
public sealed class JudgesTests
{
    private const long Millisecond = 1_000_000;

    [Fact]
    public void Delay_that_is_exact_is_said_to_be()
    {
        var p99 = Judge(DelayJudge.Constant(10 * Millisecond), Delayed(1000, _ => 10 * Millisecond)).Single(f => f.What == "p99");

        (p99.Set, p99.Got, p99.Error, p99.IsExact, p99.Met).ShouldBe((10, 10, 0, true, true));
    }

    [Fact]
    public void Delay_is_missed_when_two_in_a_hundred_are_too_late()
    {
        Delay(every: 50).Met.ShouldBeFalse();
        Delay(every: 200).Met.ShouldBeTrue();

        static AccuracyFigure Delay(int every) =>
            Judge(DelayJudge.Constant(Millisecond), Delayed(1000, i => Millisecond + (i % every == 0 ? 150_000 : 0))).Single(f => f.What == "p99");
    }

    [Fact]
    public void Distribution_is_missed_when_it_is_another_one()
    {
        Distance("uniform", "uniform").Met.ShouldBeTrue();
        Distance("normal", "normal").Met.ShouldBeTrue();
        Distance("normal", "uniform").Met.ShouldBeFalse();
        Distance("pareto", "paretonormal").Met.ShouldBeFalse();

        static AccuracyFigure Distance(string got, string asked)
        {
            var shape = ActorNet.Node.Bench.Statistics.JitterShape.Find(got);
            var seen = Delayed(2000, i => (100 * Millisecond) + (long)(10 * Millisecond * shape.Quantile((i + 0.5) / 2000)));
            return Judge(DelayJudge.Spread(100 * Millisecond, 10 * Millisecond, asked), seen).Single(f => f.What == "distribution");
        }
    }

    [Fact]
    public void Losses_are_missed_when_they_are_too_many_or_come_in_bursts()
    {
        var random = new Random(1);
        var single = Enumerable.Range(0, 20_000).Select(_ => random.NextDouble() < 0.2).ToArray();
        var bursts = Enumerable.Range(0, 20_000).Select(i => single[i / 4]).ToArray();

        Judge(ShareJudge.Losses(0.2, 0.8), Lost(single)).ShouldAllBe(f => f.Met);
        Judge(ShareJudge.Losses(0.25, 0.75), Lost(single)).ShouldContain(f => f.What == "lost" && !f.Met);
        Judge(ShareJudge.Losses(0.2, 0.8), Lost(bursts)).ShouldContain(f => f.What == "lost in a row" && !f.Met);
    }

    [Fact]
    public void Doubled_and_damaged_frames_are_counted()
    {
        var seen = new Observation(new Traffic(100, 100, 1));
        for (var i = 0; i < 100; i++)
        {
            seen.OnSent(i, i);
            if (i % 10 == 0) seen.OnDamaged();
            else seen.OnArrival(i, i);
            if (i % 5 == 1) seen.OnArrival(i, i);
        }

        Judge(ShareJudge.Doubled(0.2), seen).Single().Got.ShouldBe(20);
        Judge(ShareJudge.Damaged(0.1), seen).Single().Got.ShouldBe(10);
        Judge(ShareJudge.Damaged(0.5), seen).Single().Met.ShouldBeFalse();
    }

    [Fact]
    public void Rate_is_that_of_the_frames_behind_the_settling()
    {
        // Given two flows at 1000 bytes a millisecond each, and a burst at the beginning
        var seen = new Observation(new Traffic(1000, 1000, Millisecond / 2, Flows: 2));
        for (var i = 0; i < 1000; i++)
        {
            seen.OnSent(i, i * Millisecond / 2);
            seen.OnArrival(i, i < 20 ? 0 : i / 2 * Millisecond);
        }

        var figures = Judge(RateJudge.Flows(8e6, 8e6), seen);

        figures.Select(f => f.What).ShouldBe(["rate of flow 0", "rate of flow 1", "rate"]);
        figures.ShouldAllBe(f => f.Met);
        Judge(RateJudge.Flows(8.2e6, 8e6), seen).Select(f => f.Met).ShouldBe([false, true, false]);
    }

    [Fact]
    public void Nothing_that_comes_out_is_no_rate() =>
        Judge(RateJudge.Flows(8e6), Lost([true, true])).Single().Got.ShouldBe(0);

    private static AccuracyFigure[] Judge(Func<Experiment, Observation, IEnumerable<AccuracyFigure>> judge, Observation seen)
    {
        var experiment = Experiment.Of(AccuracyPart.Delay, "netem", seen.Traffic, judge);
        return [.. experiment.Judge(experiment, seen)];
    }

    private static Observation Delayed(int frames, Func<int, long> delay)
    {
        var seen = new Observation(new Traffic(frames, 100, Millisecond));
        for (var i = 0; i < frames; i++)
        {
            seen.OnSent(i, i * Millisecond);
            seen.OnArrival(i, (i * Millisecond) + delay(i));
        }

        return seen;
    }

    private static Observation Lost(bool[] losses)
    {
        var seen = new Observation(new Traffic(losses.Length, 100, 1));
        for (var i = 0; i < losses.Length; i++)
        {
            seen.OnSent(i, i);
            if (!losses[i]) seen.OnArrival(i, i);
        }

        return seen;
    }
}
