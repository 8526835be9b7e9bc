using ActorNet.Core;
using ActorNet.Hosts.Tcp;
using ActorNet.Hosts.Tests.Harness;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests.Tcp;

public class TcpPartsTests
{
    [Fact]
    public void Timeout_follows_rfc_6298()
    {
        // given
        var rtt = new TcpRtt();
        rtt.Timeout.ShouldBe(Wire.Second);

        // when one sample of 400 ms
        rtt.Sample(400 * Wire.Millisecond);

        // then SRTT = R, RTTVAR = R/2, RTO = SRTT + 4 RTTVAR
        rtt.Timeout.ShouldBe(1200 * Wire.Millisecond);

        // when another of 800 ms: RTTVAR = 3/4 200 + 1/4 400 = 250, SRTT = 7/8 400 + 1/8 800 = 450
        rtt.Sample(800 * Wire.Millisecond);
        rtt.Timeout.ShouldBe(1450 * Wire.Millisecond);
        (rtt.Min, rtt.Mean).ShouldBe((400 * Wire.Millisecond, 600 * Wire.Millisecond));
    }

    [Fact]
    public void Timeout_backs_off_to_a_minute_and_comes_back()
    {
        // given
        var rtt = new TcpRtt();
        rtt.Sample(Wire.Millisecond);
        rtt.Timeout.ShouldBe(201 * Wire.Millisecond);

        // when
        for (var i = 0; i < 20; i++) rtt.BackOff();

        // then
        rtt.Timeout.ShouldBe(60 * Wire.Second);
        rtt.ResetBackoff();
        rtt.Timeout.ShouldBe(201 * Wire.Millisecond);
    }

    [Fact]
    public void Window_doubles_in_slow_start_and_grows_by_a_segment_after()
    {
        // given
        var congestion = new TcpCongestion(1000, 1_000_000);
        congestion.Window.ShouldBe(10_000);

        // when a window is acknowledged, two segments at a time
        for (var i = 0; i < 5; i++) congestion.OnAck(2000);

        // then
        congestion.Window.ShouldBe(20_000);

        // when it is halved, and a window acknowledged again
        congestion.Halve(20_000);
        (congestion.Window, congestion.Threshold).ShouldBe((10_000, 10_000));
        for (var i = 0; i < 5; i++) congestion.OnAck(2000);

        // then
        congestion.Window.ShouldBe(11_000);
    }

    [Fact]
    public void Window_never_falls_below_a_segment_nor_the_threshold_below_two() => Property.Holds(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select seed,
        seed =>
        {
            var random = new Random(seed);
            var congestion = new TcpCongestion(1460, 4 << 20);
            for (var i = 0; i < 100; i++)
            {
                switch (random.Next(5))
                {
                    case 0: congestion.Halve(random.Next(100_000)); break;
                    case 1: congestion.Collapse(random.Next(100_000), random.Next(2) == 0); break;
                    case 2: congestion.Recover(random.Next(100_000)); break;
                    default: congestion.OnAck(random.Next(1, 100_000)); break;
                }

                congestion.Window.ShouldBeInRange(1460, 4 << 20);
                congestion.Threshold.ShouldBeGreaterThanOrEqualTo(2 * 1460);
            }
        });

    [Fact]
    public void Options_are_read_as_they_were_written() => Property.Holds(
        from mss in Gen.Choose(1, 65535)
        from shift in Gen.Choose(-1, 14)
        from sack in Gen.Elements(true, false)
        select new TcpOptions(mss, shift, sack),
        options =>
        {
            var bytes = new byte[TcpOptions.SynSize];
            options.Write(bytes);
            TcpOptions.Read(bytes).ShouldBe(options);
        });

    [Fact]
    public void Any_bytes_are_options() => Property.Holds(Property.Bytes(40), bytes =>
    {
        _ = TcpOptions.Read(bytes);
        (TcpOptions.Blocks(bytes).Length % 8).ShouldBe(0);
    });

    [Theory]
    [InlineData(0x0000_0001_0000_0010, 0x0000_0020u, 0x0000_0001_0000_0020)]
    [InlineData(0x0000_0001_0000_0010, 0xFFFF_FFF0u, 0x0000_0000_FFFF_FFF0)]
    [InlineData(0x0000_0001_FFFF_FFF0, 0x0000_0010u, 0x0000_0002_0000_0010)]
    public void Numbers_unwrap_to_the_nearest(long near, uint wire, long expected) => Sequence.Unwrap(wire, near).ShouldBe(expected);

    [Fact]
    public void Stream_tells_where_a_byte_belongs()
    {
        // given
        var piece = new byte[1460];
        TcpStream.Write(5_000_000_000, piece);

        // then
        TcpStream.CountWrong(5_000_000_000, piece).ShouldBe(0);
        foreach (var shift in (long[])[1, 1460, 65_536, 1 << 20]) TcpStream.CountWrong(5_000_000_000 + shift, piece).ShouldBeGreaterThan(1000);
        piece[7] ^= 1;
        TcpStream.CountWrong(5_000_000_000, piece).ShouldBe(1);
    }

    [Fact]
    public void Sequence_numbers_wrap_in_a_stream()
    {
        // given a seed whose third number, the initial sequence number, is shortly before the end of 32 bits
        var seed = 0UL;
        while ((uint)Third(seed) < 0xFFF8_0000) seed++;
        var wire = new Wire((settings, isA) => isA ? settings with { Seed = seed } : settings);
        wire.ToB.Decide = (n, _) => n % 50 == 49 ? Fate.Lost : Fate.Arrives;

        // when
        var result = Transfer.Run(wire, 2_000_000);

        // then
        var sequences = wire.ToB.Sent.Where(f => f.TcpPayload > 0).Select(f => f.Sequence).ToArray();
        (sequences.First() > 0xFFF0_0000, sequences.Last() < 0x0100_0000).ShouldBe((true, true), "the stream crosses the end");
        (result.End, Transfer.Received(wire).Bytes, Transfer.Received(wire).WrongBytes).ShouldBe((TcpEnd.Done, 2_000_000, 0));

        static ulong Third(ulong seed)
        {
            var random = new RandomSource(seed);
            random.Next();
            random.Next();
            return random.Next();
        }
    }
}
