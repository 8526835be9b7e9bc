using System.Net;
using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;

namespace ActorNet.Actors.Hosts;

/// <summary>Answer of a host to a request that it cannot carry out.</summary>
/// <param name="Reason">A sentence: what is wrong and what would be right.</param>
public sealed record HostRefused(string Reason);

/// <summary>To a host: ping a station. Answered with <see cref="PingReport"/> when all replies are in, or a second after the last request. Several at a time.</summary>
/// <param name="Target">IPv4 or IPv6.</param>
/// <param name="Count">Requests, 1 to 100,000.</param>
/// <param name="Interval">Time between requests.</param>
/// <param name="PayloadBytes">Bytes behind the echo header, as <c>ping -s</c>.</param>
public sealed record StartPing(IPAddress Target, int Count, TimeSpan Interval, int PayloadBytes = 56);

/// <summary>Answer to <see cref="StartPing"/>.</summary>
/// <param name="Sent">Requests sent.</param>
/// <param name="RoundTrips">Round-trip times of the replies in nanoseconds, in the order of arrival.</param>
public sealed record PingReport(int Sent, IReadOnlyList<long> RoundTrips)
{
    /// <summary>Replies that had come before.</summary>
    public int Duplicates { get; init; }

    /// <summary>Requests that the network, or the search for the neighbour, answered with an error.</summary>
    public int Errors { get; init; }
}

/// <summary>To a host: give everything up as at a power cut: neighbours, ports, connections, traffic under way. Addresses stay. Answered with <see cref="Done"/>.</summary>
public sealed class CrashHost
{
    private CrashHost()
    {
    }

    /// <summary>The only one.</summary>
    public static CrashHost Instance { get; } = new();
}

/// <summary>To a host: what have you seen? Answered with <see cref="HostReport"/>.</summary>
public sealed class TakeHostReport
{
    private TakeHostReport()
    {
    }

    /// <summary>The only one.</summary>
    public static TakeHostReport Instance { get; } = new();
}

/// <summary>Counters of a host since it was made.</summary>
/// <param name="FramesIn">Frames that arrived.</param>
/// <param name="FramesOut">Frames sent.</param>
/// <param name="EchoesAnswered">Echo requests answered.</param>
/// <param name="UdpDatagrams">UDP datagrams received on open ports.</param>
/// <param name="UdpBytes">Their payload.</param>
/// <param name="Ignored">Frames that were none of its business.</param>
public sealed record HostReport(long FramesIn, long FramesOut, long EchoesAnswered, long UdpDatagrams, long UdpBytes, long Ignored)
{
    /// <summary>Packets for it whose checksum was wrong.</summary>
    public long BadChecksums { get; init; }

    /// <summary>Packets for it that were cut short or contradict themselves.</summary>
    public long Malformed { get; init; }

    /// <summary>Fragments, which it does not put together.</summary>
    public long Fragments { get; init; }

    /// <summary>Packets given up because nobody answered for the neighbour, or too many waited for it.</summary>
    public long Unresolved { get; init; }

    /// <summary>Datagrams and connection attempts for ports that nobody had opened.</summary>
    public long ClosedPorts { get; init; }

    /// <summary>Connection attempts that found no room.</summary>
    public long ConnectionsRefused { get; init; }

    /// <summary>Errors of ICMP and ICMPv6 that it was told.</summary>
    public long IcmpErrors { get; init; }
}

/// <summary>To a host, from its wire: this is where your frames go.</summary>
internal sealed record Plugged(IWireSink Sink);
