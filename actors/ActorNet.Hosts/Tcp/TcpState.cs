namespace ActorNet.Hosts.Tcp;

/// <summary>States of a connection (RFC 9293, section 3.3.2); a port that listens is none here.</summary>
internal enum TcpState
{
    SynSent,
    SynReceived,
    Established,
    FinWait1,
    FinWait2,
    CloseWait,
    Closing,
    LastAck,
    TimeWait,
    Closed,
}
