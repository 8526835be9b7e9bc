using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class PrioTests
{
    [Fact]
    [Trait("rule", "PRIO-01")]
    public void First_band_is_emptied_before_the_next()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: prio");
        bench.Device.Room = 1;
        bench.X(1, 100);
        bench.X(1, 100);

        // One frame is out, and one came back from the driver, before these:
        bench.X(2, 100, prio: 2, mark: 3);
        bench.X(2, 100, prio: 0, mark: 2);
        bench.X(2, 100, prio: 6, mark: 1);
        bench.Device.Room = 100;
        bench.Device.TxQueues[0].Wake();
        bench.Lab.Run();

        bench.Device.Marks.Skip(2).ShouldBe([1, 1, 2, 2, 3, 3]);
        bench.Q().ShouldBe("8/800 drops 0 over 0 req 1 backlog 0/0");
    }

    [Fact]
    [Trait("rule", "PRIO-01")]
    [Trait("rule", "FLT-08")]
    public void Band_comes_from_the_class_in_the_priority_or_a_filter_or_the_map()
    {
        using var bench = new ShapeBench();
        bench.Tc(
            "qdisc add dev va root handle 1: prio bands 4 priomap 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3",
            "filter add dev va parent 1: protocol all prio 1 u32 match u8 7 0xff at 0 flowid 1:2",
            "filter add dev va parent 1: protocol all prio 2 u32 match u8 8 0xff at 0 flowid 1:9",
            "filter add dev va parent 1: protocol all prio 3 u32 match u8 9 0xff at 0 action drop");

        bench.X(1, 100, prio: 0x10001, mark: 7);
        bench.X(2, 100, mark: 7);
        bench.X(3, 100, mark: 8);
        bench.X(4, 100, mark: 5);
        bench.X(5, 100, mark: 9).ShouldBe(5, "the sender is not told");

        bench.Class("1:1").ShouldStartWith("Sent 100 bytes 1 pkt");
        bench.Class("1:2").ShouldStartWith("Sent 200 bytes 2 pkt");
        bench.Class("1:3").ShouldStartWith("Sent 0 bytes 0 pkt");
        bench.Class("1:4").ShouldStartWith("Sent 700 bytes 7 pkt", customMessage: "a band that is not there means that of priority 0");
        bench.Q().ShouldBe("10/1000 drops 5 over 0 req 0 backlog 0/0");
    }

    [Fact]
    [Trait("rule", "PRIO-01")]
    public void Drop_in_a_band_counts_on_both()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: prio", "qdisc add dev va parent 1:2 handle 20: pfifo limit 2");
        bench.Device.Room = 0;

        // One frame is with the root, given back by the driver; two fit into the band.
        bench.X(6, 100).ShouldBe(3);

        bench.Q().ShouldBe("1/100 drops 3 over 0 req 1 backlog 3/300");
        bench.Q(bench.At(0x20)).ShouldBe("1/100 drops 3 over 0 req 0 backlog 2/200");
    }

    [Fact]
    [Trait("rule", "PRIO-01")]
    public void Change_keeps_what_waits_in_bands_that_stay()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: prio bands 4");
        bench.Device.Room = 0;
        bench.X(1, 100);
        bench.X(2, 100, prio: 0x10002);
        bench.X(3, 100, prio: 0x10004);

        bench.Tc("qdisc change dev va root handle 1: prio bands 3");

        bench.Q().ShouldBe("1/100 drops 3 over 0 req 1 backlog 3/300");
        bench.Device.Room = 100;
        bench.Device.TxQueues[0].Wake();
        bench.Lab.Run();
        bench.Q().ShouldBe("3/300 drops 3 over 0 req 1 backlog 0/0");
    }

    [Fact]
    public void Shaper_in_a_band_holds_back_its_own_frames_only()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: prio", "qdisc add dev va parent 1:1 handle 10: tbf rate 1000bps burst 1000 limit 100000");

        bench.X(3, 1000, prio: 0x10001, mark: 1);
        bench.X(2, 1000, prio: 0x10003, mark: 3);
        bench.Advance(5000);

        bench.Device.Marks.ShouldBe([1, 3, 3, 1, 1]);
        bench.Departures.ShouldBe([0, 0, 0, 1000, 2000]);
    }

    [Fact]
    public void Queue_that_is_stopped_does_not_hold_up_the_others_of_multiq()
    {
        // given
        using var bench = new ShapeBench(txQueues: 3);
        bench.Tc("qdisc add dev va root handle 1: multiq");
        bench.Device.TxQueues[1].Stop();

        // when frames come for all queues; a mapping of m means queue m - 1
        foreach (var mapping in new ushort[] { 1, 2, 3, 1, 2, 3 })
        {
            var skb = bench.Lab.Frame(100);
            skb.QueueMapping = mapping;
            bench.Lab.Inject(bench.Device, skb);
        }

        bench.Lab.Run();

        // then
        bench.Device.Sent.Select(s => s.Queue).Order().ShouldBe([0, 0, 2, 2]);
        bench.Q().ShouldBe("4/400 drops 0 over 0 req 0 backlog 2/200");
        bench.Device.TxQueues[1].Wake();
        bench.Lab.Run();
        bench.Device.Sent.Count.ShouldBe(6);
    }
}
