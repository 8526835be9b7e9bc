using System.Buffers.Binary;

namespace ActorNet.Core.Frames;

/// <summary>Where the transport header of a frame stands, as Linux finds it for frames of packet sockets and for BPF (<c>skb_flow_dissect_flow_keys_basic</c>).</summary>
/// <param name="Offset">From the start of <see cref="DataBuffer.Bytes"/>; the network header for ARP.</param>
/// <param name="Protocol">What stands there; 0 for ARP.</param>
/// <param name="IsLaterFragment">A part of a datagram behind its first: no header stands there.</param>
public readonly record struct TransportHeader(int Offset, byte Protocol, bool IsLaterFragment)
{
    private const int FragmentOffsetMask = 0x1FFF;

    /// <summary>Finds it; VLAN tags inside the frame are stepped over.</summary>
    /// <returns>False when the protocol is another, or a header is cut short.</returns>
    public static bool TryFind(SkBuff skb, out TransportHeader header)
    {
        header = default;
        var network = skb.NetworkHeader;
        var type = skb.Protocol;
        var end = skb.Data + skb.Length;
        for (var tags = 0; type is EtherType.Vlan or EtherType.VlanService; tags++)
        {
            if (tags == 2 || network + EthernetHeader.VlanSize > end) return false;
            type = BinaryPrimitives.ReadUInt16BigEndian(skb.Bytes.AsSpan(network + 2));
            network += EthernetHeader.VlanSize;
        }

        if (type == EtherType.Arp) header = new TransportHeader(network, 0, IsLaterFragment: false);
        if (type is not (EtherType.IPv4 or EtherType.IPv6)) return type == EtherType.Arp;
        if (!PacketHeaders.TryParse(skb, out var packet)) return false;
        header = new TransportHeader(skb.MacHeader + packet.Transport, packet.Protocol, packet.IsFragment && IsLater(skb.Bytes.AsSpan(network), type));
        return true;
    }

    private static bool IsLater(ReadOnlySpan<byte> packet, ushort type) =>
        type == EtherType.IPv6 || (BinaryPrimitives.ReadUInt16BigEndian(packet[6..]) & FragmentOffsetMask) != 0;
}
