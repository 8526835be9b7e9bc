namespace ActorNet.TestKit;

/// <summary>The header of ICMP (RFC 792) or ICMPv6 (RFC 4443).</summary>
/// <param name="Type">Type: 8 and 0 are echo and its reply in ICMP, 128 and 129 in ICMPv6.</param>
/// <param name="Code">Code.</param>
/// <param name="Id">Identifier of an echo; otherwise what stands there.</param>
/// <param name="Sequence">Number of an echo; otherwise what stands there.</param>
public sealed record IcmpView(int Type, int Code, int Id, int Sequence);

/// <summary>A UDP header (RFC 768).</summary>
/// <param name="SourcePort">Source port.</param>
/// <param name="DestinationPort">Destination port.</param>
/// <param name="Length">Bytes of header and payload as the header says.</param>
public sealed record UdpView(int SourcePort, int DestinationPort, int Length);

/// <summary>The flags of TCP.</summary>
[Flags]
#pragma warning disable CA1711 // the standard's word
public enum TcpFlags
#pragma warning restore CA1711
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The sender is done.</summary>
    Fin = 1,

    /// <summary>Opens a connection.</summary>
    Syn = 2,

    /// <summary>Breaks a connection.</summary>
    Rst = 4,

    /// <summary>Hand the data on.</summary>
    Psh = 8,

    /// <summary>The acknowledgement number counts.</summary>
    Ack = 16,

    /// <summary>The urgent pointer counts.</summary>
    Urg = 32,

    /// <summary>A mark was seen (RFC 3168).</summary>
    Ece = 64,

    /// <summary>The window was reduced (RFC 3168).</summary>
    Cwr = 128,
}

/// <summary>A TCP header (RFC 9293).</summary>
/// <param name="SourcePort">Source port.</param>
/// <param name="DestinationPort">Destination port.</param>
/// <param name="Sequence">Sequence number.</param>
/// <param name="Acknowledgment">Acknowledgement number.</param>
/// <param name="Flags">Flags.</param>
/// <param name="Window">Window as in the header, not scaled.</param>
public sealed record TcpView(int SourcePort, int DestinationPort, uint Sequence, uint Acknowledgment, TcpFlags Flags, int Window)
{
    /// <summary>Opens a connection.</summary>
    public bool IsSyn => Flags.HasFlag(TcpFlags.Syn);

    /// <summary>The sender is done.</summary>
    public bool IsFin => Flags.HasFlag(TcpFlags.Fin);

    /// <summary>Breaks a connection.</summary>
    public bool IsRst => Flags.HasFlag(TcpFlags.Rst);
}
