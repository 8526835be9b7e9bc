using ActorNet.Node.Bench;
using ActorNet.Node.Cli;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Bench;

public sealed class TapReadingsTests
{
    private const string Table =
        """
        Inter-|   Receive                                                |  Transmit
         face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
            lo:     112       2    0    0    0     0          0         0      112       2    0    0    0     0       0          0
          eth0: 9876543   12345    0    7    0     0          0         0     5000      50    0    0    0     0       0          0
         eth01:       1      99    0    0    0     0          0         0        1       1    0    0    0     0       0          0
        """;

    [Fact]
    public void Throughput_is_what_the_receiver_got()
    {
        const string Report = """{"end":{"sum_sent":{"bits_per_second":9e9},"sum_received":{"bits_per_second":7.5e9}}}""";

        TapReadings.Iperf(Report).ShouldBe(7.5, 1e-9);
    }

    [Fact]
    public void A_complaint_of_iperf3_is_passed_on()
    {
        var error = Should.Throw<NodeException>(() => TapReadings.Iperf("""{"error":"unable to connect to server: Connection refused"}"""));

        error.Message.ShouldBe("iperf3: unable to connect to server: Connection refused");
    }

    [Theory]
    [InlineData("")]
    [InlineData("iperf3: command not found")]
    [InlineData("[]")]
    [InlineData("""{"end":{}}""")]
    [InlineData("""{"end":{"sum_received":{"bits_per_second":"fast"}}}""")]
    public void A_report_without_the_number_says_what_is_missing(string report) =>
        Should.Throw<NodeException>(() => TapReadings.Iperf(report)).Message.ShouldContain("end.sum_received.bits_per_second");

    [Fact]
    public void Round_trip_is_the_median_of_the_answers()
    {
        const string Output =
            """
            PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
            64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=3.10 ms
            64 bytes from 10.0.0.2: icmp_seq=2 ttl=64 time=0.050 ms
            64 bytes from 10.0.0.2: icmp_seq=3 ttl=64 time=0.064 ms

            --- 10.0.0.2 ping statistics ---
            3 packets transmitted, 3 received, 0% packet loss, time 20ms
            rtt min/avg/max/mdev = 0.050/1.071/3.100/1.434 ms
            """;

        TapReadings.Ping(Output).ShouldBe(64, 1e-9);
    }

    [Fact]
    public void No_answer_is_a_failure() => Should.Throw<NodeException>(() => TapReadings.Ping("3 packets transmitted, 0 received, time 20ms"));

    [Fact]
    public void Received_frames_are_those_of_the_very_interface()
    {
        TapReadings.Received(Table, "eth0").ShouldBe(12345);
        TapReadings.Received(Table, "lo").ShouldBe(2);
        TapReadings.Received(Table, "eth").ShouldBeNull();
    }

    [Fact]
    public void Load_is_that_of_the_last_minute() => TapReadings.Load("7.49 7.65 10.34 3/123 4567\n").ShouldBe(7.49, 1e-9);
}
