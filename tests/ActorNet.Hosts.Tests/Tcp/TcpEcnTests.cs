using ActorNet.Hosts.Tcp;
using ActorNet.Hosts.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests.Tcp;

public class TcpEcnTests
{
    [Fact]
    public void Marks_slow_the_sender_down_without_any_loss()
    {
        // given a queue that marks before it overflows
        var wire = Marking();

        // when
        var result = Transfer.Run(wire, 20_000_000);

        // then
        (result.End, result.Retransmits).ShouldBe((TcpEnd.Done, 0));
        result.EcnReductions.ShouldBeInRange(2, 10);
        Transfer.Received(wire).Marked.ShouldBeGreaterThan(0);
        (result.BytesAcked * 8e9 / result.Nanoseconds / 1e6).ShouldBeGreaterThan(80, "and yet the link is full");
    }

    [Fact]
    public void Ecn_is_negotiated_and_told_as_rfc_3168_says()
    {
        // given the thirtieth segment with data is marked
        var wire = new Wire((settings, isA) => settings with { Ecn = isA });
        var data = 0;
        wire.ToB.Decide = (_, f) => new Fate(1, Mark: f.TcpPayload > 0 && ++data == 30);

        // when
        Transfer.Run(wire, 200_000);

        // then
        var there = wire.ToB.Sent.Where(f => f.Protocol == 6).ToArray();
        var back = wire.ToA.Sent.Where(f => f.Protocol == 6).ToArray();
        there[0].TcpFlags.ShouldBe(TcpFlags.Syn | TcpFlags.Ece | TcpFlags.Cwr);
        back[0].TcpFlags.ShouldBe(TcpFlags.Syn | TcpFlags.Ack | TcpFlags.Ece);
        there.Where(f => f.TcpPayload > 0).ShouldAllBe(f => f.Ecn == 2);
        there.Concat(back).Where(f => f.TcpPayload == 0).ShouldAllBe(f => f.Ecn == 0, "SYNs and pure acknowledgements take no part");
        there.Count(f => (f.TcpFlags & TcpFlags.Cwr) != 0 && f.TcpPayload > 0).ShouldBe(1);
        var echoes = back.Where(f => (f.TcpFlags & (TcpFlags.Ece | TcpFlags.Syn)) == TcpFlags.Ece).ToArray();
        echoes.Length.ShouldBeGreaterThan(0);
        var heard = there.First(f => (f.TcpFlags & TcpFlags.Cwr) != 0 && f.TcpPayload > 0);
        echoes.ShouldAllBe(f => f.Time <= heard.Time + wire.ToB.Delay, "it is told until it is heard");
    }

    [Fact]
    public void Who_does_not_ask_is_not_marked()
    {
        // given
        var wire = Marking(asks: false);

        // when
        var result = Transfer.Run(wire, 2_000_000);

        // then
        (result.End, result.EcnReductions).ShouldBe((TcpEnd.Done, 0));
        Transfer.Received(wire).Marked.ShouldBe(0);
        wire.ToB.Sent.Where(f => f.Protocol != 0).ShouldAllBe(f => f.Ecn == 0);
    }

    [Fact]
    public void What_is_sent_again_is_not_capable()
    {
        // given
        var wire = Marking();
        var seen = new HashSet<uint>();
        wire.ToB.Decide = (n, f) => f.TcpPayload > 0 && seen.Add(f.Sequence) && seen.Count == 30 ? Fate.Lost : Fate.Arrives;

        // when
        Transfer.Run(wire, 300_000);

        // then
        wire.ToB.Sent.Where(f => f.TcpPayload > 0).GroupBy(f => f.Sequence).Where(g => g.Count() > 1).ShouldHaveSingleItem().Last().Ecn.ShouldBe(0);
    }

    [Fact]
    public void Lost_syn_is_sent_again_without_asking()
    {
        // given
        var wire = Marking();
        wire.ToB.Decide = (_, f) => f.TcpFlags == (TcpFlags.Syn | TcpFlags.Ece | TcpFlags.Cwr) ? Fate.Lost : Fate.Arrives;

        // when
        var result = Transfer.Run(wire, 10_000);

        // then
        result.End.ShouldBe(TcpEnd.Done);
        wire.ToB.Sent.Last(f => (f.TcpFlags & TcpFlags.Syn) != 0).TcpFlags.ShouldBe(TcpFlags.Syn);
    }

    private static Wire Marking(bool asks = true)
    {
        var wire = new Wire((settings, _) => settings with { Ecn = asks });
        foreach (var direction in (Direction[])[wire.ToA, wire.ToB]) (direction.Rate, direction.Delay, direction.MarkBytes) = (100_000_000, 5 * Wire.Millisecond, 60_000);
        return wire;
    }
}
