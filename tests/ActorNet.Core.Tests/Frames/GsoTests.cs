using ActorNet.Core.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Frames;

/// <summary>Rule QD-01 with the numbers that were observed on a real kernel (scenario G40).</summary>
public sealed class GsoTests : IDisposable
{
    private static readonly TestPacket G40 = new() { Udp = true, PayloadLength = 5000, GsoSize = 1000 };
    private readonly SkBuffPool _pool = new();

    public void Dispose() => _pool.Outstanding.ShouldBe(0);

    [Fact]
    public void On_transmit_a_super_frame_counts_the_headers_of_all_its_segments()
    {
        var skb = G40.ToSkb(_pool);
        skb.Length.ShouldBe(5042);
        Gso.QdiscPktLen(skb).ShouldBe(5210);
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void On_receive_it_counts_what_is_there()
    {
        var skb = G40.ToSkb(_pool);
        skb.Pull(14);
        Gso.QdiscPktLen(skb).ShouldBe(5028);
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void Headers_are_found_when_nobody_noted_their_length()
    {
        var skb = G40.ToSkb(_pool);
        skb.HeaderLength = 0;
        Gso.QdiscPktLen(skb).ShouldBe(5210);
        Gso.SegmentLength(skb).ShouldBe(1042);
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void A_plain_frame_counts_its_length()
    {
        var skb = _pool.Rent(60)!;
        Gso.QdiscPktLen(skb).ShouldBe(60);
        Gso.SegmentLength(skb).ShouldBe(60);
        skb.Free(DropReason.Consumed);
    }

    [Fact]
    public void The_accounted_length_is_the_sum_of_the_segments() =>
        Property.Holds(TestPacket.Generate(), packet =>
        {
            // given
            var skb = packet.ToSkb(_pool);
            var (accounted, longest) = (Gso.QdiscPktLen(skb), Gso.SegmentLength(skb));
            var segments = new SkBuffQueue();

            // when
            GsoSegmenter.Segment(skb, _pool, segments).ShouldBeTrue();

            // then
            segments.Bytes.ShouldBe(accounted);
            segments.Peek()!.Length.ShouldBe(longest);
            segments.Purge(DropReason.Consumed);
        });
}
