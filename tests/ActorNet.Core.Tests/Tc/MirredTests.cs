using ActorNet.Core.Tc;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Scenarios of section G whose point is the action; numbers are those observed on Linux 6.18.</summary>
public sealed class MirredTests
{
    [Fact]
    [Trait("rule", "MIR-02")]
    [Trait("rule", "MIR-05")]
    public void Ingress_redirect_counts_network_bytes_and_gives_the_frame_away_G01()
    {
        using var lab = new TcBench();
        RedirectToIfb(lab);

        lab.X(5, 100);

        lab.Act(lab.B).ShouldBe("5/430 over 0");
        TcBench.Hook(lab.Vb).ShouldBe("5/430 drops 0");
        TcBench.Link(lab.Ifb0).ShouldBe("rx 5/500/0 tx 5/500/0");
    }

    [Fact]
    [Trait("rule", "MIR-02")]
    public void Egress_redirect_counts_whole_frames_G02()
    {
        using var lab = new TcBench();
        var ifb = new ActorNet.Core.Devices.IfbDevice("ifb0");
        lab.A.Register(ifb);
        lab.A.OpenDevice(ifb);
        lab.Tc(lab.A, "qdisc add dev va clsact", $"filter add dev va egress {TcBench.MatchAll} egress redirect dev ifb0");

        lab.X(5, 100).ShouldBe(5);

        lab.Act(lab.A).ShouldBe("5/500 over 0");
        TcBench.Hook(lab.Va).ShouldBe("10/1000 drops 0");
        TcBench.Link(lab.Va).ShouldStartWith("rx 0/0/0 tx 5/500/0");
    }

    [Fact]
    [Trait("rule", "MIR-04")]
    [Trait("rule", "MIR-20")]
    public void Target_that_is_down_shoots_a_redirect_G05()
    {
        using var lab = new TcBench();
        RedirectToIfb(lab);
        lab.B.CloseDevice(lab.Ifb0);

        lab.X(3, 100);

        TcBench.Hook(lab.Vb).ShouldBe("3/258 drops 3");
        lab.Act(lab.B).ShouldBe("3/258 over 3");
        TcBench.Link(lab.Ifb0).ShouldBe("rx 0/0/0 tx 0/0/0");
    }

    [Theory]
    [Trait("rule", "MIR-03")]
    [Trait("rule", "MIR-21")]
    [InlineData("6.18", 0)]
    [InlineData("6.1", 2)]
    public void Target_that_was_removed_is_lost_for_good_G06(string kernel, int drops)
    {
        using var lab = new TcBench(KernelProfile.Find(kernel));
        RedirectToIfb(lab);
        lab.B.Delete(lab.Ifb0);
        lab.AddIfb("ifb0");

        lab.X(2, 100);

        TcBench.Hook(lab.Vb).ShouldBe($"2/172 drops {drops}");
        lab.Act(lab.B).ShouldBe("2/172 over 2");
        lab.Tc(lab.B, "filter show dev vb ingress").ShouldContain("mirred (Egress Redirect to device *) stolen");
    }

    [Fact]
    [Trait("rule", "MIR-21")]
    public void Target_that_moved_to_another_namespace_is_lost_G07()
    {
        using var lab = new TcBench();
        RedirectToIfb(lab);
        lab.B.Move(lab.Ifb0, lab.A);

        lab.X(2, 100);

        TcBench.Hook(lab.Vb).ShouldBe("2/172 drops 0");
        lab.Act(lab.B).ShouldBe("2/172 over 2");
    }

    [Theory]
    [Trait("rule", "MIR-12")]
    [Trait("rule", "MIR-13")]
    [Trait("rule", "MIR-14")]
    [InlineData("redirect", "tx 0/0/0")]
    [InlineData("mirror", "tx 12/1200/0")]
    public void Loop_through_the_own_egress_is_cut_after_four_nestings_G08_G09(string what, string tx)
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", $"filter add dev va egress {TcBench.MatchAll} egress {what} dev va");

        lab.X(3, 100).ShouldBe(3);

