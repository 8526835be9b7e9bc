using System.Text;
using ActorNet.Fuzz.Tests.Harness;
using ActorNet.Linux.Hosts;
using ActorNet.Linux.Iproute;
using ActorNet.Node.Bench;
using ActorNet.Node.Cli;
using ActorNet.Shell;
using Xunit;

namespace ActorNet.Fuzz.Tests.Targets;

/// <summary>What other programs print, and words of the command line.</summary>
public sealed class ProgramOutputTests
{
    private static readonly string[] Outputs =
    [
        """{"end":{"sum_received":{"bits_per_second":9.7e9}}}""", """{"error":"unable to connect"}""", "64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.051 ms\n64 bytes from 10.0.0.2: time=12 ms\n",
        "Inter-|   Receive\n  eth0: 12 34 0 0\n lo: 1 2 3\n", "Command failed -:1\nRTNETLINK answers: File exists\nCommand failed -:2\nCommand failed -:3\nCommand failed -:5\n", "0.20 0.18 0.12 1/80 123",
    ];

    private static readonly string[] Durations = ["5ms", "1.5s", "100ns", "1000h", "0.000001us", "3 min"];

    private static readonly string[] Addresses = ["10.0.0.1/24", "fd00::1/64", "fe80::1%eth0/64", "::ffff:1.2.3.4/96", "0/0", "255.255.255.255/32"];

    private static readonly string[] Words = ["time=", "ms", "eth0:", "Command failed -:", "error", "end", "{", "}", "\n", "1", "99999999999", "/", ":", "::", ".", "s", "h"];

    [Fact]
    public void Output_of_programs_gives_a_number_or_a_reason() => Fuzzer.OfText("output", static s => Decoded(TextMutator.Mutate(s, Outputs, Words, 2000)), static text =>
    {
        Expect<NodeException>(() => TapReadings.Iperf(text));
        Expect<NodeException>(() => TapReadings.Ping(text));
        TapReadings.Received(text, "eth0");
        string[] lines = ["link add a type dummy", "link set a up"];
        Expect<IpBatchException>(() => IpBatchMarkers.Read(lines, 0, new IprouteRun("ip", 1, "", text)));
    }).Run(8000);

    [Fact]
    public void A_duration_or_an_address_is_read_or_refused() => Fuzzer.OfText("duration, address", static s => TextMutator.Mutate(s, s.OneIn(2) ? Durations : Addresses, Words, 60), static text =>
    {
        Expect<ShellException>(() => Require(Duration.Parse(text) is >= 0 and <= Duration.Max));
        Expect<FormatException>(() => Require(HostAddress.Parse(text).PrefixLength is >= 0 and <= 128));
    }).Run(30_000);

    /// <summary>As it comes out of a stream: half a surrogate does not.</summary>
    private static string Decoded(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static void Require(bool holds)
    {
        if (!holds) throw new InvalidOperationException("It was read, and it is out of range.");
    }

    private static void Expect<TRefusal>(Action read)
        where TRefusal : Exception
    {
        try
        {
            read();
        }
        catch (TRefusal)
        {
            // Refused as it says.
        }
    }
}
