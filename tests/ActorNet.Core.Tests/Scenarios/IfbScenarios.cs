using ActorNet.Core.Devices;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Scenarios;

/// <summary>Observations of the rules' section G about the IFB, as facts about the emulation.</summary>
public sealed class IfbScenarios : IDisposable
{
    private readonly ScenarioLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "IFB-11"), Trait("rule", "IFB-18"), Trait("rule", "IFB-30"), Trait("rule", "IFB-31"), Trait("scenario", "G01")]
    public void Redirected_at_ingress_passes_the_ifb_and_returns_behind_the_filter()
    {
        _lab.RedirectVbToIfb0();
        var vb = _lab.Sniff("b", "vb");
        var ifb = _lab.Sniff("b", "ifb0");

        _lab.X(5, 100);

        _lab.S("b", "vb").ShouldBe("rx 5/500/5 tx 0/0/0");
        _lab.S("b", "ifb0").ShouldBe("rx 5/500/0 tx 5/500/0");
        _lab.Hook("b", "vb").ShouldBe("5/430 drops 0");
        _lab.Q("b", "ifb0").ShouldBe("5/500 drops 0 over 0 req 0 backlog 0/0");
        _lab.Act("b").ShouldBe("5/430 over 0");
        (vb.In, vb.Out).ShouldBe((5, 0));
        (ifb.In, ifb.Out).ShouldBe((0, 5));
        vb.Frames.ShouldAllBe(f => f.Length == 100);
    }

    [Fact]
    [Trait("rule", "IFB-19"), Trait("scenario", "G02")]
    public void Redirected_at_egress_passes_the_hook_twice_and_the_action_once()
    {
        EgressOfVaToIfb0();
        var va = _lab.Sniff("a", "va");

        _lab.X(5, 100);

        _lab.S("a", "va").ShouldBe("rx 0/0/0 tx 5/500/0");
        _lab.S("a", "ifb0").ShouldBe("rx 5/500/0 tx 5/500/0");
        _lab.S("b", "vb").ShouldBe("rx 5/500/5 tx 0/0/0");
        _lab.Hook("a", "va").ShouldBe("10/1000 drops 0");
        _lab.Act("a").ShouldBe("5/500 over 0");
        (va.In, va.Out).ShouldBe((0, 5));
    }

    [Fact]
    [Trait("rule", "IFB-04"), Trait("scenario", "G03")]
    public void Mirrored_copies_are_swallowed_by_the_ifb()
    {
        _lab.B("tc qdisc add dev vb ingress", $"tc filter add dev vb ingress {ScenarioLab.MatchAll} egress mirror dev ifb0");

        _lab.X(5, 100);

        _lab.S("b", "ifb0").ShouldBe("rx 5/500/5 tx 0/0/0");
        _lab.Act("b").ShouldBe("5/430 over 0");
        _lab.S("b", "vb").ShouldBe("rx 5/500/5 tx 0/0/0");
    }

    [Fact]
    [Trait("rule", "IFB-02"), Trait("rule", "IFB-03"), Trait("scenario", "G04")]
    public void Sent_directly_to_an_ifb_is_counted_and_dropped()
    {
        _lab.X("b", "ifb0", 4, 120).ShouldBe(4);
        _lab.S("b", "ifb0").ShouldBe("rx 4/480/4 tx 0/0/0");
        _lab.Q("b", "ifb0").ShouldBe("4/480 drops 0 over 0 req 0 backlog 0/0");

        var ifb = _lab.Device("b", "ifb0");
        ifb.SendFromSocket(_lab.Lab.Frame(120), bypassQdisc: true).ShouldBe(Errno.None);
        _lab.Lab.Run();
        _lab.S("b", "ifb0").ShouldBe("rx 5/600/5 tx 0/0/0");
        _lab.Q("b", "ifb0").ShouldBe("4/480 drops 0 over 0 req 0 backlog 0/0");

        _lab.B("ip link set ifb0 down");
        ifb.SendFromSocket(_lab.Lab.Frame(120)).ShouldBe(Errno.ENETDOWN);
        _lab.S("b", "ifb0").ShouldBe("rx 5/600/5 tx 0/0/0");
    }

    [Fact]
    [Trait("rule", "MIR-19"), Trait("scenario", "G12")]
    public void A_chain_of_two_ifbs_loses_everything()
    {
        _lab.RedirectVbToIfb0();
        _lab.B("ip link add ifb1 type ifb", "ip link set ifb1 up", "tc qdisc add dev ifb0 clsact", $"tc filter add dev ifb0 egress {ScenarioLab.MatchAll} egress redirect dev ifb1");

        _lab.X(5, 100);

        _lab.S("b", "ifb1").ShouldBe("rx 5/500/0 tx 5/500/0");
        _lab.S("b", "ifb0").ShouldBe("rx 5/500/5 tx 0/0/0");
        _lab.Hook("b", "ifb0").ShouldBe("10/1000 drops 0");
        _lab.S("b", "vb").ShouldBe("rx 5/500/0 tx 0/0/0");
    }

    [Theory]
    [Trait("rule", "IFB-06"), Trait("rule", "IFB-24"), Trait("scenario", "G19")]
    [InlineData(4, 20, 10)]
    [InlineData(1, 20, 4)]
    [InlineData(0, 20, 2)]
    [InlineData(32, 100, 66)]
    public void A_burst_into_pfifo_fast_fills_queue_requeue_slot_and_band(int queueLength, int count, int accepted)
    {
        _lab.B($"ip link set ifb0 txqueuelen {queueLength}");
        _lab.RedirectVbToIfb0();

        _lab.Burst(count, 100);

        var total = accepted + 1;
        var bytes = (accepted * 100) + 1514;
        _lab.S("b", "ifb0").ShouldBe($"rx {total}/{bytes}/0 tx {total}/{bytes}/0");
        _lab.Q("b", "ifb0").ShouldBe($"{total}/{bytes} drops {count - accepted} over 0 req 1 backlog 0/0");
        _lab.Mirred("b").Stats.Overlimits.ShouldBe(count - accepted);
    }

    [Theory]
    [Trait("rule", "IFB-25"), Trait("rule", "IFB-27"), Trait("scenario", "G20")]
    [InlineData(3, "rx 9/2314/0 tx 9/2314/0", 12, 1)]
    [InlineData(0, "rx 0/0/0 tx 0/0/0", 21, 0)]
    public void A_burst_into_pfifo_is_bounded_by_queue_and_limit(int limit, string counters, int drops, int requeues)
    {
        _lab.B("ip link set ifb0 txqueuelen 4", $"tc qdisc add dev ifb0 root pfifo limit {limit}");
        _lab.RedirectVbToIfb0();

        _lab.Burst(20, 100);

        _lab.S("b", "ifb0").ShouldBe(counters);
        var qdisc = _lab.Device("b", "ifb0").RootQdisc;
        (qdisc.Stats.Drops, qdisc.Stats.Requeues).ShouldBe((drops, requeues));
        _lab.Mirred("b").Stats.Overlimits.ShouldBe(drops);
        _lab.Hook("b", "vb").ShouldEndWith("drops 0");
    }

    [Fact]
    [Trait("rule", "IFB-26"), Trait("scenario", "G20b")]
    public void A_burst_into_bfifo_is_bounded_by_queue_and_bytes()
    {
        _lab.B("ip link set ifb0 txqueuelen 2", "tc qdisc add dev ifb0 root bfifo limit 300");
        _lab.RedirectVbToIfb0();

        _lab.Burst(20, 100);

        _lab.S("b", "ifb0").ShouldBe("rx 6/600/0 tx 6/600/0");
        _lab.Q("b", "ifb0").ShouldBe("6/600 drops 15 over 0 req 0 backlog 0/0");
    }

    [Fact]
    [Trait("rule", "IFB-12"), Trait("scenario", "G30")]
    public void Frames_of_a_deleted_device_are_dropped_after_they_were_counted()
    {
        FourFramesIntoASlowIfb();
        _lab.B("ip link del vb");

        _lab.Lab.Advance(7_000_000_000);

        _lab.S("b", "ifb0").ShouldBe("rx 4/4514/0 tx 4/4514/3");
    }

    [Fact]
    [Trait("rule", "IFB-17"), Trait("scenario", "G32")]
    public void Frames_go_to_a_new_device_with_the_old_number()
    {
        FourFramesIntoASlowIfb();
        var index = _lab.Device("b", "vb").IfIndex;
        _lab.B("ip link del vb", $"ip link add vn index {index} type veth peer name vm", "ip link set vn up", "ip link set vm up");
        var vn = _lab.Sniff("b", "vn");

        _lab.Lab.Advance(7_000_000_000);

        _lab.S("b", "ifb0").ShouldBe("rx 4/4514/0 tx 4/4514/0");
        _lab.S("b", "vn").ShouldBe("rx 0/0/3 tx 0/0/0");
        vn.Frames.ShouldBeEmpty();
    }

    [Fact]
    [Trait("rule", "IFB-16"), Trait("scenario", "G32b")]
    public void A_device_that_is_down_still_gets_its_frames_back()
    {
        FourFramesIntoASlowIfb();
        _lab.B("ip link set vb down");

        _lab.Lab.Advance(7_000_000_000);

        _lab.S("b", "ifb0").ShouldBe("rx 4/4514/0 tx 4/4514/0");
        _lab.S("b", "vb").ShouldBe("rx 4/4514/4 tx 0/0/0");
    }

    [Fact]
    [Trait("rule", "IFB-15"), Trait("scenario", "G33")]
    public void A_drop_by_the_original_device_is_its_own()
    {
        EgressOfVaToIfb0();
        _lab.A("tc qdisc add dev ifb0 root tbf rate 4kbit burst 1514 limit 100000");
        _lab.X(1, 1514);
        _lab.X(3, 1000);
        _lab.A("ip link set va down");

        _lab.Lab.Advance(7_000_000_000);

        _lab.S("a", "ifb0").ShouldBe("rx 4/4514/0 tx 4/4514/0");
        _lab.S("a", "va").ShouldBe("rx 0/0/0 tx 1/1514/3");
    }

    [Fact]
    [Trait("rule", "IFB-38"), Trait("scenario", "G34")]
    public void Down_and_up_empties_the_qdisc_without_a_drop()
    {
        FourFramesIntoASlowIfb();
        _lab.Device("b", "ifb0").RootQdisc.QLen.ShouldBe(3);

        _lab.B("ip link set ifb0 down", "ip link set ifb0 up");
        _lab.Lab.Advance(60_000_000_000);

        var qdisc = _lab.Device("b", "ifb0").RootQdisc;
        (qdisc.QLen, qdisc.Stats.Drops).ShouldBe((0, 0));
        _lab.S("b", "ifb0").ShouldBe("rx 1/1514/0 tx 1/1514/0");
    }

    [Fact]
    [Trait("rule", "IFB-20"), Trait("scenario", "G35")]
    public void The_skip_mark_leaks_to_the_peer_when_the_filter_is_gone()
    {
        EgressOfVaToIfb0();
        _lab.A("tc qdisc add dev ifb0 root tbf rate 20kbit burst 1514 limit 100000");
        _lab.AddCableVc();
        _lab.B("tc qdisc add dev vb ingress", $"tc filter add dev vb ingress {ScenarioLab.MatchAll} egress mirror dev vc");
        var vb = _lab.Sniff("b", "vb");
        _lab.X(1, 1514);
        _lab.X(3, 1000);
        vb.Frames.Clear();
        _lab.A("tc filter del dev va egress");

        _lab.Lab.Advance(3_000_000_000);

        _lab.S("a", "va").ShouldBe("rx 0/0/0 tx 4/4514/0");
        _lab.S("b", "vb").ShouldBe("rx 4/4514/4 tx 0/0/0");
        vb.Frames.ShouldBeEmpty();
        _lab.Act("b").ShouldBe("1/1500 over 0");
    }

    [Fact]
    [Trait("rule", "IFB-05"), Trait("scenario", "G50")]
    public void A_mirror_behind_a_redirect_is_accepted_by_the_ifb()
    {
        _lab.AddCableVc();
        _lab.B("tc qdisc add dev vb ingress", $"tc filter add dev vb ingress {ScenarioLab.MatchAll} egress redirect dev vc");
        _lab.B("tc qdisc add dev vd ingress", $"tc filter add dev vd ingress {ScenarioLab.MatchAll} egress mirror dev ifb0");

        _lab.X(3, 100);

        _lab.S("b", "ifb0").ShouldBe("rx 3/300/0 tx 3/300/0");
        _lab.Device("b", "vd").GetStats().RxDropped.ShouldBe(6);
    }

    [Fact]
    [Trait("rule", "IFB-08"), Trait("rule", "MTU-02"), Trait("scenario", "G38b")]
    public void The_ifb_ignores_its_mtu_but_a_cable_does_not()
    {
        _lab.A("ip link set va mtu 9000");
        _lab.B("ip link set vb mtu 9000");
        _lab.RedirectVbToIfb0();
        _lab.X(1, 2000);
        _lab.S("b", "ifb0").ShouldBe("rx 1/2000/0 tx 1/2000/0");

        _lab.B("tc filter del dev vb ingress");
        _lab.AddCableVc();
        _lab.B($"tc filter add dev vb ingress {ScenarioLab.MatchAll} egress redirect dev vc");
        _lab.X(1, 2000);

        _lab.S("b", "vc").ShouldBe("rx 0/0/0 tx 0/0/1");
        _lab.S("b", "vd").ShouldBe("rx 0/0/1 tx 0/0/0");
        _lab.Mirred("b").Stats.Overlimits.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "IFB-21"), Trait("rule", "MIR-09"), Trait("scenario", "G47")]
    public void Redirect_to_the_receive_side_of_an_ifb_finds_no_protocol()
    {
        _lab.B("tc qdisc add dev vb ingress", $"tc filter add dev vb ingress {ScenarioLab.MatchAll} ingress redirect dev ifb0");

        _lab.X(3, 100);

        _lab.S("b", "ifb0").ShouldBe("rx 0/0/3 tx 0/0/0");
        _lab.Act("b").ShouldBe("3/258 over 3");
    }

    [Fact]
    [Trait("rule", "TBF-03"), Trait("rule", "VT-04"), Trait("scenario", "G52")]
    public void Shaped_frames_leave_at_the_rate()
    {
        _lab.RedirectVbToIfb0();
        _lab.B("tc qdisc add dev ifb0 root tbf rate 800kbit burst 2000 limit 100000");

        _lab.X(50, 1000);
        _lab.Lab.Advance(479_000_000);
        _lab.Device("b", "ifb0").GetStats().TxPackets.ShouldBe(49);
        _lab.Lab.Advance(2_000_000);

        _lab.Device("b", "ifb0").GetStats().TxPackets.ShouldBe(50);
    }

    [Fact]
    [Trait("rule", "IFB-01"), Trait("rule", "IFB-41")]
    public void A_recorded_queue_chooses_the_ifb_queue()
    {
        _lab.B("ip link del ifb0", "ip link add ifb0 numtxqueues 4 type ifb", "ip link set ifb0 up");
        _lab.RedirectVbToIfb0();
        for (ushort m = 1; m <= 4; m++)
        {
            var skb = _lab.Lab.Frame(100);
            skb.QueueMapping = m;
            _lab.Lab.Receive(_lab.Device("b", "vb"), skb);
        }

        _lab.Lab.Run();

        var ifb = (IfbDevice)_lab.Device("b", "ifb0");
        ifb.Queues.Select(q => q.TxPackets).ShouldBe([1, 1, 1, 1]);
    }

    private void EgressOfVaToIfb0() => _lab.A(
        "ip link add ifb0 type ifb", "ip link set ifb0 up", "tc qdisc add dev va clsact", $"tc filter add dev va egress {ScenarioLab.MatchAll} egress redirect dev ifb0");

    private void FourFramesIntoASlowIfb()
    {
        _lab.RedirectVbToIfb0();
        _lab.B("tc qdisc add dev ifb0 root tbf rate 4kbit burst 1514 limit 100000");
        _lab.X(1, 1514);
        _lab.X(3, 1000);
    }
}
