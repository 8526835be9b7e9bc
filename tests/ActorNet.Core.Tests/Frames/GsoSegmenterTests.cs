using ActorNet.Core.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Frames;

public sealed class GsoSegmenterTests : IDisposable
{
    private readonly SkBuffPool _pool = new();
    private readonly SkBuffQueue _segments = new();

    public void Dispose()
    {
        _segments.Purge(DropReason.Consumed);
        _pool.Outstanding.ShouldBe(0, "segments or super-frames leaked");
    }

    [Fact]
    public void Segments_carry_the_payload_in_order_under_right_headers() =>
        Property.Holds(TestPacket.Generate(), packet =>
        {
            // given
            var skb = packet.ToSkb(_pool);
            var original = skb.Frame.ToArray();

            // when
            GsoSegmenter.Segment(skb, _pool, _segments).ShouldBeTrue();

            // then
            _segments.Count.ShouldBe(packet.Segments);
            SegmentModel.Verify(packet, original, Drain());
            _pool.Outstanding.ShouldBe(0);
        });

    [Fact]
    public void The_largest_super_frame_is_cut()
    {
        foreach (var packet in new[]
                 {
                     new TestPacket { PayloadLength = 65535 - 40, GsoSize = 1448 },
                     new TestPacket { V6 = true, PayloadLength = 65535 - 20, GsoSize = 1428 },
                     new TestPacket { Udp = true, PayloadLength = 65535 - 28, GsoSize = 1472 },
                 })
        {
            var skb = packet.ToSkb(_pool);
            var original = skb.Frame.ToArray();
            GsoSegmenter.Segment(skb, _pool, _segments).ShouldBeTrue();
            SegmentModel.Verify(packet, original, Drain());
        }
    }

    [Fact]
    public void A_frame_behind_its_mac_header_gives_segments_that_stand_there_too()
    {
        // given
        var packet = new TestPacket();
        var skb = packet.ToSkb(_pool);
        var original = skb.Frame.ToArray();
        skb.Pull(14);

        // when
        GsoSegmenter.Segment(skb, _pool, _segments).ShouldBeTrue();

        // then
        _segments.Peek()!.Length.ShouldBe(1040);
        _segments.Peek()!.Data.ShouldBe(_segments.Peek()!.MacHeader + 14);
        _segments.Peek()!.Span[0].ShouldBe((byte)0x45);
        _segments.Peek()!.QdiscPktLen.ShouldBe(1040);
        SegmentModel.Verify(packet, original, Drain());
    }

    [Fact]
    public void A_packet_without_mac_header_is_cut()
    {
        // given the packet of a layer-3 device
        var packet = new TestPacket();
        var skb = packet.ToSkb(_pool);
        skb.Pull(14);
        skb.MacHeader = skb.NetworkHeader = skb.Data;
        skb.HeaderLength -= 14;
        skb.CsumStart -= 14;

        // when
        GsoSegmenter.Segment(skb, _pool, _segments).ShouldBeTrue();

        // then
        _segments.Count.ShouldBe(5);
        _segments.Peek()!.Length.ShouldBe(1040);
        _segments.Peek()!.MacHeader.ShouldBe(_segments.Peek()!.NetworkHeader);
    }

    [Fact]
    public void Every_segment_inherits_the_metadata()
    {
        // given
        var skb = new TestPacket().ToSkb(_pool);
        (skb.SkbIif, skb.Priority, skb.Mark, skb.Hash, skb.QueueMapping, skb.TraceId) = (3, 4, 5, 6, 7, 8);
        (skb.VlanPresent, skb.VlanProtocol, skb.VlanTci, skb.Redirected, skb.FromIngress) = (true, EtherType.Vlan, 0x2005, true, true);
        (skb.Timestamp, skb.TcClassId, skb.PacketType) = (new Instant(99), 0x10001, PacketType.OtherHost);

        // when
        GsoSegmenter.Segment(skb, _pool, _segments).ShouldBeTrue();

        // then
        while (_segments.Dequeue() is { } s)
        {
            (s.SkbIif, s.Priority, s.Mark, s.Hash, s.QueueMapping, s.TraceId).ShouldBe((3, 4u, 5u, 6u, (ushort)7, 8ul));
            (s.VlanPresent, s.VlanProtocol, s.VlanTci, s.Redirected, s.FromIngress).ShouldBe((true, EtherType.Vlan, (ushort)0x2005, true, true));
            (s.Timestamp, s.TcClassId, s.PacketType, s.Protocol).ShouldBe((new Instant(99), 0x10001u, PacketType.OtherHost, EtherType.IPv4));
            (s.IsGso, s.Segments, s.IpSummed, s.GsoType).ShouldBe((false, 1, IpSummed.None, GsoType.None));
            s.Free(DropReason.Consumed);
        }
    }

