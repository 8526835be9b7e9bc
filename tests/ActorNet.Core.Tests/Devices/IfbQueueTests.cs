using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Devices;

/// <summary>One queue of an IFB, step by step: arrivals and drains in every order (rules IFB-01 to IFB-14, IFB-46).</summary>
public sealed class IfbQueueTests : IDisposable
{
    private readonly TestLab _lab = new();
    private readonly NetNamespace _ns;
    private readonly IfbDevice _ifb = new("ifb0");
    private readonly DummyDevice _source = new("d0");

    public IfbQueueTests()
    {
        _ns = _lab.AddNamespace("n");
        foreach (NetDevice device in new NetDevice[] { _ifb, _source })
        {
            _ns.Register(device);
            _ns.OpenDevice(device);
        }
    }

    private IfbQueue Queue => _ifb.Queues[0];

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "IFB-07"), Trait("rule", "IFB-46")]
    public void A_drain_is_scheduled_by_the_first_arrival_only()
    {
        var scheduled = Enumerable.Range(0, 4).Select(_ => Queue.Xmit(Frame(_source.IfIndex))).ToArray();

        scheduled.ShouldBe([true, false, false, false]);
        Queue.Pending.ShouldBeTrue();
        Drain().ShouldBeFalse();
        Queue.Pending.ShouldBeFalse();
        Queue.Xmit(Frame(_source.IfIndex)).ShouldBeTrue("after the drain the next arrival schedules again");
        Drain();
    }

    [Fact]
    [Trait("rule", "IFB-07"), Trait("rule", "IFB-03")]
    public void A_frame_that_is_dropped_schedules_nothing()
    {
        var direct = Frame(_source.IfIndex);
        direct.Redirected = false;

        Queue.Xmit(direct).ShouldBeFalse();
        Queue.Xmit(Frame(0)).ShouldBeFalse();

        (Queue.Pending, Queue.RxPackets, _ifb.GetStats().RxDropped).ShouldBe((false, 2, 2));
    }

    [Fact]
    [Trait("rule", "IFB-10"), Trait("rule", "IFB-12")]
    public void Left_overs_are_drained_before_new_arrivals_are_taken_over()
    {
        const int nobody = 4711;
        Queue.Xmit(Frame(nobody));
        Queue.Xmit(Frame(_source.IfIndex));
        Queue.Xmit(Frame(_source.IfIndex));

        var first = Drain();
        var afterFirst = (Queue.RqLength, Queue.TqLength, Queue.Pending);
        Queue.Xmit(Frame(_source.IfIndex));
        var second = Drain();
        var afterSecond = (Queue.RqLength, Queue.TqLength, Queue.Pending);
        var third = Drain();

        (first, afterFirst).ShouldBe((true, (0, 2, true)), "a lost frame ends the run while others wait");
        (second, afterSecond).ShouldBe((true, (1, 0, true)), "the left-overs went, the arrival was not spliced");
        (third, Queue.RqLength, Queue.Pending).ShouldBe((false, 0, false));
        (Queue.TxPackets, _ifb.GetStats().TxDropped).ShouldBe((4, 1));
    }

    [Fact]
    [Trait("rule", "IFB-12"), Trait("rule", "IFB-13")]
    public void A_lost_frame_that_was_the_last_ends_the_run_as_usual()
    {
        Queue.Xmit(Frame(4711));

        Drain().ShouldBeFalse();

        (Queue.Pending, Queue.TxPackets, _ifb.GetStats().TxDropped).ShouldBe((false, 1, 1));
    }

    [Fact]
    [Trait("rule", "IFB-13"), Trait("rule", "IFB-46")]
    public void What_arrives_while_a_drain_runs_waits_for_the_next_one()
    {
        Queue.Xmit(Frame(_source.IfIndex));
        var runtime = new Arrivals(_lab.Pool, () => Queue.Xmit(Frame(_source.IfIndex)), times: 2);

        var first = Queue.Drain(runtime);
        var between = (runtime.Sent, Queue.RqLength, Queue.Pending);
        var second = Queue.Drain(runtime);
        var third = Queue.Drain(runtime);

        (first, between).ShouldBe((true, (1, 1, true)), "no second drain is scheduled by the arrival; the drain itself asks for it");
        (second, third).ShouldBe((true, false));
        (runtime.Sent, Queue.Pending).ShouldBe((3, false));
    }

    [Fact]
    [Trait("rule", "IFB-13"), Trait("rule", "IFB-14")]
    public void The_queue_wakes_only_when_nothing_has_arrived_since()
    {
        var txQueue = _ifb.TxQueues[0];
        txQueue.Stop();
        Queue.Xmit(Frame(_source.IfIndex));
        var runtime = new Arrivals(_lab.Pool, () => Queue.Xmit(Frame(_source.IfIndex)), times: 1);

        Queue.Drain(runtime);
        var afterFirst = txQueue.Stopped;
        Queue.Drain(runtime);

        (afterFirst, txQueue.Stopped).ShouldBe((true, false));
    }

    [Fact]
    [Trait("rule", "IFB-39"), Trait("rule", "IFB-38")]
    public void Frames_in_both_lists_are_freed_with_the_device_and_not_before()
    {
        Queue.Xmit(Frame(4711));
        Queue.Xmit(Frame(_source.IfIndex));
        Queue.Xmit(Frame(_source.IfIndex));
        Drain();
        Queue.Xmit(Frame(_source.IfIndex));
        _ns.CloseDevice(_ifb);
        var closed = (Queue.RqLength, Queue.TqLength);

        _ns.Unregister(_ifb);

        closed.ShouldBe((1, 2));
        (Queue.RqLength, Queue.TqLength, _lab.Pool.Dropped(DropReason.IfbPurged)).ShouldBe((0, 0, 3));
    }

    [Fact]
    [Trait("rule", "IFB-23"), Trait("rule", "IFB-11")]
    public void The_header_that_is_pulled_at_ingress_is_the_one_the_receive_core_saw()
    {
        var plain = Frame(_source.IfIndex);
        plain.MacLen = EthernetHeader.Size;
        var bare = Frame(_source.IfIndex);
        bare.MacLen = 0;
        foreach (var skb in new[] { plain, bare })
        {
            skb.FromIngress = true;
            Queue.Xmit(skb);
        }

        var runtime = new Arrivals(_lab.Pool, () => false, times: 0);
        Queue.Drain(runtime);

        runtime.Lengths.ShouldBe([100 - EthernetHeader.Size, 100]);
    }

    private SkBuff Frame(int iif)
    {
        var skb = _lab.Frame(100);
        skb.Redirected = true;
        skb.SkbIif = iif;
        return skb;
    }

    private bool Drain() => Queue.Drain(new Arrivals(_lab.Pool, () => false, times: 0));

    /// <summary>Something happens whenever the drain hands a frame on: another processor at work.</summary>
    private sealed class Arrivals(SkBuffPool pool, Func<bool> meanwhile, int times) : IDeviceRuntime
    {
        private int _left = times;

        public int Sent { get; private set; }

        public List<int> Lengths { get; } = [];

        public Instant Now => Instant.Zero;

        public Instant Jiffies => Instant.Zero;

        public SkBuffPool Pool => pool;

        public void Send(NetDevice target, FramePath path, SkBuff skb, Core.Tc.MirredAction? via = null)
        {
            Sent++;
            Lengths.Add(skb.Length);
            skb.Free(DropReason.Consumed);
            if (_left-- > 0) meanwhile().ShouldBeFalse("a drain is under way, so none is scheduled");
        }

        public void RaiseTx()
        {
            // The queue's qdisc is empty: nobody waits to be woken.
        }

        public void ArmWatchdog(Instant deadline)
        {
            // No qdisc with a clock takes part.
        }
    }
}
