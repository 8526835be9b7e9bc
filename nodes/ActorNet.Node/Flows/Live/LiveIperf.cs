using ActorNet.Labs.Traffic;
using ActorNet.Topology;

namespace ActorNet.Node.Flows.Live;

/// <summary>TCP and UDP: <c>iperf3</c>, a server for each line.</summary>
internal sealed class LiveIperf(TrafficFlow flow, string from, string to) : LiveFlow
{
    private const string Program = "iperf3";

    /// <summary>A transfer says how many bytes, not how long; nobody waits longer than this.</summary>
    private static readonly TimeSpan LongestTransfer = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ServerTime = TimeSpan.FromSeconds(20);

    private HostProgram? _server;
    private string? _lack;

    public override TrafficFlow Flow => flow;

    protected override TimeSpan Length => flow switch
    {
        TcpFlow { Bytes: 0 } tcp => Span(tcp.Duration),
        UdpFlow { Datagrams: 0 } udp => Span(udp.Duration),
        UdpFlow udp => TimeSpan.FromSeconds(Math.Min(udp.Datagrams * udp.PayloadBytes * 8.0 / udp.BitsPerSecond, TimeSpan.FromDays(1).TotalSeconds)),
        _ => LongestTransfer,
    };

    public override async Task PrepareAsync(CancellationToken stop)
    {
        _server = HostProgram.Start(to, Program, ["-s", "-1", "--forceflush", "-p", Text($"{flow.Port}")]);
        _lack = await _server.SpokenAsync(ServerTime, stop).ConfigureAwait(false);
    }

    public override async Task<FlowResult> RunAsync(CancellationToken stop)
    {
        if (_lack is not null) return IperfOutput.Failed(flow, $"the server on port {flow.Port} {_lack}");
        return await SendAsync(from, Program, ArgumentsOf(flow), stop).ConfigureAwait(false) is { } end
            ? IperfOutput.Read(flow, end)
            : IperfOutput.Failed(flow, "iperf3 did not end") with { Outcome = FlowOutcome.Cut };
    }

    public override async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>What the client is told. It counts whole seconds: other times of UDP become a number of datagrams, those of TCP are rounded up.</summary>
    internal static IReadOnlyList<string> ArgumentsOf(TrafficFlow flow)
    {
        List<string> words = ["-c", flow.Target.ToString(), "-p", Text($"{flow.Port}"), "-J", "--connect-timeout", "10000"];
        switch (flow)
        {
            case TcpFlow { Bytes: > 0 } tcp:
                words.AddRange(["-n", Text($"{tcp.Bytes}")]);
                break;
            case TcpFlow tcp:
                words.AddRange(["-t", Text($"{(tcp.Duration + 999_999_999) / 1_000_000_000}")]);
                break;
            case UdpFlow udp:
                words.AddRange(["-u", "-b", Text($"{udp.BitsPerSecond}"), "-l", Text($"{udp.PayloadBytes}")]);
                words.AddRange(udp.Datagrams == 0 && udp.Duration % 1_000_000_000 == 0 ? ["-t", Text($"{udp.Duration / 1_000_000_000}")] : ["-k", Text($"{DatagramsOf(udp)}")]);
                // ECT(0) of RFC 3168.
                if (udp.Ecn) words.AddRange(["-S", "2"]);
                break;
        }

        return words;
    }

    private static long DatagramsOf(UdpFlow udp) =>
        udp.Datagrams > 0 ? udp.Datagrams : Math.Max(1, (long)(udp.Duration / 1e9 * udp.BitsPerSecond / 8 / udp.PayloadBytes));

    private static TimeSpan Span(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
}
