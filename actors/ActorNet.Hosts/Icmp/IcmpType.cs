namespace ActorNet.Hosts.Icmp;

/// <summary>Types and codes of ICMP (RFC 792) and ICMPv6 (RFC 4443), as far as a host speaks them.</summary>
internal static class IcmpType
{
    /// <summary>Bytes of the header that every kind here has.</summary>
    internal const int HeaderSize = 8;

    internal const byte EchoReply = 0;
    internal const byte Unreachable = 3;
    internal const byte PortUnreachable = 3;
    internal const byte FragmentationNeeded = 4;
    internal const byte EchoRequest = 8;
    internal const byte TimeExceeded = 11;

    internal const byte UnreachableV6 = 1;
    internal const byte PortUnreachableV6 = 4;
    internal const byte PacketTooBigV6 = 2;
    internal const byte TimeExceededV6 = 3;
    internal const byte EchoRequestV6 = 128;
    internal const byte EchoReplyV6 = 129;
    internal const byte NeighbourSolicitation = 135;
    internal const byte NeighbourAdvertisement = 136;
}
