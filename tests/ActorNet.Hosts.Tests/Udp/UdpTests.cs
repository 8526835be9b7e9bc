using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Tests.Harness;
using ActorNet.Hosts.Udp;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests.Udp;

public class UdpTests
{
    private const int Port = 5001;

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 1472)]
    [InlineData(true, 1)]
    [InlineData(true, 1452)]
    public void Datagram_arrives_as_it_was_sent(bool v6, int length)
    {
        // given
        var wire = new Wire();
        wire.B.Udp.Open(Port);
        var payload = Property.RandomBytes(length, 3);

        // when
        wire.A.Udp.Send(v6 ? Wire.B6 : Wire.B4, 1234, Port, payload, wire.Now);
        wire.RunUntilQuiet();

        // then
        var datagram = wire.B.Udp.Take(Port, out var lost).Single();
        (datagram.From, datagram.FromPort, datagram.CongestionExperienced, lost).ShouldBe((v6 ? Wire.A6 : Wire.A4, 1234, false, 0));
        datagram.Payload.ShouldBe(payload);
        wire.B.Udp.Take(Port, out _).ShouldBeEmpty("they are taken once");
    }

    [Fact]
    public void Any_payload_has_the_right_checksum() => Property.Holds(Property.Bytes(1472), payload =>
    {
        // the wire checks each frame with a slow model
        var wire = new Wire();
        wire.B.Udp.Open(Port);
        wire.A.Udp.Send(Wire.B4, 1, Port, payload, wire.Now);
        wire.RunUntilQuiet();
        wire.B.Udp.Take(Port, out _).Single().Payload.ShouldBe(payload);
    });

    [Fact]
    public void Queue_of_a_port_is_bounded()
    {
        // given
        var wire = new Wire();
        wire.B.Udp.Open(Port);
        wire.A.Udp.Send(Wire.B4, 1, Port, [], wire.Now);
        wire.RunUntilQuiet();
        wire.B.Udp.Take(Port, out _);

        // when
        for (var i = 0; i < UdpPort.MaxDatagrams + 5; i++) wire.A.Udp.Send(Wire.B4, 1, Port, [1], wire.Now);
        wire.RunUntilQuiet();

        // then
        wire.B.Udp.Take(Port, out var lost).Count.ShouldBe(UdpPort.MaxDatagrams);
        lost.ShouldBe(5);
    }

    [Fact]
    public void Flow_keeps_its_pace_to_the_nanosecond()
    {
        // given 7 Mbit/s in datagrams of 1000 bytes: one every 1,142,857.142857 ns
        var wire = new Wire();
        wire.B.Udp.Open(Port);
        UdpFlowSent? sent = null;

        // when
        wire.A.Udp.Start(new UdpFlow(Wire.B4, Port, 7_000_000, 1000, 0, 10 * Wire.Second, 3), s => sent = s, wire.Now);
        wire.RunUntil(() => sent is not null);

        // then
        sent!.Value.Datagrams.ShouldBe(8750);
        var times = wire.ToB.Sent.Where(f => f.Protocol == IpProtocol.Udp).Select(f => f.Time).ToArray();
        for (var i = 10; i < times.Length; i++) Math.Abs(times[i] - (long)((Int128)i * 8_000_000_000_000 / 7_000_000)).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Receiver_knows_what_the_network_did()
    {
        // given of 1000 datagrams ten are lost, ten come twice, ten come late, ten are marked
        var wire = new Wire();
        wire.B.Udp.Open(Port);
        wire.ToB.Decide = (_, f) => f.Protocol != IpProtocol.Udp ? Fate.Arrives : (Number(f) % 100) switch
        {
            20 => Fate.Lost,
            40 => new Fate(Copies: 2),
            60 => new Fate(1, Delay: 1_500_000),
            80 => new Fate(1, Mark: true),
            _ => Fate.Arrives,
        };

        // when a datagram every millisecond
        wire.A.Udp.Start(new UdpFlow(Wire.B4, Port, 8_000_000, 1000, 1000, 0, 3, EcnCapable: true), _ => { }, wire.Now);
        wire.RunFor(2 * Wire.Second);

        // then
        var flow = wire.B.Udp.Flow(3)!;
        (flow.Datagrams, flow.Bytes, flow.Duplicates, flow.Reordered, flow.Marked, flow.HighestNumber).ShouldBe((990, 990_000, 10, 10, 10, 999));
        flow.DelaySample.Count.ShouldBe(990);
        flow.DelaySample.Min().ShouldBe(Wire.Millisecond);
        ((double)flow.MeanDelay).ShouldBe(flow.DelaySample.Average(), 1);
        flow.Last.Since(flow.First).ShouldBeInRange(997 * Wire.Millisecond, 999 * Wire.Millisecond);
        wire.B.Udp.Take(Port, out _).ShouldBeEmpty("generated datagrams are counted, not kept");
        wire.B.Udp.Flow(4).ShouldBeNull();
    }

    [Fact]
    public void Burst_keeps_the_pace_with_longer_pauses()
    {
        // given
        var wire = new Wire();
        wire.B.Udp.Open(Port);

        // when
        wire.A.Udp.Start(new UdpFlow(Wire.B4, Port, 8_000_000, 1000, 100, 0, 1, Burst: 10), _ => { }, wire.Now);
        wire.RunFor(Wire.Second);

        // then
        wire.B.Udp.Flow(1)!.Datagrams.ShouldBe(100);
        wire.B.Udp.Flow(1)!.Last.Since(wire.B.Udp.Flow(1)!.First).ShouldBeInRange(87 * Wire.Millisecond, 90 * Wire.Millisecond);
    }

    [Fact]
    public void Flow_without_a_pace_leaves_at_once()
    {
        // given
        var wire = new Wire();
        wire.B.Udp.Open(Port);
        UdpFlowSent? sent = null;

        // when
        wire.A.Udp.Start(new UdpFlow(Wire.B4, Port, 0, 100, 100, 0, 1), s => sent = s, wire.Now);
        wire.A.OnDeadline(wire.Now);

        // then
        sent!.Value.Datagrams.ShouldBe(100);
        wire.RunFor(Wire.Second);
        wire.B.Udp.Flow(1)!.Datagrams.ShouldBe(100);
    }

    [Fact]
    public void Statistics_are_as_those_of_a_slow_model() => Property.Holds(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from count in Gen.Choose(1, 400)
        select (seed, count),
        x =>
        {
            // given datagrams in any order, some of them several times
            var random = new Random(x.seed);
            var numbers = Enumerable.Range(0, x.count).Select(_ => (long)random.Next(x.count)).ToArray();
            var statistics = new UdpFlowStatistics(1);
            var seen = new HashSet<long>();
            var (reordered, jitter, lastTransit, time) = (0, 0.0, 0L, 1_000_000L);

            // when
            foreach (var number in numbers)
            {
                time += random.Next(1, 1_000_000);
                var sentAt = new Instant(time - random.Next(1_000_000));
                statistics.Add(new FlowPayload(1, number, sentAt), 100, marked: false, new Instant(time));
                var top = seen.Count == 0 ? -1 : seen.Max();
                if (!seen.Add(number)) continue;
                if (number < top) reordered++;
                var transit = time - sentAt.Nanoseconds;
                if (seen.Count > 1) jitter += (Math.Abs(transit - lastTransit) - jitter) / 16;
                lastTransit = transit;
            }

            // then
            (statistics.Datagrams, statistics.Duplicates, statistics.Reordered).ShouldBe((seen.Count, x.count - seen.Count, reordered));
            statistics.HighestNumber.ShouldBe(seen.Max());
            ((double)statistics.Jitter).ShouldBe(jitter, 20);
        });

    [Fact]
    public void Sample_of_a_long_flow_is_bounded_and_fair()
    {
        // given
        var statistics = new UdpFlowStatistics(9);

        // when
        for (var i = 0; i < 100_000; i++) statistics.Add(new FlowPayload(9, i, new Instant(0)), 1, marked: false, new Instant(i));

        // then the early ones are as likely as the late ones
        statistics.DelaySample.Count.ShouldBe(UdpFlowStatistics.SampleSize);
        statistics.DelaySample.Average().ShouldBe(50_000, 1500);
    }

    [Fact]
    public void Gap_of_numbers_forgets_what_was_there_before()
    {
        // given
        var statistics = new UdpFlowStatistics(1);
        foreach (var number in (long[])[0, 1, 2, UdpFlowStatistics.Window + 1, UdpFlowStatistics.Window + 2, UdpFlowStatistics.Window + 1, long.MaxValue - 1])
            statistics.Add(new FlowPayload(1, number, new Instant(0)), 1, marked: false, new Instant(1));

        // then
        (statistics.Datagrams, statistics.Duplicates).ShouldBe((6, 1));
    }

    [Fact]
    public void What_cannot_be_sent_is_refused_in_words()
    {
        var wire = new Wire();
        var flow = new UdpFlow(Wire.B4, Port, 1_000_000, 1000, 10, 0, 1);
        Refusal(flow with { PayloadBytes = 23 }).ShouldContain("24 to 1472");
        Refusal(flow with { PayloadBytes = 1473 }).ShouldContain("24 to 1472");
        Refusal(flow with { Port = 65536 }).ShouldContain("65536 is no port");
        Refusal(flow with { Datagrams = 0 }).ShouldContain("number of datagrams or a duration");
        Refusal(flow with { BitsPerSecond = 0, Datagrams = 0, Duration = 1 }).ShouldContain("without a pace");
        Refusal(flow with { BitsPerSecond = -1 }).ShouldContain("bit/s");
        Refusal(flow with { Burst = 0 }).ShouldContain("1 to 64");
        Should.Throw<HostStackException>(() => wire.A.Udp.Take(7, out _)).Message.ShouldContain("not open");
        wire.IsQuiet.ShouldBeTrue();

        string Refusal(UdpFlow wrong) => Should.Throw<HostStackException>(() => wire.A.Udp.Start(wrong, _ => { }, wire.Now)).Message;
    }

    private static long Number(SentFrame frame) => System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(frame.Transport[16..]);
}
