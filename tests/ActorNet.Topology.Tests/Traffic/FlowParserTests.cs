using System.Net;

namespace ActorNet.Topology.Tests.Traffic;

public class FlowParserTests
{
    private const long Second = 1_000_000_000;
    private const string Hosts = """
        hosts {
          alice { address = ["10.0.0.1/24", "fd00::1/64"] }
          bob { address = ["10.0.0.2/24", "fd00::2/64"] }
          six { address = "fd00::6/64" }
          far { address = "10.9.0.1/24" }
          routed { address = "10.9.0.2/24", route = "10.9.0.254" }
          none { }
        }
        boxes { lab { ports = [alice, bob, six, far, routed, none] } }
        """;

    private static string File(params string[] lines) => $"{Hosts}\ntraffic = [\n{string.Join('\n', lines.Select(l => $"\"{l}\""))}\n]";

    private static TrafficFlow Read(string line) => Expect.Valid(File(line)).Traffic.ShouldHaveSingleItem();

    [Fact]
    public void A_ping_has_defaults_of_the_usual_program()
    {
        var flow = Read("ping alice -> bob").ShouldBeOfType<PingFlow>();
        (flow.Name, flow.Number, flow.From, flow.To, flow.Kind).ShouldBe(("ping-alice-bob", 1, "alice", "bob", FlowKind.Ping));
        (flow.Count, flow.Interval, flow.PayloadBytes, flow.At).ShouldBe((5, Second, 56, 0));
        flow.Target.ShouldBe(IPAddress.Parse("10.0.0.2"));
    }

    [Fact]
    public void A_ping_takes_everything_in_any_order()
    {
        var flow = Read("try: ping alice->bob size 1000b over ipv6 at 1.5s count 3 interval 200ms").ShouldBeOfType<PingFlow>();
        (flow.Name, flow.Count, flow.Interval, flow.PayloadBytes, flow.At).ShouldBe(("try", 3, 200_000_000, 1000, 1_500_000_000));
        (flow.Target, flow.IsIPv6).ShouldBe((IPAddress.Parse("fd00::2"), true));
    }

    [Fact]
    public void Tcp_sends_a_length_or_for_a_time()
    {
        var length = Read("tcp alice -> bob 10MB at 2s").ShouldBeOfType<TcpFlow>();
        (length.Bytes, length.Duration, length.At, length.Ecn).ShouldBe((10 << 20, 0, 2 * Second, false));
        var time = Read("bulk: tcp alice -> bob for 10s ecn").ShouldBeOfType<TcpFlow>();
        (time.Bytes, time.Duration, time.Ecn, time.Port).ShouldBe((0, 10 * Second, true, 5201));
    }

    [Fact]
    public void Udp_has_a_rate_and_sends_a_count_or_for_a_time()
    {
        var time = Read("voice: udp alice -> bob rate 1mbit for 10s").ShouldBeOfType<UdpFlow>();
        (time.BitsPerSecond, time.PayloadBytes, time.Datagrams, time.Duration, time.Ecn).ShouldBe((1_000_000, 1200, 0, 10 * Second, false));
        var count = Read("udp alice -> bob count 1000 rate 64kbit size 160b ecn").ShouldBeOfType<UdpFlow>();
        (count.BitsPerSecond, count.PayloadBytes, count.Datagrams, count.Duration, count.Ecn).ShouldBe((64_000, 160, 1000, 0, true));
    }

    [Fact]
    public void The_family_that_both_have_is_taken()
    {
        Read("ping alice -> six").Target.ShouldBe(IPAddress.Parse("fd00::6"));
        Read("ping routed -> bob").Target.ShouldBe(IPAddress.Parse("10.0.0.2"));
    }

    [Fact]
    public void Each_line_has_a_port_of_its_own() =>
        Expect.Valid(File("ping alice -> bob", "udp alice -> bob rate 1mbit for 1s", "tcp alice -> bob 1mb")).Traffic.Select(f => f.Port).ShouldBe([5201, 5202, 5203]);

    [Theory]
    [InlineData("§pong alice -> bob", "'pong' is no kind of traffic", "Did you mean 'ping'?")]
    [InlineData("§ping", "who sends is missing", "ping alice -> bob")]
    [InlineData("ping §alcie -> bob", "there is no host 'alcie'", "Did you mean 'alice'? Hosts: alice, bob")]
    [InlineData("ping alice §bob", "'bob' stands where '->' belongs", "ping alice -> ...")]
    [InlineData("ping alice -> §alice", "alice sends to itself", "two hosts")]
    [InlineData("ping alice -> §none", "none has no address", "Give none an address")]
    [InlineData("ping none -> §alice", "none has no address", "Give none an address")]
    [InlineData("ping alice -> §six over ipv4", "six has no IPv4 address", "Give six an address")]
    [InlineData("ping six -> §far", "six and far have no addresses of the same family", "Give both")]
    [InlineData("ping alice -> §far", "alice has no route to far", "gateway")]
    [InlineData("ping alice -> bob §cuont 5", "'cuont' is no word of ping", "Did you mean 'count'? Known: count, interval, size, at, over ipv4, over ipv6")]
    [InlineData("ping alice -> bob count §many", "'many' is not a count", "whole number")]
    [InlineData("ping alice -> bob count §0", "a count of 0 is none", "Write more")]
    [InlineData("ping alice -> bob count §100001", "100001 requests are too many", "at most 100000")]
    [InlineData("ping alice -> bob interval §200", "'200' is no time", "us, ms, s, min or h")]
    [InlineData("ping alice -> bob interval §1us", "the interval is too short", "1ms")]
    [InlineData("ping alice -> bob size §56", "'56' is not a size", "b, kb, mb or gb")]
    [InlineData("ping alice -> bob size §1473b", "does not fit the mtu of 1500", "16b to 1472b")]
    [InlineData("ping alice -> bob over ipv6 size §1453b at 1s", "does not fit the mtu of 1500", "16b to 1452b")]
    [InlineData("ping alice -> bob count 1 §count 2", "count is said twice", "Remove one")]
    [InlineData("ping alice -> bob §10mb", "'10mb' is no word of ping: only tcp has a length", "Known: count")]
    [InlineData("ping alice -> bob over §ipx", "'ipx' is no protocol", "over ipv6")]
    [InlineData("tcp alice -> §bob", "it is not said how much tcp sends", "10mb")]
    [InlineData("tcp alice -> bob 10mb for §1s", "a length or for a time, not both", "either")]
    [InlineData("tcp alice -> bob 10mb §20mb", "the length is said twice", "Remove one")]
    [InlineData("tcp alice -> bob for §0s", "traffic has to last", "above 0")]
    [InlineData("tcp alice -> bob for 1s §rate 1mbit", "'rate' is no word of tcp", "Known: a length such as 10mb")]
    [InlineData("udp alice -> bob for §1s", "it is not said how fast udp sends", "rate 1mbit")]
    [InlineData("udp alice -> bob rate §1mbit", "it is not said how long udp sends", "count 1000")]
    [InlineData("udp alice -> bob rate §1 for 1s", "'1' is not a rate", "mbit")]
    [InlineData("udp alice -> bob rate §0bit for 1s", "a rate of 0bit is none", "Write more")]
    [InlineData("udp alice -> bob rate §2tbit for 1s", "no host sends that fast", "at most 1tbit")]
    [InlineData("udp alice -> bob rate 1tbit for §1h", "375000000000 datagrams are too many", "slower or shorter")]
    [InlineData("udp alice -> bob rate 1tbit count §1000000001", "1000000001 datagrams are too many", "at most 1000000000")]
    [InlineData("udp alice -> bob rate 1mbit for 1s size §23b", "a payload of 23 bytes is too small", "24b to 1472b")]
    [InlineData("§1st: ping alice -> bob", "'1st' is no name for traffic", "starting with a letter")]
    [InlineData("§lab: ping alice -> bob", "'lab' means all boxes", "another name")]
    [InlineData("my §flow: ping alice -> bob", "'flow' behind the name makes no sense", "Remove it")]
    public void A_mistake_is_reported_at_its_word(string line, string what, string remedy) => Expect.Errors(File(line), (what, remedy));

    [Fact]
    public void A_name_is_there_once() => Expect.Errors(
        $"{Hosts}\ntraffic = [\n\"ping alice -> bob\", §\"ping alice -> bob count 1\", \"ping bob -> alice\" ]", ("there is traffic 'ping-alice-bob' already, at lab.conf:11:1", "NAME: ping alice -> bob"));

    [Fact]
    public void Ecn_is_a_matter_of_the_whole_host() => Expect.Errors(
        $"{Hosts}\ntraffic = [ \"a: tcp alice -> bob 1mb ecn\", \"b: tcp bob -> alice 1mb\", §\"c: tcp alice -> bob 1mb\", \"d: udp alice -> bob rate 1mbit for 1s\" ]",
        ("alice sends tcp with and without ecn", "in all tcp lines of alice, or in none"));

    [Fact]
    public void A_host_with_a_mistake_makes_no_second_mistake_in_the_traffic() => Expect.Errors(
        Expect.Lab(alice: "address = §\"10.0.0.300/24\"", bob: "address = \"10.0.0.2/24\"", more: "traffic = \"ping alice -> bob\"\nexpect = \"ping-alice-bob done\""), ("10.0.0.300", ""));

    [Fact]
    public void Traffic_without_hosts_is_a_mistake() => Expect.Errors("boxes { lab { } }\ntraffic = \"ping §alice -> bob\"", ("there is no host 'alice'; the topology has none", "hosts { }"));

    [Fact]
    public void More_lines_than_allowed_are_refused() => Expect.Errors(
        File([.. Enumerable.Range(0, 1000).Select(i => $"f{i}: ping alice -> bob")]).TrimEnd(']') + "§\"ping alice -> bob\"\n]", ("traffic has 1001 lines, more than 1000", "several files"));
}
