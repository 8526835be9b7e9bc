using ActorNet.Hosts.Tcp;
using ActorNet.Hosts.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests.Tcp;

public class TcpHandshakeTests
{
    [Fact]
    public void Three_segments_open_a_connection()
    {
        // given
        var wire = new Wire();

        // when
        Transfer.Run(wire, 100);

        // then
        var there = wire.ToB.Sent.Where(f => f.Protocol == 6).ToArray();
        var back = wire.ToA.Sent.Where(f => f.Protocol == 6).ToArray();
        there[0].TcpFlags.ShouldBe(TcpFlags.Syn);
        back[0].TcpFlags.ShouldBe(TcpFlags.Syn | TcpFlags.Ack);
        back[0].Ack.ShouldBe(there[0].Sequence + 1);
        there[1].TcpFlags.ShouldBe(TcpFlags.Ack);
        there[1].Ack.ShouldBe(back[0].Sequence + 1);
        var options = TcpOptions.Read(there[0].Transport[20..there[0].TcpHeader]);
        options.ShouldBe(new TcpOptions(1460, TcpProtocol.WindowShift, SackPermitted: true));
    }

    [Fact]
    public void Closed_port_refuses()
    {
        // given
        var wire = new Wire();
        TcpResult? result = null;

        // when
        wire.A.Tcp.Connect(new TcpTransfer(Wire.B4, 81, 100, 0), r => result = r, wire.Now);
        wire.RunUntilQuiet();

        // then
        result!.Value.End.ShouldBe(TcpEnd.Refused);
        wire.B.Counters.ClosedPorts.ShouldBe(1);
        wire.ToA.Sent.Last(f => f.Protocol == 6).TcpFlags.ShouldBe(TcpFlags.Rst | TcpFlags.Ack);
    }

    [Fact]
    public void Syn_is_sent_seven_times_before_the_peer_is_given_up()
    {
        // given a host that takes nothing but ARP
        var wire = new Wire();
        wire.ToB.Decide = (_, f) => f.Protocol == 6 ? Fate.Lost : Fate.Arrives;

        // when
        var result = Transfer.Run(wire, 100);

        // then as Linux: 1 + 2 + 4 + 8 + 16 + 32 + 60 seconds
        result.End.ShouldBe(TcpEnd.TimedOut);
        var times = wire.ToB.Sent.Where(f => f.TcpFlags == TcpFlags.Syn).Select(f => (f.Time + (Wire.Second / 2)) / Wire.Second).ToArray();
        times.ShouldBe([0, 1, 3, 7, 15, 31, 63]);
    }

    [Fact]
    public void Neighbour_that_does_not_answer_is_unreachable()
    {
        // given nobody is there
        var wire = new Wire();
        wire.ToB.Decide = (_, _) => Fate.Lost;

        // when
        var result = Transfer.Run(wire, 100);

        // then
        result.End.ShouldBe(TcpEnd.Unreachable);
        result.Nanoseconds.ShouldBe(3 * Wire.Second);
    }

    [Theory]
    [InlineData((byte)TcpFlags.Syn)]
    [InlineData((byte)(TcpFlags.Syn | TcpFlags.Ack))]
    [InlineData((byte)TcpFlags.Ack)]
    public void Any_segment_of_the_handshake_may_be_lost(byte flags)
    {
        // given
        var wire = new Wire();
        var lost = 0;
        foreach (var direction in (Direction[])[wire.ToA, wire.ToB])
            direction.Decide = (_, f) => f.TcpFlags == (TcpFlags)flags && f.TcpPayload == 0 && lost++ == 0 ? Fate.Lost : Fate.Arrives;

        // when
        var result = Transfer.Run(wire, 10_000);

        // then
        (result.End, lost > 0).ShouldBe((TcpEnd.Done, true));
        Transfer.Received(wire).Connections.ShouldBe(1);
    }

    [Fact]
    public void Copies_of_the_handshake_make_no_second_connection()
    {
        // given
        var wire = new Wire();
        wire.ToB.Decide = (_, f) => (f.TcpFlags & TcpFlags.Syn) != 0 ? new Fate(Copies: 3) : Fate.Arrives;

        // when
        var result = Transfer.Run(wire, 10_000);

        // then
        result.End.ShouldBe(TcpEnd.Done);
        Transfer.Received(wire).Connections.ShouldBe(1);
    }

