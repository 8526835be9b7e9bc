using System.Net;
using ActorNet.Actors.Messages;
using ActorNet.Core;

namespace ActorNet.Actors.Hosts;

/// <summary>To a host: accept connections to a port, up to 4,096 at a time on all ports; everything is read, and closed after the peer closes. Answered with <see cref="Done"/>.</summary>
/// <param name="Port">1 to 65535.</param>
public sealed record ListenTcp(int Port);

/// <summary>To a host: connect, send a generated stream, close. Answered with <see cref="TcpReport"/> when the connection is over. Several at a time.</summary>
/// <param name="Target">IPv4 or IPv6.</param>
/// <param name="Port">Destination port.</param>
/// <param name="Bytes">Length of the stream; 0 goes by <paramref name="Duration"/>.</param>
/// <param name="Duration">How long, from the request on, new bytes are sent; ignored when the length is given.</param>
/// <param name="Flow">Number of the flow, returned in the answer.</param>
public sealed record StartTcp(IPAddress Target, int Port, long Bytes, TimeSpan Duration, int Flow);

/// <summary>How a connection ended.</summary>
public enum TcpOutcome
{
    /// <summary>Everything was sent, acknowledged, and both sides closed.</summary>
    Done,

    /// <summary>The target refused the connection.</summary>
    Refused,

    /// <summary>The connection was reset.</summary>
    Reset,

    /// <summary>Nobody answered for too long.</summary>
    TimedOut,

    /// <summary>The network, or the search for the neighbour, said that there is no way.</summary>
    Unreachable,
}

/// <summary>Answer to <see cref="StartTcp"/>.</summary>
/// <param name="Flow">Number of the flow.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="BytesAcked">Bytes of the stream that were acknowledged.</param>
/// <param name="Nanoseconds">From the first SYN to the acknowledgement of the last byte.</param>
/// <param name="Retransmits">Segments sent again.</param>
/// <param name="Timeouts">How often the retransmission timer went off.</param>
/// <param name="EcnReductions">How often congestion marks halved the window.</param>
/// <param name="MinRttNanoseconds">Smallest round-trip time measured; 0 when none was.</param>
/// <param name="MeanRttNanoseconds">Their mean.</param>
public sealed record TcpReport(
    int Flow, TcpOutcome Outcome, long BytesAcked, long Nanoseconds, long Retransmits, long Timeouts, long EcnReductions, long MinRttNanoseconds, long MeanRttNanoseconds);

/// <summary>To a host: what came in on a port that listens? Answered with <see cref="TcpReceived"/>.</summary>
/// <param name="Port">The port.</param>
public sealed record TakeTcpReceived(int Port);

/// <summary>Answer to <see cref="TakeTcpReceived"/>.</summary>
/// <param name="Connections">Connections accepted.</param>
/// <param name="Bytes">Bytes of their streams received in order.</param>
/// <param name="OutOfOrder">Segments that came before an earlier one.</param>
/// <param name="Marked">Segments marked CE.</param>
/// <param name="First">When the first byte arrived.</param>
/// <param name="Last">When the last byte arrived.</param>
public sealed record TcpReceived(long Connections, long Bytes, long OutOfOrder, long Marked, Instant First, Instant Last)
{
    /// <summary>Bytes that were not those of a generated stream: damage that passed the checksum, or a peer that sends something else.</summary>
    public long WrongBytes { get; init; }

    /// <summary>Segments that brought nothing new.</summary>
    public long Duplicates { get; init; }
}