        TcBench.Link(lab.Va).ShouldEndWith(tx);
        TcBench.Hook(lab.Va).ShouldBe("15/1500 drops 3");
        lab.Act(lab.A).ShouldBe("12/1200 over 3");
        ((MirredAction)lab.Action(lab.A)).LoopDrops.ShouldBe(3);
    }

    [Fact]
    [Trait("rule", "MIR-16")]
    public void Reflection_at_ingress_is_no_loop_G10()
    {
        using var lab = new TcBench();
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress {TcBench.MatchAll} egress redirect dev vb");

        lab.X(3, 100);

        TcBench.Link(lab.Va).ShouldStartWith("rx 3/300/");
        lab.Act(lab.B).ShouldBe("3/258 over 0");
    }

    [Fact]
    [Trait("rule", "MIR-15")]
    public void Loop_through_the_own_ingress_is_cut_after_four_nestings_G11()
    {
        using var lab = new TcBench();
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress {TcBench.MatchAll} ingress redirect dev vb");

        lab.X(3, 100);

        TcBench.Link(lab.Vb).ShouldStartWith("rx 3/300/0");
        TcBench.Hook(lab.Vb).ShouldBe("15/1290 drops 3");
        lab.Act(lab.B).ShouldBe("12/1032 over 3");
    }

    [Theory]
    [Trait("rule", "MIR-04")]
    [InlineData("6.18", 3, 0)]
    [InlineData("6.1", 3, 0)]
    public void Target_without_carrier_shoots_on_newer_kernels_G13(string kernel, int drops, int refused)
    {
        using var lab = new TcBench(KernelProfile.Find(kernel));
        var (vc, vd) = lab.AddCable();
        lab.B.CloseDevice(vd);
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress {TcBench.MatchAll} egress redirect dev vc");

        lab.X(3, 100);

        TcBench.Hook(lab.Vb).ShouldBe($"3/258 drops {drops}");
        lab.Action(lab.B).Stats.Overlimits.ShouldBe(3);
        vc.GetStats().TxDropped.ShouldBe(refused);
    }

    [Fact]
    [Trait("rule", "MIR-10")]
    public void Ingress_target_counts_nothing_in_its_driver_G14()
    {
        using var lab = new TcBench();
        var (vc, _) = lab.AddCable();
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress {TcBench.MatchAll} ingress redirect dev vc");

        lab.X(3, 100);

        vc.GetStats().RxPackets.ShouldBe(0);
        lab.Act(lab.B).ShouldBe("3/258 over 3", "nobody takes ethertype 88b5, and the action is told");
    }

    [Fact]
    [Trait("rule", "FLT-06")]
    [Trait("rule", "MIR-11")]
    public void Actions_of_one_filter_run_in_order_G15()
    {
        using var lab = new TcBench();
        var (vc, vd) = lab.AddCable();
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress {TcBench.MatchAll} egress mirror dev vc pipe action mirred egress redirect dev ifb0");

        lab.X(3, 100);

        TcBench.Link(vc).ShouldEndWith("tx 3/300/0");
        vd.GetStats().RxPackets.ShouldBe(3);
        TcBench.Link(lab.Ifb0).ShouldBe("rx 3/300/0 tx 3/300/0");
        lab.Act(lab.B, 1).ShouldBe("3/258 over 0");
        lab.Act(lab.B, 2).ShouldBe("3/258 over 0");
    }

    [Fact]
    [Trait("rule", "MIR-09")]
    public void Frames_that_the_targets_qdisc_refuses_are_overlimits_G20()
    {
        using var lab = new TcBench();
        lab.B.SetTxQueueLength(lab.Ifb0, 4);
        lab.Tc(lab.B, "qdisc add dev ifb0 root pfifo limit 3");
        RedirectToIfb(lab);

        lab.Burst(20, 100);

        TcBench.Link(lab.Ifb0).ShouldBe("rx 9/2314/0 tx 9/2314/0");
        var q = lab.Ifb0.RootQdisc.Stats;
        (q.Drops, q.Requeues, lab.Action(lab.B).Stats.Overlimits).ShouldBe((12, 1, 12));
    }

    [Fact]
    [Trait("rule", "MIR-09")]
    [Trait("rule", "FIFO-02")]
    public void Limit_0_lets_nothing_into_an_ifb_G20()
    {
        using var lab = new TcBench();
        lab.B.SetTxQueueLength(lab.Ifb0, 4);
        lab.Tc(lab.B, "qdisc add dev ifb0 root pfifo limit 0");
        RedirectToIfb(lab);

        lab.Burst(20, 100);

        TcBench.Link(lab.Ifb0).ShouldBe("rx 0/0/0 tx 0/0/0");
        (lab.Ifb0.RootQdisc.Stats.Drops, lab.Action(lab.B).Stats.Overlimits).ShouldBe((21, 21));
    }

    [Fact]
    [Trait("rule", "FIFO-01")]
    public void Byte_limit_below_a_full_frame_allows_no_bypass_G20b()
    {
        using var lab = new TcBench();
        lab.B.SetTxQueueLength(lab.Ifb0, 2);
        lab.Tc(lab.B, "qdisc add dev ifb0 root bfifo limit 300");
        RedirectToIfb(lab);

        lab.Burst(20, 100);

        TcBench.Link(lab.Ifb0).ShouldBe("rx 6/600/0 tx 6/600/0");
        (lab.Ifb0.RootQdisc.Stats.Drops, lab.Ifb0.RootQdisc.Stats.Requeues).ShouldBe((15, 0));
    }

    [Fact]
    [Trait("rule", "MIR-09")]
    public void A_mirror_that_fails_does_not_harm_the_original_G46()
    {
        using var lab = new TcBench();
        var (vc, _) = lab.AddCable();
        lab.B.CloseDevice(vc);
        lab.Tc(lab.B,
            "qdisc add dev vb ingress",
            "filter add dev vb ingress protocol all prio 1 u32 match u32 0 0 action mirred egress mirror dev vc",
            "filter add dev vb ingress protocol all prio 2 u32 match u32 0 0 action mirred egress redirect dev ifb0");

        lab.X(3, 100);

        lab.Act(lab.B, 1).ShouldBe("3/258 over 3");
        lab.Act(lab.B, 2).ShouldBe("0/0 over 0");
        TcBench.Hook(lab.Vb).ShouldBe("3/258 drops 0");
    }

    [Fact]
    [Trait("rule", "HOOK-08")]
    public void Shared_block_has_one_set_of_action_counters_and_own_qdisc_counters_G44()
    {
        using var lab = new TcBench();
        var (vc, vd) = lab.AddCable();
        lab.Tc(lab.B,
            "qdisc add dev vb ingress_block 22 ingress",
            "qdisc add dev vd ingress_block 22 ingress",
            "filter add block 22 protocol all prio 1 u32 match u32 0 0 action mirred egress redirect dev ifb0");

        lab.X(1, 100);
        lab.Lab.Inject(vc, 2, 100);

        TcBench.Link(lab.Ifb0).ShouldStartWith("rx 3/300/0");
        TcBench.Hook(lab.Vb).ShouldBe("1/86 drops 0");
        TcBench.Hook(vd).ShouldBe("2/172 drops 0");
        lab.Act(lab.B).ShouldBe("3/258 over 0");
    }

    [Fact]
    [Trait("rule", "HOOK-06")]
    public void Hook_counts_only_when_the_direction_has_a_filter_G45()
    {
        using var lab = new TcBench();
        lab.Tc(lab.B, "qdisc add dev vb clsact");
        lab.X(2, 100);
        TcBench.Hook(lab.Vb).ShouldBe("0/0 drops 0");

        lab.Tc(lab.B, "filter add dev vb ingress protocol arp u32 match u32 0 0 flowid 1:1");
        lab.X(2, 100);

        TcBench.Hook(lab.Vb).ShouldBe("2/172 drops 0");
    }

    private static void RedirectToIfb(TcBench lab) =>
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress {TcBench.MatchAll} egress redirect dev ifb0");
}
