using ActorNet.Core.Frames;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class CodelTests
{
    private const int Ect = 2;

    [Fact]
    [Trait("rule", "FQC-03")]
    public void Delay_below_the_target_drops_nothing()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 8mbit burst 1514 limit 1000000", "qdisc add dev va parent 1:1 handle 10: codel target 50ms");

        for (var i = 0; i < 200; i++)
        {
            bench.X(1, 1000);
            bench.Advance(1);
        }

        bench.Advance(1000);
        bench.Q(bench.At(0x10)).ShouldBe("200/200000 drops 0 over 0 req 0 backlog 0/0");
    }

    [Fact]
    [Trait("rule", "FQC-03")]
    public void Late_frames_are_dropped_after_an_interval_and_then_ever_faster()
    {
        // given a link that takes a frame in 10 ms
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 800kbit burst 1000 limit 1000000", "qdisc add dev va parent 1:1 handle 10: codel target 5ms interval 100ms");

        // when 200 frames wait
        for (var i = 0; i < 200; i++) bench.X(1, 1000, mark: (byte)i);
        bench.Advance(3000);

        // then these are missing: the first after 100 ms, the next 100 ms later, then 50 ms, 56 ms, 49 ms ...
        var marks = bench.Device.Marks.ToList();
        var missing = Enumerable.Range(0, 200).Select(i => (byte)i).Except(marks).Select(m => (int)m).ToList();
        missing.Take(6).ShouldBe([13, 24, 30, 37, 43, 48]);
        marks.SequenceEqual(marks.Order()).ShouldBeTrue("order is kept");
        bench.Q(bench.At(0x10)).ShouldBe($"{200 - missing.Count}/{(200 - missing.Count) * 1000} drops {missing.Count} over 0 req 0 backlog 0/0");
        bench.Q().ShouldStartWith($"{200 - missing.Count}/{(200 - missing.Count) * 1000} drops {missing.Count} ", customMessage: "the shaper above learns of the drops");
    }

    [Fact]
    [Trait("rule", "FQC-03")]
    public void One_frame_of_full_size_is_never_dropped()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 8kbit burst 1514 limit 1000000", "qdisc add dev va parent 1:1 handle 10: codel target 1ms interval 2ms");

        bench.X(3, 1000);
        bench.Advance(10_000);

        bench.Q(bench.At(0x10)).ShouldBe("3/3000 drops 0 over 0 req 0 backlog 0/0");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("rule", "FQC-03")]
    public void What_knows_ecn_is_marked_instead(bool v6)
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 80kbit burst 1514 limit 1000000", "qdisc add dev va parent 1:1 handle 10: codel target 5ms interval 100ms ecn");

        for (var i = 0; i < 40; i++) Send(bench, 500, Ect, v6);
        bench.Lab.Run();
        bench.Advance(10_000);

        bench.Q(bench.At(0x10)).ShouldStartWith("40/");
        bench.Tc("-s qdisc show dev va").ShouldContain("ecn_mark 27 drop_overlimit 0");
    }

    [Fact]
    [Trait("rule", "FQC-03")]
    public void Threshold_marks_every_frame_that_waited_longer()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 80kbit burst 1514 limit 1000000", "qdisc add dev va parent 1:1 handle 10: codel target 10s ce_threshold 40ms");

        for (var i = 0; i < 5; i++) Send(bench, 500, Ect);
        Send(bench, 500, tos: 0);
        bench.Lab.Run();
        bench.Advance(10_000);

        // Four come out at once, the fifth after 49 ms, the last after 99 ms; that one cannot be marked.
        bench.Tc("-s qdisc show dev va").ShouldEndWith("ce_mark 1\n");
    }

    [Fact]
    public void Limit_refuses_at_the_tail_and_a_lower_one_drops_from_the_head()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 80bit burst 1514 limit 1000000", "qdisc add dev va parent 1:1 handle 10: codel limit 5");
        bench.X(1, 1514);

        bench.X(9, 100).ShouldBe(5);
        bench.Q(bench.At(0x10)).ShouldBe("2/1614 drops 4 over 0 req 0 backlog 5/500");
        bench.Tc("qdisc change dev va parent 1:1 handle 10: codel limit 2");

        bench.Q(bench.At(0x10)).ShouldBe("2/1614 drops 7 over 0 req 0 backlog 2/200");
        bench.Q().ShouldBe("1/1514 drops 7 over 9 req 0 backlog 2/200");
    }

    [Fact]
    public void Root_is_passed_by_while_idle()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root codel");

        bench.X(3, 100);

        bench.Q().ShouldBe("3/300 drops 0 over 0 req 0 backlog 0/0");
        bench.Tc("-s qdisc show dev va").ShouldContain("maxpacket 0", customMessage: "codel itself has seen none of them");
    }

    [Fact]
    [Trait("rule", "FQC-03")]
    public void Pauses_between_drops_shrink_by_one_step_of_newton_for_a_square_root_each() => Property.Holds(Gen.Choose(20, 400).Zip(Gen.Choose(2, 40)), run =>
    {
        // given a queue that is never empty and always late
        var (interval, rounds) = run;
        using var bench = new ShapeBench();
        bench.Tc($"qdisc add dev va root codel limit 100000 target 1us interval {interval}ms");
        var start = bench.Lab.Now;
        for (var i = 0; i < 6000; i++) Hold(bench, start);

        // when it is looked at every millisecond
        var drops = new List<double>();
        for (var ms = 1; drops.Count < rounds && bench.Root.QLen > 100; ms++)
        {
            var before = bench.Root.Stats.Drops;
            bench.Root.Dequeue(start.Plus(ms * 1_000_000L))?.Free(DropReason.Consumed);
            for (var i = before; i < bench.Root.Stats.Drops; i++) drops.Add(ms);
        }

        // then
        var due = drops[0];
        due.ShouldBeInRange(interval + 1, interval + 2);
        var root = 1.0;
        for (var i = 1; i < drops.Count; i++)
        {
            if (i > 1) root *= (3 - (i * root * root)) / 2;
            due += interval * root;
            drops[i].ShouldBe(due, tolerance: 2 + (due * 0.005), customMessage: $"drop {i} of interval {interval}");
        }

        root.ShouldBe(1 / Math.Sqrt(Math.Max(1, drops.Count - 1)), tolerance: 0.25);
    }, count: 60);

    /// <summary>Hands over one UDP frame with that traffic class; it is sent when the lab runs.</summary>
    internal static void Send(ShapeBench bench, int size, int tos, bool v6 = false, uint prio = 0)
    {
        var skb = new TestPacket { Udp = true, V6 = v6, PayloadLength = size - (v6 ? 62 : 42) }.ToPlainSkb(bench.Lab.Pool);
        if (v6) (skb.Span[14], skb.Span[15]) = ((byte)(0x60 | (tos >> 4)), (byte)(tos << 4));
        else skb.Span[15] = (byte)tos;
        skb.Priority = prio;
        bench.Lab.Inject(bench.Device, skb);
    }

    private static void Hold(ShapeBench bench, Instant now)
    {
        var skb = bench.Lab.Pool.Rent(100)!;
        skb.QdiscPktLen = 100;
        bench.Root.Enqueue(skb, now);
    }
}
