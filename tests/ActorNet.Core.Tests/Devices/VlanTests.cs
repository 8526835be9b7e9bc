using System.Buffers.Binary;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Devices;

/// <summary>VLAN devices: vb.5 on the cable's end vb, and what follows what.</summary>
public sealed class VlanTests : IDisposable
{
    private const string Mine = "02:00:00:00:00:02";
    private const string Foreign = "02:00:00:00:00:99";
    private readonly ScenarioLab _lab = new();

    public VlanTests() => _lab.B("ip link add link vb name vb.5 type vlan id 5", "ip link set vb.5 up");

    public void Dispose() => _lab.Dispose();

    [Fact]
    [Trait("rule", "VLAN-01"), Trait("rule", "HOOK-01")]
    public void A_tagged_frame_reaches_its_vlan_and_counts_without_header_and_tag()
    {
        var seen = _lab.Sniff("b", "vb.5");

        Tagged(tci: 5, size: 100);

        _lab.S("b", "vb.5").ShouldBe("rx 1/82/1 tx 0/0/0");
        _lab.S("b", "vb").ShouldBe("rx 1/100/0 tx 0/0/0");
        seen.Frames.ShouldBe([(false, 96, (byte)7)]);
    }

    [Theory]
    [Trait("rule", "VLAN-01"), Trait("rule", "HOOK-01")]
    [InlineData(6, 0x0800, "rx 1/100/0 tx 0/0/0", 1)]
    [InlineData(6, 0x88B5, "rx 1/100/1 tx 0/0/0", 0)]
    [InlineData(0, 0x0800, "rx 1/100/0 tx 0/0/0", 0)]
    public void A_tag_nobody_has_makes_the_frame_another_station_s_unless_it_is_only_a_priority(int tci, int type, string counters, long otherHost)
    {
        Tagged((ushort)tci, 100, (ushort)type);

        _lab.S("b", "vb").ShouldBe(counters);
        _lab.Device("b", "vb").GetStats().RxOtherHost.ShouldBe(otherHost);
        _lab.S("b", "vb.5").ShouldBe("rx 0/0/0 tx 0/0/0");
    }

