using ActorNet.Hosts.Tcp;
using ActorNet.Hosts.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests.Tcp;

public class TcpTransferTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(1460, false)]
    [InlineData(1461, false)]
    [InlineData(1_000_000, false)]
    [InlineData(1_000_000, true)]
    public void Every_byte_arrives_once_and_right(long bytes, bool v6)
    {
        // given
        var wire = new Wire();

        // when
        var result = Transfer.Run(wire, bytes, v6: v6);

        // then
        result.End.ShouldBe(TcpEnd.Done);
        result.BytesAcked.ShouldBe(bytes);
        (result.Retransmits, result.Timeouts).ShouldBe((0, 0));
        var received = Transfer.Received(wire);
        (received.Connections, received.Bytes, received.WrongBytes).ShouldBe((1, bytes, 0));
        wire.RunUntilQuiet();
        (wire.A.Tcp.Connections, wire.B.Tcp.Connections).ShouldBe((0, 0));
    }

    [Fact]
    public void Transfer_fills_the_link()
    {
        // given a link of 100 Mbit/s with 20 ms there and back, and room for one such product in front of it
        var wire = new Wire();
        foreach (var direction in (Direction[])[wire.ToA, wire.ToB]) (direction.Rate, direction.Delay, direction.QueueBytes) = (100_000_000, 10 * Wire.Millisecond, 250_000);

        // when
        var result = Transfer.Run(wire, 50_000_000);

        // then
        result.End.ShouldBe(TcpEnd.Done);
        var rate = result.BytesAcked * 8e9 / result.Nanoseconds / 1e6;
        rate.ShouldBeInRange(85, 97);
        wire.ToB.Lost.ShouldBeGreaterThan(0, "the queue overflowed, so the sender has found the limit");
        Transfer.Received(wire).WrongBytes.ShouldBe(0);
    }

    [Theory]
    [InlineData(100_000_000, 50_000, 625_000)]
    [InlineData(100_000_000, 10_000_000, 1_000_000)]
    [InlineData(20_000_000, 50_000, 125_000)]
    [InlineData(1_000_000_000, 1_000_000, 500_000)]
    [InlineData(5_000_000, 20_000_000, 20_000)]
    public void Overflow_of_a_deep_queue_costs_no_timeout(long rate, long delay, long queue)
    {
        // given a queue so deep that slow start overshoots by hundreds of segments
        var wire = new Wire();
        (wire.ToB.Rate, wire.ToB.QueueBytes) = (rate, queue);
        wire.ToA.Delay = wire.ToB.Delay = delay;

        // when
        var result = Transfer.Run(wire, 0, duration: 4 * Wire.Second);

        // then
        result.End.ShouldBe(TcpEnd.Done);
        wire.ToB.Lost.ShouldBeGreaterThan(0);
        result.Timeouts.ShouldBe(0, result.ToString());
        (result.BytesAcked * 8.0 / result.Nanoseconds * 1e9 / rate).ShouldBeGreaterThan(0.85, result.ToString());
    }

    [Fact]
    public void Network_without_any_delay_is_filled_at_the_speed_of_the_card()
    {
        // given a network where everything happens at once
        var wire = new Wire();
        wire.ToA.Delay = wire.ToB.Delay = 0;

        // when
        var result = Transfer.Run(wire, 0, duration: 20 * Wire.Millisecond);

        // then
        result.End.ShouldBe(TcpEnd.Done);
        (result.BytesAcked * 8.0 / result.Nanoseconds).ShouldBeInRange(9.5, 10.1);
    }

    [Fact]
    public void Window_scaling_fills_a_long_fat_link()
    {
        // given 100 ms there and back at 200 Mbit/s: 2.5 MB under way, forty times what an unscaled window allows
        var wire = new Wire();
        foreach (var direction in (Direction[])[wire.ToA, wire.ToB]) (direction.Rate, direction.Delay) = (200_000_000, 50 * Wire.Millisecond);

        // when
        var result = Transfer.Run(wire, 0, duration: 10 * Wire.Second);

        // then
        (result.BytesAcked * 8e9 / result.Nanoseconds / 1e6).ShouldBeGreaterThan(170);
        result.MinRtt.ShouldBeInRange(100 * Wire.Millisecond, 101 * Wire.Millisecond);
        result.MeanRtt.ShouldBeGreaterThanOrEqualTo(result.MinRtt);
    }

    [Fact]
    public void Transfer_by_time_ends_at_its_time()
    {
        // given
        var wire = new Wire();
        wire.ToB.Rate = 10_000_000;

        // when
        var result = Transfer.Run(wire, 0, duration: 2 * Wire.Second);

        // then what was under way at the end still arrives
        result.End.ShouldBe(TcpEnd.Done);
        result.Nanoseconds.ShouldBeInRange(2 * Wire.Second, 6 * Wire.Second);
        Transfer.Received(wire).Bytes.ShouldBe(result.BytesAcked);
    }

    [Fact]
    public void Segments_fit_the_smaller_mtu()
    {
        // given
        var wire = new Wire((settings, isA) => settings with { Mtu = isA ? 9000 : 1400 });

        // when
        Transfer.Run(wire, 100_000);

        // then
        wire.ToB.Sent.Max(f => f.Bytes.Length).ShouldBe(1400 + 14);
    }

    [Fact]
    public void Many_connections_run_side_by_side()
    {
        // given
        var wire = new Wire();
        (wire.ToB.Rate, wire.ToB.QueueBytes) = (50_000_000, 100_000);
        wire.B.Tcp.Listen(Transfer.Port);
        var results = new List<TcpResult>();

        // when
        for (var i = 0; i < 20; i++) wire.A.Tcp.Connect(new TcpTransfer(Wire.B4, Transfer.Port, 200_000, 0), results.Add, wire.Now);
        wire.RunUntilQuiet();

        // then
        results.Count.ShouldBe(20);
        results.ShouldAllBe(r => r.End == TcpEnd.Done && r.BytesAcked == 200_000);
        Transfer.Received(wire).Bytes.ShouldBe(4_000_000);
        Transfer.Received(wire).Connections.ShouldBe(20);
    }

    [Fact]
    public void Acknowledgements_come_for_every_second_segment_or_after_40_ms()
    {
        // given
        var wire = new Wire();

        // when
        Transfer.Run(wire, 20 * 1460);
        var acks = wire.ToA.Sent.Count(f => f.TcpFlags == TcpFlags.Ack);

        // then ten for twenty segments, and some at the beginning and the end
        acks.ShouldBeInRange(9, 14);

        // when a single segment is sent, with nothing behind it
        var begin = wire.ToA.Sent.Count;
        wire.A.Tcp.Connect(new TcpTransfer(Wire.B4, Transfer.Port, 0, 200 * Wire.Millisecond), _ => { }, wire.Now);
        wire.RunUntilQuiet();
        wire.ToA.Sent.Count.ShouldBeGreaterThan(begin);
    }

    [Fact]
    public void Same_seed_gives_the_same_frames()
    {
        // when
        var (one, other) = (Run(), Run());

        // then
        one.Count.ShouldBe(other.Count);
        for (var i = 0; i < one.Count; i++)
        {
            one[i].Time.ShouldBe(other[i].Time);
            one[i].Bytes.ShouldBe(other[i].Bytes);
        }

        static List<SentFrame> Run()
        {
            var wire = new Wire();
            wire.ToB.Decide = (n, _) => n % 17 == 16 ? Fate.Lost : Fate.Arrives;
            Transfer.Run(wire, 300_000).End.ShouldBe(TcpEnd.Done);
            return wire.ToB.Sent;
        }
    }
}