    [Fact]
    public void Cutting_a_clone_leaves_the_other_whole()
    {
        // given
        var skb = new TestPacket().ToSkb(_pool);
        var clone = _pool.Clone(skb)!;
        var before = clone.Frame.ToArray();

        // when
        GsoSegmenter.Segment(skb, _pool, _segments).ShouldBeTrue();

        // then
        clone.Frame.ToArray().ShouldBe(before);
        clone.IsShared.ShouldBeFalse();
        clone.Free(DropReason.Consumed);
    }

    [Fact]
    public void When_buffers_run_out_nothing_is_lost_and_the_caller_keeps_the_frame()
    {
        // given a pool with room for the super-frame and few segments
        var pool = new SkBuffPool(maxFrames: 64, maxBytes: SkBuffPool.LargeFrame + SkBuffPool.Headroom + (3 * 2048));
        var skb = new TestPacket().ToSkb(pool);
        var waiting = pool.Rent(60)!;
        _segments.Enqueue(waiting);
        var before = skb.Frame.ToArray();

        // when
        GsoSegmenter.Segment(skb, pool, _segments, out var reason).ShouldBeFalse();

        // then
        reason.ShouldBe(DropReason.NoMemory);
        _segments.Count.ShouldBe(1);
        pool.Outstanding.ShouldBe(2);
        skb.Frame.ToArray().ShouldBe(before);
        skb.Free(DropReason.NoMemory);
        _segments.Purge(DropReason.Consumed);
        pool.Outstanding.ShouldBe(0);
    }

    [Theory]
    [InlineData(16, 0xFF, "IPv4 total length beyond the frame")]
    [InlineData(16, 0x00, "IPv4 total length short of the frame")]
    [InlineData(14, 0x44, "IPv4 header length under 20")]
    [InlineData(14, 0x65, "not version 4")]
    [InlineData(20, 0x20, "more fragments follow")]
    [InlineData(23, 17, "UDP under a TCP type")]
    [InlineData(46, 0x40, "TCP header length under 20")]
    [InlineData(12, 0x86, "an EtherType that is not IP")]
    public void Lying_headers_are_refused(int offset, byte value, string why)
    {
        // given
        var skb = new TestPacket().ToSkb(_pool);
        skb.Frame[offset] = value;

        // when
        var cut = GsoSegmenter.Segment(skb, _pool, _segments, out var reason);

        // then
        cut.ShouldBeFalse(why);
        reason.ShouldBe(DropReason.BadOffloadHeader);
        _segments.IsEmpty.ShouldBeTrue();
        skb.Free(reason);
    }

    [Theory]
    [InlineData(IpProtocol.Routing)]
    [InlineData(IpProtocol.Fragment)]
    public void Ipv6_headers_that_forbid_cutting_are_refused(byte extension)
    {
        var skb = new TestPacket { V6 = true, IpExtras = 1 }.ToSkb(_pool);
        skb.Frame[20] = extension;
        GsoSegmenter.Segment(skb, _pool, _segments).ShouldBeFalse();
        skb.Free(DropReason.BadOffloadHeader);
    }

    [Theory]
    [InlineData(GsoType.None)]
    [InlineData(GsoType.TcpV6)]
    [InlineData(GsoType.UdpL4)]
    [InlineData(GsoType.TcpEcn)]
    [InlineData(GsoType.TcpV4 | GsoType.TcpV6)]
    public void A_type_that_is_not_the_packets_is_refused(GsoType type)
    {
        var skb = new TestPacket().ToSkb(_pool);
        skb.GsoType = type;
        GsoSegmenter.Segment(skb, _pool, _segments).ShouldBeFalse();
        skb.Free(DropReason.BadOffloadHeader);
    }

    [Fact]
    public void Random_damage_is_either_refused_or_cut_into_frames_of_the_right_total() =>
        Property.Holds(
            from packet in TestPacket.Generate(3000)
            from at in Gen.Choose(0, 80)
            from value in Gen.Choose(0, 255)
            from shorten in Gen.Choose(0, 3)
            select (packet, at, value, shorten),
            x =>
            {
                // given
                var skb = x.packet.ToSkb(_pool);
                var at = Math.Min(x.at, skb.Length - 1);
                skb.Frame[at] = (byte)x.value;
                if (x.shorten == 3) skb.Length = at;
                var payload = skb.Length;

                // when
                if (!GsoSegmenter.Segment(skb, _pool, _segments)) skb.Free(DropReason.BadOffloadHeader);

                // then
                if (!_segments.IsEmpty) _segments.Bytes.ShouldBeGreaterThanOrEqualTo(payload);
                _segments.Purge(DropReason.Consumed);
                _pool.Outstanding.ShouldBe(0);
            },
            1000);

    /// <summary>The bytes of all segments, which go back to the pool.</summary>
    private List<byte[]> Drain()
    {
        var all = new List<byte[]>();
        while (_segments.Dequeue() is { } segment)
        {
            all.Add(segment.Frame.ToArray());
            segment.Free(DropReason.Consumed);
        }

        return all;
    }
}
