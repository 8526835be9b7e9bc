using System.Buffers.Binary;
using ActorNet.Core.Frames;

namespace ActorNet.Shell.Frames;

/// <summary>Makes the bytes of frames. Every frame of a line carries its number, so that order and loss can be seen.</summary>
public static class FrameBuilder
{
    private const int Ipv4Header = 20;
    private const byte Filler = (byte)'x';
    private const byte Icmp = 1;

    /// <summary>A frame from its MAC header on.</summary>
    /// <param name="spec">What it is.</param>
    /// <param name="sequence">Its number within the line, from 0.</param>
    public static byte[] Build(FrameSpec spec, uint sequence)
    {
        if (spec.Kind == FrameKind.Hex) return spec.Bytes.ToArray();
        var frame = new byte[spec.Size];
        WriteMacHeader(spec, frame);
        var body = frame.AsSpan(spec.MacHeaderSize);
        switch (spec.Kind)
        {
            case FrameKind.Eth:
                WriteNumber(body, sequence);
                break;
            case FrameKind.Arp:
                WriteArp(spec, body);
                break;
            default:
                WriteIp(spec, body, sequence);
                break;
        }

        return frame;
    }

    /// <summary>The offload header of super-frames (<c>struct virtio_net_hdr</c>); empty for plain frames.</summary>
    public static byte[] Offload(FrameSpec spec)
    {
        if (spec.Gso == 0) return [];
        var header = new byte[VnetHeader.Size];
        var isUdp = spec.Kind == FrameKind.Udp;
        var start = spec.MacHeaderSize + Ipv4Header;
        header[0] = 1;
        header[1] = isUdp ? (byte)5 : (byte)1;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(2), (ushort)(start + TransportHeader(spec.Kind)));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), spec.Gso);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(6), (ushort)start);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)ChecksumOffset(spec.Kind));
        return header;
    }

    private static int TransportHeader(FrameKind kind) => kind == FrameKind.Tcp ? 20 : 8;

    private static int ChecksumOffset(FrameKind kind) => kind switch
    {
        FrameKind.Tcp => 16,
        FrameKind.Udp => 6,
        _ => 2,
    };

    private static void WriteMacHeader(FrameSpec spec, Span<byte> frame)
    {
        spec.Destination.Write(frame);
        spec.Source.Write(frame[MacAddress.Size..]);
        var at = 2 * MacAddress.Size;
        if (spec.Vlan is { } tag)
        {
            BinaryPrimitives.WriteUInt16BigEndian(frame[at..], EtherType.Vlan);
            BinaryPrimitives.WriteUInt16BigEndian(frame[(at + 2)..], tag);
            at += EthernetHeader.VlanSize;
        }

        var type = spec.Kind switch
        {
            FrameKind.Eth => spec.Type,
            FrameKind.Arp => EtherType.Arp,
            _ => EtherType.IPv4,
        };
        BinaryPrimitives.WriteUInt16BigEndian(frame[at..], type);
    }

    /// <summary>Four bytes, or as many as there is room for.</summary>
    private static void WriteNumber(Span<byte> body, uint sequence)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(number, sequence);
        number[..Math.Min(number.Length, body.Length)].CopyTo(body);
    }

    /// <summary>A request (RFC 826): who has the receiver's address, tell the sender.</summary>
    private static void WriteArp(FrameSpec spec, Span<byte> body)
    {
        BinaryPrimitives.WriteUInt16BigEndian(body, 1);
        BinaryPrimitives.WriteUInt16BigEndian(body[2..], EtherType.IPv4);
        body[4] = MacAddress.Size;
        body[5] = sizeof(uint);
        BinaryPrimitives.WriteUInt16BigEndian(body[6..], 1);
        spec.Source.Write(body[8..]);
        BinaryPrimitives.WriteUInt32BigEndian(body[14..], spec.From.Address);
        BinaryPrimitives.WriteUInt32BigEndian(body[24..], spec.To.Address);
    }

    private static void WriteIp(FrameSpec spec, Span<byte> packet, uint sequence)
    {
        packet[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ushort)packet.Length);
        BinaryPrimitives.WriteUInt16BigEndian(packet[4..], (ushort)sequence);
        packet[8] = 64;
        packet[9] = spec.Kind switch
        {
            FrameKind.Udp => IpProtocol.Udp,
            FrameKind.Tcp => IpProtocol.Tcp,
            _ => Icmp,
        };
        BinaryPrimitives.WriteUInt32BigEndian(packet[12..], spec.From.Address);
        BinaryPrimitives.WriteUInt32BigEndian(packet[16..], spec.To.Address);
        BinaryPrimitives.WriteUInt16BigEndian(packet[10..], Checksum.Fold(Checksum.Partial(packet[..Ipv4Header])));
        var segment = packet[Ipv4Header..];
        WriteTransport(spec, segment, sequence);
        var payload = segment[TransportHeader(spec.Kind)..];
        payload.Fill(Filler);
        WriteNumber(payload, sequence);
        var pseudo = spec.Kind == FrameKind.Icmp ? 0 : Checksum.PseudoHeader(packet.Slice(12, 8), packet[9], segment.Length);
        BinaryPrimitives.WriteUInt16BigEndian(segment[ChecksumOffset(spec.Kind)..], ChecksumField(spec, segment, pseudo));
    }

    private static void WriteTransport(FrameSpec spec, Span<byte> segment, uint sequence)
    {
        if (spec.Kind == FrameKind.Icmp)
        {
            segment[0] = 8;
            BinaryPrimitives.WriteUInt16BigEndian(segment[4..], 1);
            BinaryPrimitives.WriteUInt16BigEndian(segment[6..], (ushort)sequence);
            return;
        }

        BinaryPrimitives.WriteUInt16BigEndian(segment, spec.From.Port);
        BinaryPrimitives.WriteUInt16BigEndian(segment[2..], spec.To.Port);
        if (spec.Kind == FrameKind.Udp)
        {
            BinaryPrimitives.WriteUInt16BigEndian(segment[4..], (ushort)segment.Length);
            return;
        }

        BinaryPrimitives.WriteUInt32BigEndian(segment[4..], sequence);
        segment[12] = 5 << 4;
        segment[13] = 0x10;
        BinaryPrimitives.WriteUInt16BigEndian(segment[14..], ushort.MaxValue);
    }

    /// <summary>The finished checksum, or for a super-frame the sum of the pseudo-header, which the rest is added to when it is cut.</summary>
    private static ushort ChecksumField(FrameSpec spec, ReadOnlySpan<byte> segment, uint pseudo)
    {
        if (spec.Gso != 0) return (ushort)~Checksum.Fold(pseudo);
        var value = Checksum.Fold(Checksum.Partial(segment, pseudo));
        // UDP reads 0 as "no checksum" (RFC 768).
        return spec.Kind == FrameKind.Udp && value == 0 ? ushort.MaxValue : value;
    }
}
