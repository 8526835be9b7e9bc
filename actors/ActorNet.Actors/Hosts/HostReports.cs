using ActorNet.Hosts;
using ActorNet.Hosts.Icmp;
using ActorNet.Hosts.Tcp;
using ActorNet.Hosts.Udp;

namespace ActorNet.Actors.Hosts;

/// <summary>Translates between a host's messages and its stack.</summary>
internal static class HostReports
{
    internal static StackSettings StackOf(HostSettings settings, ulong seed) => new()
    {
        Mac = settings.Mac,
        Addresses = [.. settings.Addresses.Select(a => new StackAddress(IpAddress.From(a.Address), a.PrefixLength))],
        Gateways = [.. settings.Gateways.Select(IpAddress.From)],
        Mtu = settings.Mtu,
        Ecn = settings.Ecn,
        BitsPerSecond = settings.BitsPerSecond,
        Seed = seed,
    };

    internal static long Nanoseconds(TimeSpan time) => time.Ticks > long.MaxValue / TimeSpan.NanosecondsPerTick ? long.MaxValue : time.Ticks * TimeSpan.NanosecondsPerTick;

    internal static UdpFlow FlowOf(StartUdp request) => new(
        IpAddress.From(request.Target), request.Port, request.BitsPerSecond, request.PayloadBytes, request.Datagrams, Nanoseconds(request.Duration), request.Flow, request.Burst, request.EcnCapable);

    internal static PingReport Of(PingResult result) => new(result.Sent, result.RoundTrips) { Duplicates = result.Duplicates, Errors = result.Errors };

    internal static UdpSent Of(UdpFlowSent sent, int flow) => new(flow, sent.Datagrams, sent.Bytes) { Errors = sent.Errors };

    internal static Datagrams Of(IReadOnlyList<UdpDatagram> received, long lost) => new([.. received.Select(Of)], lost);

    internal static UdpFlowReport Of(UdpFlowStatistics? flow) => flow is null
        ? new UdpFlowReport(0, 0, 0, 0, 0, -1, default, default, 0, 0, [])
        : new UdpFlowReport(
            flow.Datagrams, flow.Bytes, flow.Duplicates, flow.Reordered, flow.Marked, flow.HighestNumber, flow.First, flow.Last, flow.MeanDelay, flow.Jitter, [.. flow.DelaySample]);

    internal static TcpReport Of(TcpResult result, int flow) => new(
        flow, Of(result.End), result.BytesAcked, result.Nanoseconds, result.Retransmits, result.Timeouts, result.EcnReductions, result.MinRtt, result.MeanRtt);

    internal static TcpReceived Of(TcpArrivals arrivals) =>
        new(arrivals.Connections, arrivals.Bytes, arrivals.OutOfOrder, arrivals.Marked, arrivals.First, arrivals.Last) { WrongBytes = arrivals.WrongBytes, Duplicates = arrivals.Duplicates };

    internal static HostReport Of(StackCounters counters) => new(counters.FramesIn, counters.FramesOut, counters.EchoesAnswered, counters.UdpDatagrams, counters.UdpBytes, counters.Ignored)
    {
        BadChecksums = counters.BadChecksums,
        Malformed = counters.Malformed,
        Fragments = counters.Fragments,
        Unresolved = counters.Unresolved,
        ClosedPorts = counters.ClosedPorts,
        ConnectionsRefused = counters.ConnectionsRefused,
        IcmpErrors = counters.IcmpErrors,
    };

    private static Datagram Of(UdpDatagram datagram) => new(datagram.Time, datagram.From.ToIPAddress(), datagram.FromPort, datagram.Payload, datagram.CongestionExperienced);

    private static TcpOutcome Of(TcpEnd end) => end switch
    {
        TcpEnd.Done => TcpOutcome.Done,
        TcpEnd.Refused => TcpOutcome.Refused,
        TcpEnd.Reset => TcpOutcome.Reset,
        TcpEnd.TimedOut => TcpOutcome.TimedOut,
        _ => TcpOutcome.Unreachable,
    };
}
