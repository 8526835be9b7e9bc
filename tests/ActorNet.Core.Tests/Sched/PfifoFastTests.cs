using ActorNet.Core.Frames;
using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Frames;
using ActorNet.Core.Tests.Harness;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class PfifoFastTests
{
    [Fact]
    [Trait("rule", "PFF-01")]
    public void Low_bands_leave_first_and_order_inside_a_band_is_kept()
    {
        using var bench = new QdiscBench();
        bench.Device.TxQueues[0].Stop();
        var first = bench.Lab.Frame(100, mark: 99);
        bench.Lab.Inject(bench.Device, first); // passes the idle queue, is given back, and leaves before all bands

        for (byte priority = 0; priority < 16; priority++)
        {
            var skb = bench.Lab.Frame(100, mark: priority);
            skb.Priority = priority;
            bench.Lab.Inject(bench.Device, skb);
        }

        bench.Device.TxQueues[0].Wake();
        bench.Lab.Run();

        bench.Device.Marks.ShouldBe([99, 6, 7, 0, 4, 8, 9, 10, 11, 12, 13, 14, 15, 1, 2, 3, 5]);
    }

    [Fact]
    [Trait("rule", "PFF-01")]
    public void Each_band_holds_the_devices_queue_length()
    {
        using var bench = new QdiscBench();
        bench.Namespace.SetTxQueueLength(bench.Device, 4);
        bench.Device.TxQueues[0].Stop();

        bench.X(10, 100).ShouldBe(5, "the one that was given back, and four in the band");
        var urgent = bench.Lab.Frame(100);
        urgent.Priority = 6;
        bench.Lab.Inject(bench.Device, urgent).ShouldBe(Errno.None);

        bench.Q().ShouldBe("1/100 drops 5 over 0 req 1 backlog 6/600");
    }

    [Fact]
    [Trait("rule", "TXQ-01")]
    public void Another_queue_length_empties_a_device_that_is_up_without_counting_drops()
    {
        using var bench = new QdiscBench();
        bench.Device.TxQueues[0].Stop();
        bench.X(6, 100);

        bench.Namespace.SetTxQueueLength(bench.Device, 2);
        bench.Device.TxQueues[0].Wake();
        bench.Lab.Run();

        bench.Device.Marks.ShouldBeEmpty();
        (bench.Root.Stats.Drops, bench.Root.QLen).ShouldBe((0, 0));
        bench.X(1, 100);
        bench.Device.Marks.ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("rule", "PFF-02")]
    public void Queue_length_0_at_creation_means_noqueue()
    {
        using var bench = new QdiscBench();
        bench.Namespace.CloseDevice(bench.Device);
        bench.Namespace.SetTxQueueLength(bench.Device, 0);

        Should.Throw<RtnlException>(() => new PfifoFastQdisc(bench.Device).Init(null, bench.Lab.Now)).Errno.ShouldBe(Errno.EINVAL);
        QdiscAttachment.MakeDefault(bench.Device, bench.Lab.Now).Kind.ShouldBe("noqueue");
    }

    [Fact]
    [Trait("rule", "QD-07")]
    public void Is_the_default_of_a_device_with_one_queue_and_shows_its_map()
    {
        using var bench = new QdiscBench();

        bench.Tc("qdisc show dev va").ShouldBe("qdisc pfifo_fast 0: root refcnt 2 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1\n");
        bench.Tc("-j qdisc show dev va").ShouldBe("[{\"kind\":\"pfifo_fast\",\"handle\":\"0:\",\"root\":true,\"refcnt\":2,"
            + "\"options\":{\"bands\":3,\"priomap\":[1,2,2,2,1,2,0,0,1,1,1,1,1,1,1,1],\"multiqueue\":false}}]\n");
        bench.Unreadable("qdisc add dev va root pfifo_fast limit 3").ShouldBe("qdisc 'pfifo_fast' does not support option parsing");
    }

    [Fact]
    [Trait("rule", "PFF-01")]
    public void Behaves_like_three_lists()
    {
        var step = Gen.Choose(-1, 40);
        Property.Holds(step.ArrayOf(), MatchesLists);
    }

    /// <summary>A step of 0 or more enqueues a frame of that priority, -1 dequeues.</summary>
    private static void MatchesLists(int[] steps)
    {
        using var lab = new TestLab();
        using var bench = new QdiscBench();
        bench.Namespace.SetTxQueueLength(bench.Device, 3);
        var qdisc = new PfifoFastQdisc(bench.Device);
        qdisc.Init(null, lab.Now);
        var model = new List<byte>[] { [], [], [] };
        byte mark = 0;
        foreach (var priority in steps)
        {
            if (priority < 0)
            {
                var expected = model.FirstOrDefault(m => m.Count > 0);
                var skb = qdisc.Dequeue(lab.Now);
                (skb is null).ShouldBe(expected is null);
                if (skb is null) continue;
                skb.Frame[EthernetHeader.Size].ShouldBe(expected![0]);
                expected.RemoveAt(0);
                skb.Free(DropReason.Consumed);
                continue;
            }

            var band = model["1222120011111111"[priority & 15] - '0'];
            var frame = lab.Frame(60, mark: ++mark);
            frame.Priority = (uint)priority;
            qdisc.Enqueue(frame, lab.Now).ShouldBe(band.Count < 3 ? XmitResult.Success : XmitResult.Drop);
            if (band.Count < 3) band.Add(mark);
        }

        qdisc.QLen.ShouldBe(model.Sum(m => m.Count));
        qdisc.Reset(lab.Now);
    }
}
