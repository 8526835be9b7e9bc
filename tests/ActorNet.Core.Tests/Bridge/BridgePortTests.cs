using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Bridge;

/// <summary>Switches and states of ports, entries of the user's, and how the bridge's carrier and address follow its ports.</summary>
public sealed class BridgePortTests : IDisposable
{
    private const string A = "02:00:00:00:00:0a";
    private const string B = "02:00:00:00:00:0b";
    private readonly ScenarioLab _lab = new();
    private readonly Sniffer[] _hosts;

    public BridgePortTests()
    {
        _lab.B("ip link add br0 type bridge", "ip link set br0 up");
        _hosts = new Sniffer[3];
        for (var i = 1; i <= 3; i++)
        {
            _lab.B($"ip link add p{i} type veth peer name h{i}", $"ip link set p{i} master br0", $"ip link set p{i} up", $"ip link set h{i} up");
            _hosts[i - 1] = _lab.Sniff("b", $"h{i}");
        }
    }

    public void Dispose() => _lab.Dispose();

    [Theory]
    [Trait("rule", "BR-01")]
    [InlineData("hairpin on", 1, "111")]
    [InlineData("isolated on", 1, "--1")]
    [InlineData("flood off", 3, "-1-")]
    public void Switches_of_the_first_two_ports_decide_where_unknown_unicast_goes(string words, int from, string arrived)
    {
        foreach (var port in (string[])["p1", "p2"])
        {
            if (port is "p1" || words.StartsWith("isolated", StringComparison.Ordinal)) _lab.B($"bridge link set dev {port} {words}");
        }

        Send(from, A, B);

        Arrived().ShouldBe(arrived);
    }

    [Fact]
    [Trait("rule", "BR-01")]
    public void Broadcast_and_groups_have_switches_of_their_own()
    {
        _lab.B("bridge link set dev p2 bcast_flood off", "bridge link set dev p3 mcast_flood off");

        Send(1, A, "ff:ff:ff:ff:ff:ff");
        Arrived().ShouldBe("--1");
        Send(1, A, "01:00:5e:00:00:05");
        Arrived().ShouldBe("-1-");
    }

    [Fact]
    [Trait("rule", "BR-01")]
    public void A_locked_port_lets_only_stations_in_that_the_table_has_there()
    {
        _lab.B("bridge link set dev p1 locked on learning off");
        Send(1, A, B);
        Arrived().ShouldBe("---");

        _lab.B($"bridge fdb add {A} dev p1 master static");
        Send(1, A, B);
        Arrived().ShouldBe("-11");
    }

    [Theory]
    [Trait("rule", "BR-01")]
    [InlineData("blocking", false)]
    [InlineData("learning", true)]
    public void A_port_that_does_not_forward_may_still_learn(string state, bool learns)
    {
        _lab.B($"bridge link set dev p1 state {state}");

        Send(1, A, B);

        Arrived().ShouldBe("---");
        Fdb.Knows(Mac(A)).ShouldBe(learns);
    }

    [Fact]
    [Trait("rule", "BR-01")]
    public void A_reserved_address_is_forwarded_when_the_user_wants_it()
    {
        Send(1, A, "01:80:c2:00:00:0e");
        Arrived().ShouldBe("---");

        _lab.B("ip link set br0 type bridge group_fwd_mask 0x4000");
        Send(1, A, "01:80:c2:00:00:0e");
        Arrived().ShouldBe("-11");
        _lab.Execute("b", "ip link set br0 type bridge group_fwd_mask 1").Error.ShouldBe("RTNETLINK answers: Invalid argument\n");
    }

    [Fact]
    [Trait("rule", "BR-01")]
    public void A_static_entry_never_ages_and_follows_its_station_unless_it_is_sticky()
    {
        _lab.B($"bridge fdb add {A} dev p1 master static", $"bridge fdb add {B} dev p1 master static sticky");
        _lab.Lab.Advance(400_000_000_000);

        Send(2, A, "02:00:00:00:00:77");
        Send(2, B, "02:00:00:00:00:77");

        Fdb.Knows(Mac(A), Port("p2")).ShouldBeTrue();
        Fdb.Knows(Mac(B), Port("p1")).ShouldBeTrue();
    }

