using System.Buffers.Binary;
using System.Net;
using ActorNet.Core.Frames;

namespace ActorNet.TestKit;

/// <summary>Reads the headers of a frame as far as they are whole; never beyond its bytes, whatever they say.</summary>
internal static class FrameReader
{
    private const int MaxNesting = 8;
    private const int ArpSize = 28;
    private const int IcmpSize = 8;
    private const ushort EthernetOverIPv4 = 1;

    public static FrameHeaders Read(ReadOnlySpan<byte> frame)
    {
        var headers = new FrameHeaders { End = frame.Length };
        if (frame.Length < EthernetHeader.Size) return headers;
        var type = BinaryPrimitives.ReadUInt16BigEndian(frame[12..]);
        headers.Payload = EthernetHeader.Size;
        while (type is EtherType.Vlan or EtherType.VlanService && headers.Vlans.Count < MaxNesting && headers.Payload + EthernetHeader.VlanSize <= frame.Length)
        {
            var tag = frame[headers.Payload..];
            var control = BinaryPrimitives.ReadUInt16BigEndian(tag);
            headers.Vlans.Add(new VlanView(type, control & 0xFFF, control >> 13, (control & 0x1000) != 0));
            type = BinaryPrimitives.ReadUInt16BigEndian(tag[2..]);
            headers.Payload += EthernetHeader.VlanSize;
        }

        headers.Ethernet = new EthernetView(MacAddress.Read(frame), MacAddress.Read(frame[MacAddress.Size..]), type);
        ReadPacket(type, frame, headers);
        return headers;
    }

    private static void ReadPacket(ushort type, ReadOnlySpan<byte> frame, FrameHeaders headers)
    {
        switch (type)
        {
            case EtherType.Arp: ReadArp(frame[headers.Payload..], headers); break;
            case EtherType.IPv4: ReadIPv4(frame, headers); break;
            case EtherType.IPv6: ReadIPv6(frame, headers); break;
        }
    }

    private static void ReadArp(ReadOnlySpan<byte> packet, FrameHeaders headers)
    {
        if (packet.Length < ArpSize || BinaryPrimitives.ReadUInt16BigEndian(packet) != EthernetOverIPv4 || BinaryPrimitives.ReadUInt16BigEndian(packet[2..]) != EtherType.IPv4) return;
        headers.Arp = new ArpView(
            BinaryPrimitives.ReadUInt16BigEndian(packet[6..]), MacAddress.Read(packet[8..]), new IPAddress(packet[14..18]), MacAddress.Read(packet[18..]), new IPAddress(packet[24..28]));
        headers.Payload += ArpSize;
        headers.End = headers.Payload;
    }

    private static void ReadIPv4(ReadOnlySpan<byte> frame, FrameHeaders headers)
    {
        var packet = frame[headers.Payload..];
        if (packet.Length < PacketHeaders.IPv4Size || packet[0] >> 4 != 4) return;
        var size = (packet[0] & 0xF) * 4;
        if (size < PacketHeaders.IPv4Size || size > packet.Length) return;
        var total = BinaryPrimitives.ReadUInt16BigEndian(packet[2..]);
        var fragment = BinaryPrimitives.ReadUInt16BigEndian(packet[6..]) & 0x3FFF;
        headers.IPv4 = new IPv4View(
            new IPAddress(packet[12..16]), new IPAddress(packet[16..20]), packet[9], packet[8], packet[1] >> 2, (Ecn)(packet[1] & 3),
            BinaryPrimitives.ReadUInt16BigEndian(packet[4..]), total, fragment != 0, Checksum.Fold(Checksum.Partial(packet[..size])) == 0);
        headers.End = Math.Min(headers.End, headers.Payload + Math.Max(size, (int)total));
        headers.Payload += size;
        // Only the first fragment begins with the header of the protocol above.
        if ((fragment & 0x1FFF) == 0) ReadTransport(packet[9], frame[..headers.End], headers);
    }

    private static void ReadIPv6(ReadOnlySpan<byte> frame, FrameHeaders headers)
    {
        var packet = frame[headers.Payload..];
        if (packet.Length < PacketHeaders.IPv6Size || packet[0] >> 4 != 6) return;
        var first = BinaryPrimitives.ReadUInt32BigEndian(packet);
        var trafficClass = (int)(first >> 20) & 0xFF;
        var length = BinaryPrimitives.ReadUInt16BigEndian(packet[4..]);
        headers.End = Math.Min(headers.End, headers.Payload + PacketHeaders.IPv6Size + length);
        headers.Payload += PacketHeaders.IPv6Size;
        var next = SkipExtensions(packet[6], frame[..headers.End], headers, out var isWhole);
        headers.IPv6 = new IPv6View(
            new IPAddress(packet[8..24]), new IPAddress(packet[24..40]), next, packet[7], trafficClass >> 2, (Ecn)(trafficClass & 3), (int)(first & 0xFFFFF), length);
        if (isWhole) ReadTransport(next, frame[..headers.End], headers);
    }

    private static byte SkipExtensions(byte next, ReadOnlySpan<byte> frame, FrameHeaders headers, out bool isWhole)
    {
        isWhole = true;
        for (var i = 0; i < MaxNesting && next is IpProtocol.HopByHop or IpProtocol.Routing or IpProtocol.DestinationOptions or IpProtocol.Fragment; i++)
        {
            var size = headers.Payload + 8 > frame.Length ? int.MaxValue : next == IpProtocol.Fragment ? 8 : (frame[headers.Payload + 1] + 1) * 8;
            if (size > frame.Length - headers.Payload)
            {
                isWhole = false;
                return next;
            }

            if (next == IpProtocol.Fragment && (BinaryPrimitives.ReadUInt16BigEndian(frame[(headers.Payload + 2)..]) & 0xFFF8) != 0) isWhole = false;
            next = frame[headers.Payload];
            headers.Payload += size;
        }

        return next;
    }

    private static void ReadTransport(byte protocol, ReadOnlySpan<byte> frame, FrameHeaders headers)
    {
        var segment = frame[headers.Payload..];
        switch (protocol)
        {
            case IpProtocol.Udp when segment.Length >= PacketHeaders.UdpSize:
                headers.Udp = new UdpView(Number(segment), Number(segment[2..]), Number(segment[4..]));
                headers.Payload += PacketHeaders.UdpSize;
                break;
            case IpProtocol.Tcp when segment.Length >= PacketHeaders.TcpSize:
                ReadTcp(segment, headers);
                break;
            case IpProtocol.Icmp when segment.Length >= IcmpSize:
                headers.Icmp = ReadIcmp(segment);
                headers.Payload += IcmpSize;
                break;
            case IpProtocol.IcmpV6 when segment.Length >= IcmpSize:
                headers.Icmp6 = ReadIcmp(segment);
                headers.Payload += IcmpSize;
                break;
        }
    }

    private static void ReadTcp(ReadOnlySpan<byte> segment, FrameHeaders headers)
    {
        var size = (segment[12] >> 4) * 4;
        if (size < PacketHeaders.TcpSize || size > segment.Length) return;
        headers.Tcp = new TcpView(
            Number(segment), Number(segment[2..]), BinaryPrimitives.ReadUInt32BigEndian(segment[4..]), BinaryPrimitives.ReadUInt32BigEndian(segment[8..]), (TcpFlags)segment[13], Number(segment[14..]));
        headers.Payload += size;
    }

    private static IcmpView ReadIcmp(ReadOnlySpan<byte> message) => new(message[0], message[1], Number(message[4..]), Number(message[6..]));

    private static ushort Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
