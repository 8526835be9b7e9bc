using System.Net;

namespace ActorNet.TestKit;

/// <summary>The congestion bits of an IP header (RFC 3168).</summary>
public enum Ecn
{
    /// <summary>The sender does not take part.</summary>
    NotCapable = 0,

    /// <summary>ECT(1).</summary>
    Capable1 = 1,

    /// <summary>ECT(0).</summary>
    Capable0 = 2,

    /// <summary>CE: a queue on the way is congested.</summary>
    Congestion = 3,
}

/// <summary>An IPv4 header (RFC 791).</summary>
/// <param name="Source">Whom it is from.</param>
/// <param name="Destination">Whom it is for.</param>
/// <param name="Protocol">Protocol of the payload: 1 ICMP, 6 TCP, 17 UDP.</param>
/// <param name="Ttl">Time to live.</param>
/// <param name="Dscp">Differentiated services code point, 0 to 63.</param>
/// <param name="Ecn">Congestion bits.</param>
/// <param name="Id">Identification.</param>
/// <param name="TotalLength">Bytes of the packet as the header says.</param>
/// <param name="IsFragment">Part of a fragmented packet.</param>
/// <param name="IsChecksumRight">Whether the header's checksum is right.</param>
public sealed record IPv4View(
    IPAddress Source, IPAddress Destination, int Protocol, int Ttl, int Dscp, Ecn Ecn, int Id, int TotalLength, bool IsFragment, bool IsChecksumRight);

/// <summary>An IPv6 header (RFC 8200).</summary>
/// <param name="Source">Whom it is from.</param>
/// <param name="Destination">Whom it is for.</param>
/// <param name="NextHeader">Protocol of the payload behind all extension headers: 58 ICMPv6, 6 TCP, 17 UDP.</param>
/// <param name="HopLimit">Hop limit.</param>
/// <param name="Dscp">Differentiated services code point, 0 to 63.</param>
/// <param name="Ecn">Congestion bits.</param>
/// <param name="FlowLabel">Flow label.</param>
/// <param name="PayloadLength">Bytes behind this header as it says.</param>
public sealed record IPv6View(IPAddress Source, IPAddress Destination, int NextHeader, int HopLimit, int Dscp, Ecn Ecn, int FlowLabel, int PayloadLength);
