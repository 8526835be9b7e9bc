using System.Buffers.Binary;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc;

/// <content>The checksums of transports.</content>
internal readonly ref partial struct CsumRepair
{
    private const int IcmpSize = 8;
    private const int UdpCheck = 6;
    private const int TcpCheck = 16;
    private const int MessageCheck = 2;

    private DropReason RepairTransport(Layer layer)
    {
        switch (layer.Protocol)
        {
            case IpProtocol.Icmp when !layer.IsV6 && Wants(CsumTargets.Icmp):
            case IpProtocol.Igmp when !layer.IsV6 && Wants(CsumTargets.Igmp):
                return RepairMessage(layer);
            case IpProtocol.IcmpV6 when layer.IsV6 && Wants(CsumTargets.Icmp):
                return RepairWithPseudoHeader(layer, IcmpSize, MessageCheck);
            case IpProtocol.Tcp when Wants(CsumTargets.Tcp):
                return IsCutAs(layer.IsV6 ? GsoType.TcpV6 : GsoType.TcpV4) ? DropReason.Consumed : RepairWithPseudoHeader(layer, PacketHeaders.TcpSize, TcpCheck);
            case IpProtocol.Udp when Wants(CsumTargets.Udp):
            case IpProtocol.UdpLite when Wants(CsumTargets.UdpLite):
                return RepairUdp(layer);
            case IpProtocol.Sctp when Wants(CsumTargets.Sctp):
                return RepairSctp(layer);
            default:
                return DropReason.Consumed;
        }
    }

    private bool Wants(CsumTargets target) => (targets & target) != 0;

    private bool IsCutAs(GsoType type) => skb.IsGso && (skb.GsoType & type) != 0;

    /// <summary>The transport to the end that the IP header names, its bytes the frame's own (<c>tcf_csum_skb_nextlayer</c>).</summary>
    private bool TryGet(Layer layer, int headerSize, out Span<byte> bytes, out DropReason reason)
    {
        bytes = default;
        reason = DropReason.Malformed;
        if (layer.End > Packet.Length || layer.End < layer.Offset + headerSize) return false;
        reason = DropReason.NoMemory;
        if (!TryOwn()) return false;
        bytes = Packet[layer.Offset..(int)layer.End];
        reason = DropReason.Consumed;
        return true;
    }

    private DropReason RepairMessage(Layer layer)
    {
        if (!TryGet(layer, IcmpSize, out var message, out var reason)) return reason;
        Store(message[MessageCheck..], 0);
        Store(message[MessageCheck..], Checksum.Fold(Checksum.Partial(message)));
        return Done();
    }

    private DropReason RepairWithPseudoHeader(Layer layer, int headerSize, int check)
    {
        if (!TryGet(layer, headerSize, out var transport, out var reason)) return reason;
        Store(transport[check..], 0);
        Store(transport[check..], Compute(layer, transport, transport.Length));
        return Done();
    }

    /// <summary>
    /// A UDP checksum of 0 over IPv4 stays: there is none. Where the length in the header is not that of the packet the checksum is lost: it stays 0.
    /// </summary>
    private DropReason RepairUdp(Layer layer)
    {
        if (!TryGet(layer, PacketHeaders.UdpSize, out var datagram, out var reason)) return reason;
        var isLite = layer.Protocol == IpProtocol.UdpLite;
        var check = datagram[UdpCheck..];
        if (!layer.IsV6 && !isLite && BinaryPrimitives.ReadUInt16BigEndian(check) == 0) return Done();
        Store(check, 0);
        int length = BinaryPrimitives.ReadUInt16BigEndian(datagram[4..]);
        if (isLite ? length != 0 && (length < PacketHeaders.UdpSize || length > datagram.Length) : length != datagram.Length) return DropReason.Consumed;

        // UDP-Lite covers all when it names no length, but the pseudo-header then has the length 0 as well.
        var covered = length == 0 ? datagram : datagram[..length];
        var value = Compute(layer, covered, length);
        Store(check, value == 0 ? ushort.MaxValue : value);
        return Done();
    }

    /// <summary>The checksum goes to the end of the frame, wherever the packet ends.</summary>
    private DropReason RepairSctp(Layer layer)
    {
        if (!TryGet(layer, SctpChecksum.HeaderSize, out _, out var reason)) return reason;
        SctpChecksum.Write(Packet[layer.Offset..]);
        return Done();
    }

    private ushort Compute(Layer layer, ReadOnlySpan<byte> covered, int length)
    {
        var addresses = layer.IsV6 ? Packet.Slice(8, 32) : Packet.Slice(12, 8);
        return Checksum.Fold(Checksum.Partial(covered, Checksum.PseudoHeader(addresses, layer.Protocol, length)));
    }

    /// <summary>The frame has its checksum now; nobody is to finish it later.</summary>
    private DropReason Done()
    {
        skb.IpSummed = IpSummed.None;
        return DropReason.Consumed;
    }
}
