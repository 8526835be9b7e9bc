using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;
using ActorNet.Core.Tc;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Where kernels differ in mirred. 6.18 and 6.1.176 were observed; 4.17, 5.14 and 6.12.117 follow their sources.</summary>
public sealed class MirredKernelTests
{
    [Theory]
    [Trait("rule", "MIR-03")]
    [InlineData("4.17", 2)]
    [InlineData("5.14", 2)]
    [InlineData("6.1", 2)]
    [InlineData("6.12", 2)]
    [InlineData("6.18", 0)]
    public void Redirect_without_a_target_is_a_drop_or_silent(string kernel, int drops)
    {
        using var lab = Bench(kernel);
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress {TcBench.MatchAll} egress redirect dev ifb0");
        lab.B.Delete(lab.Ifb0);

        lab.X(2, 100);

        TcBench.Hook(lab.Vb).ShouldBe($"2/172 drops {drops}");
        lab.Act(lab.B).ShouldBe("2/172 over 2");
    }

    [Theory]
    [Trait("rule", "MIR-03")]
    [InlineData("4.17")]
    [InlineData("6.1")]
    [InlineData("6.18")]
    public void Mirror_without_a_target_never_harms_the_frame(string kernel)
    {
        using var lab = Bench(kernel);
        var received = Receive(lab.B);
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress {TcBench.MatchAll} egress mirror dev ifb0");
        lab.B.Delete(lab.Ifb0);

        lab.X(2, 100);

        (TcBench.Hook(lab.Vb), received.Devices.Count).ShouldBe(("2/172 drops 0", 2));
        lab.Act(lab.B).ShouldBe("2/172 over 2");
    }

    [Theory]
    [Trait("rule", "MIR-04")]
    [InlineData("4.17", true, 3)]
    [InlineData("5.14", true, 0)]
    [InlineData("6.1", false, 3)]
    [InlineData("6.12", false, 3)]
    [InlineData("6.18", false, 3)]
    public void Target_without_carrier_is_refused_or_tried(string kernel, bool tried, int drops)
    {
        using var lab = Bench(kernel);
        var target = new Deaf();
        Open(lab.B, target);
        target.LoseCarrier();
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress {TcBench.MatchAll} egress redirect dev deaf");

        lab.X(3, 100);

        target.Tried.ShouldBe(tried ? 3 : 0);
        TcBench.Hook(lab.Vb).ShouldBe($"3/258 drops {drops}");
        lab.Act(lab.B).ShouldBe("3/258 over 3");
    }

    [Theory]
    [Trait("rule", "MIR-06")]
    [InlineData("4.17", "egress", 100)]
    [InlineData("4.17", "ingress", 86)]
    [InlineData("5.14", "egress", 86)]
    [InlineData("6.1", "egress", 86)]
    [InlineData("6.12", "ingress", 86)]
    [InlineData("6.18", "egress", 86)]
    public void Device_without_MAC_header_gets_the_packet_except_from_egress_on_4_17(string kernel, string hook, int length)
    {
        using var lab = Bench(kernel);
        var (device, ns) = hook == "ingress" ? (lab.Vb, lab.B) : (lab.Va, lab.A);
        var target = new Deaf(hasMacHeader: false, refuses: false);
        Open(ns, target);
        lab.Tc(ns, $"qdisc add dev {device.Name} clsact", $"filter add dev {device.Name} {hook} {TcBench.MatchAll} egress redirect dev deaf");

        lab.X(1, 100);

        target.Lengths.ShouldBe([length]);
    }

    [Theory]
    [Trait("rule", "MIR-08")]
    [InlineData("4.17", 3, 3)]
    [InlineData("5.14", 3, 3)]
    [InlineData("6.1", 3, 0)]
    [InlineData("6.12", 0, 0)]
    [InlineData("6.18", 0, 0)]
    public void From_egress_into_a_receive_path_the_result_is_known_only_where_the_call_is_direct(string kernel, int overlimits, int drops)
    {
        using var lab = Bench(kernel);
        lab.Tc(lab.A, "qdisc add dev va clsact", $"filter add dev va egress {TcBench.MatchAll} ingress redirect dev va");

        lab.X(3, 100);

        lab.Act(lab.A).ShouldBe($"3/300 over {overlimits}");
        TcBench.Hook(lab.Va).ShouldBe($"3/300 drops {drops}");
        lab.Va.GetStats().RxDropped.ShouldBe(3, "nobody takes the type");
    }

    [Theory]
    [Trait("rule", "MIR-09")]
    [InlineData("4.17", "egress", 3)]
    [InlineData("4.17", "ingress", 3)]
    [InlineData("5.14", "egress", 3)]
    [InlineData("5.14", "ingress", 0)]
    [InlineData("6.1", "egress", 0)]
    [InlineData("6.1", "ingress", 0)]
    [InlineData("6.12", "egress", 0)]
    [InlineData("6.18", "egress", 0)]
    public void Failed_send_is_an_overlimit_and_with_old_kernels_a_drop_when_a_copy_was_sent(string kernel, string hook, int drops)
    {
        using var lab = Bench(kernel);
        var (device, ns) = hook == "ingress" ? (lab.Vb, lab.B) : (lab.Va, lab.A);
        Open(ns, new Deaf());
        lab.Tc(ns, $"qdisc add dev {device.Name} clsact", $"filter add dev {device.Name} {hook} {TcBench.MatchAll} egress redirect dev deaf");

        lab.X(3, 100);

        lab.Action(ns).Stats.Overlimits.ShouldBe(3);
        device.HookQdisc!.Stats.Drops.ShouldBe(drops);
    }

