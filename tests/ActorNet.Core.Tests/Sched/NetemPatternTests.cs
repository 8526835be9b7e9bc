using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

/// <summary>What an emulator on a virtual clock is for: exact delays, and patterns that repeat.</summary>
public sealed class NetemPatternTests
{
    private const string Everything = "delay 10ms 5ms 20% distribution normal loss 10% 25% duplicate 5% corrupt 5% reorder 10%";

    [Theory]
    [Trait("rule", "NETEM-02")]
    [InlineData(Everything)]
    [InlineData("loss state 5% 30%")]
    [InlineData("loss gemodel 5% 30% 80% 1%")]
    [InlineData("delay 1ms slot 1ms 3ms packets 2")]
    public void Same_seed_gives_the_same_pattern_and_another_seed_another_one(string options)
    {
        var first = Pattern(options, seed: 3);

        Pattern(options, seed: 3).ShouldBe(first);
        Pattern(options, seed: 4).ShouldNotBe(first);
    }

    [Fact]
    [Trait("rule", "NETEM-02")]
    public void Without_a_seed_of_the_users_the_pattern_is_that_of_the_box() =>
        Pattern(Everything, seed: null).ShouldBe(Pattern(Everything, seed: null));

    [Fact]
    [Trait("rule", "NETEM-03")]
    public void Every_delay_is_exact_to_the_nanosecond() => Property.Holds(
        // Whole ticks of tc are 64 ns, and its times whole microseconds: 8 microseconds are 125 ticks.
        from delay in Gen.Choose(0, 100_000)
        from pauses in Gen.Choose(0, 3_000_000).ArrayOf(20)
        select (Delay: delay * 8, pauses),
        run =>
        {
            using var bench = new ShapeBench();
            bench.Tc($"qdisc add dev va root netem delay {run.Delay}us");
            var sent = new List<long>();
            foreach (var pause in run.pauses)
            {
                bench.Lab.Advance(pause);
                sent.Add(bench.Lab.Now.Nanoseconds);
                bench.X(1, 60);
            }

            bench.Advance(2000);

            bench.Device.Sent.Select(s => s.At).ShouldBe(sent.Select(at => at + (run.Delay * 1000L)));
        },
        count: 100);

    [Fact]
    [Trait("rule", "NETEM-05")]
    public void Frames_at_a_rate_are_exactly_their_length_apart() => Property.Holds(
        from sizes in Gen.Choose(60, 1514).ArrayOf(20)
        select sizes,
        sizes =>
        {
            using var bench = new ShapeBench();
            // 1 Mbyte/s: a byte a microsecond
            bench.Tc("qdisc add dev va root netem rate 8mbit");
            foreach (var size in sizes) bench.X(1, size);
            bench.Advance(100);

            var at = 0L;
            bench.Device.Sent.Select(s => s.At - bench.Started).ShouldBe(sizes.Select(size => at += size * 1000L));
        },
        count: 50);

    [Fact]
    [Trait("rule", "NETEM-06")]
    public void A_change_lets_waiting_frames_keep_their_times()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root netem delay 20ms");
        bench.X(1, 60, mark: 1);

        bench.Tc("qdisc change dev va root netem delay 5ms loss 10% seed 1 limit 1");
        bench.Q().ShouldBe("0/0 drops 0 over 0 req 0 backlog 1/60");
        bench.Tc("qdisc change dev va root netem delay 5ms");
        bench.X(1, 60, mark: 2);
        bench.Advance(100);

        bench.Device.Marks.ShouldBe(new byte[] { 2, 1 });
        bench.Departures.ShouldBe([5, 20]);
    }

    private static string[] Pattern(string options, int? seed)
    {
        using var bench = new ShapeBench();
        bench.Tc($"qdisc add dev va root netem {options} {(seed is null ? "" : $"seed {seed}")}");
        for (var i = 0; i < 500; i++)
        {
            bench.X(1, 100, mark: (byte)i);
            bench.Advance(0.3);
        }

        bench.Advance(200);
        return [.. bench.Device.Sent.Select(s => FormattableString.Invariant($"{s.At} {s.Mark} {s.Length}")), bench.Q()];
    }
}
