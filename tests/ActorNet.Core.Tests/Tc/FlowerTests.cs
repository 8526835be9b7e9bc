using ActorNet.Core.Frames;
using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

public sealed class FlowerTests
{
    private static readonly byte[] Udp = [0x45, 0x10, 0, 60, 0, 0, 0, 0, 64, 17, 0, 0, 10, 9, 0, 1, 10, 9, 0, 2, 3, 232, 0, 53, .. new byte[36]];

    [Theory]
    [Trait("rule", "FLW-01")]
    [InlineData("src_ip 10.9.0.0/24 dst_ip 10.9.0.2", true)]
    [InlineData("src_ip 10.9.0.3", false)]
    [InlineData("src_ip 0.0.0.0/0", false)]
    [InlineData("ip_proto udp dst_port 53", true)]
    [InlineData("ip_proto udp dst_port 50-60 src_port 1000", true)]
    [InlineData("ip_proto udp dst_port 50-60 src_port 1-999", false)]
    [InlineData("ip_proto udp dst_port 0x30/0xf0", true)]
    [InlineData("ip_proto tcp", false)]
    [InlineData("ip_tos 0x10/f0 ip_ttl 64", true)]
    [InlineData("dst_mac 02:00:00:00:00:02 src_mac 02:00:00:00:00:00/40", true)]
    [InlineData("dst_mac 02:00:00:00:00:03", false)]
    [InlineData("num_of_vlans 0", true)]
    [InlineData("ip_flags nofrag", true)]
    [InlineData("ip_flags frag", false)]
    public void Looks_at_a_frame_alike_at_egress_and_ingress(string match, bool hit)
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", $"filter add dev va egress protocol ip prio 1 flower {match} action pipe");
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress protocol ip prio 1 flower {match} action pipe");

        lab.Passes(Udp, type: 0x0800);

