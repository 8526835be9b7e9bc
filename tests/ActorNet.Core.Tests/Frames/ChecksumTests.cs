using ActorNet.Core.Frames;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Frames;

public sealed class ChecksumTests : IDisposable
{
    private readonly SkBuffPool _pool = new();

    public void Dispose() => _pool.Outstanding.ShouldBe(0);

    [Fact]
    public void The_header_that_rfc_1071_style_examples_use_has_its_known_checksum()
    {
        // given the usual textbook IPv4 header, checksum b861 left out
        var header = Convert.FromHexString("45000073000040004011" + "0000" + "c0a80001c0a800c7");

        // then
        Checksum.Fold(Checksum.Partial(header)).ShouldBe((ushort)0xB861);
    }

    [Fact]
    public void A_right_checksum_makes_the_whole_fold_to_zero()
    {
        var header = Convert.FromHexString("4500007300004000" + "4011b861c0a80001c0a800c7");
        Checksum.Fold(Checksum.Partial(header)).ShouldBe((ushort)0);
    }

    [Fact]
    public void Any_bytes_at_any_alignment_sum_as_in_the_slow_model() =>
        Property.Holds(
            from bytes in Property.Bytes(3000)
            from skip in Gen.Choose(0, 40)
            select (bytes, skip),
            x =>
            {
                var piece = x.bytes.AsSpan(Math.Min(x.skip, x.bytes.Length));
                ((ushort)~Checksum.Fold(Checksum.Partial(piece))).ShouldBe(SlowChecksum.Sum(piece));
            });

    [Theory]
    [InlineData(65535)]
    [InlineData(65792)]
    [InlineData((1 << 20) + 1)]
    [InlineData((1 << 23) + 3)]
    public void Long_runs_of_all_ones_do_not_overflow(int length)
    {
        var bytes = new byte[length];
        bytes.AsSpan().Fill(0xFF);
        ((ushort)~Checksum.Fold(Checksum.Partial(bytes))).ShouldBe(SlowChecksum.Sum(bytes));
    }

    [Fact]
    public void Sums_of_even_pieces_add_up_to_the_sum_of_the_whole() =>
        Property.Holds(
            from bytes in Property.Bytes(500)
            from cut in Gen.Choose(0, 250)
            select (bytes, cut: Math.Min(2 * cut, bytes.Length & ~1)),
            x => Checksum.Fold(Checksum.Partial(x.bytes.AsSpan(x.cut), Checksum.Partial(x.bytes.AsSpan(0, x.cut))))
                .ShouldBe(Checksum.Fold(Checksum.Partial(x.bytes))));

    [Fact]
    public void The_largest_seed_is_not_lost() =>
        Checksum.Fold(Checksum.Partial([0xFF, 0xFF], uint.MaxValue)).ShouldBe((ushort)0);

    [Fact]
    public void A_completed_packet_verifies_in_the_slow_model() =>
        Property.Holds(TestPacket.Generate(1500), packet =>
        {
            // given
            var skb = packet.ToPlainSkb(_pool);

            // when
            Checksum.Complete(skb, _pool).ShouldBeTrue();

            // then
            skb.IpSummed.ShouldBe(IpSummed.None);
            SlowChecksum.Transport(packet.Addresses(skb.Frame), packet.Protocol, skb.Frame[packet.Transport..]).ShouldBe((ushort)0xFFFF);
            skb.Free(DropReason.Consumed);
        });

    [Fact]
    public void Completing_behind_a_pulled_mac_header_is_the_same()
    {
        // given
        var skb = new TestPacket { PayloadLength = 101 }.ToPlainSkb(_pool);
        var same = new TestPacket { PayloadLength = 101 }.ToPlainSkb(_pool);
        skb.Pull(14);

        // when
        Checksum.Complete(skb, _pool).ShouldBeTrue();
        Checksum.Complete(same, _pool).ShouldBeTrue();

        // then
        skb.Frame.SequenceEqual(same.Frame).ShouldBeTrue();
        skb.Free(DropReason.Consumed);
        same.Free(DropReason.Consumed);
    }

    [Fact]
    public void A_udp_checksum_of_zero_is_sent_as_all_ones()
    {
        // given a packet whose payload makes the sum come out as all ones, so that the checksum would be 0
        var skb = new TestPacket { Udp = true, PayloadLength = 2 }.ToPlainSkb(_pool);
        var payload = skb.Frame[^2..];
        payload.Clear();
        var missing = 0xFFFF - SlowChecksum.Sum(skb.Frame[skb.CsumStart..]);
        (payload[0], payload[1]) = ((byte)(missing >> 8), (byte)missing);
        var field = skb.CsumStart + skb.CsumOffset;

        // when
        Checksum.Complete(skb, _pool).ShouldBeTrue();

        // then
        TestPacket.Get16(skb.Frame, field).ShouldBe(0xFFFF);
        skb.Free(DropReason.Consumed);
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(98, 1)]
    [InlineData(65535, 65535)]
    public void Offsets_outside_the_frame_are_refused(int start, int offset)
    {
        // given
        var skb = _pool.Rent(100)!;
        skb.IpSummed = IpSummed.Partial;
        (skb.CsumStart, skb.CsumOffset) = ((ushort)start, (ushort)offset);

        // then
        Checksum.Complete(skb, _pool).ShouldBeFalse();
        skb.IpSummed.ShouldBe(IpSummed.Partial);
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void A_super_frame_is_refused_because_each_segment_has_its_own_checksum()
    {
        var skb = new TestPacket().ToSkb(_pool);
        Checksum.Complete(skb, _pool).ShouldBeFalse();
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void A_clone_keeps_its_bytes()
    {
        // given
        var skb = new TestPacket { PayloadLength = 64 }.ToPlainSkb(_pool);
        var clone = _pool.Clone(skb)!;
        var before = clone.Frame.ToArray();

        // when
        Checksum.Complete(skb, _pool).ShouldBeTrue();

        // then
        clone.Frame.ToArray().ShouldBe(before);
        skb.Frame.SequenceEqual(before).ShouldBeFalse();
        skb.Free(DropReason.Consumed);
        clone.Free(DropReason.Consumed);
    }
}
