using System.Buffers.Binary;

namespace ActorNet.Core.Frames;

/// <summary>
/// The offload header that travels in front of every frame between a TAP and its reader (<c>struct virtio_net_hdr</c>): 10 bytes, little-endian. What comes from outside
/// is checked against the frame before any of it is believed.
/// </summary>
/// <seealso href="https://docs.oasis-open.org/virtio/virtio/v1.3/virtio-v1.3.html">Virtio 1.3, section 5.1.6</seealso>
public static class VnetHeader
{
    /// <summary>Bytes of the header.</summary>
    public const int Size = 10;

    private const byte NeedsChecksum = 1;
    private const byte DataValid = 2;
    private const byte GsoNone = 0;
    private const byte GsoTcpV4 = 1;
    private const byte GsoTcpV6 = 4;
    private const byte GsoUdpL4 = 5;
    private const byte GsoEcn = 0x80;
    private const int TcpChecksumOffset = 16;
    private const int UdpChecksumOffset = 6;

    /// <summary>The kernel's marker of another kind of super-frame (GSO_BY_FRAGS); never a size.</summary>
    private const ushort GsoByFragments = 0xFFFF;

    /// <summary>Segments that one UDP super-frame may have (UDP_MAX_SEGMENTS).</summary>
    private const int MaxUdpSegments = 128;

    /// <summary>Segments that any super-frame may have: what <see cref="SkBuff.GsoSegs"/> holds.</summary>
    private const int MaxSegments = ushort.MaxValue;

    /// <summary>Checks the header against the frame and sets the frame's checksum and segmentation requests.</summary>
    /// <param name="header"><see cref="Size"/> bytes or more.</param>
    /// <param name="skb">The frame, standing at its MAC header, of its final length. Still owned by the caller; without any request when refused.</param>
    /// <param name="reason"><see cref="DropReason.BadOffloadHeader"/> when refused.</param>
    /// <returns>False when the header lies or asks for what is not offered: the old UDP fragmentation (type 3), unknown types.</returns>
    public static bool TryRead(ReadOnlySpan<byte> header, SkBuff skb, out DropReason reason)
    {
        skb.ClearOffload();
        reason = DropReason.BadOffloadHeader;
        if (header.Length < Size || skb.Data != skb.MacHeader) return false;
        var hint = BinaryPrimitives.ReadUInt16LittleEndian(header[2..]);
        if (hint > skb.Length) return false;
        if (!TryReadChecksum(header, skb) || (header[1] != GsoNone && !TryReadGso(header, hint, skb)))
        {
            skb.ClearOffload();
            return false;
        }

        reason = DropReason.Consumed;
        return true;
    }

    /// <summary>
    /// Describes the frame to the other end; all zero for a plain frame. An accelerated VLAN tag that is still in the metadata counts as if it stood in the bytes,
    /// because that is where it must be by the time they are written.
    /// </summary>
    /// <param name="skb">The frame, standing where the other end sees its start.</param>
    /// <param name="header"><see cref="Size"/> bytes or more; the first <see cref="Size"/> are set.</param>
    public static void Write(SkBuff skb, Span<byte> header)
    {
        header = header[..Size];
        header.Clear();
        var shift = skb.MacHeader - skb.Data + (skb.VlanPresent ? EthernetHeader.VlanSize : 0);
        if (skb.IpSummed == IpSummed.Partial)
        {
            header[0] = NeedsChecksum;
            BinaryPrimitives.WriteUInt16LittleEndian(header[6..], (ushort)(skb.CsumStart + shift));
            BinaryPrimitives.WriteUInt16LittleEndian(header[8..], skb.CsumOffset);
        }
        else if (skb.IpSummed == IpSummed.Unnecessary)
        {
            header[0] = DataValid;
        }

        if (!skb.IsGso) return;
        header[1] = TypeOf(skb.GsoType);
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], (ushort)(Gso.HeaderLength(skb) + shift));
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], skb.GsoSize);
    }

    private static bool TryReadChecksum(ReadOnlySpan<byte> header, SkBuff skb)
    {
        if ((header[0] & NeedsChecksum) == 0)
        {
            if ((header[0] & DataValid) != 0) skb.IpSummed = IpSummed.Unnecessary;
            return true;
        }

        var start = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
        var offset = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        if (start < skb.NetworkHeader - skb.MacHeader || start + offset + sizeof(ushort) > skb.Length) return false;
        skb.IpSummed = IpSummed.Partial;
        skb.CsumStart = start;
        skb.CsumOffset = offset;
        return true;
    }

    private static bool TryReadGso(ReadOnlySpan<byte> header, int hint, SkBuff skb)
    {
        var size = BinaryPrimitives.ReadUInt16LittleEndian(header[4..]);
        if (size is 0 or GsoByFragments || !TryReadType(header[1], out var type)) return false;
        if (!PacketHeaders.TryParse(skb, out var headers) || !headers.Suits(type, skb.Length)) return false;

        // A hint only, and the kernel leaves a VLAN tag out of it that it puts into the frame.
        if (hint != 0 && hint < headers.Payload - headers.TagBytes) return false;
        if (!ChecksumSuits(skb, headers)) return false;
        var payload = skb.Length - headers.Payload;
        var segments = (payload + size - 1) / size;
        if (segments > (type == GsoType.UdpL4 ? MaxUdpSegments : MaxSegments)) return false;
        skb.HeaderLength = (ushort)headers.Payload;

        // What fits one segment is a plain frame, as in virtio_net_hdr_to_skb.
        if (segments < 2) return true;
        skb.GsoType = type;
        skb.GsoSize = size;
        skb.GsoSegs = (ushort)segments;
        return true;
    }

    /// <summary>Whether a checksum request is the transport's. UDP super-frames must have one: nothing else says that they carry a checksum.</summary>
    private static bool ChecksumSuits(SkBuff skb, in PacketHeaders headers)
    {
        var isTcp = headers.Protocol == IpProtocol.Tcp;
        if (skb.IpSummed != IpSummed.Partial) return isTcp;
        return skb.CsumStart == headers.Transport && skb.CsumOffset == (isTcp ? TcpChecksumOffset : UdpChecksumOffset);
    }

    private static bool TryReadType(byte value, out GsoType type)
    {
        type = (value & ~GsoEcn) switch
        {
            GsoTcpV4 => GsoType.TcpV4,
            GsoTcpV6 => GsoType.TcpV6,
            GsoUdpL4 when (value & GsoEcn) == 0 => GsoType.UdpL4,
            _ => GsoType.None,
        };
        if (type == GsoType.None) return false;
        if ((value & GsoEcn) != 0) type |= GsoType.TcpEcn;
        return true;
    }

    private static byte TypeOf(GsoType type)
    {
        var ecn = (type & GsoType.TcpEcn) != 0 ? GsoEcn : (byte)0;
        return (type & ~GsoType.TcpEcn) switch
        {
            GsoType.TcpV4 => (byte)(GsoTcpV4 | ecn),
            GsoType.TcpV6 => (byte)(GsoTcpV6 | ecn),
            GsoType.UdpL4 => GsoUdpL4,
            _ => GsoNone,
        };
    }
}
