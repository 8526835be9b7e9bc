using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Net;

/// <summary>What a device is told to receive (rule RXM-01).</summary>
public sealed class RxModeTests : IDisposable
{
    private static readonly MacAddress AllHosts = new(0x0100_5E00_0001);

    private readonly ScenarioLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "RXM-01")]
    public void A_device_that_comes_up_listens_to_the_all_hosts_group()
    {
        var ifb = _lab.Device("b", "ifb0");
        ifb.Multicast.ShouldBe([AllHosts]);

        _lab.B("ip link set ifb0 down");

        ifb.Multicast.ShouldBeEmpty();
    }

    [Fact]
    [Trait("rule", "RXM-01"), Trait("rule", "INET-01")]
    public void Without_an_ipv4_side_it_listens_to_nothing()
    {
        var ifb = _lab.Device("b", "ifb0");

        _lab.B("ip link set ifb0 mtu 67");
        var without = ifb.Multicast.ToArray();
        _lab.B("ip link set ifb0 mtu 68");

        without.ShouldBeEmpty();
        ifb.Multicast.ShouldBe([AllHosts]);
    }

    [Fact]
    [Trait("rule", "RXM-01")]
    public void A_driver_hears_of_lists_and_flags_only_while_it_is_up()
    {
        var recorder = new NotifierRecorder();
        var ns = _lab.Lab.Lab.Find("b")!;
        var device = new ProbeDevice("p0", recorder);
        ns.Register(device);
        recorder.Log.Clear();

        ns.SetFlags(device, DeviceFlags.AllMulti, on: true);
        var down = recorder.Log.Count;
        ns.OpenDevice(device);
        var opened = recorder.Log.Count(l => l == "set_rx_mode p0");
        ns.SetFlags(device, DeviceFlags.Multicast, on: true);

        down.ShouldBe(0);
        opened.ShouldBe(2, "when it comes up, and for the all-hosts group");
        recorder.Log.Count(l => l == "set_rx_mode p0").ShouldBe(3);
    }

    [Fact]
    [Trait("rule", "RXM-01"), Trait("rule", "VLAN-01")]
    public void A_further_station_makes_a_device_promiscuous_that_cannot_filter()
    {
        _lab.B("ip link add d0 type dummy", "ip link set d0 up", "ip link add link d0 name v5 address 02:00:00:00:00:55 type vlan id 5");
        var below = _lab.Device("b", "d0");

        _lab.B("ip link set v5 up");
        var up = (below.Promiscuity, below.SecondaryUnicast.Count, below.UserFlags.HasFlag(DeviceFlags.Promisc));
        _lab.B("ip link set v5 down");

        up.ShouldBe((1, 1, false));
        (below.Promiscuity, below.SecondaryUnicast.Count).ShouldBe((0, 0));
    }
}
