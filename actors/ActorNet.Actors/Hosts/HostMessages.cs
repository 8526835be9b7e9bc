using System.Net;
using ActorNet.Core.Devices;

namespace ActorNet.Actors.Hosts;

/// <summary>To a host: ping a station. Answered with <see cref="PingReport"/> when all replies are in, or a second after the last request.</summary>
/// <param name="Target">IPv4 address in the host's network.</param>
/// <param name="Count">Requests, 1 to <see cref="MiniHost.MaxPings"/>.</param>
/// <param name="Interval">Time between requests.</param>
public sealed record StartPing(IPAddress Target, int Count, TimeSpan Interval);

/// <summary>To a host: send UDP datagrams at a steady pace, whatever becomes of them. Answered with <see cref="UdpReport"/> when the last one is sent.</summary>
/// <param name="Target">IPv4 address in the host's network.</param>
/// <param name="Datagrams">How many, 1 or more.</param>
/// <param name="PayloadBytes">UDP payload of each, 0 to 1472.</param>
/// <param name="Interval">Time between bursts.</param>
/// <param name="Burst">Datagrams in a burst, 1 to 64.</param>
public sealed record StartUdp(IPAddress Target, int Datagrams, int PayloadBytes, TimeSpan Interval, int Burst = 1);

/// <summary>To a host: what have you seen? Answered with <see cref="HostReport"/>.</summary>
public sealed class TakeHostReport
{
    private TakeHostReport()
    {
    }

    /// <summary>The only one.</summary>
    public static TakeHostReport Instance { get; } = new();
}

/// <summary>Answer to <see cref="StartPing"/>.</summary>
/// <param name="Sent">Requests sent.</param>
/// <param name="RoundTrips">Round-trip times of the replies in nanoseconds, in the order of arrival.</param>
public sealed record PingReport(int Sent, IReadOnlyList<long> RoundTrips);

/// <summary>Answer to <see cref="StartUdp"/>.</summary>
/// <param name="Sent">Datagrams handed to the network.</param>
public sealed record UdpReport(int Sent);

/// <summary>Counters of a host.</summary>
/// <param name="FramesIn">Frames that arrived.</param>
/// <param name="FramesOut">Frames sent.</param>
/// <param name="EchoesAnswered">Echo requests answered.</param>
/// <param name="UdpDatagrams">UDP datagrams received.</param>
/// <param name="UdpBytes">Their payload.</param>
/// <param name="Ignored">Frames that were none of its business or could not be read.</param>
public sealed record HostReport(long FramesIn, long FramesOut, long EchoesAnswered, long UdpDatagrams, long UdpBytes, long Ignored);

/// <summary>To a host, from its wire: this is where your frames go.</summary>
internal sealed record Plugged(IWireSink Sink);

/// <summary>To a host, from its wire: a frame has come. The array is the message's own.</summary>
internal sealed record FrameArrived(byte[] Frame);
