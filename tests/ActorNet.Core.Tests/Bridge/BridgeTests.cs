using ActorNet.Core.Bridge;
using ActorNet.Core.Frames;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Bridge;

public sealed class BridgeTests : IDisposable
{
    private const string A = "02:00:00:00:00:0a";
    private const string B = "02:00:00:00:00:0b";
    private readonly ScenarioLab _lab = new();
    private readonly Sniffer[] _hosts;

    public BridgeTests()
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

    [Fact]
    [Trait("rule", "BR-01"), Trait("scenario", "G42")]
    public void Unknown_unicast_is_flooded_and_known_goes_to_one_port()
    {
        Send(1, A, B);
        Arrived().ShouldBe("-11");
        Stats("br0").RxPackets.ShouldBe(0);

        Send(2, B, A);
        Arrived().ShouldBe("1--");
        Send(1, A, B);
        Arrived().ShouldBe("-1-");
    }

    [Fact]
    [Trait("rule", "BR-01"), Trait("rule", "BR-02"), Trait("scenario", "G42")]
    public void Broadcast_goes_to_all_ports_and_up_without_mac_header_in_the_count()
    {
        Send(1, A, "ff:ff:ff:ff:ff:ff");

        Arrived().ShouldBe("-11");
        var br = Stats("br0");
        (br.RxPackets, br.RxBytes).ShouldBe((1, 86));
    }

    [Theory]
    [Trait("rule", "BR-01"), Trait("scenario", "G42")]
    [InlineData("03:00:00:00:00:0a", B)]
    [InlineData(A, "01:80:c2:00:00:01")]
    [InlineData(A, "01:80:c2:00:00:0e")]
    [InlineData(A, A)]
    public void Some_frames_go_nowhere(string src, string dst)
    {
        Send(1, A, "ff:ff:ff:ff:ff:ff");
        Arrived();

        Send(1, src, dst);

        Arrived().ShouldBe("---");
    }

    [Fact]
    [Trait("rule", "BR-01")]
    public void The_spanning_tree_address_is_forwarded_while_spanning_tree_is_off()
    {
        Send(1, A, "01:80:c2:00:00:00");

        Arrived().ShouldBe("-11");
    }

    [Fact]
    [Trait("rule", "BR-01"), Trait("scenario", "G42")]
    public void A_station_that_moves_is_learned_at_once()
    {
        Send(1, A, B);
        Send(3, A, B);
        Arrived();

        Send(2, B, A);

        Arrived().ShouldBe("--1");
    }

    [Fact]
    [Trait("rule", "BR-02")]
    public void A_station_is_forgotten_after_the_ageing_time()
    {
        Send(1, A, B);
        Send(2, B, A);
        _lab.Lab.Advance(BridgeDevice.DefaultAgeing + 1);
        Arrived();

        Send(1, A, B);

        Arrived().ShouldBe("-11");
    }

    [Fact]
    [Trait("rule", "BR-02")]
    public void A_port_that_goes_down_loses_its_stations()
    {
        Send(2, B, A);
        _lab.B("ip link set p2 down", "ip link set p2 up");
        Arrived();

        Send(1, A, B);

        Arrived().ShouldBe("-11");
    }

    [Fact]
    [Trait("rule", "HOOK-02"), Trait("scenario", "G42")]
    public void A_redirect_on_a_port_comes_before_the_bridge_which_gets_it_back()
    {
        Send(2, B, A);
        _lab.B("tc qdisc add dev p1 ingress", $"tc filter add dev p1 ingress {ScenarioLab.MatchAll} egress redirect dev ifb0");
        Arrived();

        Send(1, A, B);

        Arrived().ShouldBe("-1-");
        _lab.S("b", "ifb0").ShouldBe("rx 1/100/0 tx 1/100/0");
    }

    [Fact]
    [Trait("rule", "BR-02")]
    public void The_bridge_takes_the_lowest_address_of_its_ports()
    {
        _lab.B("ip link set p2 address 02:00:00:00:00:01");

        _lab.Device("b", "br0").Address.ToString().ShouldBe("02:00:00:00:00:01");
    }

    [Fact]
    [Trait("rule", "BR-02")]
    public void Bridges_and_loopback_cannot_be_ports_and_an_ifb_can()
    {
        _lab.B("ip link add br1 type bridge", "ip link set ifb0 master br0");

        _lab.Execute("b", "ip link set br1 master br0").Error.ShouldContain("Can not enslave a bridge to a bridge.");
        _lab.Device("b", "ifb0").Master!.Name.ShouldBe("br0");
    }

    [Fact]
    [Trait("rule", "BR-02")]
    public void Deleting_the_bridge_releases_its_ports()
    {
        _lab.B("ip link del br0");

        _lab.Device("b", "p1").Master.ShouldBeNull();
        _lab.Device("b", "p1").Promiscuity.ShouldBe(0);
        Send(1, A, B);
        Arrived().ShouldBe("---");
    }

    [Fact]
    public void A_full_table_learns_nobody_new_and_still_forwards()
    {
        var fdb = new Fdb(limit: 2);
        var port = ((BridgeDevice)_lab.Device("b", "br0")).Ports[0];
        for (ulong i = 1; i <= 3; i++) fdb.Learn(new MacAddress(0x0200_0000_0000 + i), port, new Instant(1), ageing: 100);

        (fdb.Count, fdb.NotLearned).ShouldBe((2, 1));
        fdb.Learn(new MacAddress(0x0200_0000_0009), port, new Instant(500), ageing: 100);
        fdb.Find(new MacAddress(0x0200_0000_0009), new Instant(500), ageing: 100).ShouldNotBeNull();
    }

    private void Send(int host, string src, string dst)
    {
        _lab.Device("b", $"h{host}").SendFromSocket(_lab.Lab.Frame(100, dst: dst, src: src)).ShouldBe(Errno.None);
        _lab.Lab.Run();
    }

    private string Arrived()
    {
        var seen = string.Concat(_hosts.Select(h => h.In == 0 ? "-" : h.In.ToString()));
        foreach (var host in _hosts) host.Frames.Clear();
        return seen;
    }

    private Core.Devices.DeviceStats Stats(string name) => _lab.Device("b", name).GetStats();
}
