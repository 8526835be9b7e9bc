using ActorNet.Core.Devices;
using ActorNet.Core.Net;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Net;

/// <summary>
/// Carrier changes take time. In this lab va and vb have the same number in their namespaces, so that each one's link has its own number: nothing about them is urgent.
/// </summary>
public sealed class LinkWatchTests : IDisposable
{
    private const long Second = 1_000_000_000;

    private readonly ScenarioLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "FLAG-03"), Trait("rule", "QD-08"), Trait("rule", "VETH-02"), Trait("scenario", "G39")]
    public void For_a_second_the_sender_is_refused_and_then_content()
    {
        _lab.B("ip link set vb down");
        var refused = _lab.X(3, 100);
        var early = (refused, _lab.S("a", "va"), _lab.S("b", "vb"));

        _lab.Lab.Advance(1_200_000_000);
        var content = _lab.X(3, 100);
        var late = (content, _lab.S("a", "va"), _lab.S("b", "vb"));
        _lab.A("tc qdisc add dev va root pfifo limit 2");
        var queued = _lab.X(3, 100);

        early.ShouldBe((0, "rx 0/0/0 tx 0/0/3", "rx 0/0/3 tx 0/0/0"));
        late.ShouldBe((3, "rx 0/0/0 tx 0/0/6", "rx 0/0/3 tx 0/0/0"));
        queued.ShouldBe(3);
        _lab.S("a", "va").ShouldBe("rx 0/0/0 tx 0/0/9");
        _lab.Q("a", "va").ShouldBe("0/0 drops 0 over 0 req 0 backlog 0/0");
        _lab.A("ip link set va down");
        _lab.Device("a", "va").SendFromSocket(_lab.Lab.Frame(100)).ShouldBe(Errno.ENETDOWN);
    }

    [Fact]
    [Trait("rule", "QD-08")]
    public void Older_kernels_do_not_count_what_noop_swallows()
    {
        using var lab = new ScenarioLab(KernelProfile.Linux61);
        lab.B("ip link set vb down");
        lab.X(3, 100).ShouldBe(0);
        lab.Lab.Advance(Second + 200_000_000);

        lab.X(3, 100).ShouldBe(3);

        lab.S("a", "va").ShouldBe("rx 0/0/0 tx 0/0/3");
    }

    [Fact]
    [Trait("rule", "FLAG-03"), Trait("rule", "FLAG-02")]
    public void Until_then_only_the_carrier_bit_has_changed()
    {
        var va = _lab.Device("a", "va");
        var seen = Listen(va);

        _lab.B("ip link set vb down");
        var at = (va.CarrierOn, va.OperState, va.UserFlags.HasFlag(DeviceFlags.LowerUp), va.UserFlags.HasFlag(DeviceFlags.Running), seen.Count);
        _lab.Lab.Advance(Second);
        var after = (va.CarrierOn, va.OperState, va.UserFlags.HasFlag(DeviceFlags.LowerUp), va.UserFlags.HasFlag(DeviceFlags.Running));

        at.ShouldBe((false, OperState.Up, false, true, 0));
        after.ShouldBe((false, OperState.Down, false, false));
        seen.ShouldBe(["Change va", "newlink va Down noqueue"]);
    }

    [Fact]
    [Trait("rule", "FLAG-03")]
    public void Asking_newer_kernels_for_the_one_link_settles_it()
    {
        _lab.B("ip link set vb down");

        var shown = _lab.Execute("a", "ip link show dev va").Output;

        shown.ShouldContain("<NO-CARRIER,BROADCAST,MULTICAST,UP>");
        shown.ShouldContain("state DOWN");
        _lab.X(3, 100).ShouldBe(3, "its qdisc is noop by now");
    }

    [Fact]
    [Trait("rule", "FLAG-03")]
    public void Asking_for_all_links_or_asking_older_kernels_settles_nothing()
    {
        using var old = new ScenarioLab(KernelProfile.Linux61);
        _lab.B("ip link set vb down");
        old.B("ip link set vb down");

        var all = _lab.Execute("a", "ip link show").Output;
        var one = old.Execute("a", "ip link show dev va").Output;

        all.ShouldContain("<BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state UP");
        one.ShouldContain("<BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state UP");
        _lab.X(1, 100).ShouldBe(0);
        old.X(1, 100).ShouldBe(0);
    }

    [Fact]
    [Trait("rule", "FLAG-03"), Trait("rule", "FLAG-02")]
    public void A_change_of_a_link_with_another_number_does_not_wait()
    {
        _lab.AddCableVc();
        var vc = _lab.Device("b", "vc");
        vc.IfLink.ShouldNotBe(vc.IfIndex);

        _lab.B("ip link set vd down");

        (vc.OperState, vc.TxQueues[0].Qdisc.Kind).ShouldBe((OperState.LowerLayerDown, "noop"));
        _lab.B("ip link set vd up");
        (vc.OperState, vc.TxQueues[0].Qdisc.Kind).ShouldBe((OperState.Up, "noqueue"));
    }

    [Fact]
    [Trait("rule", "FLAG-03")]
    public void A_carrier_that_comes_while_the_queues_refuse_is_urgent()
    {
        var va = _lab.Device("a", "va");
        _lab.B("ip link set vb down");
        _lab.Lab.Advance(Second);

        _lab.B("ip link set vb up");

        va.OperState.ShouldBe(OperState.Up);
        _lab.X(1, 100).ShouldBe(1);
        _lab.S("a", "va").ShouldBe("rx 0/0/0 tx 1/100/0");
    }

    [Fact]
    [Trait("rule", "FLAG-03")]
    public void A_carrier_that_flaps_within_the_second_is_told_of_once()
    {
        var va = _lab.Device("a", "va");
        var seen = Listen(va);

        for (var i = 0; i < 5; i++) _lab.B("ip link set vb down", "ip link set vb up");
        _lab.Lab.Advance(2 * Second);

        seen.ShouldBe(["Change va", "newlink va Up noqueue"]);
        va.GetStats().CarrierChanges.ShouldBe(12, "off at birth, on, and ten");
        _lab.X(1, 100).ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "FLAG-03")]
    public void One_batch_a_second_and_a_hundred_devices_each()
    {
        var ns = _lab.Lab.Lab.Find("b")!;
        for (var i = 0; i < 150; i++) _lab.B($"ip link add d{i} type dummy", $"ip link set d{i} up");
        _lab.Lab.Advance(2 * Second);

        _lab.B([.. Enumerable.Range(0, 150).Select(i => $"ip link set d{i} carrier off")]);
        var first = Down(ns);
        _lab.Lab.Advance(Second - 1);
        var stillFirst = Down(ns);
        _lab.Lab.Advance(1);

        (first, stillFirst, Down(ns)).ShouldBe((LinkWatch.MaxPerRun, LinkWatch.MaxPerRun, 150));
    }

    [Fact]
    [Trait("rule", "FLAG-03"), Trait("rule", "DEV-07")]
    public void A_change_that_waits_is_forgotten_with_its_device()
    {
        _lab.B("ip link set vb down");
        _lab.Lab.Lab.Work.LinkWatch.Count.ShouldBe(2);

        _lab.A("ip link del va");

        _lab.Lab.Lab.Work.LinkWatch.Count.ShouldBe(0);
        _lab.Lab.Advance(2 * Second);
    }

    [Fact]
    [Trait("rule", "FLAG-03"), Trait("rule", "DEV-09")]
    public void A_change_that_waits_moves_with_its_device()
    {
        using var lab = new ScenarioLab(KernelProfile.Linux61);
        var va = lab.Device("a", "va");
        lab.B("ip link set vb down");

        lab.A("ip link set va netns b");
        lab.B("ip link set va up");
        var before = va.OperState;
        lab.Lab.Advance(2 * Second);

        before.ShouldBe(OperState.Up, "nothing has been carried out yet");
        va.OperState.ShouldBe(OperState.LowerLayerDown, "both ends stand in one namespace now, under two numbers");
    }

    private static int Down(NetNamespace ns) => ns.Devices.Count(d => d is DummyDevice && d.OperState == OperState.Down);

    private static List<string> Listen(NetDevice device)
    {
        var seen = new List<string>();
        device.Namespace.AddNotifier(new Ear(seen, device));
        seen.Clear();
        device.Namespace.LinkMessages = m => seen.Add($"newlink {m.Name} {m.OperState} {m.Qdisc}");
        return seen;
    }

    private sealed class Ear(List<string> seen, NetDevice device) : INetDeviceNotifier
    {
        public void OnEvent(NetDeviceEvent kind, NetDevice about)
        {
            if (ReferenceEquals(about, device)) seen.Add($"{kind} {about.Name}");
        }
    }
}
