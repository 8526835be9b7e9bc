using ActorNet.Core.Devices;
using ActorNet.Core.Net;
using ActorNet.Core.Tests.Iproute2;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Net;

public sealed class NetLabTests
{
    private readonly LabShell _shell = new();

    [Fact]
    [Trait("rule", "DEV-09")]
    public void Deleting_a_namespace_destroys_its_devices_and_the_far_ends_of_its_cables()
    {
        _shell.Run("ip netns add a");
        _shell.Run("ip link add va type veth peer name vb netns a");
        _shell.Run("ip -n a link add ifb0 type ifb");
        var a = _shell.Lab.Find("a")!;
        var inside = a.Devices.ToArray();

        _shell.Run("ip netns del a").ExitCode.ShouldBe(0);

        _shell.Removed.ShouldBe([a]);
        _shell.Namespace.Find("va").ShouldBeNull();
        inside.ShouldAllBe(d => d.RegState == RegState.Released);
        _shell.Run("ip -n a link").Error.ShouldBe("Cannot open network namespace \"a\": No such file or directory\n");
    }

    [Fact]
    [Trait("rule", "DEV-09"), Trait("rule", "VLAN-01")]
    public void A_vlan_elsewhere_goes_with_the_namespace_of_the_device_below()
    {
        _shell.Run("ip netns add a");
        _shell.Run("ip -n a link add d0 type dummy");
        _shell.Run("ip -n a link add link d0 name d0.5 type vlan id 5");
        _shell.Run("ip netns add b");
        _shell.Run("ip -n a link set d0.5 netns b");

        _shell.Run("ip netns del a");

        _shell.Lab.Find("b")!.Find("d0.5").ShouldBeNull();
    }

    [Fact]
    public void The_initial_namespace_has_no_name()
    {
        _shell.Run("ip netns add a");

        _shell.Run("ip netns list").Output.ShouldBe("a\n");
        _shell.Run("ip -n a link add d0 type dummy");
        _shell.Run("ip -n a link set d0 netns " + LabShell.Home).Error.ShouldStartWith("Error: argument \"/\" is wrong: Invalid \"netns\" value");
        _shell.Run("ip netns identify").Output.ShouldBe("\n");
        _shell.Run("ip netns exec a ip netns identify").Output.ShouldBe("a\n");
    }

    [Fact]
    public void The_namespace_that_a_command_is_given_in_cannot_be_deleted_by_it()
    {
        _shell.Run("ip netns add a");

        _shell.Session.ExecuteLine("a", "ip netns del a").Error.ShouldContain("this session works in it");
        _shell.Lab.Find("a").ShouldNotBeNull();
    }

    [Fact]
    public void Without_a_factory_the_namespaces_of_a_lab_are_fixed()
    {
        _shell.Lab.NamespaceFactory = null;
        _shell.Lab.NamespaceRemover = null;
        _shell.Lab.Add(new NetNamespace("box"));

        _shell.Run("ip netns add x").Error.ShouldBe("Cannot create namespace \"x\": the namespaces of a lab are its boxes; change the topology.\n");
        _shell.Run("ip netns del box").Error.ShouldBe("Cannot remove namespace \"box\": the namespaces of a lab are its boxes; change the topology.\n");
        Should.Throw<InvalidOperationException>(() => _shell.Lab.Create("x"));
    }

    [Fact]
    public void A_namespace_that_is_gone_loses_its_number()
    {
        foreach (var name in (string[])["a", "b"]) _shell.Run("ip netns add " + name);
        _shell.Run("ip netns set a 0");
        _shell.Run("ip netns del a");

        _shell.Run("ip netns set b auto");

        _shell.Run("ip netns list-id").Output.ShouldBe("nsid 0 (iproute2 netns name: b)\n");
        _shell.Run("ip netns set b 3").Error.ShouldBe("Error: Peer netns already has a nsid assigned.\n");
    }

    [Fact]
    public void All_namespaces_can_be_commanded_at_once()
    {
        foreach (var name in (string[])["a", "b"]) _shell.Run("ip netns add " + name);

        _shell.Run("ip -all netns exec ip link set lo up").Output.ShouldBe("\nnetns: b\n\nnetns: a\n");
        _shell.Lab.Named.ShouldAllBe(ns => ns.Get("lo").IsUp);
        _shell.Run("ip -all netns del");
        _shell.Lab.Named.ShouldBeEmpty();
    }
}
