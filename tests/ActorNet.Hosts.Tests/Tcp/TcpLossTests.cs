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
