using System.Buffers.Binary;

namespace ActorNet.Core.Frames;

/// <summary>Looks for a header in the chain of an IPv6 packet (<c>ipv6_find_hdr</c>).</summary>
internal static class IPv6Headers
{
    private const int MinimumExtension = 8;
    private const ushort FragmentOffsetMask = 0xFFF8;

    /// <summary>
    /// Finds where <paramref name="wanted"/> begins. A fragment that is not the first does not hold it, nor does a packet whose extension headers are cut short.
    /// </summary>
    /// <param name="packet">From the IPv6 header to the end of the frame.</param>
    /// <param name="wanted">Protocol number of a transport.</param>
    /// <param name="offset">Counted from the IPv6 header; the header itself need not be complete.</param>
    public static bool TryFind(ReadOnlySpan<byte> packet, byte wanted, out int offset)
    {
        offset = PacketHeaders.IPv6Size;
        if (packet.Length < PacketHeaders.IPv6Size) return false;
        var next = packet[6];
        while (IsExtension(next))
        {
            if (packet.Length - offset < MinimumExtension) return false;
            var header = packet[offset..];
            if (next == IpProtocol.Fragment && (BinaryPrimitives.ReadUInt16BigEndian(header[2..]) & FragmentOffsetMask) != 0) return false;
            offset += SizeOf(next, header[1]);
            next = header[0];
        }

        return next == wanted;
    }

    private static bool IsExtension(byte protocol) => protocol is IpProtocol.HopByHop or IpProtocol.Routing or IpProtocol.Fragment
        or IpProtocol.Authentication or IpProtocol.DestinationOptions;

    private static int SizeOf(byte protocol, byte length) => protocol switch
    {
        IpProtocol.Fragment => MinimumExtension,
        IpProtocol.Authentication => (length + 2) * 4,
        _ => (length + 1) * 8,
    };
}