        lab.Action(lab.A, 1, "gact").Stats.Packets.ShouldBe(hit ? 1 : 0);
        lab.Action(lab.B, 1, "gact").Stats.Packets.ShouldBe(hit ? 1 : 0);
    }

    [Fact]
    [Trait("rule", "FLW-01")]
    [Trait("rule", "FLT-04")]
    public void The_first_mask_with_a_hit_decides_even_to_continue()
    {
        // given a filter that says continue, and one with another mask in the same preference
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol ip prio 1 flower ip_proto udp action continue",
            "filter add dev va egress protocol ip prio 1 flower src_ip 10.9.0.1 action drop",
            "filter add dev va egress protocol ip prio 2 flower action pass");

        // when
        var passes = lab.Passes(Udp, type: 0x0800);

        // then the next preference is asked, not the next mask
        passes.ShouldBeTrue();
        lab.Action(lab.A, 2, "gact").Stats.Packets.ShouldBe(0);
        lab.Action(lab.A, 3, "gact").Stats.Packets.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "FLW-01")]
    public void A_change_keeps_the_mask_and_may_double_a_filter()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol ip prio 1 flower src_ip 10.9.0.1 action drop",
            "filter add dev va egress protocol ip prio 1 flower src_ip 10.9.0.7 action pass");

        TcRunner.Refused(lab.A, "filter change dev va egress protocol ip prio 1 handle 2 flower dst_ip 10.9.0.1").ShouldBe("Invalid argument");
        lab.Tc(lab.A, "filter change dev va egress protocol ip prio 1 handle 2 flower src_ip 10.9.0.1 action pass");

        lab.Passes(Udp, type: 0x0800).ShouldBeTrue("the newer one is found");
        lab.Tc(lab.A, "filter del dev va egress protocol ip prio 1 handle 2 flower");
        lab.Passes(Udp, type: 0x0800).ShouldBeFalse();
    }

    [Fact]
    [Trait("rule", "FLW-01")]
    public void A_refused_filter_leaves_nothing_behind()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol ip prio 1 flower src_ip 10.9.0.1");
        var before = lab.Tc(lab.A, "filter show dev va egress");

        TcRunner.Refused(lab.A, "filter add dev va egress protocol ip prio 1 flower src_ip 10.9.0.1 action drop").ShouldBe("File exists");
        TcRunner.Refused(lab.A, "filter add dev va egress protocol ip prio 1 flower indev nope action drop").ShouldBe("Network device not found.");
        TcRunner.Refused(lab.A, "filter add dev va egress protocol ip prio 1 flower src_ip any action drop").ShouldBe("Numerical result out of range");
        TcRunner.Refused(lab.A, "filter add dev va egress protocol ip prio 1 flower skip_sw ip_ttl 3 action drop").ShouldBe("Operation not supported");
        TcRunner.Refused(lab.A, "filter add dev va egress protocol ip prio 2 flower skip_sw skip_hw").ShouldBe("Invalid argument");

        lab.A.Actions.All.ShouldBeEmpty();
        lab.Tc(lab.A, "filter show dev va egress").ShouldBe(before);
    }

    [Theory]
    [InlineData("ct_state +trk")]
    [InlineData("ct_zone 5")]
    [InlineData("ct_mark 5")]
    [InlineData("ct_label 00")]
    [InlineData("enc_dst_ip 1.1.1.1")]
    [InlineData("enc_src_ip 1.1.1.1")]
    [InlineData("enc_key_id 5")]
    [InlineData("enc_dst_port 5")]
    [InlineData("enc_tos 5")]
    [InlineData("enc_ttl 5")]
    [InlineData("geneve_opts 0:0:0")]
    [InlineData("vxlan_opts 5")]
    [InlineData("erspan_opts 1:2:3:4")]
    [InlineData("gtp_opts 1:2")]
    public void Connection_tracking_and_tunnel_keys_are_refused_in_one_sentence(string words)
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact");

        TcRunner.Unreadable(lab.A, "filter add dev va egress protocol ip prio 1 flower " + words).ShouldBe($"Error: \"{words.Split(' ')[0]}\" is not emulated. Leave it out.");
    }

    [Theory]
    [InlineData("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    [InlineData("2001:0:0:1:0:0:0:1", "2001:0:0:1::1")]
    [InlineData("0:0:1:2:3:4:5:6", "::1:2:3:4:5:6")]
    [InlineData("1:2:3:4:5:6:0:0", "1:2:3:4:5:6::")]
    [InlineData("1:0:3:0:5:6:7:8", "1:0:3:0:5:6:7:8")]
    [InlineData("::ffff:1.2.3.4", "::ffff:1.2.3.4")]
    [InlineData("::1.2.3.4", "::1.2.3.4")]
    [InlineData("::1", "::1")]
    [InlineData("fe80::5efe:1.2.3.4", "fe80::5efe:102:304")]
    [InlineData("::ffff:0:1.2.3.4", "::ffff:0:102:304")]
    public void Shows_IPv6_addresses_as_the_C_library_does(string written, string shown)
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", $"filter add dev va egress protocol ipv6 prio 1 flower src_ip {written}");

        lab.Tc(lab.A, "filter show dev va egress").ShouldContain($"\n  src_ip {shown}\n");
    }

    [Fact]
    [Trait("rule", "FLW-01")]
    public void A_tag_counts_whether_it_stands_beside_the_bytes_or_in_them()
    {
        // given filters for one and for two tags
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol 802.1Q prio 1 flower vlan_id 5 vlan_ethtype 802.1Q cvlan_id 7 cvlan_ethtype ip ip_proto udp dst_port 53 classid 1:2",
            "filter add dev va egress protocol 802.1Q prio 2 flower vlan_id 5 vlan_prio 3 vlan_ethtype ip ip_proto udp classid 1:1");

        // when and then
        Classify(lab, Tagged(lab, beside: true, 0x6005)).ShouldBe(0x10001u);
        Classify(lab, Tagged(lab, beside: false, 0x6005)).ShouldBe(0x10001u);
        Classify(lab, Tagged(lab, beside: true, 5, 7)).ShouldBe(0x10002u);
        Classify(lab, Tagged(lab, beside: false, 5, 7)).ShouldBe(0x10002u);
        Classify(lab, Tagged(lab, beside: true, 5)).ShouldBe(0u);
        Classify(lab, Tagged(lab, beside: true, 5, 8)).ShouldBe(0u);
    }

    [Fact]
    [Trait("rule", "FLW-01")]
    public void Thousands_of_filters_with_one_mask_are_each_found()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact");
        for (var i = 0; i < 3000; i++) lab.Tc(lab.A, FormattableString.Invariant($"filter add dev va egress protocol ip prio 1 flower src_ip 10.{i >> 8}.{i & 255}.1 classid 1:{i + 1:x}"));
        for (var i = 1; i < 3000; i += 2) lab.Tc(lab.A, FormattableString.Invariant($"filter del dev va egress protocol ip prio 1 handle {i} flower"));

        for (var i = 0; i < 3000; i++)
        {
            var frame = Plain(lab, Udp);
            (frame.Span[27], frame.Span[28], frame.Span[29]) = ((byte)(i >> 8), (byte)i, 1);
            Classify(lab, frame).ShouldBe(i % 2 == 1 || i == 2999 ? 0x10000u + (uint)i + 1 : 0);
        }
    }

    [Fact]
    [Trait("rule", "FLW-01")]
    public void Whatever_the_bytes_are_looking_at_them_ends_well()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol all prio 1 flower num_of_vlans 9 classid 1:1");
        ushort[] types = [0x0800, 0x86DD, 0x0806, 0x8100, 0x88A8, 0x8847, 0x8864, 0x88B5];

        ActorNet.Core.Tests.Frames.Property.Holds(ActorNet.Core.Tests.Frames.Property.Bytes(120), bytes =>
        {
            foreach (var type in types)
            {
                var frame = Plain(lab, bytes, type);
                if (bytes.Length > 0) frame.Span[14] = (byte)(type == 0x86DD ? 0x60 : 0x45);
                Classify(lab, frame);
            }
        });
    }

    [Fact]
    public void Looking_at_a_frame_allocates_nothing()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol ip prio 1 flower ip_proto udp dst_port 10-20 action drop",
            "filter add dev va egress protocol ip prio 1 flower src_ip 10.9.0.9 action drop",
            "filter add dev va egress protocol all prio 2 handle 7 fw action continue",
            "filter add dev va egress protocol ip prio 3 flower ip_proto udp dst_port 53 action continue");
        var frame = Plain(lab, Udp);
        frame.Mark = 7;
        var block = lab.Va.HookQdisc!.Egress!;
        for (var i = 0; i < 100; i++) Run();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) Run();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        lab.Action(lab.A, 4, "gact").Stats.Packets.ShouldBe(1100);
        frame.Free(DropReason.Consumed);

        void Run()
        {
            var context = new TcContext { Device = lab.Va, AtIngress = false, Now = lab.Lab.Now };
            block.Classify(frame, ref context);
        }
    }

    private static SkBuff Plain(TcBench lab, byte[] payload, ushort type = EtherType.IPv4)
    {
        var skb = lab.Lab.Frame(14 + payload.Length, type);
        payload.CopyTo(skb.Span[14..]);
        skb.SetMacHeaderHere();
        skb.Protocol = type;
        return skb;
    }

    /// <summary>A frame with these tags, the outermost of which stands beside the bytes if wanted.</summary>
    private static SkBuff Tagged(TcBench lab, bool beside, params ushort[] tags)
    {
        var inBytes = beside ? tags[1..] : tags;
        byte[] payload = [];
        for (var i = 0; i < inBytes.Length; i++)
        {
            var next = i + 1 < inBytes.Length ? EtherType.Vlan : EtherType.IPv4;
            payload = [.. payload, (byte)(inBytes[i] >> 8), (byte)inBytes[i], (byte)(next >> 8), (byte)(next & 0xFF)];
        }

        var skb = Plain(lab, [.. payload, .. Udp], inBytes.Length > 0 ? EtherType.Vlan : EtherType.IPv4);
        if (beside) (skb.VlanPresent, skb.VlanProtocol, skb.VlanTci) = (true, EtherType.Vlan, tags[0]);
        return skb;
    }

    private static uint Classify(TcBench lab, SkBuff frame)
    {
        var context = new TcContext { Device = lab.Va, AtIngress = false, Now = lab.Lab.Now };
        var verdict = lab.Va.HookQdisc!.Egress!.Classify(frame, ref context);
        frame.Free(DropReason.Consumed);
        return verdict == TcVerdict.Unspec ? 0 : context.ClassId;
    }
}
