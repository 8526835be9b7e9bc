using ActorNet.Core.Frames;
using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Tc;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

/// <summary>The data path takes no memory: every frame is let through several times to warm up, then bytes are counted.</summary>
public sealed class AllocationTests
{
    [Theory]
    [InlineData("pfifo limit 100")]
    [InlineData("bfifo limit 100000")]
    [InlineData("pfifo_fast")]
    [InlineData("tbf rate 10gbit burst 100000 limit 100000")]
    [InlineData("tbf rate 10gbit burst 100000 limit 100000 peakrate 20gbit mtu 100000")]
    public void Queueing_allocates_nothing(string options)
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: " + options);
        var qdisc = bench.Root;
        var now = bench.Lab.Now;

        Allocated(() => PassThrough(bench, qdisc, now = now.Plus(1_000_000))).ShouldBe(0);
        qdisc.QLen.ShouldBe(0);
    }

    [Fact]
    public void Classifying_allocates_nothing()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol all prio 1 u32 match ip dst 10.0.0.1 match ip dport 80 0xffff action drop",
            "filter add dev va egress protocol all prio 2 u32 match u16 0x88b5 0xffff at -2 action continue",
            "filter add dev va egress protocol all prio 3 matchall action pipe action goto chain 4",
            "filter add dev va egress protocol all prio 1 chain 4 matchall action ok");
        var frame = lab.Lab.Frame(100);
        var block = lab.Va.HookQdisc!.Egress!;

        Allocated(() =>
        {
            var context = new ActorNet.Core.Tc.TcContext { Device = lab.Va, AtIngress = false, Now = lab.Lab.Now };
            block.Classify(frame, ref context);
        }).ShouldBe(0);
        frame.Free(DropReason.Consumed);
    }

    private static void PassThrough(QdiscBench bench, Qdisc qdisc, Instant now)
    {
        for (var i = 0; i < 10; i++)
        {
            var skb = bench.Lab.Pool.Rent(100)!;
            skb.QdiscPktLen = 100;
            qdisc.Enqueue(skb, now);
        }

        while (qdisc.Dequeue(now) is { } skb) skb.Free(DropReason.Consumed);
    }

    private static long Allocated(Action action)
    {
        for (var i = 0; i < 200; i++) action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
