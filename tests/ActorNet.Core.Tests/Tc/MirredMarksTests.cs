using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>What a redirected or mirrored frame carries when it reaches its target: the matrix of rule MIR-11b.</summary>
public sealed class MirredMarksTests
{
    [Theory]
    [Trait("rule", "MIR-07")]
    [Trait("rule", "MIR-11b")]
    [InlineData("redirect", true, true)]
    [InlineData("mirror", false, false)]
    public void Caught_at_ingress_for_an_egress(string what, bool redirected, bool fromIngress)
    {
        using var lab = new TcBench();
        var target = AddTarget(lab.B);
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress {TcBench.MatchAll} egress {what} dev t0");

        lab.X(1, 100);

        target.Seen.ShouldBe([new Seen(100, redirected, fromIngress, lab.Vb.IfIndex)]);
    }

    [Theory]
    [Trait("rule", "MIR-07")]
    [Trait("rule", "MIR-11b")]
    [InlineData("redirect", true, 0)]
    [InlineData("mirror", false, 1)]
    public void Caught_at_egress_for_an_egress(string what, bool redirected, int originals)
    {
        using var lab = new TcBench();
        var target = AddTarget(lab.A);
        lab.Tc(lab.A, "qdisc add dev va clsact", $"filter add dev va egress {TcBench.MatchAll} egress {what} dev t0");

        lab.X(1, 100);

        target.Seen.ShouldBe([new Seen(100, redirected, FromIngress: false, lab.Va.IfIndex)]);
        lab.Va.GetStats().TxPackets.ShouldBe(originals);
    }

    [Theory]
    [Trait("rule", "MIR-06")]
    [Trait("rule", "MIR-08")]
    [InlineData("va", "egress", "redirect")]
    [InlineData("va", "egress", "mirror")]
    [InlineData("vb", "ingress", "mirror")]
    public void Ingress_targets_get_the_network_packet(string device, string hook, string what)
    {
        using var lab = new TcBench();
        var ns = device == "va" ? lab.A : lab.B;
        var target = AddTarget(ns);
        var protocol = new Recorder();
        ns.Protocols.Add(protocol);
        lab.Tc(ns, $"qdisc add dev {device} clsact", $"filter add dev {device} {hook} {TcBench.MatchAll} ingress {what} dev t0");

        lab.X(1, 100);

        protocol.Seen.ShouldContain((86, "t0"));
        target.Seen.ShouldBeEmpty();
        target.GetStats().RxPackets.ShouldBe(0);
    }

    [Theory]
    [Trait("rule", "MIR-06")]
    [InlineData("vb", "ingress")]
    [InlineData("va", "egress")]
    public void Device_without_MAC_header_gets_the_network_packet_G37(string device, string hook)
    {
        using var lab = new TcBench();
        var ns = device == "va" ? lab.A : lab.B;
        var target = AddTarget(ns, hasMacHeader: false);
        lab.Tc(ns, $"qdisc add dev {device} clsact", $"filter add dev {device} {hook} {TcBench.MatchAll} egress redirect dev t0");

        lab.X(1, 100);

        target.Seen.ShouldHaveSingleItem().Length.ShouldBe(86);
    }

    [Fact]
    [Trait("rule", "MIR-19")]
    public void Two_ifbs_in_a_row_lose_everything_G12()
    {
        using var lab = new TcBench();
        var ifb1 = lab.AddIfb("ifb1");
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress {TcBench.MatchAll} egress redirect dev ifb0",
            "qdisc add dev ifb0 clsact", $"filter add dev ifb0 egress {TcBench.MatchAll} egress redirect dev ifb1");

        lab.X(5, 100);

        TcBench.Link(ifb1).ShouldBe("rx 5/500/0 tx 5/500/0");
        TcBench.Link(lab.Ifb0).ShouldBe("rx 5/500/5 tx 0/0/0");
        TcBench.Hook(lab.Ifb0).ShouldBe("10/1000 drops 0");
        lab.Act(lab.B, 2).ShouldBe("5/500 over 0");
    }

    [Fact]
    [Trait("rule", "FLT-06")]
    [Trait("rule", "IFB-20")]
    public void A_frame_marked_to_skip_passes_the_first_filter_with_actions_and_loses_the_mark()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact",
            "filter add dev va egress protocol all prio 1 u32 match u32 1 1 at 0 action drop",
            "filter add dev va egress protocol all prio 2 u32 match u32 0 0 action drop",
            "filter add dev va egress protocol all prio 3 matchall action drop");
        var skb = lab.Lab.Frame(100);
        skb.TcSkipClassify = true;

        lab.Lab.Inject(lab.Va, skb).ShouldBe(Errno.None);
        lab.Lab.Run();

        lab.Va.GetStats().TxPackets.ShouldBe(1);
        lab.A.Actions.All.Sum(a => a.Stats.Packets).ShouldBe(0);
        TcBench.Hook(lab.Va).ShouldBe("1/100 drops 0");
        lab.X(1, 100).ShouldBe(0);
    }

    [Fact]
    [Trait("rule", "FLT-06")]
    public void An_action_that_asks_for_repetition_runs_32_times_and_passes()
    {
        using var lab = new TcBench();
        var list = lab.A.Actions.Bind([new Core.Tc.GactSpec { Control = new Core.Tc.TcControl(Core.Tc.TcVerdict.Repeat) }], lab.Lab.Now);
        var skb = lab.Lab.Frame(100);
        var context = new Core.Tc.TcContext { Device = lab.Va, AtIngress = false, Now = lab.Lab.Now };

        list.Run(skb, ref context).ShouldBe(Core.Tc.TcVerdict.Ok);

        list.Actions[0].Stats.Packets.ShouldBe(32);
        skb.Free(DropReason.Consumed);
    }

    private static Target AddTarget(NetNamespace ns, bool hasMacHeader = true)
    {
        var target = new Target(hasMacHeader);
        ns.Register(target);
        ns.OpenDevice(target);
        return target;
    }

    private sealed record Seen(int Length, bool Redirected, bool FromIngress, int Iif);

    private sealed class Target : NetDevice
    {
        public Target(bool hasMacHeader)
            : base("t0") => HasMacHeader = hasMacHeader;

        public List<Seen> Seen { get; } = [];

        public override string Kind => "target";

        protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
        {
            Seen.Add(new Seen(skb.Length, skb.Redirected, skb.FromIngress, skb.SkbIif));
            skb.Free(DropReason.Sink);
            return TxStatus.Ok;
        }
    }

    private sealed class Recorder : IProtocolHandler
    {
        public List<(int Length, string Device)> Seen { get; } = [];

        public ushort Protocol => 0x88B5;

        public void Receive(SkBuff skb, NetDevice device)
        {
            Seen.Add((skb.Length, device.Name));
            skb.Free(DropReason.Consumed);
        }
    }
}
