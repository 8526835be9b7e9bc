using ActorNet.Core.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

/// <summary>Shapers take no memory for a frame once they are warm, filters and classes included.</summary>
public sealed class ShapeAllocationTests
{
    [Theory]
    [InlineData("htb default 10")]
    [InlineData("htb default 10", "class add dev va parent 1: classid 1:1 htb rate 10mbit", "class add dev va parent 1:1 classid 1:10 htb rate 1kbit ceil 10mbit")]
    [InlineData("htb", "class add dev va parent 1: classid 1:10 htb rate 10mbit", "filter add dev va parent 1: protocol all prio 1 matchall classid 1:10")]
    [InlineData("netem delay 1ms 500us 25% distribution normal loss 5% 10% duplicate 5% reorder 10%")]
    [InlineData("netem rate 10mbit 20 48 5 loss gemodel 1%")]
    [InlineData("netem corrupt 50% slot 1ms 2ms packets 5")]
    [InlineData("prio", "filter add dev va parent 1: protocol all prio 1 matchall classid 1:2")]
    [InlineData("drr", "class add dev va parent 1: classid 1:1 drr", "filter add dev va parent 1: protocol all prio 1 matchall classid 1:1")]
    [InlineData("codel target 1ms interval 2ms ecn")]
    [InlineData("fq_codel target 1ms interval 2ms limit 5")]
    [InlineData("fq_codel", "filter add dev va parent 1: protocol all prio 1 matchall classid 1:2")]
    [InlineData("sfq limit 5 headdrop")]
    [InlineData("sfq perturb 1 redflowlimit 100000 min 200 max 400 burst 5 avpkt 100")]
    [InlineData("red limit 60000 min 200 max 600 avpkt 100 burst 5 bandwidth 10mbit adaptive ecn")]
    [InlineData("plug limit 1mb", "qdisc change dev va root handle 1: plug release_indefinite")]
    [InlineData("tbf rate 1mbit burst 1514 limit 10000 peakrate 2mbit mtu 1514")]
    public void Shaping_allocates_nothing(string options, params string[] lines)
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: " + options);
        bench.Tc(lines);
        var now = bench.Lab.Now;

        void PassThrough()
        {
            for (var i = 0; i < 10; i++)
            {
                var skb = bench.Lab.Pool.Rent(100)!;
                skb.Dev = bench.Device;
                skb.QdiscPktLen = 100;
                bench.Root.Enqueue(skb, now);
            }

            for (var i = 0; i < 20; i++)
            {
                now = now.Plus(1_000_000);
                while (bench.Root.Dequeue(now) is { } skb) skb.Free(DropReason.Consumed);
            }
        }

        for (var i = 0; i < 300; i++) PassThrough();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) PassThrough();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        bench.Root.TotalStats.Packets.ShouldBeGreaterThan(0);
    }
}
