using ActorNet.Actors.Messages;
using ActorNet.Actors.Tests.Harness;
using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.Actors.Tests;

/// <summary>Frames lost and actors that throw because a test wants it.</summary>
public sealed class FaultTests
{
    [Fact]
    public void A_frame_from_the_wire_can_get_lost_and_is_counted()
    {
        var faults = new Faults((from, to, _) => from is null && to?.Name == "p0");
        using var lab = Switch(faults, out var p0, out var p1);

        p0.Arrive(mark: 1);
        p0.EndOfBurst();
        lab.Run();

        p1.Marks.ShouldBeEmpty();
        lab.S("n", "p0").ShouldStartWith("rx 0/0/0");
        Lost(lab).ShouldBe(1);
    }

    [Fact]
    public void A_frame_towards_the_wire_can_get_lost_and_has_been_sent()
    {
        var faults = new Faults((from, to, path) => from?.Name == "p1" && to is null && path == FramePath.Transmit);
        using var lab = Switch(faults, out var p0, out var p1);

        p0.Arrive(mark: 1);
        p0.EndOfBurst();
        lab.Run();

        p1.Written.ShouldBe(0);
        lab.S("n", "p1").ShouldEndWith("tx 1/100/0");
        Lost(lab).ShouldBe(1);
    }

    [Fact]
    public void A_frame_between_devices_can_get_lost()
    {
        var faults = new Faults((from, to, path) => from?.Name == "p0" && to?.Name == "br0" && path == FramePath.BridgeInput);
        using var lab = Switch(faults, out var p0, out var p1);

        p0.Arrive(mark: 1);
        p0.EndOfBurst();
        lab.Run();
        faults.IsOn = false;
        p0.Arrive(mark: 2);
        p0.EndOfBurst();
        lab.Run();

        p1.Marks.ShouldBe([2]);
        Lost(lab).ShouldBe(1);
    }

    [Fact]
    public void What_an_ifb_hands_to_its_queue_is_on_no_way_and_cannot_get_lost()
    {
        var faults = new Faults((_, to, path) => path == FramePath.IfbQueue || to?.Name == "nobody");
        using var lab = Switch(faults, out var p0, out var p1);
        lab.Sh("n", "ip link add ifb0 type ifb", "ip link set ifb0 up", "tc qdisc add dev p0 ingress", "tc filter add dev p0 ingress matchall action mirred egress redirect dev ifb0");

        p0.Arrive(mark: 1);
        p0.EndOfBurst();
        lab.Run();

        p1.Marks.ShouldBe([1]);
        Lost(lab).ShouldBe(0);
    }

    [Fact]
    public void A_cable_is_not_blocked_by_what_got_lost_on_it()
    {
        var faults = new Faults((from, _, path) => from?.Name == "va" && path == FramePath.Wire);
        using var lab = new VirtualLab(settings: new LabSettings { Faults = faults });
        lab.AddNamespace("n");
        lab.Sh("n", "ip link add va type veth peer name vb", "ip link set va up", "ip link set vb up");
        var frames = Enumerable.Repeat((ReadOnlyMemory<byte>)new byte[60], 500).ToArray();

        for (var i = 0; i < 3; i++) lab.Ask<Injected>(new ToNamespace("n", new Inject("va", frames))).Ok.ShouldBe(500);
        faults.IsOn = false;
        lab.Ask<Injected>(new ToNamespace("n", new Inject("va", frames))).Ok.ShouldBe(500);

        Lost(lab).ShouldBe(1500);
        lab.Device("n", "va").Stats.TxDropped.ShouldBe(0);
    }

    [Fact]
    public void A_device_that_was_told_to_throw_goes_on()
    {
        using var lab = Switch(null, out var p0, out var p1);
        lab.Sh("n", "ip link add ifb0 numtxqueues 2 type ifb");

        lab.Ask<Done>(new ToNamespace("n", new CrashActor("br0")));
        lab.Ask<Done>(new ToNamespace("n", new CrashActor("ifb0", Queue: 1)));
        lab.Ask<Refused>(new ToNamespace("n", new CrashActor("ifb0", Queue: 2))).Reason.ShouldContain("its queues are 0 to 1");
        lab.Ask<Refused>(new ToNamespace("n", new CrashActor("br0", Queue: 0))).Errno.ShouldBe(Errno.EOPNOTSUPP);
        p0.Arrive(mark: 1);
        p0.EndOfBurst();
        lab.Run();

        p1.Marks.ShouldBe([1]);
    }

    [Fact]
    public void A_lab_that_moved_to_another_thread_gets_its_frames_back_there()
    {
        using var lab = Switch(null, out var p0, out var p1);
        var elsewhere = new Thread(() =>
        {
            lab.Ask<Done>(MoveToThread.Instance);
            p0.Arrive(mark: 1);
            p0.EndOfBurst();
            lab.Run();
            lab.Snapshot().FramesOutstanding.ShouldBe(0);
        });

        elsewhere.Start();
        elsewhere.Join();
        lab.Ask<Done>(MoveToThread.Instance);

        p1.Marks.ShouldBe([1]);
    }

    private static VirtualLab Switch(Faults? faults, out ListWire p0, out ListWire p1)
    {
        var lab = new VirtualLab(settings: new LabSettings { Faults = faults });
        lab.AddNamespace("n");
        p0 = lab.AddPort("n", "p0");
        p1 = lab.AddPort("n", "p1");
        lab.Sh("n", "ip link add br0 type bridge", "ip link set p0 master br0", "ip link set p1 master br0", "ip link set br0 up");
        return lab;
    }

    private static long Lost(VirtualLab lab) => lab.Snapshot().Drops.GetValueOrDefault(nameof(DropReason.FaultInjected));

    private sealed class Faults(Func<NetDevice?, NetDevice?, FramePath, bool> drops) : IFrameFaults
    {
        public bool IsOn { get; set; } = true;

        bool IFrameFaults.Drops(NetDevice? from, NetDevice? to, FramePath path, SkBuff skb) => IsOn && drops(from, to, path);
    }
}
