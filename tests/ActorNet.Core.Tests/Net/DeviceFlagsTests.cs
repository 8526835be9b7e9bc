using ActorNet.Core.Devices;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Net;

/// <summary>Which flags users see, and who is told of what (rules FLAG-01, FLAG-04; the messages as <c>ip monitor link</c> showed them on Linux 6.18).</summary>
public sealed class DeviceFlagsTests : IDisposable
{
    private readonly ScenarioLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "FLAG-01")]
    public void Running_and_lower_up_are_derived()
    {
        var ifb = _lab.Device("b", "ifb0");
        var up = ifb.UserFlags;
        _lab.B("ip link set ifb0 down");

        up.ShouldBe(DeviceFlags.Broadcast | DeviceFlags.NoArp | DeviceFlags.Up | DeviceFlags.Running | DeviceFlags.LowerUp);
        ifb.UserFlags.ShouldBe(DeviceFlags.Broadcast | DeviceFlags.NoArp);
    }

    [Fact]
    [Trait("rule", "FLAG-01")]
    public void The_user_counts_once_however_often_he_asks_for_promiscuity()
    {
        var ifb = _lab.Device("b", "ifb0");

        _lab.B("ip link set ifb0 promisc on", "ip link set ifb0 promisc on");
        var asked = (ifb.Promiscuity, ifb.UserFlags.HasFlag(DeviceFlags.Promisc));
        _lab.B("ip link set ifb0 promisc off", "ip link set ifb0 promisc off");

        asked.ShouldBe((1, true));
        (ifb.Promiscuity, ifb.UserFlags.HasFlag(DeviceFlags.Promisc)).ShouldBe((0, false));
    }

    [Fact]
    [Trait("rule", "FLAG-01")]
    public void A_bridge_port_is_promiscuous_without_showing_the_flag()
    {
        _lab.B("ip link add br0 type bridge", "ip link set vb master br0");
        var vb = _lab.Device("b", "vb");

        var port = (vb.Promiscuity, vb.UserFlags.HasFlag(DeviceFlags.Promisc));
        _lab.B("ip link set vb promisc on");
        var both = (vb.Promiscuity, vb.UserFlags.HasFlag(DeviceFlags.Promisc));
        _lab.B("ip link set vb nomaster");

        port.ShouldBe((1, false));
        both.ShouldBe((2, true));
        (vb.Promiscuity, vb.UserFlags.HasFlag(DeviceFlags.Promisc)).ShouldBe((1, true));
    }

    [Theory]
    [Trait("rule", "FLAG-04")]
    [InlineData("alias hello", 0)]
    [InlineData("group 5", 0)]
    [InlineData("txqueuelen 12", 1)]
    [InlineData("mtu 1400", 1)]
    [InlineData("name x", 1)]
    [InlineData("multicast on", 1)]
    [InlineData("promisc on allmulticast on", 1)]
    [InlineData("up", 1)]
    [InlineData("up arp on", 1)]
    [InlineData("down", 0)]
    [InlineData("mtu 1500", 0)]
    [InlineData("txqueuelen 32", 0)]
    public void Messages_about_a_device_that_is_down(string change, int messages) => Messages(change, up: false).ShouldBe(messages);

    [Theory]
    [Trait("rule", "FLAG-04")]
    [InlineData("alias hello", 1)]
    [InlineData("group 5", 1)]
    [InlineData("txqueuelen 12", 1)]
    [InlineData("mtu 1400", 1)]
    [InlineData("name x", 1)]
    [InlineData("promisc on", 1)]
    [InlineData("up", 0)]
    [InlineData("down", 1)]
    public void Messages_about_a_device_that_is_up(string change, int messages) => Messages(change, up: true).ShouldBe(messages);

    [Fact]
    [Trait("rule", "FLAG-04")]
    public void Two_attributes_of_one_command_are_two_messages()
    {
        _lab.Lab.Advance(2_000_000_000);
        var count = Count("b");

        _lab.B("ip link set vb mtu 1400 alias foo");

        count().ShouldBe(2);
    }

    private int Messages(string change, bool up)
    {
        _lab.B("ip link set ifb0 " + (up ? "up" : "down"));
        var count = Count("b");
        _lab.B("ip link set ifb0 " + change);
        return count();
    }

    private Func<int> Count(string ns)
    {
        var count = 0;
        _lab.Lab.Lab.Find(ns)!.LinkMessages = _ => count++;
        return () => count;
    }
}
