using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Scenarios;

/// <summary>Observations of the rules' section G about mirred, as facts about the emulation.</summary>
public sealed class MirredScenarios : IDisposable
{
    private readonly ScenarioLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "MIR-04"), Trait("rule", "MIR-20"), Trait("scenario", "G05")]
    public void A_target_that_is_down_costs_the_frame_and_shows_as_drop_and_overlimit()
    {
        _lab.RedirectVbToIfb0();
        _lab.B("ip link set ifb0 down");

        _lab.X(3, 100);

        _lab.Hook("b", "vb").ShouldBe("3/258 drops 3");
        _lab.Act("b").ShouldBe("3/258 over 3");
        _lab.S("b", "ifb0").ShouldBe("rx 0/0/0 tx 0/0/0");
        _lab.Lab.Pool.Dropped(Core.Frames.DropReason.MirredTarget).ShouldBe(3);
    }

    [Theory]
    [Trait("rule", "MIR-03"), Trait("rule", "MIR-21"), Trait("scenario", "G06"), Trait("scenario", "G07")]
    [InlineData("ip link del ifb0")]
    [InlineData("ip link set ifb0 netns a")]
    public void A_target_that_left_makes_frames_vanish_silently(string line)
    {
        _lab.RedirectVbToIfb0();
        _lab.B(line);

        _lab.X(2, 100);

        _lab.Hook("b", "vb").ShouldBe("2/172 drops 0");
        _lab.Act("b").ShouldBe("2/172 over 2");
        _lab.Mirred("b").Target.ShouldBeNull();
        _lab.S("b", "vb").ShouldBe("rx 2/200/0 tx 0/0/0");
    }

    [Fact]
    [Trait("rule", "MIR-03")]
    public void Older_kernels_count_the_loss_as_a_drop()
    {
        using var lab = new ScenarioLab(KernelProfile.Linux514);
        lab.RedirectVbToIfb0();
        lab.B("ip link del ifb0");

        lab.X(2, 100);

        lab.Hook("b", "vb").ShouldBe("2/172 drops 2");
    }

    [Fact]
    [Trait("rule", "MIR-21")]
    public void A_new_device_of_the_old_name_is_not_the_target_again()
    {
        _lab.RedirectVbToIfb0();
        _lab.B("ip link del ifb0", "ip link add ifb0 type ifb", "ip link set ifb0 up");

        _lab.X(2, 100);

        _lab.S("b", "ifb0").ShouldBe("rx 0/0/0 tx 0/0/0");
        _lab.Act("b").ShouldBe("2/172 over 2");
    }

    [Theory]
    [Trait("rule", "MIR-12"), Trait("rule", "MIR-13"), Trait("rule", "MIR-14"), Trait("scenario", "G08"), Trait("scenario", "G09")]
    [InlineData("redirect", "rx 0/0/0 tx 0/0/0")]
    [InlineData("mirror", "rx 0/0/0 tx 12/1200/0")]
    public void A_loop_on_egress_ends_at_the_fifth_pass(string what, string counters)
    {
        _lab.A("tc qdisc add dev va clsact", $"tc filter add dev va egress {ScenarioLab.MatchAll} egress {what} dev va");

        _lab.X(3, 100).ShouldBe(3);

        _lab.S("a", "va").ShouldBe(counters);
        _lab.Hook("a", "va").ShouldBe("15/1500 drops 3");
        _lab.Act("a").ShouldBe("12/1200 over 3");
        _lab.Mirred("a").LoopDrops.ShouldBe(3);
    }

    [Fact]
    [Trait("rule", "MIR-10"), Trait("rule", "MIR-11"), Trait("rule", "MIR-16"), Trait("scenario", "G10")]
    public void Redirect_to_the_own_egress_reflects()
    {
        var va = _lab.Sniff("a", "va");
        _lab.B("tc qdisc add dev vb ingress", $"tc filter add dev vb ingress {ScenarioLab.MatchAll} egress redirect dev vb");

        _lab.X(3, 100);

        _lab.Device("a", "va").GetStats().RxPackets.ShouldBe(3);
        _lab.Device("b", "vb").GetStats().TxPackets.ShouldBe(3);
        _lab.Act("b").ShouldBe("3/258 over 0");
        (va.Out, va.In).ShouldBe((3, 3));
    }

    [Fact]
    [Trait("rule", "MIR-15"), Trait("scenario", "G11")]
    public void A_loop_on_ingress_ends_at_the_fifth_pass()
    {
        var vb = _lab.Sniff("b", "vb");
        _lab.B("tc qdisc add dev vb ingress", $"tc filter add dev vb ingress {ScenarioLab.MatchAll} ingress redirect dev vb");

        _lab.X(3, 100);

        _lab.S("b", "vb").ShouldBe("rx 3/300/0 tx 0/0/0");
        _lab.Hook("b", "vb").ShouldBe("15/1290 drops 3");
        _lab.Act("b").ShouldBe("12/1032 over 3");
        vb.In.ShouldBe(15);
    }

    [Fact]
    [Trait("rule", "MIR-04"), Trait("scenario", "G13")]
    public void A_target_without_carrier_is_refused_like_one_that_is_down()
    {
        _lab.AddCableVc();
        _lab.B("ip link set vd down", "tc qdisc add dev vb ingress", $"tc filter add dev vb ingress {ScenarioLab.MatchAll} egress redirect dev vc");

        _lab.X(3, 100);

        _lab.Hook("b", "vb").ShouldBe("3/258 drops 3");
        _lab.Act("b").ShouldBe("3/258 over 3");
        _lab.S("b", "vc").ShouldBe("rx 0/0/0 tx 0/0/0");
    }

    [Fact]
    [Trait("rule", "MIR-10"), Trait("scenario", "G14")]
    public void Redirect_to_a_receive_path_leaves_the_drivers_counters_alone()
    {
        _lab.AddCableVc();
        var vc = _lab.Sniff("b", "vc");
        _lab.B("tc qdisc add dev vb ingress", $"tc filter add dev vb ingress {ScenarioLab.MatchAll} ingress redirect dev vc");

        for (var i = 0; i < 3; i++) _lab.Device("a", "va").SendFromSocket(_lab.Lab.Frame(100, type: 0x0800));
        _lab.Lab.Run();

        _lab.S("b", "vc").ShouldBe("rx 0/0/0 tx 0/0/0");
        vc.In.ShouldBe(3);
        _lab.Act("b").ShouldBe("3/258 over 0");
    }

    [Fact]
    [Trait("rule", "MIR-01"), Trait("rule", "FLT-06"), Trait("scenario", "G15")]
    public void Mirror_then_redirect_in_one_filter_does_both()
    {
        _lab.AddCableVc();
        _lab.B("tc qdisc add dev vb ingress", "tc filter add dev vb ingress protocol all prio 10 u32 match u32 0 0 action mirred egress mirror dev vc pipe action mirred egress redirect dev ifb0");

        _lab.X(3, 100);

        _lab.Device("b", "vc").GetStats().TxPackets.ShouldBe(3);
        _lab.Device("b", "vd").GetStats().RxPackets.ShouldBe(3);
        _lab.S("b", "ifb0").ShouldBe("rx 3/300/0 tx 3/300/0");
        _lab.Act("b").ShouldBe("3/258 over 0; 3/258 over 0");
    }

    [Fact]
    [Trait("rule", "FLT-04"), Trait("scenario", "G16")]
    public void A_mirror_hides_later_filters_unless_it_continues()
    {
        _lab.AddCableVc();
        const string mirror = "tc filter add dev vb ingress protocol all prio 1 u32 match u32 0 0 action mirred egress mirror dev vc";
        _lab.B("tc qdisc add dev vb ingress", mirror, "tc filter add dev vb ingress protocol all prio 2 u32 match u32 0 0 action mirred egress redirect dev ifb0");
        _lab.X(3, 100);
        _lab.Act("b").ShouldBe("3/258 over 0; 0/0 over 0");

        _lab.B("tc filter del dev vb ingress prio 1", mirror + " continue");
        _lab.X(3, 100);

        _lab.Act("b").ShouldBe("3/258 over 0; 3/258 over 0");
    }

    [Fact]
    [Trait("rule", "FLT-05"), Trait("scenario", "G17")]
    public void Reclassify_is_bounded()
    {
        _lab.AddCableVc();
        _lab.B("tc qdisc add dev vb ingress", "tc filter add dev vb ingress protocol all prio 1 u32 match u32 0 0 action mirred egress mirror dev vc reclassify");

        _lab.X(1, 100);

        _lab.Act("b").ShouldBe("17/1462 over 0");
        _lab.Hook("b", "vb").ShouldBe("1/86 drops 1");
        _lab.Device("b", "vc").GetStats().TxPackets.ShouldBe(17);
    }

    [Fact]
    [Trait("rule", "FLT-05"), Trait("scenario", "G18")]
    public void Goto_chain_walks_on_there_and_passes_when_it_is_gone()
    {
        _lab.AddCableVc();
        _lab.B(
            "tc qdisc add dev vb ingress",
            "tc filter add dev vb ingress protocol all prio 1 u32 match u32 0 0 action mirred egress mirror dev vc goto chain 7",
            "tc filter add dev vb ingress chain 7 protocol all prio 1 u32 match u32 0 0 action mirred egress redirect dev ifb0");
        _lab.X(3, 100);
        _lab.Device("b", "vc").GetStats().TxPackets.ShouldBe(3);
        _lab.S("b", "ifb0").ShouldBe("rx 3/300/0 tx 3/300/0");

        _lab.B("tc filter del dev vb ingress chain 7");
        _lab.X(3, 100);

        _lab.Device("b", "vc").GetStats().TxPackets.ShouldBe(6);
        _lab.S("b", "ifb0").ShouldBe("rx 3/300/0 tx 3/300/0");
    }

    [Fact]
    [Trait("rule", "HOOK-06"), Trait("scenario", "G45")]
    public void A_hook_counts_as_soon_as_it_has_any_filter()
    {
        _lab.B("tc qdisc add dev vb clsact");
        _lab.X(2, 100);
        _lab.Hook("b", "vb").ShouldBe("0/0 drops 0");

        _lab.B("tc filter add dev vb ingress protocol arp prio 1 u32 match u32 0 0 action mirred egress mirror dev ifb0");
        _lab.X(2, 100);

        _lab.Hook("b", "vb").ShouldBe("2/172 drops 0");
    }

    [Fact]
    [Trait("rule", "MIR-04"), Trait("scenario", "G46")]
    public void A_failed_mirror_keeps_its_verdict()
    {
        _lab.AddCableVc();
        _lab.B(
            "ip link set vc down",
            "tc qdisc add dev vb ingress",
            "tc filter add dev vb ingress protocol all prio 1 u32 match u32 0 0 action mirred egress mirror dev vc",
            "tc filter add dev vb ingress protocol all prio 2 u32 match u32 0 0 action mirred egress redirect dev ifb0");

        _lab.X(3, 100);

        _lab.Act("b").ShouldBe("3/258 over 3; 0/0 over 0");
        _lab.S("b", "vb").ShouldBe("rx 3/300/3 tx 0/0/0");
    }

    [Fact]
    [Trait("rule", "HOOK-08"), Trait("scenario", "G44")]
    public void A_shared_block_has_one_set_of_filters_and_a_hook_per_device()
    {
        _lab.AddCableVc();
        _lab.B(
            "tc qdisc add dev vb ingress_block 22 ingress",
            "tc qdisc add dev vd ingress_block 22 ingress",
            "tc filter add block 22 protocol all prio 1 u32 match u32 0 0 action mirred egress redirect dev ifb0");

        _lab.X(1, 100);
        _lab.X("b", "vc", 2, 100);

        _lab.S("b", "ifb0").ShouldBe("rx 3/300/0 tx 3/300/0");
        _lab.Hook("b", "vb").ShouldBe("1/86 drops 0");
        _lab.Hook("b", "vd").ShouldBe("2/172 drops 0");
        _lab.Act("b").ShouldBe("3/258 over 0");
    }

    [Fact]
    [Trait("rule", "MIR-17")]
    public void A_loop_over_cables_ends_when_the_hop_budget_is_used_up()
    {
        _lab.AddCableVc();
        _lab.B(
            "tc qdisc add dev vb ingress", $"tc filter add dev vb ingress {ScenarioLab.MatchAll} egress redirect dev vc",
            "tc qdisc add dev vd ingress", $"tc filter add dev vd ingress {ScenarioLab.MatchAll} ingress redirect dev vb");

        _lab.X(3, 100);

        _lab.Mirred("b", 1).LoopDrops.ShouldBe(3);
        _lab.Lab.Pool.Dropped(Core.Frames.DropReason.MirredLoop).ShouldBe(3);
        _lab.Mirred("b", 1).Stats.Packets.ShouldBe(3 * 32);
        _lab.Mirred("b", 2).Stats.Packets.ShouldBe(3 * 32);
    }
}
