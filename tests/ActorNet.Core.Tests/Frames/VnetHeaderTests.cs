using System.Buffers.Binary;
using ActorNet.Core.Frames;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Frames;

public sealed class VnetHeaderTests : IDisposable
{
    private readonly SkBuffPool _pool = new();

    public void Dispose() => _pool.Outstanding.ShouldBe(0);

    [Fact]
    public void A_plain_frame_has_a_header_of_zeros()
    {
        // given
        var skb = _pool.Rent(60)!;
        var header = Property.RandomBytes(12, 1);
        var behind = header[10..];

        // when
        VnetHeader.Write(skb, header);

        // then
        header[..10].ShouldBe(new byte[10]);
        header[10..].ShouldBe(behind);
        VnetHeader.TryRead(header, skb, out _).ShouldBeTrue();
        (skb.IpSummed, skb.IsGso).ShouldBe((IpSummed.None, false));
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void What_was_written_is_read_back() =>
        Property.Holds(TestPacket.Generate(), packet =>
        {
            // given
            var skb = packet.Segments > 1 ? packet.ToSkb(_pool) : packet.ToPlainSkb(_pool);
            var header = new byte[VnetHeader.Size];
            var expected = State(skb);

            // when
            VnetHeader.Write(skb, header);
            var read = VnetHeader.TryRead(header, skb, out var reason);

            // then
            (read, reason).ShouldBe((packet.Segments <= 128 || !packet.Udp, read ? DropReason.Consumed : DropReason.BadOffloadHeader));
            if (read) State(skb).ShouldBe(expected);
            skb.Free(DropReason.Consumed);
        });

    [Fact]
    public void The_header_of_a_tcp_super_frame_is_the_virtio_layout()
    {
        // given
        var skb = new TestPacket { GsoSize = 1448 }.ToSkb(_pool);
        skb.GsoType |= GsoType.TcpEcn;
        var header = new byte[VnetHeader.Size];

        // when
        VnetHeader.Write(skb, header);

        // then: NEEDS_CSUM, TCPV4 | ECN, hdr_len 54, gso_size 1448, csum_start 34, csum_offset 16
        header.ShouldBe(Convert.FromHexString("0181" + "3600" + "A805" + "2200" + "1000"));
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void An_accelerated_tag_counts_as_if_it_stood_in_the_bytes()
    {
        // given
        var skb = new TestPacket().ToSkb(_pool);
        (skb.VlanPresent, skb.VlanProtocol, skb.VlanTci) = (true, EtherType.Vlan, 5);
        var (before, after) = (new byte[VnetHeader.Size], new byte[VnetHeader.Size]);

        // when
        VnetHeader.Write(skb, before);
        VlanTag.Insert(skb, _pool).ShouldBeTrue();
        VnetHeader.Write(skb, after);

        // then
        before.ShouldBe(after);
        BinaryPrimitives.ReadUInt16LittleEndian(after.AsSpan(6)).ShouldBe((ushort)38);
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void Validated_data_is_passed_on_both_ways()
    {
        var skb = _pool.Rent(60)!;
        var header = Header(flags: 2);
        VnetHeader.TryRead(header, skb, out _).ShouldBeTrue();
        skb.IpSummed.ShouldBe(IpSummed.Unnecessary);
        VnetHeader.Write(skb, header);
        header.ShouldBe(Header(flags: 2));
        skb.Free(DropReason.Consumed);
    }

    [Theory]
    [InlineData(1, 3, 0, 1000, 34, 6, "the old UDP fragmentation")]
    [InlineData(1, 2, 0, 1000, 34, 16, "no such type")]
    [InlineData(1, 0x80, 0, 1000, 34, 16, "ECN without a type")]
    [InlineData(1, 0x85, 0, 1000, 34, 6, "ECN with UDP")]
    [InlineData(1, 4, 0, 1000, 34, 16, "TCPv6 over IPv4")]
    [InlineData(1, 5, 0, 1000, 34, 6, "UDP type on TCP")]
    [InlineData(1, 1, 0, 0, 34, 16, "segments of nothing")]
    [InlineData(1, 1, 0, 65535, 34, 16, "the marker of another kind")]
    [InlineData(1, 1, 53, 1000, 34, 16, "headers shorter than they are")]
    [InlineData(1, 1, 5055, 1000, 34, 16, "headers longer than the frame")]
    [InlineData(1, 1, 0, 1000, 38, 16, "a checksum that does not start at TCP")]
    [InlineData(1, 1, 0, 1000, 34, 6, "a checksum field that is not TCP's")]
    [InlineData(1, 0, 0, 0, 34, 5019, "a checksum field beyond the end")]
    [InlineData(1, 0, 0, 0, 65535, 65535, "offsets that overflow")]
    [InlineData(1, 0, 0, 0, 13, 16, "a checksum over the MAC header")]
    [InlineData(0, 0, 5055, 0, 0, 0, "a hint beyond the frame")]
    public void A_header_that_lies_is_refused(byte flags, byte type, int hint, int size, int start, int offset, string why)
    {
        // given a TCP frame of 5054 bytes
        var skb = new TestPacket().ToSkb(_pool);

        // when
        var read = VnetHeader.TryRead(Header(flags, type, hint, size, start, offset), skb, out var reason);

        // then
        read.ShouldBeFalse(why);
        reason.ShouldBe(DropReason.BadOffloadHeader);
        (skb.IpSummed, skb.IsGso, skb.GsoType).ShouldBe((IpSummed.None, false, GsoType.None));
        skb.Free(reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(54)]
    [InlineData(5054)]
    public void The_length_of_the_headers_is_a_hint_and_computed_anyway(int hint)
    {
        var skb = new TestPacket().ToSkb(_pool);
        VnetHeader.TryRead(Header(1, 1, hint, 1000, 34, 16), skb, out _).ShouldBeTrue();
        (skb.HeaderLength, skb.GsoSegs, skb.GsoSize, skb.GsoType).ShouldBe(((ushort)54, (ushort)5, (ushort)1000, GsoType.TcpV4));
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void A_hint_without_the_tag_that_the_kernel_inserted_is_accepted()
    {
        var skb = new TestPacket { Tags = 1 }.ToSkb(_pool);
        VnetHeader.TryRead(Header(1, 1, 54, 1000, 38, 16), skb, out _).ShouldBeTrue();
        skb.HeaderLength.ShouldBe((ushort)58);
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void What_fits_one_segment_is_a_plain_frame()
    {
        var skb = new TestPacket { PayloadLength = 1000 }.ToSkb(_pool);
        VnetHeader.TryRead(Header(1, 1, 0, 1000, 34, 16), skb, out _).ShouldBeTrue();
        (skb.IsGso, skb.Segments, skb.IpSummed).ShouldBe((false, 1, IpSummed.Partial));
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void A_udp_super_frame_has_at_most_128_segments_and_a_checksum_request()
    {
        var packet = new TestPacket { Udp = true, PayloadLength = 1280 };
        foreach (var (flags, size, expected) in new[] { (1, 10, true), (1, 9, false), (0, 10, false), (2, 10, false) })
        {
            var skb = packet.ToSkb(_pool);
            VnetHeader.TryRead(Header((byte)flags, 5, 0, size, 34, 6), skb, out _).ShouldBe(expected);
            skb.Free(DropReason.Consumed);
        }
    }

    [Fact]
    public void A_header_cut_short_is_refused()
    {
        var skb = _pool.Rent(60)!;
        VnetHeader.TryRead(new byte[9], skb, out var reason).ShouldBeFalse();
        reason.ShouldBe(DropReason.BadOffloadHeader);
        skb.Free(reason);
    }

    [Fact]
    public void Random_headers_on_random_frames_are_refused_or_can_be_carried_out() =>
        Property.Holds(
            from header in Property.Bytes(10)
            from frame in Property.Bytes(200)
            select (header, frame),
            x => ReadAndCarryOut(x.header, x.frame),
            3000);

    [Fact]
    public void Damaged_headers_on_damaged_packets_are_refused_or_can_be_carried_out() =>
        Property.Holds(Damaged(), x => ReadAndCarryOut(x.Header, x.Frame), 3000);

    private static Gen<(byte[] Header, byte[] Frame)> Damaged() =>
        from packet in TestPacket.Generate(2000)
        from type in Gen.Elements<byte>(0, 1, 3, 4, 5, 0x81, 0x84)
        from size in Gen.Elements(0, 1, 50, 536, 1448, 65535)
        from startError in Gen.Elements(0, 0, 0, 1, -4, 60000)
        from at in Gen.Choose(0, 100)
        from damage in Gen.Elements(0, 0, 0, 1, 0x55, 0xFF)
        from cut in Gen.Elements(0, 0, 0, 1, 30, 1000)
        select Damage(packet, type, size, packet.Transport + startError, (at, (byte)damage, cut));

    private static (byte[] Header, byte[] Frame) Damage(TestPacket packet, byte type, int size, int start, (int At, byte Flip, int Cut) damage)
    {
        var frame = packet.ToRequestBytes();
        frame[Math.Min(damage.At, frame.Length - 1)] ^= damage.Flip;
        var header = Header(1, type, 0, size, start, packet.Udp ? 6 : 16);
        return (header, frame[..Math.Max(0, frame.Length - damage.Cut)]);
    }

    private void ReadAndCarryOut(byte[] header, byte[] frame)
    {
        // given
        var skb = _pool.Rent(frame.Length)!;
        frame.CopyTo(skb.Span);

        // when
        var read = VnetHeader.TryRead(header, skb, out var reason);

        // then
        reason.ShouldBe(read ? DropReason.Consumed : DropReason.BadOffloadHeader);
        if (!read)
        {
            (skb.IpSummed, skb.IsGso).ShouldBe((IpSummed.None, false));
            skb.Free(reason);
        }
        else if (skb.IsGso)
        {
            var segments = new SkBuffQueue();
            var expected = skb.Segments;
            GsoSegmenter.Segment(skb, _pool, segments).ShouldBeTrue();
            segments.Count.ShouldBe(expected);
            segments.Purge(DropReason.Consumed);
        }
        else
        {
            Checksum.Complete(skb, _pool).ShouldBeTrue();
            skb.Free(DropReason.Consumed);
        }

        _pool.Outstanding.ShouldBe(0);
    }

    private static byte[] Header(byte flags = 0, byte type = 0, int hint = 0, int size = 0, int start = 0, int offset = 0)
    {
        var header = new byte[VnetHeader.Size];
        (header[0], header[1]) = (flags, type);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(2), (ushort)hint);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), (ushort)size);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(6), (ushort)start);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)offset);
        return header;
    }

    private static (IpSummed, ushort, ushort, GsoType, ushort, ushort) State(SkBuff skb) =>
        (skb.IpSummed, skb.CsumStart, skb.CsumOffset, skb.GsoType, skb.GsoSize, skb.GsoSegs);
}
