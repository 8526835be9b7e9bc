using ActorNet.Core.Frames;

namespace ActorNet.Hosts.Ip;

/// <summary>What came of reading a packet.</summary>
internal enum IpReading
{
    /// <summary>It can be used.</summary>
    Whole,

    /// <summary>It was cut short, or its lengths contradict each other.</summary>
    Malformed,

    /// <summary>The header's checksum is wrong.</summary>
    BadChecksum,

    /// <summary>A part of a packet.</summary>
    Fragment,

    /// <summary>It carries headers that a host here does not know.</summary>
    Unknown,
}

/// <summary>A received IP packet; every length was checked against the frame.</summary>
internal readonly ref struct IpPacket
{
    internal IpPacket(ReadOnlySpan<byte> bytes, IpAddress source, IpAddress destination, int payloadOffset, byte protocol, byte trafficClass, byte hopLimit)
    {
        Bytes = bytes;
        Source = source;
        Destination = destination;
        Payload = bytes[payloadOffset..];
        Protocol = protocol;
        Ecn = (Ecn)(trafficClass & 3);
        HopLimit = hopLimit;
    }

    /// <summary>From the IP header to the end of the packet; padding of the frame is cut off.</summary>
    internal ReadOnlySpan<byte> Bytes { get; }

    internal IpAddress Source { get; }

    internal IpAddress Destination { get; }

    /// <summary>What follows the IP header and its extensions.</summary>
    internal ReadOnlySpan<byte> Payload { get; }

    internal byte Protocol { get; }

    internal Ecn Ecn { get; }

    internal byte HopLimit { get; }

    /// <summary>Whether the checksum of TCP or ICMPv6 in the payload fits payload and addresses.</summary>
    internal bool IsTransportSumRight => IsSumRightOf(Payload.Length);

    /// <summary>The same of the first bytes of the payload, where what follows them is no part of it.</summary>
    internal bool IsSumRightOf(int length) =>
        Checksum.Fold(Checksum.Partial(Payload[..length], Checksum.PseudoHeader(Source.IsV6 ? Bytes.Slice(8, 32) : Bytes.Slice(12, 8), Protocol, length))) == 0;
}
