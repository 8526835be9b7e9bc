using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Devices;

/// <summary>The dummy device (rule DUM-01; states as user-mode Linux 6.1 showed them).</summary>
public sealed class DummyTests : IDisposable
{
    private readonly ScenarioLab _lab = new();

    public DummyTests() => _lab.B("ip link add d0 type dummy", "ip link set d0 up");

    private NetDevice Dummy => _lab.Device("b", "d0");

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "DUM-01")]
    public void It_counts_what_it_sends_and_never_receives()
    {
        var sniffer = _lab.Sniff("b", "d0");

        _lab.X("b", "d0", 3, 100).ShouldBe(3);

        _lab.S("b", "d0").ShouldBe("rx 0/0/0 tx 3/300/0");
        (sniffer.Out, sniffer.In).ShouldBe((3, 0));
    }

    [Fact]
    [Trait("rule", "DUM-01"), Trait("rule", "QD-07")]
    public void It_has_no_queue_no_arp_no_multicast_and_any_mtu()
    {
        Dummy.RootQdisc.Kind.ShouldBe("noqueue");
        (Dummy.Flags & (DeviceFlags.NoArp | DeviceFlags.Multicast)).ShouldBe(DeviceFlags.NoArp);

        _lab.B("ip link set d0 mtu 0", "ip link set d0 mtu 2147483647");

        Dummy.Mtu.ShouldBe(int.MaxValue);
    }

    [Fact]
    [Trait("rule", "DUM-01"), Trait("rule", "FLAG-02"), Trait("rule", "FLAG-03")]
    public void Its_user_pulls_the_plug_and_a_device_that_once_lost_carrier_knows_its_state()
    {
        var before = Dummy.OperState;

        _lab.B("ip link set d0 carrier off");
        _lab.Lab.Advance(1_100_000_000);
        var off = (Dummy.OperState, Dummy.TxQueues[0].Qdisc.Kind);
        _lab.B("ip link set d0 carrier on");
        _lab.Lab.Advance(1_100_000_000);

        before.ShouldBe(OperState.Unknown);
        off.ShouldBe((OperState.Down, "noop"));
        (Dummy.OperState, Dummy.TxQueues[0].Qdisc.Kind).ShouldBe((OperState.Up, "noqueue"));
    }

    [Fact]
    [Trait("rule", "DUM-01"), Trait("rule", "MAC-01")]
    public void Its_address_changes_while_it_is_up_if_a_station_can_have_it()
    {
        _lab.B("ip link set d0 address 02:00:00:00:00:77");
        var refused = _lab.Execute("b", "ip link set d0 address 01:00:00:00:00:01");

        MacAddress.TryParse("02:00:00:00:00:77", out var wanted).ShouldBeTrue();
        Dummy.Address.ShouldBe(wanted);
        refused.Error.ShouldBe("RTNETLINK answers: Cannot assign requested address\n");
    }
}
