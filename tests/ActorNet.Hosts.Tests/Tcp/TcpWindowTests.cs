using System.Buffers.Binary;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Tcp;
using ActorNet.Hosts.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests.Tcp;

public class TcpWindowTests
{
    [Fact]
    public void Closed_window_is_asked_about_until_it_opens()
    {
        // given a receiver whose acknowledgements say for ten seconds that it has no room
        var wire = new Wire();
        wire.ToB.Rate = 50_000_000;
        wire.ToA.Rewrite = frame => SetWindow(frame, () => wire.Time is > 20 * Wire.Millisecond and < 10 * Wire.Second, 0);

        // when
        var result = Transfer.Run(wire, 2_000_000);

        // then
        (result.End, result.BytesAcked, result.Timeouts).ShouldBe((TcpEnd.Done, 2_000_000, 0));
        var probes = wire.ToB.Sent.Where(f => f.Time is > 100 * Wire.Millisecond and < 10 * Wire.Second && f.Protocol == 6).ToArray();
        probes.Length.ShouldBeInRange(4, 12);
        probes.ShouldAllBe(f => f.TcpPayload == 0);
        result.Nanoseconds.ShouldBeInRange(10 * Wire.Second, 20 * Wire.Second);
    }

    [Fact]
    public void Small_window_is_filled_and_never_overrun()
    {
        // given
        var wire = new Wire();
        const int room = 10_000 / 128;
        wire.ToA.Rewrite = frame => SetWindow(frame, () => true, room);

        // when
        var result = Transfer.Run(wire, 300_000);

        // then
        result.End.ShouldBe(TcpEnd.Done);
        long acked = 0;
        foreach (var (frame, isBack) in wire.ToB.Sent.Select(f => (f, false)).Concat(wire.ToA.Sent.Select(f => (f, true))).OrderBy(x => x.f.Time + (x.Item2 ? wire.ToA.Delay : 0)).ThenBy(x => !x.Item2))
        {
            if (isBack && (frame.TcpFlags & TcpFlags.Ack) != 0) acked = Math.Max(acked, frame.Ack);
            else if (frame.TcpPayload > 0) (frame.Sequence + frame.TcpPayload - acked).ShouldBeLessThanOrEqualTo(room * 128);
        }
    }

    [Fact]
    public void Window_of_less_than_a_segment_is_used()
    {
        // given a receiver that has no room for more than 700 bytes any more
        var wire = new Wire();
        wire.ToA.Rewrite = frame => SetWindow(frame, () => wire.Time > 5 * Wire.Millisecond, 700 / 128);

        // when
        var result = Transfer.Run(wire, 40_000);

        // then
        (result.End, result.BytesAcked).ShouldBe((TcpEnd.Done, 40_000));
    }

    [Fact]
    public void Peer_without_window_scaling_gets_no_more_than_64_kib()
    {
        // given a SYN-ACK that has lost its options on the way
        var wire = new Wire();
        wire.ToA.Delay = wire.ToB.Delay = 50 * Wire.Millisecond;
        foreach (var direction in (Direction[])[wire.ToA, wire.ToB]) direction.Rewrite = StripOptions;

        // when
        var result = Transfer.Run(wire, 2_000_000);

        // then
        result.End.ShouldBe(TcpEnd.Done);
        (result.BytesAcked * 8e9 / result.Nanoseconds).ShouldBeLessThan(65_535 * 8 / 0.1);
        wire.ToB.Sent.Max(f => f.TcpPayload).ShouldBe(536, "nor segments that it has not asked for");
    }

    private static void SetWindow(byte[] frame, Func<bool> when, ushort window)
    {
        var sent = new SentFrame(0, frame);
        if (sent.Protocol != IpProtocol.Tcp || !when()) return;
        // A SYN's window is not scaled.
        if ((sent.TcpFlags & TcpFlags.Syn) != 0) window *= 128;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(sent.TransportOffset + 14), window);
        FrameCheck.MendTcp(frame);
    }

    private static void StripOptions(byte[] frame)
    {
        var sent = new SentFrame(0, frame);
        if ((sent.TcpFlags & TcpFlags.Syn) == 0) return;
        frame.AsSpan(sent.TransportOffset + 20, sent.TcpHeader - 20).Fill(1);
        FrameCheck.MendTcp(frame);
    }
}