    [Fact]
    [Trait("rule", "VLAN-01")]
    public void A_tag_behind_a_priority_tag_still_finds_its_vlan()
    {
        Tagged(tci: 0, size: 100, type: 0x8100, inner: 5);

        _lab.Device("b", "vb.5").GetStats().RxPackets.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "VLAN-01")]
    public void A_vlan_that_is_down_swallows_its_frames_without_a_count()
    {
        _lab.B("ip link set vb.5 down");

        Tagged(tci: 5, size: 100);

        _lab.S("b", "vb.5").ShouldBe("rx 0/0/0 tx 0/0/0");
        _lab.S("b", "vb").ShouldBe("rx 1/100/0 tx 0/0/0");
    }

    [Fact]
    [Trait("rule", "VLAN-01")]
    public void A_frame_to_the_vlan_s_own_address_is_this_host_s_although_the_device_below_does_not_know_it()
    {
        _lab.B($"ip link set vb.5 address {Foreign}");

        Tagged(tci: 5, size: 100, type: 0x0800, dst: Foreign);
        Tagged(tci: 5, size: 100, type: 0x0800, dst: "02:00:00:00:00:77");

        _lab.Device("b", "vb.5").GetStats().RxOtherHost.ShouldBe(1);
        _lab.Device("b", "vb").Promiscuity.ShouldBe(1, "a veth cannot filter a second station");
    }

    [Fact]
    [Trait("rule", "VLAN-01")]
    public void Priorities_are_translated_both_ways()
    {
        _lab.B("ip link set vb.5 type vlan ingress-qos-map 3:6 egress-qos-map 4:2");
        var taken = new Recorder();
        _lab.Device("b", "vb.5").AddTap(taken);
        var sent = new Recorder();
        _lab.Device("a", "va").AddTap(sent);

        Tagged(tci: (3 << 13) | 5, size: 100);
        Send("vb.5", 100, priority: 4);

        taken.Priorities[0].ShouldBe(6u);
        sent.Tcis[^1].ShouldBe((2 << 13) | 5);
    }

    [Fact]
    [Trait("rule", "VLAN-01")]
    public void What_a_vlan_sends_leaves_the_device_below_with_its_tag()
    {
        var arrived = _lab.Sniff("a", "va");

        Send("vb.5", 100);

        _lab.S("b", "vb.5").ShouldBe("rx 0/0/0 tx 1/100/0");
        _lab.S("b", "vb").ShouldBe("rx 0/0/0 tx 1/100/0", "the tag is metadata as far as the other end of the cable");
        _lab.S("a", "va").ShouldBe("rx 1/100/1 tx 0/0/0");
        arrived.In.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "VLAN-01")]
    public void What_the_device_below_refuses_is_not_counted_as_sent()
    {
        _lab.B("tc qdisc add dev vb root pfifo limit 0");

        Send("vb.5", 100).ShouldBe(Errno.ENOBUFS);

        _lab.S("b", "vb.5").ShouldBe("rx 0/0/0 tx 0/0/1");
    }

    [Fact]
    [Trait("rule", "VLAN-01")]
    public void It_goes_down_and_up_with_the_device_below_unless_it_is_bound_loosely()
    {
        _lab.B("ip link add link vb name vb.6 type vlan id 6 loose_binding on", "ip link set vb.6 up", "ip link set vb down");

        (_lab.Device("b", "vb.5").IsUp, _lab.Device("b", "vb.6").IsUp).ShouldBe((false, true));
        _lab.Execute("b", "ip link set vb.5 up").Error.ShouldBe("RTNETLINK answers: Network is down\n");

        _lab.B("ip link set vb up");
        _lab.Device("b", "vb.5").IsUp.ShouldBeTrue();
    }

    [Fact]
    [Trait("rule", "VLAN-01"), Trait("rule", "MTU-01")]
    public void Its_MTU_is_never_larger_than_that_of_the_device_below()
    {
        _lab.Execute("b", "ip link set vb.5 mtu 1501").Error.ShouldBe("RTNETLINK answers: Numerical result out of range\n");

        _lab.B("ip link set vb mtu 1300", "ip link set vb mtu 1500");

        _lab.Device("b", "vb.5").Mtu.ShouldBe(1300);
    }

    [Fact]
    [Trait("rule", "VLAN-01")]
    public void It_takes_over_the_address_of_the_device_below_until_it_has_its_own()
    {
        _lab.B("ip link add link vb name vb.6 type vlan id 6", "ip link set vb.6 up", $"ip link set vb.6 address {Foreign}");

        _lab.B("ip link set vb address 02:00:00:00:00:33");

        _lab.Device("b", "vb.5").Address.ToString().ShouldBe("02:00:00:00:00:33");
        _lab.Device("b", "vb.6").Address.ToString().ShouldBe(Foreign);
    }

    [Fact]
    [Trait("rule", "VLAN-01"), Trait("rule", "DEV-09")]
    public void It_works_in_another_namespace_and_goes_with_the_device_below()
    {
        _lab.B("ip link set vb.5 netns a");
        _lab.A("ip link set vb.5 up");

        Tagged(tci: 5, size: 100);
        _lab.Device("a", "vb.5").GetStats().RxPackets.ShouldBe(1);

        var vlan = _lab.Device("a", "vb.5");
        _lab.B("ip link del vb");
        vlan.RegState.ShouldBe(RegState.Released);
        _lab.Lab.Lab.Find("a")!.Find("vb.5").ShouldBeNull();
    }

    [Fact]
    [Trait("rule", "VLAN-01")]
    public void Without_reordering_the_tag_stays_in_the_frame()
    {
        _lab.B("ip link set vb.5 type vlan reorder_hdr off");
        var seen = _lab.Sniff("b", "vb.5");

        Tagged(tci: 5, size: 100);

        seen.Frames[0].Length.ShouldBe(100);
    }

    [Fact]
    [Trait("rule", "VLAN-01")]
    public void A_vlan_on_a_vlan_has_two_tags()
    {
        _lab.B("ip link add link vb.5 name q type vlan id 9", "ip link set q up");
        var sent = new Recorder();
        _lab.Device("b", "vb").AddTap(sent);

        Send("q", 100);

        sent.Tcis[0].ShouldBe(5);
        BinaryPrimitives.ReadUInt16BigEndian(sent.Frames[0].AsSpan(12)).ShouldBe(EtherType.Vlan);
        BinaryPrimitives.ReadUInt16BigEndian(sent.Frames[0].AsSpan(14)).ShouldBe((ushort)9);
    }

    [Fact]
    [Trait("rule", "VLAN-01"), Trait("rule", "BR-01")]
    public void A_vlan_can_be_a_port_and_a_bridge_can_have_vlans()
    {
        _lab.B("ip link add br0 type bridge", "ip link set br0 up", "ip link set vb.5 master br0", "ip link add link br0 name br0.8 type vlan id 8", "ip link set br0.8 up");

        Tagged(tci: 5, size: 100, type: 0x8100, inner: 8, dst: "ff:ff:ff:ff:ff:ff");

        _lab.Device("b", "br0.8").GetStats().RxPackets.ShouldBe(1);
    }

    private void Tagged(ushort tci, int size, ushort type = 0x88B5, ushort inner = 0, string dst = Mine)
    {
        var skb = _lab.Lab.Frame(size, EtherType.Vlan, dst);
        BinaryPrimitives.WriteUInt16BigEndian(skb.Span[14..], tci);
        BinaryPrimitives.WriteUInt16BigEndian(skb.Span[16..], type);
        skb.Span[18] = 7;
        if (type == EtherType.Vlan)
        {
            BinaryPrimitives.WriteUInt16BigEndian(skb.Span[18..], inner);
            BinaryPrimitives.WriteUInt16BigEndian(skb.Span[20..], 0x88B5);
        }

        _lab.Device("a", "va").SendFromSocket(skb).ShouldBe(Errno.None);
        _lab.Lab.Run();
    }

    private Errno Send(string device, int size, uint priority = 0)
    {
        var skb = _lab.Lab.Frame(size);
        skb.Priority = priority;
        var answer = _lab.Device("b", device).SendFromSocket(skb);
        _lab.Lab.Run();
        return answer;
    }

    /// <summary>What frames carry besides their bytes.</summary>
    private sealed class Recorder : ITap
    {
        public List<uint> Priorities { get; } = [];

        public List<int> Tcis { get; } = [];

        public List<byte[]> Frames { get; } = [];

        public void OnFrame(SkBuff skb, bool outgoing, Instant now)
        {
            Priorities.Add(skb.Priority);
            Tcis.Add(skb.VlanPresent ? skb.VlanTci : BinaryPrimitives.ReadUInt16BigEndian(skb.Frame[14..]));
            Frames.Add(skb.Frame.ToArray());
        }
    }
}
