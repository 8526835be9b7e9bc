using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

public sealed class FilterChainTests
{
    private const string All = "u32 match u32 0 0 action mirred";

    [Fact]
    [Trait("rule", "FLT-04")]
    public void A_lone_mirror_hides_later_preferences_unless_it_says_continue_G16()
    {
        using var lab = new TcBench();
        lab.AddCable();
        lab.Tc(lab.B,
            "qdisc add dev vb ingress",
            $"filter add dev vb ingress protocol all prio 1 {All} egress mirror dev vc",
            $"filter add dev vb ingress protocol all prio 2 {All} egress redirect dev ifb0");
        lab.X(3, 100);
        lab.Act(lab.B, 1).ShouldBe("3/258 over 0");
        lab.Act(lab.B, 2).ShouldBe("0/0 over 0");

        lab.Tc(lab.B, "filter del dev vb ingress prio 1", $"filter add dev vb ingress protocol all prio 1 {All} egress mirror dev vc continue");
        lab.X(3, 100);

        lab.Act(lab.B, 1).ShouldBe("3/258 over 0");
        lab.Act(lab.B, 2).ShouldBe("3/258 over 0");
    }

    [Fact]
    [Trait("rule", "FLT-05")]
    public void Reclassify_restarts_sixteen_times_and_then_shoots_G17()
    {
        using var lab = new TcBench();
        var (vc, _) = lab.AddCable();
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress protocol all prio 1 {All} egress mirror dev vc reclassify");

        lab.X(1, 100);

        lab.Act(lab.B).ShouldBe("17/1462 over 0");
        TcBench.Hook(lab.Vb).ShouldBe("1/86 drops 1");
        vc.GetStats().TxPackets.ShouldBe(17);
    }

    [Fact]
    [Trait("rule", "FLT-05")]
    public void Goto_walks_on_in_another_chain_and_passes_when_that_is_gone_G18()
    {
        using var lab = new TcBench();
        var (vc, _) = lab.AddCable();
        lab.Tc(lab.B,
            "qdisc add dev vb ingress",
            $"filter add dev vb ingress protocol all prio 1 {All} egress mirror dev vc goto chain 7",
            $"filter add dev vb ingress protocol all prio 1 chain 7 {All} egress redirect dev ifb0");
        lab.X(3, 100);
        lab.Ifb0.GetStats().RxPackets.ShouldBe(3);

        lab.Tc(lab.B, "filter del dev vb ingress chain 7");
        lab.X(3, 100);

        vc.GetStats().TxPackets.ShouldBe(6);
        lab.Ifb0.GetStats().RxPackets.ShouldBe(3);
        TcBench.Hook(lab.Vb).ShouldBe("6/516 drops 0");
    }

    [Fact]
    [Trait("rule", "FLT-05")]
    public void A_loop_of_chains_ends_after_sixteen_turns()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol all prio 1 matchall action goto chain 1",
            "filter add dev va egress protocol all prio 1 chain 1 matchall action goto chain 1");

        lab.Passes(new byte[40]).ShouldBeFalse();

        lab.Act(lab.A, 2, "gact").ShouldBe("16/864 over 0");
    }

    [Fact]
    [Trait("rule", "FLT-03")]
    public void Protocol_of_the_filter_must_be_the_frames_or_all()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol ip prio 1 matchall action drop");

        lab.Passes(new byte[40]).ShouldBeTrue();
        lab.Passes(new byte[40], type: 0x0800).ShouldBeFalse();
        lab.Tc(lab.A, "filter add dev va egress protocol 0x88b5 prio 2 matchall action drop");
        lab.Passes(new byte[40]).ShouldBeFalse();
    }

    [Fact]
    [Trait("rule", "FLT-03")]
    public void A_tag_in_metadata_makes_it_a_frame_of_802_1Q()
    {
        using var lab = new TcBench();
        lab.Tc(lab.B,
            "qdisc add dev vb ingress",
            "filter add dev vb ingress protocol ip prio 1 matchall action drop",
            "filter add dev vb ingress protocol 802.1Q prio 2 matchall action ok");
        var tagged = lab.Lab.Frame(100, type: 0x8100);
        tagged.Span[14] = 0;
        tagged.Span[15] = 5;
        tagged.Span[16] = 0x08;

        lab.Lab.Inject(lab.Va, tagged);
        lab.Lab.Run();

        lab.Act(lab.B, 1, "gact").ShouldBe("0/0 over 0");
        lab.Act(lab.B, 2, "gact").ShouldBe("1/82 over 0");
    }

    [Fact]
    [Trait("rule", "FLT-07")]
    public void A_class_without_action_passes_and_hides_later_preferences()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol all prio 1 u32 match u32 0 0 flowid 1:10",
            "filter add dev va egress protocol all prio 2 matchall action drop");

        lab.Passes(new byte[40]).ShouldBeTrue();
    }

    [Fact]
    [Trait("rule", "FLT-04")]
    public void A_match_without_class_and_action_decides_nothing()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol all prio 1 u32 match u32 0 0",
            "filter add dev va egress protocol all prio 2 matchall action drop");

        lab.Passes(new byte[40]).ShouldBeFalse();
    }

    [Fact]
    [Trait("rule", "HOOK-06")]
    public void Filters_outside_chain_0_alone_are_never_entered()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol all prio 1 chain 3 matchall action drop");

        lab.Passes(new byte[40]).ShouldBeTrue();

        TcBench.Hook(lab.Va).ShouldBe("0/0 drops 0");
    }

    [Fact]
    [Trait("rule", "FLT-06")]
    public void Actions_run_until_one_says_something_else_than_pipe()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol all prio 1 matchall action pipe action pipe action drop action ok");

        lab.Passes(new byte[40]).ShouldBeFalse();

        Enumerable.Range(1, 4).Select(i => lab.Action(lab.A, (uint)i, "gact").Stats.Packets).ShouldBe([1, 1, 1, 0]);
        lab.Action(lab.A, 3, "gact").Stats.Drops.ShouldBe(1);
    }

    [Theory]
    [Trait("rule", "HOOK-05")]
    [InlineData("ok", true, 0)]
    [InlineData("pass", true, 0)]
    [InlineData("pipe", true, 0)]
    [InlineData("continue", true, 0)]
    [InlineData("drop", false, 1)]
    [InlineData("shot", false, 1)]
    [InlineData("trap", false, 0)]
    public void Verdicts_at_egress(string verdict, bool passes, int drops)
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", $"filter add dev va egress protocol all prio 1 matchall action {verdict}");

        lab.Passes(new byte[40]).ShouldBe(passes);

        lab.Va.HookQdisc!.Stats.Drops.ShouldBe(drops);
    }
}
