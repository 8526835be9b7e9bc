using ActorNet.Hosts.Tcp;
using ActorNet.Hosts.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests.Tcp;

public class TcpCloseTests
{
    [Fact]
    public void Both_sides_say_fin_and_the_first_one_rests()
    {
        // given
        var wire = new Wire();

        // when
        var result = Transfer.Run(wire, 5000);

        // then
        result.End.ShouldBe(TcpEnd.Done);
        wire.ToB.Sent.Count(f => (f.TcpFlags & TcpFlags.Fin) != 0).ShouldBe(1);
        wire.ToA.Sent.Count(f => (f.TcpFlags & TcpFlags.Fin) != 0).ShouldBe(1);
        wire.A.Tcp.Connections.ShouldBe(1, "late segments are still answered");
        wire.RunFor(2 * Wire.Second);
        (wire.A.Tcp.Connections, wire.B.Tcp.Connections).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    [InlineData(false, 3)]
    public void Fin_of_either_side_may_be_lost(bool first, int times)
    {
        // given
        var wire = new Wire();
        (first ? wire.ToB : wire.ToA).Decide = (_, f) => (f.TcpFlags & TcpFlags.Fin) != 0 && times-- > 0 ? Fate.Lost : Fate.Arrives;

        // when
        var result = Transfer.Run(wire, 5000);

        // then
        (result.End, result.BytesAcked).ShouldBe((TcpEnd.Done, 5000));
        wire.RunUntilQuiet();
        (wire.A.Tcp.Connections, wire.B.Tcp.Connections).ShouldBe((0, 0));
    }

    [Fact]
    public void Last_acknowledgement_may_be_lost()
    {
        // given the acknowledgement of B's FIN is lost
        var wire = new Wire();
        var finSeen = false;
        var lost = 0;
        wire.ToA.Decide = (_, f) =>
        {
            finSeen |= (f.TcpFlags & TcpFlags.Fin) != 0;
            return Fate.Arrives;
        };
        wire.ToB.Decide = (_, f) => finSeen && f.TcpFlags == TcpFlags.Ack && lost++ == 0 ? Fate.Lost : Fate.Arrives;

        // when
        var result = Transfer.Run(wire, 5000);
        wire.RunUntilQuiet();

        // then B says it again and is answered
        result.End.ShouldBe(TcpEnd.Done);
        wire.ToA.Sent.Count(f => (f.TcpFlags & TcpFlags.Fin) != 0).ShouldBe(2);
        wire.B.Tcp.Connections.ShouldBe(0);
    }

    [Fact]
    public void Peer_that_never_closes_is_given_up()
    {
        // given every FIN of B is lost
        var wire = new Wire();
        wire.ToA.Decide = (_, f) => (f.TcpFlags & TcpFlags.Fin) != 0 ? Fate.Lost : Fate.Arrives;

        // when
        var result = Transfer.Run(wire, 5000);

        // then
        (result.End, result.BytesAcked).ShouldBe((TcpEnd.TimedOut, 5000));
    }

    [Fact]
    public void Both_may_close_at_the_same_time()
    {
        // given two streams of the same length on one connection
        var wire = new Wire();
        var results = new List<TcpResult>();
        wire.A.Tcp.ConnectFrom(4000, new TcpTransfer(Wire.B4, 5000, 3000, 0), results.Add, wire.Now);
        wire.B.Tcp.ConnectFrom(5000, new TcpTransfer(Wire.A4, 4000, 3000, 0), results.Add, wire.Now);

        // when
        wire.RunUntilQuiet();

        // then
        results.Select(r => r.End).ShouldBe([TcpEnd.Done, TcpEnd.Done]);
        (wire.A.Tcp.Connections, wire.B.Tcp.Connections).ShouldBe((0, 0));
    }
}