    [Fact]
    public void Both_sides_may_connect_at_the_same_time()
    {
        // given two connections with the same ends, which no port picker would make
        var wire = new Wire();
        var (one, other) = (new List<TcpResult>(), new List<TcpResult>());
        wire.A.Tcp.ConnectFrom(4000, new TcpTransfer(Wire.B4, 5000, 20_000, 0), one.Add, wire.Now);
        wire.B.Tcp.ConnectFrom(5000, new TcpTransfer(Wire.A4, 4000, 30_000, 0), other.Add, wire.Now);

        // when
        wire.RunUntilQuiet();

        // then
        one.Single().End.ShouldBe(TcpEnd.Done);
        other.Single().End.ShouldBe(TcpEnd.Done);
        (one[0].BytesAcked, other[0].BytesAcked).ShouldBe((20_000, 30_000));
    }

    [Fact]
    public void Host_that_lost_its_memory_resets()
    {
        // given a transfer under way
        var wire = new Wire();
        wire.ToB.Rate = 1_000_000;
        var pending = Transfer.Start(wire, 1_000_000);
        wire.RunFor(Wire.Second);

        // when the receiver has forgotten it
        var fresh = new HostStack(new StackSettings { Mac = Wire.MacB, Addresses = [new(Wire.B4, 24)] }, wire.ToA.Send);
        wire.ToB.To = fresh;
        wire.RunUntil(() => pending.Result is not null);

        // then
        pending.Result!.Value.End.ShouldBe(TcpEnd.Reset);
    }

    [Fact]
    public void Forged_reset_outside_of_the_next_byte_is_not_believed()
    {
        // given a transfer under way
        var wire = new Wire();
        wire.ToB.Rate = 10_000_000;
        var pending = Transfer.Start(wire, 500_000);
        wire.RunFor(100 * Wire.Millisecond);

        // when somebody sends a reset a little beyond the next byte of either side
        var last = wire.ToA.Sent.Last(f => f.TcpFlags == TcpFlags.Ack);
        var forged = last.Bytes.ToArray();
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(forged.AsSpan(last.TransportOffset + 4), last.Sequence + 100);
        forged[last.TransportOffset + 13] = (byte)(TcpFlags.Rst | TcpFlags.Ack);
        FrameCheck.MendTcp(forged);
        wire.A.Receive(forged, wire.Now);
        wire.RunUntil(() => pending.Result is not null);

        // then
        pending.Result!.Value.End.ShouldBe(TcpEnd.Done);
    }

    [Fact]
    public void What_cannot_be_connected_is_refused_in_words()
    {
        var wire = new Wire();
        Should.Throw<HostStackException>(() => wire.A.Tcp.Connect(new TcpTransfer(Wire.B4, 0, 1, 0), _ => { }, wire.Now)).Message.ShouldContain("0 is no port");
        Should.Throw<HostStackException>(() => wire.A.Tcp.Connect(new TcpTransfer(Wire.A4, 1, 1, 0), _ => { }, wire.Now)).Message.ShouldContain("this host itself");
        Should.Throw<HostStackException>(() => wire.A.Tcp.Connect(new TcpTransfer(IpAddress.Parse("9.9.9.9"), 1, 1, 0), _ => { }, wire.Now)).Message.ShouldContain("gateway");
        Should.Throw<HostStackException>(() => wire.A.Tcp.Connect(new TcpTransfer(Wire.B4, 1, 0, 0), _ => { }, wire.Now)).Message.ShouldContain("length or a duration");
        wire.IsQuiet.ShouldBeTrue();
    }

    [Fact]
    public void Connections_are_bounded_on_both_sides()
    {
        // given
        var wire = new Wire();
        wire.ToB.Records = wire.ToA.Records = false;
        wire.B.Tcp.Listen(1);

        // when
        for (var i = 0; i < TcpProtocol.MaxConnections; i++) wire.A.Tcp.Connect(new TcpTransfer(Wire.B4, 1, 0, 3600 * Wire.Second), _ => { }, wire.Now);

        // then
        Should.Throw<HostStackException>(() => wire.A.Tcp.Connect(new TcpTransfer(Wire.B4, 1, 1, 0), _ => { }, wire.Now));
    }
}