    [Fact]
    [Trait("rule", "BR-01")]
    public void A_permanent_entry_is_this_machine_s_own_address()
    {
        _lab.B($"bridge fdb add {B} dev p2 master");

        Send(1, A, B);

        Arrived().ShouldBe("---");
        _lab.Device("b", "br0").GetStats().RxPackets.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "BR-02"), Trait("rule", "FLAG-02")]
    public void A_bridge_has_carrier_until_it_first_looks_for_forwarding_ports()
    {
        _lab.B("ip link add br1 type bridge", "ip link set br1 up", "ip link add br2 address 02:00:00:00:00:70 type bridge", "ip link set br2 up");

        (_lab.Device("b", "br1").CarrierOn, _lab.Device("b", "br2").CarrierOn).ShouldBe((true, false));
        _lab.Device("b", "br1").OperState.ShouldBe(OperState.Unknown);
        _lab.Device("b", "br2").GetStats().CarrierChanges.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "BR-02")]
    public void Without_ports_the_bridge_has_no_address_and_no_carrier()
    {
        _lab.B("ip link set p1 nomaster", "ip link set p2 nomaster", "ip link set p3 nomaster");

        _lab.Device("b", "br0").Address.ShouldBe(MacAddress.Zero);
        _lab.Device("b", "br0").CarrierOn.ShouldBeFalse();
    }

    [Fact]
    [Trait("rule", "BR-02")]
    public void A_port_is_promiscuous_and_receives_all_groups_while_it_is_one()
    {
        var port = _lab.Device("b", "p1");
        (port.Promiscuity, port.AllMulti).ShouldBe((1, 1));
        (port.UserFlags & (DeviceFlags.Promisc | DeviceFlags.AllMulti)).ShouldBe(DeviceFlags.None);

        _lab.B("ip link set p1 nomaster");

        (port.Promiscuity, port.AllMulti).ShouldBe((0, 0));
    }

    [Fact]
    [Trait("rule", "BR-02")]
    public void The_bridge_follows_the_smallest_MTU_until_the_user_sets_it()
    {
        _lab.B("ip link set p1 mtu 1400");
        _lab.Device("b", "br0").Mtu.ShouldBe(1400);

        _lab.B("ip link set br0 mtu 1300", "ip link set p1 mtu 1200");
        _lab.Device("b", "br0").Mtu.ShouldBe(1300);
    }

    [Fact]
    [Trait("rule", "BR-02")]
    public void Taking_the_bridge_down_forgets_what_was_learned()
    {
        Send(1, A, B);
        _lab.B("ip link set br0 down", "ip link set br0 up");

        Fdb.Knows(Mac(A)).ShouldBeFalse();
        Port("p1").State.ShouldBe(BridgePortState.Forwarding);
    }

    [Fact]
    [Trait("rule", "BR-02")]
    public void Re_enslaving_moves_the_port()
    {
        _lab.B("ip link add br1 type bridge", "ip link set p1 master br1");

        _lab.Device("b", "p1").Master!.Name.ShouldBe("br1");
        ((BridgeDevice)_lab.Device("b", "br0")).Ports.Select(p => p.Device.Name).ShouldBe(["p2", "p3"]);
    }

    private Fdb Fdb => ((BridgeDevice)_lab.Device("b", "br0")).Fdb;

    private BridgePort Port(string name) => ((BridgeDevice)_lab.Device("b", "br0")).PortOf(_lab.Device("b", name))!;

    private static MacAddress Mac(string text) => MacAddress.TryParse(text, out var address) ? address : throw new ArgumentException("No address: " + text, nameof(text));

    private void Send(int host, string src, string dst)
    {
        _lab.Device("b", $"h{host}").SendFromSocket(_lab.Lab.Frame(100, dst: dst, src: src)).ShouldBe(Errno.None);
        _lab.Lab.Run();
    }

    private string Arrived()
    {
        var seen = string.Concat(_hosts.Select(h => h.In == 0 ? "-" : h.In.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var host in _hosts) host.Frames.Clear();
        return seen;
    }
}
