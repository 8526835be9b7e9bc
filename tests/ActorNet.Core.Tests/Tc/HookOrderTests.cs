using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>In which order a frame meets counters, tags, captures, filters, qdiscs and receivers (rules HOOK-01 to HOOK-05).</summary>
public sealed class HookOrderTests
{
    [Fact]
    [Trait("rule", "HOOK-01")]
    [Trait("rule", "HOOK-02")]
    public void Received_frame_is_counted_then_captured_then_filtered()
    {
        using var lab = new TcBench();
        var capture = new Capture();
        lab.Vb.AddTap(capture);
        lab.Tc(lab.B, "qdisc add dev vb clsact", "filter add dev vb ingress protocol all prio 1 matchall action drop");

        lab.X(2, 100);

        lab.Vb.GetStats().RxPackets.ShouldBe(2);
        capture.Seen.Count.ShouldBe(2);
        TcBench.Hook(lab.Vb).ShouldBe("2/172 drops 2");
        lab.Vb.GetStats().RxDropped.ShouldBe(0, "the drop is the hook's, not the device's");
    }

    [Fact]
    [Trait("rule", "HOOK-01")]
    [Trait("rule", "FLT-03")]
    public void Outer_tag_is_beside_the_frame_before_captures_and_filters_look()
    {
        using var lab = new TcBench();
        var capture = new Capture();
        lab.Vb.AddTap(capture);
        lab.Tc(lab.B, "qdisc add dev vb clsact", "filter add dev vb ingress protocol 802.1Q prio 1 matchall action ok",
            "filter add dev vb ingress protocol 0x88b5 prio 2 matchall action ok");
        var skb = lab.Lab.Frame(100, EtherType.Vlan);
        (skb.Span[14], skb.Span[15], skb.Span[16], skb.Span[17]) = (0, 5, 0x88, 0xB5);

        lab.Va.SendFromSocket(skb);
        lab.Lab.Run();

        capture.Seen.ShouldBe([(82, true)]);
        lab.Act(lab.B, 1, "gact").ShouldBe("1/82 over 0");
        lab.Act(lab.B, 2, "gact").ShouldBe("0/0 over 0");
        lab.Vb.GetStats().RxBytes.ShouldBe(100);
    }

