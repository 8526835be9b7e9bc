using ActorNet.Labs.Traffic;
using ActorNet.Node.Flows.Live;
using ActorNet.Topology;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Sim;

/// <summary>What <c>ping</c> and <c>iperf3</c> are told and print.</summary>
public sealed class LiveOutputTests
{
    private const string Lab =
        """
        hosts { alice { address = "10.0.0.1/24" }, bob { address = "10.0.0.2/24" } }
        boxes { lab { ports = [alice, bob] } }

        """;

    private const string Pinged =
        """
        PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
        64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.307 ms
        64 bytes from 10.0.0.2: icmp_seq=2 ttl=64 time=12.5 ms
        64 bytes from 10.0.0.2: icmp_seq=2 ttl=64 time=99.9 ms (DUP!)
        From 10.0.0.1 icmp_seq=3 Destination Host Unreachable
        64 bytes from 10.0.0.2: icmp_seq=4 ttl=64 time<1 ms

        --- 10.0.0.2 ping statistics ---
        5 packets transmitted, 3 received, +1 duplicates, +1 errors, 40% packet loss, time 4093ms
        rtt min/avg/max/mdev = 0.307/6.4/12.5/6.1 ms
        """;

    private const string UdpEnd =
        """
        { "end": { "streams": [ { "udp": { "out_of_order": 4 } } ], "sum_sent": { "packets": 105, "bytes": 126000 },
          "sum_received": { "seconds": 1.5, "bytes": 120000, "bits_per_second": 640000.5, "jitter_ms": 0.25, "lost_packets": 3, "packets": 103 } } }
        """;

    private const string TcpEnd =
        """
        { "end": { "streams": [ { "sender": { "min_rtt": 300, "mean_rtt": 450 } } ], "sum_sent": { "retransmits": 7 },
          "sum_received": { "seconds": 2, "bytes": 2500000, "bits_per_second": 1e7 } } }
        """;

    private static TrafficFlow Flow(string line) => TopologyLoader.LoadText(Lab + $"traffic = \"{line}\"", "t.conf").OrThrow().Traffic[0];

    private static PingFlow Ping { get; } = (PingFlow)Flow("ping alice -> bob");

    private static TrafficFlow Udp { get; } = Flow("udp alice -> bob rate 1mbit for 1s");

    private static TrafficFlow Tcp { get; } = Flow("tcp alice -> bob 1mb");

    [Fact]
    public void Ping_tells_replies_copies_and_errors()
    {
        var result = PingOutput.Read(Ping, new ProgramEnd(0, Pinged, ""));

        (result.Outcome, result.Sent, result.Received, result.Duplicates, result.Errors, result.Loss).ShouldBe((FlowOutcome.Done, 5, 3, 1, 1, 40));
        result.RoundTrip.ShouldNotBeNull().Count.ShouldBe(3);
        (result.ValueOf(FlowMetric.RoundTrip, new Statistic(StatisticKind.Min)), result.ValueOf(FlowMetric.RoundTrip, new Statistic(StatisticKind.Max))).ShouldBe((307_000, 12_500_000));
    }

    [Theory]
    [InlineData("5 packets transmitted, 0 received, 100% packet loss, time 4000ms", "", "no reply")]
    [InlineData("5 packets transmitted, 0 received, +5 errors, 100% packet loss, time 4000ms", "", "unreachable")]
    [InlineData("", "ping: connect: Network is unreachable\n", "ping: connect: Network is unreachable")]
    [InlineData("", "", "ping told no result")]
    public void Ping_without_a_reply_has_failed(string output, string errors, string why) =>
        PingOutput.Read(Ping, new ProgramEnd(1, output, errors)).ShouldSatisfyAllConditions(r => r.Outcome.ShouldBe(FlowOutcome.Failed), r => r.Why.ShouldBe(why));

    [Fact]
    public void Iperf_tells_udp()
    {
        var result = IperfOutput.Read(Udp, new ProgramEnd(0, UdpEnd, ""));

        // Three are missed below the highest number that was seen, and two more behind it.
        (result.Outcome, result.Sent, result.Received, result.Bytes, result.Reordered).ShouldBe((FlowOutcome.Done, 105, 100, 120_000, 4));
        (result.BitsPerSecond, result.Jitter, result.Nanoseconds).ShouldBe((640_000.5, 250_000, 1_500_000_000));
        result.NotMeasured.Keys.ShouldBe([FlowMetric.Delay, FlowMetric.Duplicates, FlowMetric.Marked], ignoreOrder: true);
    }

