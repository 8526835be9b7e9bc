using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class DrrTests
{
    [Theory]
    [InlineData(500, 1500, 1000, 1000, 1.0 / 3)]
    [InlineData(1000, 1000, 1400, 100, 1)]
    [InlineData(3000, 1000, 200, 1400, 3)]
    public void Classes_share_bytes_by_their_quanta(int quantum1, int quantum2, int size1, int size2, double share)
    {
        // given a link of 100 kB/s that both classes want
        using var bench = new ShapeBench();
        bench.Tc(
            "qdisc add dev va root handle 1: tbf rate 100kbps burst 1514 limit 1m",
            "qdisc add dev va parent 1:1 handle 2: drr",
            $"class add dev va parent 2: classid 2:1 drr quantum {quantum1}",
            $"class add dev va parent 2: classid 2:2 drr quantum {quantum2}");
        bench.X(900, size1, prio: 0x20001, mark: 1);
        bench.X(900, size2, prio: 0x20002, mark: 2);

        // when there is time for a part of it
        var started = bench.Device.Sent.Count;
        bench.Advance(700);

        // then
        var sent = bench.Device.Sent.Skip(started).GroupBy(s => s.Mark).ToDictionary(g => g.Key, g => g.Sum(s => s.Length));
        ((double)sent[1] / sent[2]).ShouldBe(share, share * 0.12);
    }

    [Fact]
    public void Frame_without_class_is_dropped_and_the_sender_not_told()
    {
        using var bench = new ShapeBench();
        bench.Tc(
            "qdisc add dev va root handle 1: drr",
            "class add dev va parent 1: classid 1:1 drr",
            "filter add dev va parent 1: protocol all prio 1 u32 match u8 7 0xff at 0 flowid 1:1",
            "filter add dev va parent 1: protocol all prio 2 u32 match u8 8 0xff at 0 flowid 1:5");

        bench.X(2, 100, mark: 7);
        bench.X(3, 100, mark: 8).ShouldBe(3);
        bench.X(4, 100).ShouldBe(4);
        bench.X(1, 100, prio: 0x10001);

        bench.Q().ShouldBe("3/300 drops 7 over 0 req 0 backlog 0/0");
        bench.Class("1:1").ShouldStartWith("Sent 300 bytes 3 pkt");
    }

    [Fact]
    public void Quantum_below_a_frame_takes_several_turns()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: drr", "class add dev va parent 1: classid 1:1 drr quantum 10");

        bench.X(3, 1000, prio: 0x10001);

        bench.Q().ShouldBe("3/3000 drops 0 over 0 req 0 backlog 0/0");
    }

    [Fact]
    public void Deleting_a_class_drops_what_it_holds_and_the_round_goes_on()
    {
        using var bench = new ShapeBench();
        bench.Tc(
            "qdisc add dev va root handle 1: tbf rate 1000bps burst 1000 limit 1m",
            "qdisc add dev va parent 1:1 handle 2: drr",
            "class add dev va parent 2: classid 2:1 drr",
            "class add dev va parent 2: classid 2:2 drr");
        bench.X(10, 1000, prio: 0x20001, mark: 1);
        bench.X(5, 1000, prio: 0x20002, mark: 2);

        bench.Tc("class del dev va classid 2:1");
        bench.Root.QLen.ShouldBe(bench.At(2).QLen);
        bench.Advance(60_000);

        bench.Root.QLen.ShouldBe(0);
        bench.Device.Marks.Count(m => m == 2).ShouldBe(5);
        bench.Device.Sent.Count.ShouldBe(15 - (int)bench.Root.Stats.Drops);
    }

    [Fact]
    public void Class_that_begins_a_round_has_a_whole_quantum()
    {
        using var bench = new ShapeBench();
        bench.Tc(
            "qdisc add dev va root handle 2: drr",
            "class add dev va parent 2: classid 2:1 drr quantum 2000");
        bench.Device.Room = 0;
        bench.X(3, 1500, prio: 0x20001);

        bench.Class("2:1").ShouldBe("Sent 1500 bytes 1 pkt (dropped 0, overlimits 0 requeues 0) backlog 3000b 2p requeues 0 deficit 2000b");
    }
}
