namespace ActorNet.Hosts.Tcp;

/// <summary>A connection to be made, and what to send on it.</summary>
/// <param name="Target">Where to.</param>
/// <param name="Port">Destination port.</param>
/// <param name="Bytes">Length of the stream; 0 goes by the duration.</param>
/// <param name="Duration">Nanoseconds from now on in which new bytes are sent; counts only without a length.</param>
public readonly record struct TcpTransfer(IpAddress Target, int Port, long Bytes, long Duration);

/// <summary>How a connection ended.</summary>
public enum TcpEnd
{
    /// <summary>Everything was sent and acknowledged, and both sides closed.</summary>
    Done,

    /// <summary>The target refused it.</summary>
    Refused,

    /// <summary>It was reset.</summary>
    Reset,

    /// <summary>Nobody answered for too long.</summary>
    TimedOut,

    /// <summary>There was no way to the target.</summary>
    Unreachable,
}

/// <summary>What came of a connection.</summary>
/// <param name="End">How it ended.</param>
/// <param name="BytesAcked">Bytes that were acknowledged.</param>
/// <param name="Nanoseconds">From the first SYN to the acknowledgement of the last byte, or to the end.</param>
/// <param name="Retransmits">Segments sent again.</param>
/// <param name="Timeouts">How often the retransmission timer went off.</param>
/// <param name="EcnReductions">How often marks halved the window.</param>
/// <param name="MinRtt">Smallest round-trip time in nanoseconds; 0 when none was measured.</param>
/// <param name="MeanRtt">Their mean.</param>
public readonly record struct TcpResult(TcpEnd End, long BytesAcked, long Nanoseconds, long Retransmits, long Timeouts, long EcnReductions, long MinRtt, long MeanRtt);

/// <summary>The two ends of a connection, seen from this host.</summary>
internal readonly record struct TcpEndpoints(IpAddress Local, int LocalPort, IpAddress Remote, int RemotePort);
