using ActorNet.Core.Frames;
using ActorNet.Hosts.Icmp;
using ActorNet.Hosts.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Hosts.Tests.Icmp;

public class IcmpTests
{
    [Theory]
    [InlineData("10.0.0.2")]
    [InlineData("fd00::2")]
    [InlineData("fe80::ff:fe00:2")]
    public void Ping_measures_the_round_trip(string target)
    {
        // given
        var wire = new Wire();
        wire.ToA.Delay = 4 * Wire.Millisecond;

        // when
        var result = Ping(wire, target, count: 5, interval: 100 * Wire.Millisecond);

        // then the first one waited for the address
        (result.Sent, result.Duplicates, result.Errors).ShouldBe((5, 0, 0));
        result.RoundTrips.ShouldBe([10 * Wire.Millisecond, 5 * Wire.Millisecond, 5 * Wire.Millisecond, 5 * Wire.Millisecond, 5 * Wire.Millisecond]);
        wire.B.Counters.EchoesAnswered.ShouldBe(5);
    }

    [Fact]
    public void Lost_replies_are_waited_for_one_second()
    {
        // given
        var wire = new Wire();
        wire.ToA.Decide = (n, f) => f.Protocol == IpProtocol.Icmp && f.Transport[7] is 2 or 4 ? Fate.Lost : Fate.Arrives;

        // when
        var result = Ping(wire, "10.0.0.2", count: 4, interval: 10 * Wire.Millisecond);

        // then
        (result.Sent, result.RoundTrips.Count).ShouldBe((4, 2));
        wire.Time.ShouldBe((30 * Wire.Millisecond) + Wire.Second);
    }

    [Fact]
    public void Copies_are_counted_apart()
    {
        // given
        var wire = new Wire();
        wire.ToB.Decide = (_, f) => f.Protocol == IpProtocol.Icmp ? new Fate(Copies: 3) : Fate.Arrives;

        // when
        var result = Ping(wire, "10.0.0.2", count: 3, interval: 50 * Wire.Millisecond);

        // then the last request ends the ping with its first reply
        (result.RoundTrips.Count, result.Duplicates).ShouldBe((3, 4));
    }

    [Fact]
    public void Station_that_is_not_there_is_an_error_of_each_request()
    {
        // given
        var wire = new Wire();

        // when
        var result = Ping(wire, "10.0.0.77", count: 3, interval: 10 * Wire.Millisecond);

        // then
        (result.Sent, result.RoundTrips.Count, result.Errors).ShouldBe((3, 0, 3));
        wire.Time.ShouldBe(3 * Wire.Second);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1472)]
    public void Payload_may_have_any_size_that_fits(int payload)
    {
        // given
        var wire = new Wire();

        // when
        var result = Ping(wire, "10.0.0.2", payload: payload);

        // then
        result.RoundTrips.Count.ShouldBe(1);
        wire.ToB.Sent[^1].Bytes.Length.ShouldBe(14 + 20 + 8 + payload);
        var (request, reply) = (wire.ToB.Sent[^1], wire.ToA.Sent[^1]);
        reply.Transport[8..].ToArray().ShouldBe(request.Transport[8..].ToArray(), "the reply carries what the request carried");
    }

    [Fact]
    public void Pings_run_side_by_side()
    {
        // given
        var wire = new Wire();
        var results = new List<PingResult>();

        // when
        foreach (var target in (IpAddress[])[Wire.B4, Wire.B6, Wire.B4]) wire.A.Echo.Ping(target, 10, 7 * Wire.Millisecond, 56, results.Add, wire.Now);
        wire.RunUntil(() => results.Count == 3);

        // then
        results.ShouldAllBe(r => r.RoundTrips.Count == 10);
    }

    [Fact]
    public void Numbers_wrap_in_a_long_ping()
    {
        // given
        var wire = new Wire();
        wire.ToA.Records = wire.ToB.Records = false;

        // when
        var result = Ping(wire, "10.0.0.2", count: 70_000, interval: 100_000);

        // then
        (result.Sent, result.RoundTrips.Count, result.Duplicates).ShouldBe((70_000, 70_000, 0));
        result.RoundTrips.Skip(100).ShouldAllBe(r => r == 2 * Wire.Millisecond);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Closed_port_is_told_to_the_sender(bool v6)
    {
        // given
        var wire = new Wire();
        var sent = default(ActorNet.Hosts.Udp.UdpFlowSent);

        // when
        wire.A.Udp.Start(new(v6 ? Wire.B6 : Wire.B4, 9, 1_000_000, 1000, 10, 0, 1), s => sent = s, wire.Now);
        wire.RunFor(Wire.Second);

        // then the error of the last one comes after its end
        sent.Datagrams.ShouldBe(10);
        sent.Errors.ShouldBeInRange(8, 9);
        wire.A.Counters.IcmpErrors.ShouldBe(10);
        wire.B.Counters.ClosedPorts.ShouldBe(10);
        wire.ToA.Sent.Max(f => f.Bytes.Length).ShouldBeLessThanOrEqualTo(14 + (v6 ? 1280 : 576));
    }

    [Fact]
    public void Errors_about_packets_of_others_are_ignored()
    {
        // given the error that A is told about its datagram
        var wire = new Wire();
        wire.A.Udp.Send(Wire.B4, 9, 9, [1], wire.Now);
        wire.RunUntil(() => wire.A.Counters.IcmpErrors == 1);
        var error = wire.ToA.Sent.Single(f => f.Protocol == IpProtocol.Icmp).Bytes.ToArray();

        // when the packet it quotes is said to come from somebody else
        error[14 + 20 + 8 + 15] ^= 7;
        var body = error.AsSpan(34);
        body[2] = body[3] = 0;
        var sum = (ushort)~FrameCheck.Sum(body);
        (body[2], body[3]) = ((byte)(sum >> 8), (byte)sum);
        wire.A.Receive(error, wire.Now);

        // then
        (wire.A.Counters.IcmpErrors, wire.A.Counters.BadChecksums).ShouldBe((1, 0));
    }

    [Fact]
    public void What_cannot_be_pinged_is_refused_in_words()
    {
        var wire = new Wire();
        Should.Throw<HostStackException>(() => Ping(wire, "10.0.0.2", count: 0)).Message.ShouldContain("1 to 100000");
        Should.Throw<HostStackException>(() => Ping(wire, "10.0.0.2", payload: 1473)).Message.ShouldContain("0 to 1472");
        Should.Throw<HostStackException>(() => Ping(wire, "10.0.0.1")).Message.ShouldContain("this host itself");
        Should.Throw<HostStackException>(() => Ping(wire, "1.1.1.1")).Message.ShouldContain("no way to 1.1.1.1");
        wire.IsQuiet.ShouldBeTrue();
    }

    private static PingResult Ping(Wire wire, string target, int count = 1, long interval = Wire.Second, int payload = 56)
    {
        PingResult? result = null;
        wire.A.Echo.Ping(IpAddress.Parse(target), count, interval, payload, r => result = r, wire.Now);
        wire.RunUntil(() => result is not null);
        return result!;
    }
}
