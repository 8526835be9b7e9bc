using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Harness;
using ActorNet.Core.Tests.Net;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Devices;

/// <summary>What a driver may answer, and what stopping a queue does (rules DEV-02, TX-01, TX-02, TXQ-01).</summary>
public sealed class TxQueueTests : IDisposable
{
    private readonly TestLab _lab = new();
    private readonly NetNamespace _ns;
    private readonly ProbeDevice _device;

    public TxQueueTests()
    {
        _ns = _lab.AddNamespace("n");
        _device = new ProbeDevice("p0", new NotifierRecorder());
        _ns.Register(_device);
        _ns.OpenDevice(_device);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "DEV-02")]
    public void A_device_begins_unregistered_with_one_reference_and_default_lengths()
    {
        var device = new ProbeDevice("p%d", new NotifierRecorder(), txQueues: 3);

        (device.RegState, device.RefCount, device.IfIndex, device.Group).ShouldBe((RegState.Uninitialized, 1, 0, 0));
        (device.TxQueues.Count, device.NumRxQueues, device.TxQueueLength, device.Mtu).ShouldBe((3, 1, 1000, 1500));
        device.RootQdisc.Kind.ShouldBe("noop");
    }

    [Theory]
    [Trait("rule", "DEV-02"), Trait("rule", "IFB-40")]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(NetDevice.MaxQueues + 1)]
    public void It_needs_a_queue_and_has_room_for_4096(int queues)
    {
        Should.Throw<RtnlException>(() => new IfbDevice("ifb0", queues)).Sentence.ShouldBe("Invalid number of transmit queues.");

        new IfbDevice("ifb0", NetDevice.MaxQueues).TxQueues.Count.ShouldBe(NetDevice.MaxQueues);
    }

    [Fact]
    [Trait("rule", "TX-01")]
    public void Waking_runs_the_qdisc_and_starting_does_not()
    {
        var queue = _device.TxQueues[0];
        queue.Stop();
        Send(3);
        var held = _device.RootQdisc.QLen;

        queue.Start();
        _lab.Run();
        var started = _device.Sent;
        queue.Stop();
        queue.Wake();
        _lab.Run();

        (held, started, _device.Sent).ShouldBe((3, 0, 3));
    }

    [Fact]
    [Trait("rule", "TX-01")]
    public void Waking_a_queue_that_is_not_stopped_does_nothing()
    {
        var queue = _device.TxQueues[0];
        queue.Stop();
        Send(2);
        queue.Start();

        queue.Wake();
        _lab.Run();

        _device.Sent.ShouldBe(0);
    }

    [Fact]
    [Trait("rule", "TX-02")]
    public void A_driver_that_is_busy_leaves_the_frame_to_the_qdisc()
    {
        _device.Answer = TxStatus.Busy;
        Send(1).ShouldBe(Errno.None);
        var waiting = (_device.RootQdisc.QLen, _device.RootQdisc.Stats.Requeues, _device.GetStats().TxDropped);

        _device.Answer = TxStatus.Ok;
        _device.RunTxQueues();

        waiting.ShouldBe((1, 1, 0));
        (_device.Sent, _device.RootQdisc.QLen).ShouldBe((1, 0));
    }

    [Fact]
    [Trait("rule", "TX-02")]
    public void A_driver_that_drops_has_consumed_the_frame()
    {
        _device.Answer = TxStatus.Dropped;

        var queued = Send(1);
        var bypassing = _device.SendFromSocket(_lab.Frame(100), bypassQdisc: true);

        (queued, bypassing).ShouldBe((Errno.None, Errno.ENOBUFS), "a qdisc hides the answer, a direct sender hears it");
        (_device.Sent, _device.RootQdisc.QLen, _device.RootQdisc.Stats.Requeues).ShouldBe((2, 0, 0));
    }

    [Fact]
    [Trait("rule", "TX-02")]
    public void A_direct_sender_hears_of_a_busy_driver_and_the_core_counts_it()
    {
        _device.Answer = TxStatus.Busy;

        _device.SendFromSocket(_lab.Frame(100), bypassQdisc: true).ShouldBe(Errno.ENOBUFS);

        _device.GetStats().TxDropped.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "TXQ-01")]
    public void Another_length_empties_what_a_device_that_is_up_holds_whatever_the_qdisc_is()
    {
        using var lab = new ScenarioLab();
        lab.A("tc qdisc add dev va root tbf rate 800bit burst 1514 limit 100000");
        lab.X(10, 1000);
        var before = lab.Q("a", "va");

        lab.A("ip link set va txqueuelen 77");

        before.ShouldBe("1/1000 drops 0 over 9 req 0 backlog 9/9000");
        lab.Q("a", "va").ShouldBe("1/1000 drops 0 over 9 req 0 backlog 0/0", "as observed on Linux 6.18 and 6.1");
    }

    [Fact]
    [Trait("rule", "TXQ-01")]
    public void Any_length_is_accepted_and_a_fifo_keeps_its_own_limit()
    {
        _ns.SetTxQueueLength(_device, 40_000);
        _ns.SetTxQueueLength(_device, 0);
        Should.Throw<RtnlException>(() => _ns.SetTxQueueLength(_device, -1)).Errno.ShouldBe(Errno.ERANGE);
        using var lab = new ScenarioLab();
        lab.A("tc qdisc add dev va root pfifo limit 3", "ip link set va txqueuelen 77");

        lab.Execute("a", "tc qdisc show dev va").Output.ShouldContain("limit 3p");
    }

    [Fact]
    [Trait("rule", "MAC-01")]
    public void An_address_that_cannot_change_live_is_busy_while_the_device_is_up()
    {
        var stiff = new ProbeDevice("p1", new NotifierRecorder(), live: false);
        _ns.Register(stiff);
        var address = new MacAddress(0x0200_0000_0042);
        _ns.OpenDevice(stiff);

        Should.Throw<RtnlException>(() => _ns.SetAddress(stiff, address)).Errno.ShouldBe(Errno.EBUSY);
        _ns.CloseDevice(stiff);
        _ns.SetAddress(stiff, address);

        stiff.Address.ShouldBe(address);
    }

    private Errno Send(int count)
    {
        var result = Errno.None;
        for (var i = 0; i < count; i++) result = _device.SendFromSocket(_lab.Frame(100));
        return result;
    }
}
