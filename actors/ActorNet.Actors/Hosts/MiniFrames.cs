using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using ActorNet.Core.Frames;

namespace ActorNet.Actors.Hosts;

/// <summary>Reads and writes the few kinds of frames that a <see cref="MiniHost"/> knows. Lengths are checked before a byte is read.</summary>
internal static class MiniFrames
{
    /// <summary>ICMP (RFC 792).</summary>
    internal const byte Icmp = 1;

    /// <summary>Bytes of a UDP header.</summary>
    internal const int UdpHeader = 8;

    /// <summary>What fits an Ethernet frame without fragments.</summary>
    internal const int MaxUdpPayload = 1500 - IpHeader - UdpHeader;

    private const int IpHeader = 20;
    private const int ArpSize = 28;
    private const int EchoSize = 64;
    private const int EchoHeader = 8;
    private const byte EchoRequestType = 8;
    private const byte EchoReplyType = 0;
    private const byte TimeToLive = 64;
    private const int DiscardPort = 9;
    private const int Ip = EthernetHeader.Size;
    private const int Payload = Ip + IpHeader;

    /// <summary>What an ARP packet says.</summary>
    internal readonly record struct ArpPart(bool IsRequest, MacAddress SenderMac, uint SenderAddress, uint TargetAddress);

    /// <summary>What an IPv4 header says; the payload lies within the frame.</summary>
    internal readonly record struct IpPart(byte Protocol, uint Destination, int PayloadOffset, int PayloadLength);