    [Fact]
    [Trait("rule", "HOOK-01")]
    public void Frame_marked_to_skip_meets_neither_captures_nor_filters_and_loses_the_mark()
    {
        using var lab = new TcBench();
        var capture = new Capture();
        var receiver = new Receiver();
        lab.Vb.AddTap(capture);
        lab.B.Protocols.Add(receiver);
        lab.Tc(lab.B, "qdisc add dev vb clsact", "filter add dev vb ingress protocol all prio 1 matchall action drop");
        var skb = lab.Lab.Frame(100);
        skb.TcSkipClassify = true;

        lab.Va.SendFromSocket(skb);
        lab.Lab.Run();
        lab.X(1, 100);

        receiver.Devices.ShouldBe(["vb"], "the second frame was filtered");
        capture.Seen.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "HOOK-01")]
    public void Redirected_mark_goes_where_the_ingress_hook_let_the_frame_pass()
    {
        using var lab = new TcBench();
        var (vc, vd) = lab.AddCable();
        lab.Lab.Run();
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress {TcBench.MatchAll} egress redirect dev vc");
        var marks = new List<bool>();
        vd.AddTap(new Capture(skb => marks.Add(skb.Redirected)));
        var protocol = new MarkedReceiver();
        lab.B.Protocols.Add(protocol);

        lab.X(1, 100);

        marks.ShouldBe([true], "the mark crossed the cable");
        protocol.Redirected.ShouldBe([false]);
        vc.GetStats().TxPackets.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "HOOK-01")]
    public void Frame_that_nobody_takes_is_a_drop_of_its_device()
    {
        using var lab = new TcBench();

        lab.X(3, 100);

        lab.Vb.GetStats().RxDropped.ShouldBe(3);
    }

    [Theory]
    [Trait("rule", "HOOK-03")]
    [InlineData("6.18", "", 0)]
    [InlineData("6.18", "qdisc add dev vb clsact", 2)]
    [InlineData("6.1", "qdisc add dev vb clsact", 0)]
    [InlineData("6.1", "qdisc add dev vb clsact; filter add dev vb ingress protocol arp prio 1 matchall action ok", 2)]
    public void Packet_socket_counts_as_receiver_unless_a_hook_made_it_get_its_frame_first(string kernel, string lines, int dropped)
    {
        using var lab = new TcBench(KernelProfile.Find(kernel));
        if (lines.Length > 0) lab.Tc(lab.B, lines.Split("; "));
        lab.Vb.AddTap(new Capture { IsReceiver = true });

        lab.X(2, 100);

        lab.Vb.GetStats().RxDropped.ShouldBe(dropped);
    }

    [Fact]
    [Trait("rule", "HOOK-04")]
    public void Sent_frame_meets_filter_then_qdisc_then_captures()
    {
        using var lab = new TcBench();
        var capture = new Capture();
        lab.Va.AddTap(capture);
        lab.Tc(lab.A, "qdisc add dev va root tbf rate 8kbit burst 1000 limit 3000", "qdisc add dev va clsact",
            "filter add dev va egress protocol 0x88b6 prio 1 matchall action drop");

        lab.Lab.Inject(lab.Va, 2, 100, 0x88B6).ShouldBe(0);
        lab.X(1, 1000).ShouldBe(1);
        lab.X(2, 1000).ShouldBe(2);

        lab.Va.RootQdisc.Stats.Drops.ShouldBe(0, "what the filter drops never comes to the qdisc");
        capture.Seen.Count.ShouldBe(1, "frames are captured when they leave the qdisc");
        var before = lab.Lab.Now;
        lab.Lab.Advance(1_000_000_000);
        capture.Seen.Count.ShouldBe(2);
        capture.Times[1].Since(before).ShouldBeInRange(999_000_000, 1_000_000_000);
    }

    [Fact]
    [Trait("rule", "HOOK-05")]
    public void Verdicts_end_as_drop_theft_or_pass()
    {
        using var lab = new TcBench();
        var receiver = new Receiver();
        lab.B.Protocols.Add(receiver);
        lab.Tc(lab.B, "qdisc add dev vb clsact");
        foreach (var (verdict, passes, drops) in new[] { ("pass", 1, 0), ("pipe", 1, 0), ("continue", 1, 0), ("jump 1", 1, 0), ("trap", 0, 0), ("drop", 0, 1) })
        {
            receiver.Devices.Clear();
            var before = lab.Vb.HookQdisc!.Stats.Drops;
            lab.Tc(lab.B, $"filter add dev vb ingress protocol all prio 1 matchall action {verdict}");

            lab.X(1, 100);

            (receiver.Devices.Count, lab.Vb.HookQdisc.Stats.Drops - before).ShouldBe((passes, drops), verdict);
            lab.Tc(lab.B, "filter del dev vb ingress");
        }
    }

    private sealed class Capture(Action<SkBuff>? look = null) : ITap
    {
        public List<(int Length, bool Tagged)> Seen { get; } = [];

        public List<Instant> Times { get; } = [];

        public bool IsReceiver { get; init; }

        public void OnFrame(SkBuff skb, bool outgoing, Instant now)
        {
            look?.Invoke(skb);
            Seen.Add((skb.Length, skb.VlanPresent));
            Times.Add(now);
        }
    }

    private sealed class MarkedReceiver : ActorNet.Core.Net.IProtocolHandler
    {
        public List<bool> Redirected { get; } = [];

        public ushort Protocol => 0x88B5;

        public void Receive(SkBuff skb, NetDevice device)
        {
            Redirected.Add(skb.Redirected);
            skb.Free(DropReason.Consumed);
        }
    }
}