    [Fact]
    public void Iperf_tells_tcp()
    {
        var result = IperfOutput.Read(Tcp, new ProgramEnd(0, TcpEnd, ""));

        (result.Outcome, result.Bytes, result.BitsPerSecond, result.Retransmits, result.Nanoseconds).ShouldBe((FlowOutcome.Done, 2_500_000, 1e7, 7, 2_000_000_000));
        (result.ValueOf(FlowMetric.RoundTrip, new Statistic(StatisticKind.Min)), result.ValueOf(FlowMetric.RoundTrip, new Statistic(StatisticKind.Mean))).ShouldBe((300_000, 450_000));
    }

    [Theory]
    [InlineData("{ \"end\": { }, \"error\": \"unable to connect to server: Connection refused\" }", "", "unable to connect to server: Connection refused")]
    [InlineData("{ \"end\": [ ] }", "", "iperf3 told no result")]
    [InlineData("", "iperf3: parameter error\nUsage: ...", "iperf3: parameter error")]
    [InlineData("{ \"error\": \"\\u001b[31m\" }", "", "?[31m")]
    public void Iperf_that_fails_says_why(string output, string errors, string why) =>
        IperfOutput.Read(Tcp, new ProgramEnd(1, output, errors)).ShouldSatisfyAllConditions(r => r.Outcome.ShouldBe(FlowOutcome.Failed), r => r.Why.ShouldBe(why), r => r.NotMeasured.ShouldNotBeEmpty());

    [Fact]
    public void Numbers_that_make_no_sense_are_not_measured()
    {
        var result = IperfOutput.Read(Udp, new ProgramEnd(0, "{ \"end\": { \"streams\": { }, \"sum_sent\": { \"packets\": -5 }, \"sum_received\": { \"bytes\": 1e300, \"packets\": \"3\", \"seconds\": 1e12 } } }", ""));

        (result.Sent, result.Received, result.Bytes, result.Nanoseconds, result.Loss).ShouldBe((null, null, null, null, null));
    }

    [Fact]
    public void Damaged_output_never_throws()
    {
        var damaged =
            from text in Gen.Elements(Pinged, UdpEnd, TcpEnd)
            from at in Gen.Choose(0, text.Length - 1)
            from length in Gen.Choose(0, 40)
            from piece in Gen.Elements("", "-", "9999999999999999999999", "{", "\"", "time=", " ms", "null", "\0", "e99", ",")
            select text.Remove(at, Math.Min(length, text.Length - at)).Insert(at, piece);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(damaged.ToArbitrary(), text =>
        {
            var end = new ProgramEnd(0, text, "");
            return PingOutput.Read(Ping, end) is not null && IperfOutput.Read(Udp, end) is not null && IperfOutput.Read(Tcp, end) is not null;
        }));
    }

    [Theory]
    [InlineData("tcp alice -> bob 1mb", "-n 1048576")]
    [InlineData("tcp alice -> bob for 2500ms", "-t 3")]
    [InlineData("udp alice -> bob rate 1mbit for 2s size 1000b", "-u -b 1000000 -l 1000 -t 2")]
    [InlineData("udp alice -> bob rate 1mbit for 2500ms size 1000b", "-u -b 1000000 -l 1000 -k 312")]
    [InlineData("udp alice -> bob rate 1mbit count 7 size 1000b ecn", "-u -b 1000000 -l 1000 -k 7 -S 2")]
    public void Iperf_is_told_what_the_line_says(string line, string words) =>
        string.Join(' ', LiveIperf.ArgumentsOf(Flow(line))).ShouldBe($"-c 10.0.0.2 -p 5201 -J --connect-timeout 10000 {words}");

    [Fact]
    public void Ping_is_told_what_the_line_says() =>
        string.Join(' ', LivePing.ArgumentsOf((PingFlow)Flow("ping alice -> bob count 3 interval 50ms size 100b"))).ShouldBe("-n -c 3 -i 0.05 -s 100 -W 1 10.0.0.2");

    [Fact]
    public void Programs_that_are_missing_are_named_with_their_packages()
    {
        LiveTools.Lacks([Ping, Udp], _ => true).ShouldBeNull();
        LiveTools.Lacks([Ping], p => !string.Equals(p, "iperf3", StringComparison.Ordinal)).ShouldBeNull();
        LiveTools.Lacks([Ping, Tcp], _ => false).ShouldNotBeNull().ShouldSatisfyAllConditions(l => l.ShouldContain("ping and iperf3"), l => l.ShouldContain("apt-get install iputils-ping iperf3"));
    }
}
