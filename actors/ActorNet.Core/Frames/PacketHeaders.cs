using System.Buffers.Binary;

namespace ActorNet.Core.Frames;

/// <summary>
/// Where the headers of an IP packet stand in its frame. Every length was checked against the frame, so whoever holds one may read the headers
/// without looking again. All offsets count from <see cref="SkBuff.MacHeader"/>.
/// </summary>
public readonly struct PacketHeaders
{
    /// <summary>Bytes of an IPv4 header without options.</summary>
    public const int IPv4Size = 20;

    /// <summary>Bytes of an IPv6 header without extensions.</summary>
    public const int IPv6Size = 40;

    /// <summary>Bytes of a TCP header without options.</summary>
    public const int TcpSize = 20;

    /// <summary>Bytes of a UDP header.</summary>
    public const int UdpSize = 8;

    /// <summary>VLAN tags or IPv6 extension headers that are walked before the frame is given up as not understood.</summary>
    private const int MaxNesting = 8;

    private PacketHeaders(ushort etherType, int network, int transport, byte protocol)
    {
        EtherType = etherType;
        Network = network;
        Transport = transport;
        Protocol = protocol;
    }

    /// <summary><see cref="Frames.EtherType.IPv4"/> or <see cref="Frames.EtherType.IPv6"/>.</summary>
    public ushort EtherType { get; }

    /// <summary>Offset of the IP header.</summary>
    public int Network { get; }

    /// <summary>Offset of what follows the IP header and its extensions.</summary>
    public int Transport { get; }

    /// <summary>Protocol of what stands at <see cref="Transport"/>.</summary>
    public byte Protocol { get; }

    /// <summary>Part of a fragmented datagram, first part included: ports and checksum cannot be relied on.</summary>
    public bool IsFragment { get; private init; }

    /// <summary>An IPv6 routing header is there: the destination of the IP header need not be the one the checksum covers.</summary>
    public bool IsRouted { get; private init; }

    /// <summary>Bytes from <see cref="Network"/> to the end of the packet as the IP header tells; not compared with the frame.</summary>
    public int PacketLength { get; private init; }

    /// <summary>Offset of the payload behind a complete TCP or UDP header; 0 when there is none, and in every fragment.</summary>
    public int Payload { get; private init; }

    /// <summary>Bytes of VLAN tags between the addresses and the IP header.</summary>
    public int TagBytes { get; private init; }

    /// <summary>Looks into a frame wherever it stands; VLAN tags in its bytes are stepped over. False when it is not IP or its IP header is cut short.</summary>
    /// <param name="skb">The frame. One whose MAC and network header coincide has no Ethernet header (layer-3 devices).</param>
    /// <param name="headers">The offsets.</param>
    public static bool TryParse(SkBuff skb, out PacketHeaders headers)
    {
        headers = default;
        if (skb.Data < skb.MacHeader) return false;
        ReadOnlySpan<byte> frame = skb.Frame;
        if (skb.NetworkHeader == skb.MacHeader) return TryParse(frame, 0, VersionOf(frame), 0, out headers);
        if (frame.Length < EthernetHeader.Size) return false;
        var network = EthernetHeader.Size;
        var type = BinaryPrimitives.ReadUInt16BigEndian(frame[(network - 2)..]);
        for (var i = 0; type is Frames.EtherType.Vlan or Frames.EtherType.VlanService; i++)
        {
            network += EthernetHeader.VlanSize;
            if (i == MaxNesting || network > frame.Length) return false;
            type = BinaryPrimitives.ReadUInt16BigEndian(frame[(network - 2)..]);
        }

        return TryParse(frame, network, type, network - EthernetHeader.Size, out headers);
    }

    /// <summary>
    /// Whether the packet can be cut as <paramref name="type"/> says: the right protocols, neither fragment nor source-routed, payload there, and the IP
    /// length exactly the frame's.
    /// </summary>
    /// <param name="type">How it is to be cut.</param>
    /// <param name="frameLength">Bytes of the frame from its MAC header on.</param>
    public bool Suits(GsoType type, int frameLength)
    {
        var isProtocol = type switch
        {
            GsoType.TcpV4 or (GsoType.TcpV4 | GsoType.TcpEcn) => EtherType == Frames.EtherType.IPv4 && Protocol == IpProtocol.Tcp,
            GsoType.TcpV6 or (GsoType.TcpV6 | GsoType.TcpEcn) => EtherType == Frames.EtherType.IPv6 && Protocol == IpProtocol.Tcp,
            GsoType.UdpL4 => Protocol == IpProtocol.Udp,
            _ => false,
        };
        return isProtocol && !IsRouted && Payload > 0 && Payload < frameLength && Network + PacketLength == frameLength;
    }

    private static ushort VersionOf(ReadOnlySpan<byte> packet)
    {
        if (packet.IsEmpty) return 0;
        return (packet[0] >> 4) switch { 4 => Frames.EtherType.IPv4, 6 => Frames.EtherType.IPv6, _ => 0 };
    }

    private static bool TryParse(ReadOnlySpan<byte> frame, int network, ushort type, int tagBytes, out PacketHeaders headers)
    {
        headers = default;
        return type switch
        {
            Frames.EtherType.IPv4 => TryParseV4(frame, network, tagBytes, out headers),
            Frames.EtherType.IPv6 => TryParseV6(frame, network, tagBytes, out headers),
            _ => false,
        };
    }

    private static bool TryParseV4(ReadOnlySpan<byte> frame, int network, int tagBytes, out PacketHeaders headers)
    {
        headers = default;
        var packet = frame[network..];
        if (packet.Length < IPv4Size || packet[0] >> 4 != 4) return false;
        var size = (packet[0] & 0xF) * 4;
        if (size < IPv4Size || size > packet.Length) return false;
        var protocol = packet[9];
        var isFragment = (BinaryPrimitives.ReadUInt16BigEndian(packet[6..]) & 0x3FFF) != 0;
        headers = new PacketHeaders(Frames.EtherType.IPv4, network, network + size, protocol)
        {
            IsFragment = isFragment,
            PacketLength = BinaryPrimitives.ReadUInt16BigEndian(packet[2..]),
            Payload = isFragment ? 0 : PayloadOffset(frame, network + size, protocol),
            TagBytes = tagBytes,
        };
        return true;
    }

    private static bool TryParseV6(ReadOnlySpan<byte> frame, int network, int tagBytes, out PacketHeaders headers)
    {
        headers = default;
        var packet = frame[network..];
        if (packet.Length < IPv6Size || packet[0] >> 4 != 6) return false;
        var walk = new ExtensionWalk { Next = packet[6], Offset = network + IPv6Size };
        if (!walk.Run(frame)) return false;
        headers = new PacketHeaders(Frames.EtherType.IPv6, network, walk.Offset, walk.Next)
        {
            IsFragment = walk.IsFragment,
            IsRouted = walk.IsRouted,
            PacketLength = IPv6Size + BinaryPrimitives.ReadUInt16BigEndian(packet[4..]),
            Payload = walk.IsFragment ? 0 : PayloadOffset(frame, walk.Offset, walk.Next),
            TagBytes = tagBytes,
        };
        return true;
    }

    /// <summary>Offset behind the transport header at <paramref name="transport"/>, 0 when it is cut short or of another protocol.</summary>
    private static int PayloadOffset(ReadOnlySpan<byte> frame, int transport, byte protocol)
    {
        var room = frame.Length - transport;
        if (protocol == IpProtocol.Udp) return room >= UdpSize ? transport + UdpSize : 0;
        if (protocol != IpProtocol.Tcp || room < TcpSize) return 0;
        var size = (frame[transport + 12] >> 4) * 4;
        return size >= TcpSize && size <= room ? transport + size : 0;
    }

    /// <summary>Steps over IPv6 extension headers (RFC 8200 section 4).</summary>
    private struct ExtensionWalk
    {
        public byte Next;
        public int Offset;
        public bool IsFragment;
        public bool IsRouted;

        /// <summary>False when a header is cut short or there are too many. Behind a fragment header nothing is looked at.</summary>
        public bool Run(ReadOnlySpan<byte> frame)
        {
            for (var i = 0; i < MaxNesting; i++)
            {
                if (Next is not (IpProtocol.HopByHop or IpProtocol.Routing or IpProtocol.DestinationOptions or IpProtocol.Fragment)) return true;
                if (Offset + 8 > frame.Length) return false;
                var size = Next == IpProtocol.Fragment ? 8 : (frame[Offset + 1] + 1) * 8;
                if (Offset + size > frame.Length) return false;
                IsFragment = Next == IpProtocol.Fragment;
                IsRouted |= Next == IpProtocol.Routing;
                Next = frame[Offset];
                Offset += size;
                if (IsFragment) return true;
            }

            return false;
        }
    }
}
