using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

public sealed class LinkChangeTests
{
    private readonly Shell _shell = new();

    [Fact]
    public void What_a_refused_step_finds_done_stays_done_as_on_Linux()
    {
        _shell.Ok("ip link add ifb0 type ifb");
        _shell.Ok("ip link add ifb1 type ifb");

        _shell.Fails("ip link set ifb0 txqueuelen 9 up name ifb1 mtu 900", 2).ShouldBe("RTNETLINK answers: File exists\n");

        var device = _shell.Namespace.Get("ifb0");
        device.Mtu.ShouldBe(900, "the MTU comes before the name");
        device.IsUp.ShouldBeFalse("up comes behind the name");
        device.TxQueueLength.ShouldBe(IfbDevice.DefaultQueueLength);
    }

    [Fact]
    public void A_wrong_word_is_found_before_anything_is_done()
    {
        _shell.Ok("ip link add ifb0 type ifb");

        _shell.Fails("ip link set ifb0 mtu 900 up promisc maybe", 1);

        _shell.Namespace.Get("ifb0").Mtu.ShouldBe(1500);
        _shell.Namespace.Get("ifb0").IsUp.ShouldBeFalse();
    }

    [Fact]
    public void A_device_made_as_a_port_is_removed_again_when_the_master_refuses()
    {
        _shell.Ok("ip link add br0 type bridge");

        _shell.Fails("ip link add br1 master br0 type bridge", 2).ShouldBe("Error: Can not enslave a bridge to a bridge.\n");

        _shell.Namespace.Find("br1").ShouldBeNull();
        ((BridgeDevice)_shell.Namespace.Get("br0")).Ports.ShouldBeEmpty();
    }

    [Fact]
    public void The_ageing_time_of_a_bridge_is_given_in_hundredths_of_a_second()
    {
        _shell.Ok("ip link add br0 type bridge ageing_time 1500 stp_state 0 forward_delay 200");
        ((BridgeDevice)_shell.Namespace.Get("br0")).Ageing.ShouldBe(15_000_000_000);

        _shell.Ok("ip link set br0 type bridge ageing_time 100");
        ((BridgeDevice)_shell.Namespace.Get("br0")).Ageing.ShouldBe(1_000_000_000);
        _shell.Ok("ip -d link show br0").ShouldContain("ageing_time 100 ");
    }

    [Fact]
    public void A_bridge_cannot_be_given_what_it_does_not_have()
    {
        _shell.Fails("ip link add br0 type bridge stp_state 1", 2).ShouldBe("Error: bridge: an emulated bridge has no spanning tree; only stp_state 0 is possible.\n");
        _shell.Fails("ip link add br0 type bridge vlan_filtering 1", 2).ShouldBe("RTNETLINK answers: Operation not supported\n");
        _shell.Ok("ip link add br0 type bridge");
        _shell.Ok("ip link add ifb0 type ifb");
        _shell.Fails("ip link set ifb0 type bridge ageing_time 100", 2).ShouldBe("RTNETLINK answers: Operation not supported\n");
    }

    [Fact]
    public void Only_a_dummy_lets_its_user_pull_the_plug()
    {
        _shell.Ok("ip link add d0 type dummy");
        _shell.Ok("ip link add ifb0 type ifb");
        _shell.Ok("ip link set d0 up carrier off");

        _shell.Ok("ip -br link show d0").ShouldContain("<NO-CARRIER,BROADCAST,NOARP,UP>");
        _shell.Fails("ip link set ifb0 carrier off", 2).ShouldBe("RTNETLINK answers: Operation not supported\n");
    }

    [Fact]
    public void Names_without_a_number_get_the_lowest_free_one()
    {
        for (var i = 0; i < 3; i++) _shell.Ok("ip link add type ifb");
        _shell.Ok("ip link del ifb1");
        _shell.Ok("ip link add type ifb");
        _shell.Ok("ip link add type veth");

        _shell.Namespace.Devices.Select(d => d.Name).ShouldBe(["lo", "ifb0", "ifb2", "ifb1", "veth0", "veth1"]);
    }

    [Fact]
    public void Every_kind_can_be_made_and_is_listed_by_its_name()
    {
        _shell.Ok("ip link add base type dummy");
        foreach (var kind in DeviceKinds.Names)
        {
            _shell.Ok($"ip link add link base name k-{kind} type {kind}" + (kind is "vlan" ? " id 5" : ""));
            _shell.Ok($"ip -d link show k-{kind}").ShouldContain($"\n    {kind} ");
        }

        DeviceKinds.Names.ShouldBe(["bridge", "dummy", "ifb", "veth", "vlan"]);
        DeviceKinds.Find("vxlan").ShouldBeNull();
    }

    [Fact]
    public void A_peer_that_is_not_described_takes_MTU_and_queue_length_of_its_device()
    {
        _shell.Ok("ip link add va mtu 9000 txqueuelen 5 type veth");

        _shell.Namespace.Get("veth0").Mtu.ShouldBe(9000);
        _shell.Namespace.Get("veth0").TxQueueLength.ShouldBe(5);
    }
}
