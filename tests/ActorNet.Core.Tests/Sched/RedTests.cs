using ActorNet.Core.Frames;
using ActorNet.Core.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class RedTests
{
    private const string Slow = "qdisc add dev va root handle 1: tbf rate 80bit burst 1514 limit 1000000";

    [Fact]
    [Trait("rule", "RED-01")]
    public void Average_above_the_upper_threshold_drops_everything()
    {
        using var bench = Filled("limit 60000 min 5999 max 6000 avpkt 1000 burst 7 bandwidth 10mbit");

        bench.X(60, 1000).ShouldBe(60, "the sender is only told of congestion");

        var s = bench.At(0x10).Stats;
        s.Overlimits.ShouldBe(s.Drops);
        s.Drops.ShouldBeGreaterThan(30);
        bench.Tc("-s qdisc show dev va").ShouldContain($"marked 0 early {s.Drops} pdrop 0 other 0 ");
    }

    [Fact]
    [Trait("rule", "RED-01")]
    public void Average_follows_the_queue_with_its_weight()
    {
        // given a weight of a half and thresholds 2500 and 2501
        using var bench = Filled("limit 60000 min 2500 max 2501 avpkt 1000 burst 3 bandwidth 10mbit");
        bench.Tc("-d qdisc show dev va").ShouldContain("ewma 1 ");

        // when frames of 1000 come; averages when they come: 0, 500, 1250, 2125, then 3062
        bench.X(4, 1000);

        bench.At(0x10).Stats.Drops.ShouldBe(0);
        bench.X(1, 1000);
        bench.At(0x10).Stats.Drops.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "RED-01")]
    public void Between_the_thresholds_chance_grows_and_marks_are_spread()
    {
        // given an average that stays in the middle, where the chance is a quarter
        using var bench = Filled("limit 1000000 min 2000 max 18000 avpkt 1000 burst 5 probability 0.5 bandwidth 10mbit");
        var red = (RedQdisc)bench.At(0x10);
        var now = bench.Lab.Now;
        for (var i = 0; i < 10; i++) Hold(bench, red, now);
        for (var i = 0; i < 200; i++) Turn(bench, red, now);

        // when
        var drops = new List<int>();
        for (var i = 0; i < 20_000; i++)
        {
            var before = red.Stats.Drops;
            Turn(bench, red, now);
            if (red.Stats.Drops > before) drops.Add(i);
        }

        // then the pauses are spread evenly from 1 to 1/chance, which is about 4; there are no long ones
        (20_000.0 / drops.Count).ShouldBe(2.7, tolerance: 0.3);
        drops.Zip(drops.Skip(1), (a, b) => b - a).Max().ShouldBeInRange(4, 6);
    }

    [Fact]
    [Trait("rule", "RED-01")]
    public void Marks_what_knows_ecn_and_hard_drop_does_not()
    {
        using var bench = Filled("limit 60000 min 5999 max 6000 avpkt 1000 burst 7 bandwidth 10mbit ecn");
        bench.X(30, 1000);
        var drops = bench.At(0x10).Stats.Drops;

        CodelTests.Send(bench, 100, tos: 2);
        CodelTests.Send(bench, 100, tos: 1, v6: true);
        CodelTests.Send(bench, 100, tos: 0);
        bench.Lab.Run();

        bench.At(0x10).Stats.Drops.ShouldBe(drops + 1);
        bench.Tc("-s qdisc show dev va").ShouldContain($"marked 2 early {drops + 1} pdrop 0");
        bench.Tc("qdisc replace dev va parent 1:1 handle 11: red limit 60000 min 5999 max 6000 avpkt 1000 burst 7 bandwidth 10mbit ecn harddrop");
        bench.X(30, 1000);
        drops = bench.At(0x11).Stats.Drops;
        CodelTests.Send(bench, 100, tos: 2);
        bench.Lab.Run();
        bench.At(0x11).Stats.Drops.ShouldBe(drops + 1);
    }

    [Fact]
    [Trait("rule", "RED-01")]
    public void Idle_time_lets_the_average_decay()
    {
        // given an average of about 8000 when the last frame left
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 10: red limit 1000000 min 6000 max 6001 avpkt 1000 burst 7 bandwidth 10mbit");
        var red = (RedQdisc)bench.Root;
        var now = bench.Lab.Now;
        for (var i = 0; i < 8; i++) Hold(bench, red, now);
        for (var i = 0; i < 100; i++) Turn(bench, red, now);
        red.Stats.Drops.ShouldBeGreaterThan(0);
        while (red.Dequeue(now) is { } skb) skb.Free(DropReason.Consumed);

        // when a frame comes right away, or a second later
        var before = red.Stats.Drops;
        Hold(bench, red, now);
        red.Stats.Drops.ShouldBe(before + 1);
        red.Dequeue(now).ShouldBeNull();
        Hold(bench, red, now.Plus(1_000_000_000));

        red.Stats.Drops.ShouldBe(before + 1);
        red.QLen.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "RED-01")]
    public void Adaptive_chance_falls_while_the_average_is_low_and_stops_at_a_percent()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 10: red limit 60000 avpkt 1000 bandwidth 10mbit probability 0.5 adaptive");

        bench.Advance(1100);
        bench.Tc("-d qdisc show dev va").ShouldContain("probability 0.405 ");
        bench.Advance(3_600_000);

        // Nine tenths of nine tenths ... until it is below a hundredth.
        bench.Tc("-d qdisc show dev va").ShouldContain("probability 0.00912399 ");
    }

    [Fact]
    [Trait("rule", "RED-01")]
    public void Full_queue_refuses_and_a_change_empties_it()
    {
        using var bench = Filled("limit 10000 min 59999 max 60000 avpkt 1000 burst 61 bandwidth 10mbit");

        bench.X(15, 1000).ShouldBe(10);
        bench.Tc("-s qdisc show dev va").ShouldContain("marked 0 early 0 pdrop 5 other 0");
        bench.Tc("qdisc change dev va parent 1:1 handle 10: red limit 10000 min 59999 max 60000 avpkt 1000 burst 61 bandwidth 10mbit");

        bench.Q(bench.At(0x10)).ShouldBe("1/1514 drops 15 over 0 req 0 backlog 0/0");
        bench.Q().ShouldBe("1/1514 drops 15 over 15 req 0 backlog 0/0");
    }

    [Fact]
    public void Remarks_of_tc_do_not_stop_it()
    {
        using var bench = new ShapeBench();

        bench.Warned("qdisc add dev va root red limit 60000 avpkt 1000").ShouldBe("RED: set bandwidth to 10Mbit");
        bench.Refused("qdisc replace dev va root handle 5: red limit 1000 avpkt 1000").ShouldBe(
            "RED: set bandwidth to 10Mbit\ntc_red_eval_ewma() burst 0 is too small ? Try burst 1\nRED: failed to calculate EWMA constant.");
    }

    private static ShapeBench Filled(string options)
    {
        var bench = new ShapeBench();
        bench.Tc(Slow, "qdisc add dev va parent 1:1 handle 10: red " + options);
        bench.X(1, 1514);
        return bench;
    }

    /// <summary>One frame goes, another comes.</summary>
    private static void Turn(ShapeBench bench, RedQdisc red, Instant now)
    {
        if (red.QLen >= 10) red.Dequeue(now)!.Free(DropReason.Consumed);
        Hold(bench, red, now);
    }

    private static void Hold(ShapeBench bench, RedQdisc red, Instant now)
    {
        var skb = bench.Lab.Pool.Rent(1000)!;
        skb.QdiscPktLen = 1000;
        red.Enqueue(skb, now);
    }
}
