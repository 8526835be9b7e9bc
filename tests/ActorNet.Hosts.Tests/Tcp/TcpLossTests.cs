using ActorNet.Hosts.Tcp;
using ActorNet.Hosts.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests.Tcp;

public class TcpLossTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_lost_segment_is_sent_again_without_a_timeout(bool sack)
    {
        // given the thirtieth segment with data is lost once
        var wire = Lossy(sack, 30);

        // when
        var result = Transfer.Run(wire, 200_000);

        // then
        (result.End, result.Retransmits, result.Timeouts).ShouldBe((TcpEnd.Done, 1, 0));
        Transfer.Received(wire).OutOfOrder.ShouldBeGreaterThan(2);
        result.Nanoseconds.ShouldBeLessThan(200 * Wire.Millisecond, "nobody waited for the timer");
    }

    [Fact]
    public void Selective_acknowledgements_mend_many_losses_in_one_round_trip()
    {
        // given every other of twenty segments is lost
        var lost = Enumerable.Range(0, 10).Select(i => 40 + (2 * i)).ToArray();
        var (with, without) = (Lossy(sack: true, lost), Lossy(sack: false, lost));

        // when
        var (quick, slow) = (Transfer.Run(with, 400_000), Transfer.Run(without, 400_000));

        // then only what was lost is sent again
        (quick.Retransmits, quick.Timeouts).ShouldBe((10, 0));
        slow.Retransmits.ShouldBeGreaterThanOrEqualTo(10);
        quick.Nanoseconds.ShouldBeLessThan(slow.Nanoseconds, "NewReno mends one loss per round trip");
    }

    [Fact]
    public void Lost_tail_is_found_by_the_timer()
    {
        // given the last segment of the stream is lost
        var wire = Lossy(sack: true, 19);

        // when
        var result = Transfer.Run(wire, 20 * 1460);

        // then
        (result.End, result.Timeouts, result.Retransmits).ShouldBe((TcpEnd.Done, 1, 1));
        result.Nanoseconds.ShouldBeInRange(250 * Wire.Millisecond, 400 * Wire.Millisecond);
    }

    [Fact]
    public void Timeouts_double_while_nothing_comes_through()
    {
        // given the link breaks for four seconds after a while
        var wire = new Wire();
        (wire.ToB.Rate, wire.ToB.QueueBytes) = (100_000_000, 100_000);
        wire.ToB.Decide = (_, f) => wire.Time is > 500 * Wire.Millisecond and < 4500 * Wire.Millisecond ? Fate.Lost : Fate.Arrives;

        // when
        var result = Transfer.Run(wire, 20_000_000);
        var again = wire.ToB.Sent.Where(f => f.TcpPayload > 0 && f.Time is > 600 * Wire.Millisecond and < 4500 * Wire.Millisecond).Select(f => f.Time).ToArray();

        // then
        result.End.ShouldBe(TcpEnd.Done);
        var gaps = again.Zip(again.Skip(1), (a, b) => b - a).ToArray();
        gaps.Length.ShouldBeGreaterThan(2);
        for (var i = 1; i < gaps.Length; i++) (gaps[i] / (double)gaps[i - 1]).ShouldBe(2, 0.01);
    }

    [Fact]
    public void Host_that_falls_silent_is_given_up()
    {
        // given
        var wire = new Wire();
        wire.ToB.Decide = (_, f) => wire.Time > 20 * Wire.Millisecond ? Fate.Lost : Fate.Arrives;

        // when
        var result = Transfer.Run(wire, 10_000_000);

        // then after the time that Linux takes: about a quarter of an hour
        result.End.ShouldBe(TcpEnd.TimedOut);
        result.Timeouts.ShouldBe(TcpSender.MaxTimeouts);
        result.Nanoseconds.ShouldBeInRange(400 * Wire.Second, 1000 * Wire.Second);
        wire.A.Tcp.Connections.ShouldBe(0);
    }

    [Fact]
    public void Reordering_of_two_neighbours_costs_no_retransmission()
    {
        // given every twentieth segment is overtaken by the next
        var wire = new Wire();
        wire.ToB.Rate = 100_000_000;
        wire.ToB.Decide = (n, f) => f.TcpPayload > 0 && n % 20 == 0 ? new Fate(1, Delay: 150_000) : Fate.Arrives;

        // when
        var result = Transfer.Run(wire, 1_000_000);

        // then
        (result.End, result.Retransmits).ShouldBe((TcpEnd.Done, 0));
        Transfer.Received(wire).OutOfOrder.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Lost_acknowledgements_cost_little()
    {
        // given every third acknowledgement is lost
        var wire = new Wire();
        wire.ToA.Decide = (n, f) => f.TcpFlags == TcpFlags.Ack && n % 3 == 0 ? Fate.Lost : Fate.Arrives;

        // when
        var result = Transfer.Run(wire, 1_000_000);

        // then
        (result.End, result.Retransmits).ShouldBe((TcpEnd.Done, 0));
    }

    [Fact]
    public void Damaged_segments_are_dropped_by_their_checksum()
    {
        // given
        var wire = new Wire();
        wire.ToB.Decide = (n, f) => f.TcpPayload > 0 && n % 40 == 39 ? new Fate(1, Flip: true) : Fate.Arrives;

        // when
        var result = Transfer.Run(wire, 500_000);

        // then
        result.End.ShouldBe(TcpEnd.Done);
        wire.B.Counters.BadChecksums.ShouldBeGreaterThan(5);
        Transfer.Received(wire).WrongBytes.ShouldBe(0);
    }

    [Theory]
    [InlineData(false, 1000)]
    [InlineData(true, 1300)]
    public void Smaller_link_on_the_way_makes_smaller_segments(bool v6, int mtu)
    {
        // given a router that says so of every packet that is too big
        var wire = new Wire();
        wire.ToB.Decide = (_, f) =>
        {
            if (f.Bytes.Length <= 14 + mtu) return Fate.Arrives;
            wire.Deliver(wire.A, TooBig(f, mtu), wire.Time + Wire.Millisecond);
            return Fate.Lost;
        };

        // when
        var result = Transfer.Run(wire, 300_000, v6: v6);

        // then
        (result.End, result.Timeouts, Transfer.Received(wire).Bytes).ShouldBe((TcpEnd.Done, 0, 300_000));
        wire.ToB.Sent.Skip(wire.ToB.Sent.Count / 2).Max(f => f.Bytes.Length).ShouldBe(14 + mtu);
    }

    private static byte[] TooBig(SentFrame about, int mtu)
    {
        var v6 = about.Type == 0x86DD;
        var header = v6 ? 40 : 20;
        var quote = about.Bytes[14..(14 + header + 28)];
        byte[] frame = [.. about.Bytes[6..12], .. about.Bytes[..6], .. about.Bytes[12..(14 + header)], v6 ? (byte)2 : (byte)3, v6 ? (byte)0 : (byte)4, 0, 0, 0, 0, (byte)(mtu >> 8), (byte)mtu, .. quote];
        var ip = frame.AsSpan(14);
        var length = 8 + quote.Length;
        if (v6)
        {
            (ip[4], ip[5], ip[6]) = (0, (byte)length, 58);
            about.Bytes.AsSpan(14 + 8, 16).CopyTo(ip[24..]);
            about.Bytes.AsSpan(14 + 24, 16).CopyTo(ip[8..]);
        }
        else
        {
            (ip[2], ip[3], ip[9], ip[10], ip[11]) = (0, (byte)(20 + length), 1, 0, 0);
            about.Bytes.AsSpan(14 + 12, 4).CopyTo(ip[16..]);
            about.Bytes.AsSpan(14 + 16, 4).CopyTo(ip[12..]);
            Put(ip[10..], FrameCheck.Sum(ip[..20]));
        }

        Put(ip[(header + 2)..], FrameCheck.Sum(ip[header..], v6 ? (FrameCheck.Sum(ip[8..40]) + 58 + length) % 0xFFFF : 0));
        return frame;

        static void Put(Span<byte> field, int sum) => (field[0], field[1]) = ((byte)(~sum >> 8), (byte)~sum);
    }

    /// <summary>A wire that loses the named segments with data when they are sent first.</summary>
    private static Wire Lossy(bool sack, params int[] lost)
    {
        var wire = new Wire();
        wire.ToB.Rate = 100_000_000;
        foreach (var direction in (Direction[])[wire.ToA, wire.ToB])
        {
            direction.Delay = 10 * Wire.Millisecond;
            if (!sack) direction.Rewrite = FrameCheck.StripSack;
        }

        var seen = new HashSet<uint>();
        wire.ToB.Decide = (_, f) =>
        {
            if (f.TcpPayload == 0 || !seen.Add(f.Sequence)) return Fate.Arrives;
            return lost.Contains(seen.Count - 1) ? Fate.Lost : Fate.Arrives;
        };
        return wire;
    }
}
