using ActorNet.Core.Frames;
using ActorNet.Core.Tests.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class SfqTests
{
    private const string Slow = "qdisc add dev va root handle 1: tbf rate 80bit burst 1514 limit 1000000";
    private const string Open = "qdisc change dev va root handle 1: tbf rate 1gbit burst 1000000 limit 1000000";

    [Fact]
    [Trait("rule", "SFQ-01")]
    public void Flows_take_turns_by_quantum()
    {
        using var bench = Filled("quantum 300");
        bench.X(6, 101, Flow(1), mark: 1);
        bench.X(4, 202, Flow(2), mark: 2);

        bench.Tc(Open);
        bench.X(1, 65, Flow(7), mark: 9);
        bench.Advance(100);

        // The first frame was with the shaper already, and its flow new again when the second came.
        bench.Device.Marks.Skip(1).ShouldBe([1, 1, 1, 1, 2, 2, 9, 1, 1, 2, 2]);
    }

    [Fact]
    [Trait("rule", "SFQ-01")]
    public void Flow_has_a_depth_and_all_together_a_limit()
    {
        using var bench = Filled("limit 6 depth 4");
        bench.X(1, 60, Flow(9));

        bench.X(6, 100, Flow(1)).ShouldBe(4, "beyond the depth the sender is told");
        bench.X(3, 200, Flow(2)).ShouldBe(3, "beyond the limit another flow loses");

        bench.Q(bench.At(0x10)).ShouldBe("2/1574 drops 4 over 0 req 0 backlog 6/760");
        bench.Class("10:1").ShouldBe("(dropped 0, overlimits 0 requeues 0) backlog 300b 3p requeues 0 allot 1514");
        bench.Class("10:2").ShouldBe("(dropped 0, overlimits 0 requeues 0) backlog 400b 2p requeues 0 allot 1514");
    }

    [Fact]
    [Trait("rule", "SFQ-01")]
    [Trait("rule", "QD-05")]
    public void Head_drop_makes_room_for_the_newest()
    {
        using var bench = Filled("depth 2 headdrop");
        bench.X(1, 60, Flow(9));

        for (byte i = 1; i <= 5; i++) bench.X(1, 100 + i, Flow(1), mark: i).ShouldBe(1);
        bench.Q(bench.At(0x10)).ShouldEndWith("drops 3 over 0 req 0 backlog 3/269");
        bench.Q().ShouldEndWith("backlog 3/269");
        bench.Tc(Open);
        bench.X(1, 65, Flow(7), mark: 9);
        bench.Advance(100);

        bench.Device.Marks.Skip(2).ShouldBe([4, 5, 9]);
    }

    [Fact]
    [Trait("rule", "SFQ-01")]
    public void Perturbing_keeps_the_order_of_each_flow()
    {
        // given two flows that hashes choose, hashed anew every second
        using var bench = Filled("perturb 1");
        for (byte i = 0; i < 20; i++)
        {
            Send(bench, port: (ushort)(1000 + (i % 2)), number: i);
            bench.Advance(300);
        }

        // when
        bench.Tc(Open);
        bench.X(1, 65, Flow(7));
        bench.Advance(1000);

        // then
        var ids = Numbers(bench);
        ids.Count.ShouldBe(20);
        ids.Where(i => i % 2 == 0).ShouldBe(ids.Where(i => i % 2 == 0).Order());
        ids.Where(i => i % 2 == 1).ShouldBe(ids.Where(i => i % 2 == 1).Order());
    }

    [Fact]
    [Trait("rule", "SFQ-01")]
    public void Same_seed_hashes_alike()
    {
        List<int> Run()
        {
            using var bench = Filled("divisor 16 quantum 100");
            for (byte i = 0; i < 40; i++) Send(bench, port: (ushort)(1000 + (i % 10)), number: i);
            bench.Tc(Open);
            bench.X(1, 65, Flow(7));
            bench.Advance(1000);
            return Numbers(bench);
        }

        Run().ShouldBe(Run());
    }

    [Fact]
    [Trait("rule", "SFQ-01")]
    [Trait("rule", "QD-06")]
    public void Taking_the_device_down_counts_as_sending()
    {
        using var bench = Filled("");
        bench.X(5, 100, Flow(1));

        bench.Namespace.CloseDevice(bench.Device);

        bench.Q(bench.At(0x10)).ShouldBe("6/2014 drops 0 over 0 req 0 backlog 0/0");
    }

    [Fact]
    [Trait("rule", "SFQ-01")]
    [Trait("rule", "RED-01")]
    public void Early_detection_works_in_each_flow()
    {
        using var bench = Filled("redflowlimit 100000 min 5999 max 6000 burst 7 avpkt 1000 ecn");
        bench.X(1, 60, Flow(9));
        bench.X(40, 1000, Flow(1)).ShouldBeLessThan(40);
        var drops = bench.At(0x10).Stats.Drops;

        CodelTests.Send(bench, 100, tos: 2, prio: Flow(1));
        bench.X(3, 1000, Flow(2));

        bench.At(0x10).Stats.Drops.ShouldBe(drops);
        bench.At(0x10).Stats.Overlimits.ShouldBe(drops + 1);
        bench.Tc("-s qdisc show dev va").ShouldContain($"probability 0.02 ecn \n  prob_mark 0 prob_mark_head 0 prob_drop 0\n  forced_mark 1 forced_mark_head 0 forced_drop {drops}\n Sent ");
    }

    [Fact]
    [Trait("rule", "SFQ-01")]
    public void Does_what_a_plain_model_does() => Property.Holds(
        from limit in Gen.Choose(2, 30)
        from depth in Gen.Choose(1, 12)
        from quantum in Gen.Choose(60, 3000)
        from head in Gen.Elements(true, false)
        from steps in Gen.Choose(0, 6).Zip(Gen.Choose(60, 1514)).ArrayOf()
        select (limit, depth, quantum, head, steps), run =>
    {
        using var bench = new ShapeBench();
        bench.Tc($"qdisc add dev va root handle 16: sfq limit {run.limit} depth {run.depth} quantum {run.quantum}" + (run.head ? " headdrop" : ""));
        try
        {
            Compare(bench, new SfqModel(run.limit, run.depth, run.quantum, run.head), run.steps);
        }
        finally
        {
            bench.Root.Reset(bench.Lab.Now);
        }
    }, count: 1000);

    /// <summary>Flows 0 and 1 stand for a dequeue.</summary>
    private static void Compare(ShapeBench bench, SfqModel model, (int Flow, int Size)[] steps)
    {
        var number = 0;
        foreach (var (flow, size) in steps)
        {
            if (flow < 2)
            {
                Take(bench, model);
                continue;
            }

            var skb = bench.Lab.Pool.Rent(size)!;
            (skb.QdiscPktLen, skb.Priority, skb.Mark) = (size, 0x16_0000 | (uint)flow, (uint)number);
            bench.Root.Enqueue(skb, bench.Lab.Now);
            model.Enqueue(flow, number++, size);
            bench.Root.QLen.ShouldBe(model.Held);
            bench.Root.Stats.Drops.ShouldBe(model.Dropped.Count);
        }

        while (model.Held > 0) Take(bench, model);
        bench.Root.QLen.ShouldBe(0);
    }

    private static void Take(ShapeBench bench, SfqModel model)
    {
        var skb = bench.Root.Dequeue(bench.Lab.Now);
        var number = (int?)skb?.Mark;
        skb?.Free(DropReason.Consumed);
        number.ShouldBe(model.Dequeue());
    }

    private static uint Flow(uint number) => 0x10_0000 | number;

    private static ShapeBench Filled(string options)
    {
        var bench = new ShapeBench();
        bench.Tc(Slow, "qdisc add dev va parent 1:1 handle 10: sfq " + options);
        bench.X(1, 1514, Flow(8), mark: 99);
        return bench;
    }

    private static void Send(ShapeBench bench, ushort port, byte number)
    {
        var skb = new TestPacket { Udp = true, PayloadLength = 60 }.ToPlainSkb(bench.Lab.Pool);
        (skb.Span[34], skb.Span[35]) = ((byte)(port >> 8), (byte)port);
        // The first byte behind the Ethernet header is what the sink notes, and must stay; the number goes into the length of the frame.
        skb.Length = 60 + number;
        bench.Lab.Inject(bench.Device, skb);
        bench.Lab.Run();
    }

    /// <summary>The numbers of the frames that <see cref="Send"/> sent, in the order in which they left.</summary>
    private static List<int> Numbers(ShapeBench bench) => [.. bench.Device.Sent.Where(s => s.Mark == 0x45).Select(s => s.Length - 60)];
}
