using System.Buffers.Binary;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc;

/// <summary>Translates the addresses of one frame and repairs the checksums that cover them.</summary>
internal readonly ref struct NatRewrite(SkBuff skb, SkBuffPool pool, NatSpec spec)
{
    private const ushort FragmentOffset = 0x1FFF;
    private const int Source = 12;
    private const int Destination = 16;
    private const int IcmpSize = 8;
    private const byte Unreachable = 3;
    private const byte SourceQuench = 4;
    private const byte Redirect = 5;
    private const byte TimeExceeded = 11;
    private const byte ParameterProblem = 12;

    /// <summary>From the network header to the end of the frame.</summary>
    private Span<byte> Packet => skb.Bytes.AsSpan(skb.NetworkHeader, Math.Max(0, skb.Data + skb.Length - skb.NetworkHeader));

    /// <summary>Translates; fragments behind the first have no transport header and get none repaired.</summary>
    /// <returns><see cref="DropReason.Consumed"/> when all is well, otherwise why the frame must be dropped.</returns>
    public DropReason Run()
    {
        var packet = Packet;
        if (packet.Length < PacketHeaders.IPv4Size) return DropReason.Malformed;
        var isFragment = (BinaryPrimitives.ReadUInt16BigEndian(packet[6..]) & FragmentOffset) != 0;
        var field = spec.OnEgress ? Source : Destination;
        var before = BinaryPrimitives.ReadUInt32BigEndian(packet[field..]);
        var after = before;
        if (IsMeant(before))
        {
            if (!TryOwn()) return DropReason.NoMemory;
            packet = Packet;
            after = Translate(before);
            BinaryPrimitives.WriteUInt32BigEndian(packet[field..], after);
            var check = BinaryPrimitives.ReadUInt16BigEndian(packet[10..]);
            BinaryPrimitives.WriteUInt16BigEndian(packet[10..], ChecksumUpdate.Replace(check, before, after));
        }
        else if (isFragment || packet[9] != IpProtocol.Icmp)
        {
            return DropReason.Consumed;
        }

        if (isFragment) return DropReason.Consumed;
        var size = (packet[0] & 0xF) * sizeof(uint);
        return packet[9] switch
        {
            IpProtocol.Tcp => RepairTcp(size, before, after),
            IpProtocol.Udp => RepairUdp(size, before, after),
            IpProtocol.Icmp => TranslateQuote(size),
            _ => DropReason.Consumed,
        };
    }

    private bool IsMeant(uint address) => ((spec.Old ^ address) & spec.Mask) == 0;

    private uint Translate(uint address) => (spec.New & spec.Mask) | (address & ~spec.Mask);

    private DropReason RepairTcp(int offset, uint before, uint after)
    {
        if (Packet.Length < offset + PacketHeaders.TcpSize) return DropReason.Malformed;
        if (!TryOwn()) return DropReason.NoMemory;
        ChecksumUpdate.Repair(skb, Packet[(offset + 16)..], before, after, inPseudoHeader: true);
        return DropReason.Consumed;
    }

    private DropReason RepairUdp(int offset, uint before, uint after)
    {
        if (Packet.Length < offset + PacketHeaders.UdpSize) return DropReason.Malformed;
        if (!TryOwn()) return DropReason.NoMemory;
        var check = Packet[(offset + 6)..];
        if (BinaryPrimitives.ReadUInt16BigEndian(check) == 0 && skb.IpSummed != IpSummed.Partial) return DropReason.Consumed;
        ChecksumUpdate.Repair(skb, check, before, after, inPseudoHeader: true);
        if (BinaryPrimitives.ReadUInt16BigEndian(check) == 0) BinaryPrimitives.WriteUInt16BigEndian(check, ushort.MaxValue);
        return DropReason.Consumed;
    }

    /// <summary>
    /// An ICMP error quotes the header of the packet that caused it, whose addresses look the other way. The checksum of the quoted header stays wrong, as in Linux.
    /// </summary>
    private DropReason TranslateQuote(int offset)
    {
        var packet = Packet;
        if (packet.Length < offset + IcmpSize) return DropReason.Malformed;
        if (packet[offset] is not (Unreachable or SourceQuench or Redirect or TimeExceeded or ParameterProblem)) return DropReason.Consumed;
        if (packet.Length < offset + IcmpSize + PacketHeaders.IPv4Size) return DropReason.Malformed;
        var field = offset + IcmpSize + (spec.OnEgress ? Destination : Source);
        var before = BinaryPrimitives.ReadUInt32BigEndian(packet[field..]);
        if (!IsMeant(before)) return DropReason.Consumed;
        if (!TryOwn()) return DropReason.NoMemory;
        packet = Packet;
        var after = Translate(before);
        BinaryPrimitives.WriteUInt32BigEndian(packet[field..], after);
        ChecksumUpdate.Repair(skb, packet[(offset + 2)..], before, after, inPseudoHeader: false);
        return DropReason.Consumed;
    }

    private bool TryOwn() => !skb.IsShared || pool.Unshare(skb);
}
