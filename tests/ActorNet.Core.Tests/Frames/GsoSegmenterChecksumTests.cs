using ActorNet.Core.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Frames;

/// <summary>Segments for a device that computes checksums itself, as tbf cuts them (seen on the wire of a veth: scenario g40-tbf-segments-what-is-too-large).</summary>
public sealed class GsoSegmenterChecksumTests : IDisposable
{
    private readonly SkBuffPool _pool = new();

    public void Dispose() => _pool.Outstanding.ShouldBe(0, "segments or super-frames leaked");

    [Fact]
    public void A_checksum_that_is_left_to_the_device_comes_out_as_the_finished_one() =>
        Property.Holds(TestPacket.Generate(), packet =>
        {
            // given
            var finished = Cut(packet, leaveChecksum: false);

            // when
            var left = Cut(packet, leaveChecksum: true);

            // then
            left.Count.ShouldBe(finished.Count);
            while (left.Dequeue() is { } segment)
            {
                segment.IpSummed.ShouldBe(IpSummed.Partial);
                Checksum.Complete(segment, _pool).ShouldBeTrue();
                var same = finished.Dequeue()!;
                segment.Frame.ToArray().ShouldBe(same.Frame.ToArray());
                segment.Free(DropReason.Consumed);
                same.Free(DropReason.Consumed);
            }
        });

    private SkBuffQueue Cut(TestPacket packet, bool leaveChecksum)
    {
        var segments = new SkBuffQueue();
        GsoSegmenter.Segment(packet.ToSkb(_pool), _pool, segments, out _, leaveChecksum).ShouldBeTrue();
        return segments;
    }
}
