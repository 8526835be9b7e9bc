using ActorNet.Core.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class MqTests
{
    private const string Bands = "bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1";

    [Fact]
    [Trait("rule", "MQ-01")]
    [Trait("rule", "QD-07")]
    public void Is_the_default_of_a_device_with_several_queues()
    {
        using var bench = new QdiscBench(txQueues: 3);

        bench.Tc("qdisc show dev va").ShouldBe($"""
            qdisc mq 0: root 
            qdisc pfifo_fast 0: parent :3 {Bands}
            qdisc pfifo_fast 0: parent :2 {Bands}
            qdisc pfifo_fast 0: parent :1 {Bands}

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    [Trait("rule", "MQ-01")]
    public void Children_are_exchanged_one_by_one()
    {
        using var bench = new QdiscBench(txQueues: 3);
        bench.Tc("qdisc add dev va root handle 1: mq", "qdisc add dev va parent 1:1 handle 5: pfifo limit 5");

        bench.Tc("qdisc replace dev va root handle 1: mq");
        bench.Tc("qdisc replace dev va parent 1:2 bfifo limit 5000", "qdisc del dev va parent 1:2");

        bench.Tc("qdisc show dev va").ShouldBe($"qdisc mq 1: root \nqdisc pfifo_fast 0: parent 1:3 {Bands}\nqdisc pfifo 5: parent 1:1 limit 5p\n");
        bench.Refused("qdisc add dev va parent 1:9 bfifo limit 5000").ShouldBe("Specified class not found.");
    }

    [Fact]
    [Trait("rule", "MQ-01")]
    public void A_default_root_takes_no_children()
    {
        using var bench = new QdiscBench(txQueues: 3);

        bench.Refused("qdisc add dev va parent :1 handle 5: pfifo limit 5").ShouldBe("Failed to find specified qdisc.");
    }

    [Fact]
    [Trait("rule", "MQ-01")]
    public void Counts_the_sum_of_its_children_and_each_queue_stops_alone()
    {
        // given two queues, one stopped
        using var bench = new QdiscBench(txQueues: 2);
        bench.Tc("qdisc add dev va root handle 1: mq", "qdisc add dev va parent 1:1 handle 5: pfifo limit 2");
        bench.Device.TxQueues[0].Stop();

        // when frames are steered to both
        foreach (var queue in new ushort[] { 1, 2, 1, 2, 1, 2, 1 })
        {
            var skb = bench.Lab.Frame(100);
            skb.QueueMapping = queue;
            bench.Lab.Inject(bench.Device, skb);
        }

        // then the first queue keeps two and drops two, the second sends three
        bench.Device.Sent.Select(s => s.Queue).ShouldBe([1, 1, 1]);
        bench.Q().ShouldBe("4/400 drops 2 over 0 req 1 backlog 2/200");
        bench.Device.TxQueues[0].Wake();
        bench.Lab.Run();
        bench.Q().ShouldBe("5/500 drops 2 over 0 req 1 backlog 0/0");
    }

    [Fact]
    [Trait("rule", "MQ-01")]
    public void Needs_several_queues_and_the_root()
    {
        using var bench = new QdiscBench();

        bench.Refused("qdisc add dev va root handle 1: mq").ShouldBe("Operation not supported");
        bench.Unreadable("qdisc replace dev va root mq bla").ShouldBe("Unknown qdisc \"mq\", hence option \"bla\" is unparsable");
        using var several = new QdiscBench(txQueues: 2);
        several.Tc("qdisc add dev va root handle 1: tbf rate 1mbit burst 10k limit 10k");
        several.Refused("qdisc add dev va parent 1:1 handle 6: mq").ShouldBe("Operation not supported");
    }

    [Fact]
    [Trait("rule", "MQ-01")]
    public void A_shaper_at_the_root_is_shared_by_all_queues()
    {
        using var bench = new QdiscBench(txQueues: 2);
        bench.Tc("qdisc add dev va root tbf rate 1000bps burst 1000 limit 100000");

        foreach (var queue in new ushort[] { 1, 2, 1, 2 })
        {
            var skb = bench.Lab.Frame(500);
            skb.QueueMapping = queue;
            bench.Lab.Inject(bench.Device, skb);
        }

        bench.Advance(5000);
        bench.Departures.ShouldBe([0, 0, 500, 1000]);
        bench.Device.Sent.Select(s => s.Queue).ShouldBe([0, 1, 0, 1]);
    }

    [Fact]
    [Trait("rule", "MQ-01")]
    public void Classes_are_the_queues()
    {
        using var bench = new QdiscBench(txQueues: 2);
        bench.Tc("qdisc add dev va root handle 1: mq", "qdisc add dev va parent 1:1 handle 5: pfifo limit 5");

        var classes = ((IClassfulQdisc)bench.Root).Classes.Select(c => (TcHandle.Format(c.ClassId), TcHandle.Format(c.Parent), c.Leaf.Handle >> 16, c.HasStatistics));

        classes.ShouldBe([("1:1", "root", 5u, true), ("1:2", "root", 0u, true)]);
    }
}
