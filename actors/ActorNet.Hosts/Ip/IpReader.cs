using System.Buffers.Binary;
using ActorNet.Core.Frames;

namespace ActorNet.Hosts.Ip;

/// <summary>Reads IPv4 (RFC 791) and IPv6 (RFC 8200). Lengths are checked before a byte is read.</summary>
internal static class IpReader
{
    private const int MinimumExtension = 8;
    private const int MoreFragmentsAndOffset = 0x3FFF;

    /// <summary>Extension headers that are walked before a packet is given up.</summary>
    private const int MaxExtensions = 8;

    /// <summary>Reads a packet.</summary>
    /// <param name="bytes">From the IP header to the end of the frame.</param>
    /// <param name="packet">The packet, when it is whole.</param>
    internal static IpReading ReadV4(ReadOnlySpan<byte> bytes, out IpPacket packet)
    {
        packet = default;
        if (bytes.Length < PacketHeaders.IPv4Size || bytes[0] >> 4 != 4) return IpReading.Malformed;
        var header = (bytes[0] & 15) * 4;
        var total = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        if (header < PacketHeaders.IPv4Size || total < header || bytes.Length < total) return IpReading.Malformed;
        if (Checksum.Fold(Checksum.Partial(bytes[..header])) != 0) return IpReading.BadChecksum;
        if ((BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]) & MoreFragmentsAndOffset) != 0) return IpReading.Fragment;
        packet = new IpPacket(bytes[..total], IpAddress.ReadV4(bytes[12..]), IpAddress.ReadV4(bytes[16..]), header, bytes[9], bytes[1], bytes[8]);
        return IpReading.Whole;
    }

    /// <inheritdoc cref="ReadV4"/>
    internal static IpReading ReadV6(ReadOnlySpan<byte> bytes, out IpPacket packet)
    {
        packet = default;
        if (bytes.Length < PacketHeaders.IPv6Size || bytes[0] >> 4 != 6) return IpReading.Malformed;
        var total = PacketHeaders.IPv6Size + BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        if (bytes.Length < total) return IpReading.Malformed;
        bytes = bytes[..total];
        var reading = SkipExtensions(bytes, out var offset, out var protocol);
        if (reading != IpReading.Whole) return reading;
        var trafficClass = (byte)((bytes[0] << 4) | (bytes[1] >> 4));
        packet = new IpPacket(bytes, IpAddress.ReadV6(bytes[8..]), IpAddress.ReadV6(bytes[24..]), offset, protocol, trafficClass, bytes[7]);
        return IpReading.Whole;
    }

    private static IpReading SkipExtensions(ReadOnlySpan<byte> bytes, out int offset, out byte protocol)
    {
        offset = PacketHeaders.IPv6Size;
        protocol = bytes[6];
        for (var i = 0; i < MaxExtensions; i++)
        {
            if (protocol == IpProtocol.Fragment) return IpReading.Fragment;
            if (protocol is IpProtocol.Routing or IpProtocol.Authentication) return IpReading.Unknown;
            if (protocol is not (IpProtocol.HopByHop or IpProtocol.DestinationOptions)) return IpReading.Whole;
            if (bytes.Length - offset < MinimumExtension) return IpReading.Malformed;
            var size = (bytes[offset + 1] + 1) * MinimumExtension;
            if (bytes.Length - offset < size) return IpReading.Malformed;
            protocol = bytes[offset];
            offset += size;
        }

        return IpReading.Unknown;
    }
}