    internal static uint Number(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetwork) throw new ArgumentException($"{address} is not an IPv4 address; hosts made of code speak nothing else.", nameof(address));
        return BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());
    }

    internal static ushort Type(ReadOnlySpan<byte> frame) => BinaryPrimitives.ReadUInt16BigEndian(frame[12..]);

    internal static bool TryReadArp(ReadOnlySpan<byte> frame, out ArpPart arp)
    {
        arp = default;
        if (frame.Length < Ip + ArpSize) return false;
        var body = frame[Ip..];
        // Ethernet and IPv4, and what follows from that.
        if (BinaryPrimitives.ReadUInt64BigEndian(body) >> 16 != 0x0001_0800_0604) return false;
        var operation = BinaryPrimitives.ReadUInt16BigEndian(body[6..]);
        if (operation is not (1 or 2)) return false;
        arp = new ArpPart(operation == 1, MacAddress.Read(body[8..]), BinaryPrimitives.ReadUInt32BigEndian(body[14..]), BinaryPrimitives.ReadUInt32BigEndian(body[24..]));
        return arp.SenderMac.IsValidUnicast;
    }

    internal static bool TryReadIp(ReadOnlySpan<byte> frame, out IpPart ip)
    {
        ip = default;
        if (frame.Length < Payload || frame[Ip] >> 4 != 4) return false;
        var header = (frame[Ip] & 15) * 4;
        var total = BinaryPrimitives.ReadUInt16BigEndian(frame[(Ip + 2)..]);
        if (header < IpHeader || total < header || frame.Length < Ip + total) return false;
        if (Checksum.Fold(Checksum.Partial(frame.Slice(Ip, header))) != 0) return false;
        ip = new IpPart(frame[Ip + 9], BinaryPrimitives.ReadUInt32BigEndian(frame[(Ip + 16)..]), Ip + header, total - header);
        return true;
    }

    internal static bool TryReadEcho(ReadOnlySpan<byte> icmp, out bool isRequest, out ushort sequence)
    {
        (isRequest, sequence) = (false, 0);
        if (icmp.Length < EchoHeader || icmp[0] is not (EchoRequestType or EchoReplyType) || icmp[1] != 0) return false;
        if (Checksum.Fold(Checksum.Partial(icmp)) != 0) return false;
        isRequest = icmp[0] == EchoRequestType;
        sequence = BinaryPrimitives.ReadUInt16BigEndian(icmp[6..]);
        return true;
    }

    internal static byte[] ArpRequest(MacAddress mac, uint address, uint target) => Arp(1, mac, address, MacAddress.Zero, target, MacAddress.Broadcast);

    internal static byte[] ArpReply(MacAddress mac, uint address, MacAddress targetMac, uint target) => Arp(2, mac, address, targetMac, target, targetMac);

    /// <summary>An echo request of 98 bytes, as <c>ping</c> sends it by default; the destination's Ethernet address is left open.</summary>
    internal static byte[] EchoRequest(MacAddress mac, uint address, uint target, ushort sequence)
    {
        var frame = IpFrame(mac, address, target, Icmp, EchoSize);
        frame[Payload] = EchoRequestType;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Payload + 6), sequence);
        Sum(frame.AsSpan(Payload), 2);
        return frame;
    }

    /// <summary>The reply to a request: the same bytes, directions turned round.</summary>
    internal static byte[] EchoReply(MacAddress mac, ReadOnlySpan<byte> request, int icmp)
    {
        var frame = request.ToArray();
        request.Slice(MacAddress.Size, MacAddress.Size).CopyTo(frame);
        mac.Write(frame.AsSpan(MacAddress.Size));
        request.Slice(Ip + 12, 4).CopyTo(frame.AsSpan(Ip + 16));
        request.Slice(Ip + 16, 4).CopyTo(frame.AsSpan(Ip + 12));
        frame[icmp] = EchoReplyType;
        Sum(frame.AsSpan(icmp), 2);
        return frame;
    }

    /// <summary>A datagram of zeros without a checksum, which UDP over IPv4 may leave out; the destination's Ethernet address is left open.</summary>
    internal static byte[] Udp(MacAddress mac, uint address, uint target, int payloadBytes)
    {
        var frame = IpFrame(mac, address, target, IpProtocol.Udp, UdpHeader + payloadBytes);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Payload), DiscardPort);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Payload + 2), DiscardPort);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Payload + 4), (ushort)(UdpHeader + payloadBytes));
        return frame;
    }

    private static byte[] Arp(ushort operation, MacAddress mac, uint address, MacAddress targetMac, uint target, MacAddress destination)
    {
        var frame = new byte[Ip + ArpSize];
        Ethernet(frame, destination, mac, EtherType.Arp);
        var body = frame.AsSpan(Ip);
        BinaryPrimitives.WriteUInt64BigEndian(body, (0x0001_0800_0604UL << 16) | operation);
        mac.Write(body[8..]);
        BinaryPrimitives.WriteUInt32BigEndian(body[14..], address);
        targetMac.Write(body[18..]);
        BinaryPrimitives.WriteUInt32BigEndian(body[24..], target);
        return frame;
    }

    private static byte[] IpFrame(MacAddress mac, uint address, uint target, byte protocol, int payload)
    {
        var frame = new byte[Payload + payload];
        Ethernet(frame, MacAddress.Zero, mac, EtherType.IPv4);
        var header = frame.AsSpan(Ip, IpHeader);
        header[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)(IpHeader + payload));
        header[8] = TimeToLive;
        header[9] = protocol;
        BinaryPrimitives.WriteUInt32BigEndian(header[12..], address);
        BinaryPrimitives.WriteUInt32BigEndian(header[16..], target);
        Sum(header, 10);
        return frame;
    }

    private static void Ethernet(Span<byte> frame, MacAddress destination, MacAddress source, ushort type)
    {
        destination.Write(frame);
        source.Write(frame[MacAddress.Size..]);
        BinaryPrimitives.WriteUInt16BigEndian(frame[12..], type);
    }

    private static void Sum(Span<byte> bytes, int field)
    {
        BinaryPrimitives.WriteUInt16BigEndian(bytes[field..], 0);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[field..], Checksum.Fold(Checksum.Partial(bytes)));
    }
}
