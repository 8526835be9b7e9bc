using System.Buffers.Binary;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc;

/// <summary>
/// Computes the checksums of one frame: finds the transport behind IPv4, IPv6 and tags here, and the checksums in <c>CsumRepair.Transport.cs</c>. Lengths are those
/// of the IP header, which must not be more than the frame has.
/// </summary>
internal readonly ref partial struct CsumRepair(SkBuff skb, SkBuffPool pool, CsumTargets targets)
{
    private const ushort FragmentOffset = 0x1FFF;
    private const byte Pad1 = 0;
    private const byte Jumbo = 0xC2;

    /// <summary>From the network header to the end of the frame.</summary>
    private Span<byte> Packet => skb.Bytes.AsSpan(skb.NetworkHeader, Math.Max(0, skb.Data + skb.Length - skb.NetworkHeader));

    /// <summary>Repairs the frame as its protocol says; what is neither IP nor IP behind tags stays as it is.</summary>
    /// <returns><see cref="DropReason.Consumed"/> when all is well, otherwise why the frame must be dropped.</returns>
    public DropReason Run()
    {
        var protocol = skb.VlanPresent ? skb.VlanProtocol : skb.Protocol;
        if (skb.VlanPresent && IsTag(protocol)) protocol = skb.Protocol;
        var pulled = 0;
        while (IsTag(protocol) && skb.Length >= EthernetHeader.VlanSize)
        {
            // The kernel takes for the tag what the frame begins with: right at ingress; on transmit that is the destination's address.
            protocol = BinaryPrimitives.ReadUInt16BigEndian(skb.Span[2..]);
            skb.Pull(EthernetHeader.VlanSize);
            skb.NetworkHeader = skb.Data;
            pulled += EthernetHeader.VlanSize;
        }

        var reason = protocol switch
        {
            EtherType.IPv4 => RepairIPv4(),
            EtherType.IPv6 => RepairIPv6(),
            _ => DropReason.Consumed,
        };
        if (pulled == 0) return reason;
        skb.Push(pulled);
        skb.NetworkHeader = skb.Data;
        return reason;
    }

    private static bool IsTag(ushort protocol) => protocol is EtherType.Vlan or EtherType.VlanService;

    private DropReason RepairIPv4()
    {
        var packet = Packet;
        if (packet.Length < PacketHeaders.IPv4Size) return DropReason.Malformed;
        var size = (packet[0] & 0xF) * sizeof(uint);
        var total = BinaryPrimitives.ReadUInt16BigEndian(packet[2..]);
        if ((BinaryPrimitives.ReadUInt16BigEndian(packet[6..]) & FragmentOffset) == 0)
        {
            var reason = RepairTransport(new Layer(packet[9], size, total, IsV6: false));
            if (reason != DropReason.Consumed) return reason;
        }

        return (targets & CsumTargets.IPv4Header) == 0 ? DropReason.Consumed : RepairHeader(size);
    }

    private DropReason RepairHeader(int size)
    {
        if (!TryOwn()) return DropReason.NoMemory;
        var packet = Packet;
        var header = packet[..Math.Min(Math.Max(size, PacketHeaders.IPv4Size), packet.Length)];
        Store(header[10..], 0);

        // The kernel's sum (ip_fast_csum) gives up at a header that says it has less than 20 bytes, and leaves what it had loaded first.
        Store(header[10..], size < PacketHeaders.IPv4Size ? BinaryPrimitives.ReadUInt16BigEndian(header) : Checksum.Fold(Checksum.Partial(header)));
        return DropReason.Consumed;
    }

    private DropReason RepairIPv6()
    {
        var packet = Packet;
        if (packet.Length < PacketHeaders.IPv6Size) return DropReason.Malformed;
        long payload = BinaryPrimitives.ReadUInt16BigEndian(packet[4..]);
        var next = packet[6];
        var size = PacketHeaders.IPv6Size;
        do
        {
            if (next is not (IpProtocol.Routing or IpProtocol.HopByHop or IpProtocol.DestinationOptions))
                return next == IpProtocol.Fragment ? DropReason.Consumed : RepairTransport(new Layer(next, size, payload + PacketHeaders.IPv6Size, IsV6: true));
            if (packet.Length < size + 2) return DropReason.Malformed;
            var options = (packet[size + 1] + 1) * 8;
            if (packet.Length < size + options) return DropReason.Malformed;
            if (next == IpProtocol.HopByHop && !TryReadJumbo(packet.Slice(size, options), ref payload)) return DropReason.Malformed;
            next = packet[size];
            size += options;
        }
        while (packet.Length > size);
        return DropReason.Consumed;
    }

    /// <summary>Takes the length of a jumbogram from the hop-by-hop options (RFC 2675). False when such an option is malformed; others that are, end the search.</summary>
    private static bool TryReadJumbo(ReadOnlySpan<byte> options, ref long payload)
    {
        var offset = 2;
        while (options.Length - offset > 1)
        {
            var size = options[offset] == Pad1 ? 1 : options[offset + 1] + 2;
            if (options[offset] == Jumbo)
            {
                if (size != 6 || options.Length - offset < 6 || (offset & 3) != 2) return false;
                payload = BinaryPrimitives.ReadUInt32BigEndian(options[(offset + 2)..]);
                return true;
            }

            if (size > options.Length - offset) return true;
            offset += size;
        }

        return true;
    }

    private bool TryOwn() => !skb.IsShared || pool.Unshare(skb);

    private static void Store(Span<byte> field, ushort value) => BinaryPrimitives.WriteUInt16BigEndian(field, value);

    /// <summary>Where a transport stands.</summary>
    /// <param name="Protocol">Its number.</param>
    /// <param name="Offset">Counted from the network header.</param>
    /// <param name="End">Length of the packet as the IP header tells.</param>
    /// <param name="IsV6">Behind IPv6.</param>
    private readonly record struct Layer(byte Protocol, int Offset, long End, bool IsV6);
}