    [Theory]
    [Trait("rule", "MIR-12")]
    [Trait("rule", "MIR-13")]
    [Trait("rule", "MIR-18")]
    [InlineData("4.17", MirredAction.HopBudget, MirredAction.HopBudget + 1)]
    [InlineData("5.14", 4, 5)]
    [InlineData("6.1", 4, 5)]
    [InlineData("6.12", 2, 2)]
    [InlineData("6.18", 4, 5)]
    public void Redirect_to_its_own_egress_is_cut_by_nesting_or_by_the_target_being_among_those_above(string kernel, int hits, int passes)
    {
        using var lab = Bench(kernel);
        lab.Tc(lab.A, "qdisc add dev va clsact", $"filter add dev va egress {TcBench.MatchAll} egress redirect dev va");

        lab.X(1, 100);

        lab.Action(lab.A).Stats.Packets.ShouldBe(hits);
        lab.Va.HookQdisc!.Stats.Packets.ShouldBe(passes);
        lab.Va.GetStats().TxPackets.ShouldBe(0);
        ((MirredAction)lab.Action(lab.A)).LoopDrops.ShouldBe(1);
    }

    [Theory]
    [Trait("rule", "MIR-12")]
    [Trait("rule", "MIR-15")]
    [Trait("rule", "MIR-18")]
    [InlineData("5.14", 4)]
    [InlineData("6.1", MirredAction.HopBudget)]
    [InlineData("6.12", 3)]
    [InlineData("6.18", 4)]
    public void Redirect_to_its_own_ingress_ends_except_on_6_1_where_Linux_turns_for_ever(string kernel, int hits)
    {
        using var lab = Bench(kernel);
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress {TcBench.MatchAll} ingress redirect dev vb");

        lab.X(1, 100);

        lab.Action(lab.B).Stats.Packets.ShouldBe(hits);
        lab.Vb.HookQdisc!.Stats.Packets.ShouldBe(hits + 1);
        ((MirredAction)lab.Action(lab.B)).LoopDrops.ShouldBe(1);
    }

    [Theory]
    [Trait("rule", "MIR-17")]
    [Trait("rule", "MIR-18")]
    [InlineData("6.12", 5)]
    [InlineData("6.18", MirredAction.HopBudget)]
    public void Loop_through_the_backlog_is_found_by_the_frames_depth_only(string kernel, int hits)
    {
        using var lab = Bench(kernel);
        lab.Tc(lab.A, "qdisc add dev va clsact", $"filter add dev va egress {TcBench.MatchAll} ingress redirect dev va",
            $"filter add dev va ingress {TcBench.MatchAll} egress redirect dev va");

        lab.X(1, 100);

        lab.A.Actions.All.Sum(a => a.Stats.Packets).ShouldBe(hits);
        lab.A.Actions.All.Sum(a => ((MirredAction)a).LoopDrops).ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "MIR-18")]
    public void Way_over_different_devices_is_no_loop()
    {
        using var lab = Bench("6.12");
        foreach (var name in new[] { "d1", "d2", "d3", "d4" }) Open(lab.A, new Deaf(name: name, refuses: false));
        lab.Tc(lab.A, "qdisc add dev va clsact", $"filter add dev va egress {TcBench.MatchAll} egress redirect dev d1");
        for (var i = 1; i < 4; i++)
            lab.Tc(lab.A, $"qdisc add dev d{i} clsact", $"filter add dev d{i} egress {TcBench.MatchAll} egress redirect dev d{i + 1}");

        lab.X(1, 100);

        ((Deaf)lab.A.Get("d4")).Lengths.ShouldBe([100]);
        lab.A.Actions.All.Sum(a => a.Stats.Overlimits).ShouldBe(0);
    }

    private static TcBench Bench(string kernel) => new(KernelProfile.Find(kernel));

    private static Receiver Receive(NetNamespace ns)
    {
        var receiver = new Receiver();
        ns.Protocols.Add(receiver);
        return receiver;
    }

    private static void Open(NetNamespace ns, NetDevice device)
    {
        ns.Register(device);
        ns.OpenDevice(device);
    }

    /// <summary>A device without queue that refuses every frame, or swallows it.</summary>
    private sealed class Deaf : NetDevice
    {
        private readonly bool _refuses;

        public Deaf(bool hasMacHeader = true, bool refuses = true, string name = "deaf")
            : base(name)
        {
            HasMacHeader = hasMacHeader;
            NoQueue = true;
            _refuses = refuses;
        }

        public override string Kind => "deaf";

        public int Tried { get; private set; }

        public List<int> Lengths { get; } = [];

        /// <summary>The carrier goes, and nobody has looked after the queues yet.</summary>
        public void LoseCarrier() => SetCarrier(on: false);

        protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
        {
            Tried++;
            Lengths.Add(skb.Length);
            skb.Free(DropReason.Sink);
            return _refuses ? TxStatus.Dropped : TxStatus.Ok;
        }
    }
}
