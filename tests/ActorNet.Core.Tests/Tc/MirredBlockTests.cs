using ActorNet.Core.Devices;
using ActorNet.Core.Tests.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Mirred to the ports of a shared block (rule MIR-25). iproute2 6.1 has no word for it; Linux 6.18, asked by netlink, counts the same.</summary>
public sealed class MirredBlockTests
{
    private const string ToBlock = "filter add dev vb ingress protocol all prio 10 u32 match u32 0 0 action mirred egress";

    [Fact]
    [Trait("rule", "MIR-25")]
    public void Mirror_sends_a_copy_to_every_port_but_the_one_of_arrival()
    {
        using var lab = new TcBench();
        var ports = Ports(lab, "p1", "p2", "p3");
        lab.Tc(lab.B, "qdisc add dev vb ingress_block 9 ingress", "filter add block 9 protocol all prio 10 u32 match u32 0 0 action mirred egress mirror blockid 9");
        var received = new Receiver();
        lab.B.Protocols.Add(received);

        lab.X(3, 100);

        ports.Select(p => p.GetStats().TxPackets).ShouldBe([3, 3, 3]);
        received.Devices.Count(d => d == "vb").ShouldBe(3);
        lab.Vb.GetStats().TxPackets.ShouldBe(0);
        lab.Act(lab.B).ShouldBe("3/258 over 0");
    }

    [Fact]
    [Trait("rule", "MIR-25")]
    public void Redirect_copies_to_all_and_gives_the_frame_itself_to_the_last()
    {
        using var lab = new TcBench();
        var ports = Ports(lab, "p1", "p2", "p3");
        var marks = new List<(string Device, bool Redirected)>();
        foreach (var port in ports) port.AddTap(new Marks(port.Name, marks));
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"{ToBlock} redirect blockid 9");
        var received = new Receiver();
        lab.B.Protocols.Add(received);

        lab.X(1, 100);

        marks.ShouldBe([("p1", false), ("p2", false), ("p3", true)]);
        received.Devices.ShouldNotContain("vb");
    }

    [Theory]
    [Trait("rule", "MIR-25")]
    [InlineData("6.12", 2)]
    [InlineData("6.18", 0)]
    public void Block_without_ports_is_an_overlimit(string kernel, int drops)
    {
        using var lab = new TcBench(KernelProfile.Find(kernel));
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"{ToBlock} redirect blockid 9");

        lab.X(2, 100);

        TcBench.Hook(lab.Vb).ShouldBe($"2/172 drops {drops}");
        lab.Act(lab.B).ShouldBe("2/172 over 2");
    }

    [Fact]
    [Trait("rule", "MIR-25")]
    public void Port_that_is_down_is_an_overlimit_and_the_others_get_their_copies()
    {
        using var lab = new TcBench();
        var ports = Ports(lab, "p1", "p2", "p3");
        lab.B.CloseDevice(ports[1]);
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"{ToBlock} redirect blockid 9");

        lab.X(2, 100);

        ports.Select(p => p.GetStats().TxPackets).ShouldBe([2, 0, 2]);
        lab.Act(lab.B).ShouldBe("2/172 over 2");
    }

    [Fact]
    [Trait("rule", "MIR-25")]
    [Trait("rule", "HOOK-08")]
    public void Ports_come_and_go_with_the_hooks_that_share_the_block()
    {
        using var lab = new TcBench();
        var ports = Ports(lab, "p1", "p2");
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"{ToBlock} mirror blockid 9");

        lab.B.Delete(ports[1]);
        lab.X(1, 100);
        ports[0].GetStats().TxPackets.ShouldBe(1);
        lab.Tc(lab.B, "qdisc del dev p1 ingress");
        lab.X(1, 100);

        ports[0].GetStats().TxPackets.ShouldBe(1);
        lab.B.Blocks.ShouldBeEmpty();
        lab.Act(lab.B).ShouldBe("2/172 over 1");
    }

    [Fact]
    [Trait("rule", "MIR-25")]
    public void Block_is_shown_and_excludes_a_device_and_an_old_kernel_knows_no_blocks()
    {
        using var lab = new TcBench();
        Ports(lab, "p1");
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"{ToBlock} mirror blockid 9 continue index 4");
        lab.Tc(lab.B, "filter show dev vb ingress").ShouldContain("\taction order 1: mirred (Egress Mirror to blockid 9) continue\n\tindex 4 ref 1 bind 1\n");

        TcRunner.Unreadable(lab.B, $"{ToBlock} mirror blockid 9 dev p1").ShouldStartWith("blockid and device are mutually exclusive.");
        TcRunner.Unreadable(lab.B, $"{ToBlock} mirror dev p1 blockid 9").ShouldStartWith("blockid and device are mutually exclusive.");
        TcRunner.Unreadable(lab.B, $"{ToBlock} mirror blockid 0").ShouldStartWith("invalid block ID");
        using var old = new TcBench(KernelProfile.Linux61);
        old.Tc(old.B, "qdisc add dev vb ingress");
        TcRunner.Refused(old.B, $"{ToBlock} mirror blockid 9").ShouldBe("act_mirred: Specified device does not exist.");
    }

    private static List<NetDevice> Ports(TcBench lab, params string[] names)
    {
        var ports = new List<NetDevice>();
        foreach (var name in names)
        {
            var device = new DummyDevice(name);
            lab.B.Register(device);
            lab.B.OpenDevice(device);
            lab.Tc(lab.B, $"qdisc add dev {name} ingress_block 9 ingress");
            ports.Add(device);
        }

        return ports;
    }

    private sealed class Marks(string name, List<(string Device, bool Redirected)> seen) : ITap
    {
        public void OnFrame(Core.Frames.SkBuff skb, bool outgoing, Instant now) => seen.Add((name, skb.Redirected));
    }
}
