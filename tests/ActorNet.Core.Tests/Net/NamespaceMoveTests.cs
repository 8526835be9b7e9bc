using ActorNet.Core.Devices;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Net;

/// <summary>Devices that change their namespace, and namespaces that end (rule DEV-09), by way of the commands.</summary>
public sealed class NamespaceMoveTests : IDisposable
{
    private readonly ScenarioLab _lab = new();

    public NamespaceMoveTests() => _lab.Lab.AddNamespace("c");

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "DEV-09")]
    public void It_keeps_counters_and_number_and_loses_everything_else()
    {
        _lab.RedirectVbToIfb0();
        _lab.X(4, 100);
        _lab.B("ip addr add 10.9.0.2/24 dev vb", "ip link set vb mtu 1400 alias x");
        var vb = _lab.Device("b", "vb");
        var number = vb.IfIndex;

        _lab.B("ip link set vb netns c");

        _lab.Device("c", "vb").ShouldBeSameAs(vb);
        _lab.S("c", "vb").ShouldBe("rx 4/400/4 tx 0/0/0");
        (vb.IfIndex, vb.IsUp, vb.RootQdisc.Kind, vb.HookQdisc, vb.Mtu, vb.Alias).ShouldBe((number, false, "noop", null, 1400, "x"));
        vb.Namespace.Inet.AddressesOf(vb).ShouldBeEmpty();
        vb.RegState.ShouldBe(RegState.Registered);
        _lab.Execute("b", "ip link show dev vb").ExitCode.ShouldNotBe(0);
    }

    [Fact]
    [Trait("rule", "DEV-09")]
    public void A_number_that_is_taken_there_becomes_another()
    {
        _lab.Sh("c", "ip link add d0 index 7 type dummy");
        _lab.B("ip link add d1 index 7 type dummy");

        _lab.B("ip link set d1 netns c");

        _lab.Device("c", "d1").IfIndex.ShouldNotBe(7);
        _lab.Device("c", "d0").IfIndex.ShouldBe(7);
    }

    [Fact]
    [Trait("rule", "DEV-09")]
    public void A_name_that_is_taken_there_refuses_unless_it_is_changed_on_the_way()
    {
        _lab.Sh("c", "ip link add d0 type dummy");
        _lab.B("ip link add d0 type dummy");

        var clash = _lab.Execute("b", "ip link set d0 netns c");
        _lab.B("ip link set d0 netns c name d1");

        clash.Error.ShouldContain("An interface with the same name exists in the target netns.");
        _lab.Device("c", "d1").ShouldNotBeNull();
    }

    [Fact]
    [Trait("rule", "DEV-09"), Trait("rule", "LO-01")]
    public void A_device_that_may_not_move_says_so()
    {
        _lab.B("ip link add br0 type bridge");

        _lab.Execute("b", "ip link set br0 netns c").Error.ShouldContain("The interface netns is immutable");
    }

    [Fact]
    [Trait("rule", "DEV-09"), Trait("rule", "MIR-22"), Trait("rule", "BR-02")]
    public void Who_used_it_has_let_go()
    {
        _lab.RedirectVbToIfb0();
        _lab.B("ip link add br0 type bridge", "ip link add d0 type dummy", "ip link set d0 master br0");

        _lab.B("ip link set ifb0 netns c", "ip link set d0 netns c");

        _lab.Mirred("b").Target.ShouldBeNull();
        _lab.Device("c", "d0").Master.ShouldBeNull();
        _lab.X(2, 100).ShouldBe(2);
        _lab.Hook("b", "vb").ShouldBe("2/172 drops 0", "rule MIR-03: gone, and not counted");
    }

    [Fact]
    [Trait("rule", "DEV-09")]
    public void The_end_of_a_namespace_takes_its_devices_and_their_other_ends()
    {
        var c = _lab.Lab.Lab.Find("c")!;
        _lab.Sh("c", "ip link add d0 type dummy", "ip link add ifb0 type ifb", "ip link set ifb0 up");
        _lab.B("ip link add near type veth peer name far netns c", "ip link add d9 type dummy", "ip link set vb netns c");
        var devices = c.Devices.ToArray();

        c.DeleteAll();

        c.Devices.ShouldBeEmpty();
        devices.ShouldAllBe(d => d.RegState == RegState.Released);
        _lab.Lab.Lab.Find("b")!.Find("near").ShouldBeNull();
        _lab.Lab.Lab.Find("a")!.Find("va").ShouldBeNull();
        _lab.Lab.Lab.Find("b")!.Find("d9").ShouldNotBeNull();
    }

    [Fact]
    [Trait("rule", "DEV-09"), Trait("rule", "IFB-17")]
    public void A_frame_that_waits_for_a_device_that_moved_is_dropped_by_the_ifb()
    {
        _lab.RedirectVbToIfb0();
        _lab.B("tc qdisc add dev ifb0 root tbf rate 4kbit burst 1514 limit 100000");
        _lab.X(1, 1514);
        _lab.X(3, 1000);

        _lab.B("ip link set vb netns c");
        _lab.Lab.Advance(7_000_000_000);

        _lab.S("b", "ifb0").ShouldBe("rx 4/4514/0 tx 4/4514/3");
        _lab.S("c", "vb").ShouldStartWith("rx 4/4514/");
    }
}
