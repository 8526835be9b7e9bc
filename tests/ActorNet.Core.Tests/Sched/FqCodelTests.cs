using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class FqCodelTests
{
    private const string Slow = "qdisc add dev va root handle 1: tbf rate 80bit burst 1514 limit 1000000";
    private const string Open = "qdisc change dev va root handle 1: tbf rate 1gbit burst 1000000 limit 1000000";

    [Fact]
    [Trait("rule", "FQC-02")]
    public void New_flows_go_first_and_old_ones_take_turns_by_quantum()
    {
        using var bench = Filled("quantum 300 target 10s");
        bench.X(6, 101, Flow(1), mark: 1);
        bench.X(4, 202, Flow(2), mark: 2);
        bench.X(2, 64, Flow(3), mark: 3);

        Release(bench);

        // Each new flow sends until its quantum is used up, then joins the old ones; one frame was with the shaper already.
        bench.Device.Marks.Skip(1).ShouldBe([1, 1, 1, 2, 2, 3, 3, 9, 1, 1, 1, 2, 2]);
    }

    [Fact]
    [Trait("rule", "FQC-01")]
    public void Fattest_flow_loses_half_of_its_bytes_from_the_head()
    {
        using var bench = Filled("limit 20");
        bench.X(1, 60, Flow(9));
        bench.X(12, 100, Flow(1));
        bench.X(7, 1000, Flow(2), mark: 2);
        bench.Q(bench.At(0x10)).ShouldEndWith("drops 0 over 0 req 0 backlog 20/8260");

        bench.X(1, 100, Flow(1)).ShouldBe(1, "it is another flow that loses");

        // Four frames of 1000 are the half of seven and a bit.
        bench.Q(bench.At(0x10)).ShouldEndWith("drops 4 over 0 req 0 backlog 17/4360");
        bench.Q().ShouldEndWith("drops 4 over 21 req 0 backlog 17/4360");
        bench.Tc("-s qdisc show dev va").ShouldContain("drop_overlimit 4 new_flow_count 4 ecn_mark 0");
    }

    [Fact]
    [Trait("rule", "FQC-01")]
    public void Batch_bounds_what_is_dropped_at_once()
    {
        using var bench = Filled("limit 10 drop_batch 2");
        bench.X(1, 60, Flow(9));
        bench.X(9, 100, Flow(1));

        bench.X(1, 100, Flow(1)).ShouldBe(1, "congestion is no error for the sender");

        bench.Q(bench.At(0x10)).ShouldEndWith("drops 2 over 0 req 0 backlog 9/860");
    }

    [Fact]
    [Trait("rule", "FQC-01")]
    public void Memory_is_counted_in_blocks_and_limited()
    {
        using var bench = Filled("memory_limit 10kb flows 1");
        bench.X(1, 100);

        bench.X(13, 176);
        bench.Tc("-s qdisc show dev va").ShouldContain("memory_used 9984\n");
        bench.X(1, 176);

        // The fourteenth is one too many: half of the bytes go.
        bench.Tc("-s qdisc show dev va").ShouldContain("memory_used 5376 drop_overmemory 7\n");
    }

    [Fact]
    [Trait("rule", "FQC-01")]
    [Trait("rule", "FLT-08")]
    public void Filters_name_the_flow_and_what_they_do_not_know_is_dropped()
    {
        using var bench = Filled("flows 8");
        bench.Tc(
            "filter add dev va parent 10: protocol all prio 1 u32 match u8 7 0xff at 0 classid 10:3",
            "filter add dev va parent 10: protocol all prio 2 u32 match u8 8 0xff at 0 classid 10:9");

        bench.X(2, 100, mark: 7);
        bench.X(3, 100, mark: 8).ShouldBe(3, "the sender is not told");
        bench.X(4, 100, mark: 5).ShouldBe(4);

        bench.Q(bench.At(0x10)).ShouldEndWith("drops 7 over 0 req 0 backlog 2/200");
        bench.Tc("class show dev va").ShouldBe("class tbf 1:1 parent 1: leaf 10: \nclass fq_codel 10:3 parent 10: \n");
    }

    [Fact]
    [Trait("rule", "FQC-01")]
    public void Lower_limit_sends_frames_nowhere_and_tells_the_shaper()
    {
        using var bench = Filled("");
        bench.X(8, 100, Flow(1));

        bench.Tc("qdisc change dev va parent 1:1 handle 10: fq_codel limit 4");

        // One of the four was with the shaper, and had been counted as sent.
        bench.Q(bench.At(0x10)).ShouldBe("5/1914 drops 0 over 0 req 0 backlog 4/400");
        bench.Q().ShouldBe("1/1514 drops 4 over 8 req 0 backlog 4/400");
    }

    [Fact]
    public void Lowered_limit_of_6_1_leaves_bytes_that_are_not_there()
    {
        using var bench = new ShapeBench(kernel: KernelProfile.Linux61);
        bench.Tc(Slow, "qdisc add dev va parent 1:1 handle 10: fq_codel");
        bench.X(1, 1514);
        bench.X(8, 100, Flow(1));

        bench.Tc("qdisc change dev va parent 1:1 handle 10: fq_codel limit 4");

        bench.Q(bench.At(0x10)).ShouldEndWith("backlog 4/500");
        bench.Q().ShouldEndWith("backlog 4/400");
    }

    [Fact]
    [Trait("rule", "FQC-03")]
    public void Each_flow_has_a_delay_of_its_own()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 800kbit burst 1514 limit 1000000", "qdisc add dev va parent 1:1 handle 10: fq_codel target 20ms interval 100ms");
        bench.X(100, 1000, Flow(1), mark: 1);

        for (var i = 0; i < 20; i++)
        {
            bench.X(1, 60, Flow(2), mark: 2);
            bench.Advance(40);
        }

        bench.Advance(5000);
        bench.Device.Marks.Count(m => m == 2).ShouldBe(20, "a flow that does not wait loses nothing");
        bench.Device.Marks.Count(m => m == 1).ShouldBeLessThan(100);
    }

    [Fact]
    [Trait("rule", "QD-02")]
    public void Idle_root_is_passed_by_until_it_has_had_a_filter()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: fq_codel");
        bench.X(2, 100);
        bench.Tc("-s qdisc show dev va").ShouldContain("new_flow_count 0");

        bench.Tc("filter add dev va parent 1: protocol all prio 1 matchall classid 1:2", "filter del dev va parent 1: protocol all prio 1");
        bench.X(2, 100);

        bench.Tc("-s qdisc show dev va").ShouldContain("maxpacket 100 drop_overlimit 0 new_flow_count 2 ");
    }

    [Fact]
    [Trait("rule", "FQC-02")]
    public void Backlogged_flows_share_bytes_equally_whatever_their_frames() => Property.Holds(
        from sizes in Gen.Choose(60, 1514).ArrayOf(4) from quantum in Gen.Choose(256, 3000) select (sizes, quantum), run =>
    {
        using var bench = new ShapeBench();
        bench.Tc($"qdisc add dev va root handle 10: fq_codel quantum {run.quantum} target 1000s limit 100000");
        for (uint flow = 0; flow < 4; flow++)
        {
            for (var i = 0; i < 120_000 / run.sizes[flow]; i++) Hold(bench, run.sizes[flow], Flow(flow + 1));
        }

        var sent = new long[4];
        while (sent.Sum() < 300_000)
        {
            var skb = bench.Root.Dequeue(bench.Lab.Now)!;
            sent[TcHandle.Minor(skb.Priority) - 1] += skb.QdiscPktLen;
            skb.Free(Core.Frames.DropReason.Consumed);
        }

        var most = (2L * run.quantum) + (2 * 1514);
        foreach (var bytes in sent) Math.Abs(bytes - (sent.Sum() / 4)).ShouldBeLessThanOrEqualTo(most);
    }, count: 100);

    private static uint Flow(uint number) => 0x10_0000 | number;

    private static void Hold(ShapeBench bench, int size, uint prio)
    {
        var skb = bench.Lab.Pool.Rent(size)!;
        skb.QdiscPktLen = size;
        skb.Priority = prio;
        bench.Root.Enqueue(skb, bench.Lab.Now);
    }

    /// <summary>Behind a shaper whose bucket is empty.</summary>
    private static ShapeBench Filled(string options)
    {
        var bench = new ShapeBench();
        bench.Tc(Slow, "qdisc add dev va parent 1:1 handle 10: fq_codel " + options);
        bench.X(1, 1514, Flow(8), mark: 99);
        return bench;
    }

    private static void Release(ShapeBench bench)
    {
        bench.Tc(Open);
        bench.X(1, 65, Flow(7), mark: 9);
        bench.Advance(100);
    }
}
