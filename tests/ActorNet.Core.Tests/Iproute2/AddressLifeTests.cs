using ActorNet.Core.Net;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

[Trait("rule", "INET-01")]
public sealed class AddressLifeTests
{
    private readonly Shell _shell = new("box", "other");

    [Fact]
    public void Addresses_go_with_an_MTU_below_68_and_do_not_come_back()
    {
        _shell.Ok("ip link add ifb0 type ifb");
        _shell.Ok("ip addr add 10.0.0.1/24 dev ifb0");
        _shell.Ok("ip link set ifb0 mtu 67");

        _shell.Ok("ip -br addr show ifb0").ShouldBe("ifb0             DOWN           \n");
        _shell.Fails("ip addr add 10.0.0.1/24 dev ifb0", 2).ShouldBe("RTNETLINK answers: No buffer space available\n");

        _shell.Ok("ip link set ifb0 mtu 68");
        _shell.Ok("ip -br addr show ifb0").ShouldBe("ifb0             DOWN           \n");
        _shell.Ok("ip addr add 10.0.0.1/24 dev ifb0");
    }

    [Fact]
    public void Addresses_stay_behind_when_a_device_moves()
    {
        _shell.Ok("ip link add ifb0 type ifb");
        _shell.Ok("ip addr add 10.0.0.1/24 dev ifb0");
        _shell.Ok("ip link set ifb0 netns other");
        _shell.Ok("ip -n other -br addr show ifb0").ShouldBe("ifb0             DOWN           \n");

        _shell.Ok("ip -n other link set ifb0 netns box");
        _shell.Ok("ip -br addr show ifb0").ShouldBe("ifb0             DOWN           \n");
    }

    [Fact]
    public void Addresses_stay_when_a_device_goes_down_and_vanish_with_it()
    {
        _shell.Ok("ip link add ifb0 type ifb");
        _shell.Ok("ip link set ifb0 up");
        _shell.Ok("ip addr add 10.0.0.1/24 dev ifb0");
        _shell.Ok("ip link set ifb0 down");
        _shell.Ok("ip -br addr show ifb0").ShouldBe("ifb0             DOWN           10.0.0.1/24 \n");

        var device = _shell.Namespace.Get("ifb0");
        _shell.Ok("ip link del ifb0");
        _shell.Namespace.Inet.Find(device).ShouldBeNull();
    }

    [Fact]
    public void A_device_holds_a_bounded_number_of_addresses()
    {
        _shell.Ok("ip link add ifb0 type ifb");
        var device = _shell.Namespace.Get("ifb0");
        for (uint i = 0; i < InetDevice.MaxAddresses; i++)
            _shell.Namespace.Inet.Add(device, new InetAddress { Local = 0x0A00_0001 + (i << 8), Peer = 0x0A00_0001 + (i << 8), PrefixLength = 24, Label = "ifb0" });

        _shell.Fails("ip addr add 192.168.0.1/24 dev ifb0", 2).ShouldBe("RTNETLINK answers: No buffer space available\n");
    }

    /// <summary>Against a slow model: secondary means that an older address of the subnet is there, and goes when the primary does.</summary>
    [Fact]
    [Trait("rule", "INET-02")]
    public void Primary_and_secondary_follow_the_order_of_arrival()
    {
        var steps = Gen.Choose(0, 11).SelectMany(n => Gen.Elements(true, true, false), (n, add) => (Host: n, Add: add)).ListOf();
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(steps.ToArbitrary(), list =>
        {
            var shell = new Shell();
            var model = new List<int>();
            foreach (var (host, add) in list)
            {
                // Twelve hosts in three subnets of four; the subnet is the host modulo three.
                var exit = shell.Run($"ip addr {(add ? "add" : "del")} 10.0.{host % 3}.{host + 1}/24 dev lo").ExitCode;
                exit.ShouldBe(model.Contains(host) != add ? 0 : 2);
                if (add && exit == 0) model.Add(host);
                else if (exit == 0) Remove(model, host);
            }

            shell.Namespace.Inet.AddressesOf(shell.Namespace.Get("lo")).Select(a => ((int)(a.Local & 0xFF) - 1, a.IsSecondary))
                .ShouldBe(model.Where(h => IsPrimary(model, h)).Select(h => (h, false)).Concat(model.Where(h => !IsPrimary(model, h)).Select(h => (h, true))));
        }));
    }

    private static bool IsPrimary(List<int> model, int host) => model.First(h => h % 3 == host % 3) == host;

    private static void Remove(List<int> model, int host)
    {
        if (IsPrimary(model, host)) model.RemoveAll(h => h % 3 == host % 3);
        else model.Remove(host);
    }
}
