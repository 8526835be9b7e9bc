using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

/// <summary>Links across namespaces; texts as observed with namespaces of these names.</summary>
public sealed class LinkNamespaceTests
{
    private readonly Shell _shell = new("ipr-a", "ipr-b");

    [Fact]
    public void The_far_end_in_another_namespace_is_shown_by_number_and_namespace()
    {
        _shell.Ok("ip link add va address 02:00:00:00:00:01 type veth peer name vb address 02:00:00:00:00:02 netns ipr-b");

        _shell.Ok("ip link show va").ShouldBe(
            "2: va@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000\n"
            + "    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff link-netns ipr-b\n");
        _shell.Ok("ip -j link show va").ShouldBe(
            """[{"ifindex":2,"link_index":2,"ifname":"va","flags":["BROADCAST","MULTICAST"],"mtu":1500,"qdisc":"noop","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:01","broadcast":"ff:ff:ff:ff:ff:ff","link_netnsid":0}]""" + "\n");
        _shell.Ok("ip -br link show va").ShouldBe("va@if2           DOWN           02:00:00:00:00:01 <BROADCAST,MULTICAST> \n");
        _shell.Ok("ip -n ipr-b link show vb").ShouldEndWith("link-netns ipr-a\n");
    }

    [Fact]
    public void A_device_named_for_another_namespace_is_made_there_and_its_peer_here()
    {
        _shell.Ok("ip link add vc netns ipr-b type veth peer name vd");

        _shell.Ok("ip -n ipr-b -br link show vc").ShouldStartWith("vc@if2");
        _shell.Ok("ip -br link show vd").ShouldStartWith("vd@if2");
    }

    [Fact]
    public void Moving_brings_a_device_down_and_keeps_its_number_where_it_is_free()
    {
        _shell.Ok("ip link add ifb0 address 02:00:00:00:00:09 type ifb");
        _shell.Ok("ip link set ifb0 up");
        _shell.Ok("ip link set ifb0 netns ipr-b");

        _shell.Ok("ip -n ipr-b link show ifb0").ShouldBe(
            "2: ifb0: <BROADCAST,NOARP> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 32\n    link/ether 02:00:00:00:00:09 brd ff:ff:ff:ff:ff:ff\n");
        _shell.Fails("ip link show ifb0", 1);
    }

    [Fact]
    public void Moving_onto_a_name_that_is_taken_is_refused_unless_it_is_renamed_on_the_way()
    {
        _shell.Ok("ip -n ipr-b link add ifb0 type ifb");
        _shell.Ok("ip link add ifb0 type ifb");

        _shell.Fails("ip link set ifb0 netns ipr-b", 2).ShouldBe("Error: An interface with the same name exists in the target netns.\n");
        _shell.Ok("ip link set ifb0 netns ipr-b name ifb9 up");

        _shell.Ok("ip -n ipr-b -br link show ifb9").ShouldStartWith("ifb9             UNKNOWN");
    }

    [Fact]
    public void What_belongs_to_its_namespace_does_not_move()
    {
        _shell.Ok("ip link add br0 type bridge");

        _shell.Fails("ip link set lo netns ipr-b", 2).ShouldBe("Error: The interface netns is immutable.\n");
        _shell.Fails("ip link set br0 netns ipr-b", 2).ShouldBe("Error: The interface netns is immutable.\n");
        _shell.Fails("ip link set br0 netns nope", 255).ShouldBe("Error: argument \"nope\" is wrong: Invalid \"netns\" value\n\n");
    }

    [Fact]
    public void A_pair_whose_far_end_is_refused_is_not_made_at_all()
    {
        _shell.Ok("ip -n ipr-b link add vb type ifb");

        _shell.Fails("ip link add va type veth peer name vb netns ipr-b", 2).ShouldBe("RTNETLINK answers: File exists\n");
        _shell.Fails("ip link add va type veth peer name vc mtu 67", 2).ShouldBe("RTNETLINK answers: Invalid argument\n");
        _shell.Fails("ip link add va index 1 type veth peer name vc netns ipr-b", 2).ShouldBe("RTNETLINK answers: File exists\n");

        _shell.Ok("ip -br link").ShouldBe("lo               DOWN           00:00:00:00:00:00 <LOOPBACK> \n");
        _shell.Fails("ip -n ipr-b link show vc", 1);
    }

    [Fact]
    public void Deleting_one_end_takes_the_other_along()
    {
        _shell.Ok("ip link add va type veth peer name vb netns ipr-b");

        _shell.Ok("ip link del va");

        _shell.Fails("ip -n ipr-b link show vb", 1);
    }
}
