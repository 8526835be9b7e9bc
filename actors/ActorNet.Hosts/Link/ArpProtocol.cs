using System.Buffers.Binary;
using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Ip;

namespace ActorNet.Hosts.Link;

/// <summary>Address resolution of IPv4 (RFC 826).</summary>
internal sealed class ArpProtocol
{
    private const int BodySize = 28;
    private const int FrameSize = EthernetHeader.Size + BodySize;
    private const ushort Request = 1;
    private const ushort Reply = 2;

    /// <summary>Ethernet, IPv4, and the lengths of their addresses.</summary>
    private const ulong EthernetIPv4 = 0x0001_0800_0604;

    private readonly MacAddress _mac;
    private readonly RouteTable _routes;
    private readonly NeighbourTable _neighbours;

    internal ArpProtocol(MacAddress mac, RouteTable routes, NeighbourTable neighbours) => (_mac, _routes, _neighbours) = (mac, routes, neighbours);

    /// <summary>Asks who has an address.</summary>
    internal void Solicit(IpAddress target, MacAddress? station)
    {
        if (_routes.TryFind(target, out var source, out _)) Send(Request, station ?? MacAddress.Broadcast, source, MacAddress.Zero, target);
    }

    /// <summary>Reads what follows the Ethernet header.</summary>
    internal IpReading Receive(ReadOnlySpan<byte> body, Instant now)
    {
        if (body.Length < BodySize) return IpReading.Malformed;
        var operation = BinaryPrimitives.ReadUInt16BigEndian(body[6..]);
        if (BinaryPrimitives.ReadUInt64BigEndian(body) >> 16 != EthernetIPv4 || operation is not (Request or Reply)) return IpReading.Unknown;
        var senderMac = MacAddress.Read(body[8..]);
        var sender = IpAddress.ReadV4(body[14..]);
        var target = IpAddress.ReadV4(body[24..]);
        if (!senderMac.IsValidUnicast) return IpReading.Malformed;
        if (sender.IsMulticast || _routes.IsBroadcast(sender) || _routes.Owns(sender)) return IpReading.Unknown;
        var forUs = _routes.Owns(target);
        // An address that is still being tried out (RFC 5227) is nobody's yet.
        if (!sender.IsUnspecified) _neighbours.Learn(sender, senderMac, confirmed: forUs && operation == Reply, remember: forUs, now);
        if (forUs && operation == Request) Send(Reply, senderMac, target, senderMac, sender);
        return forUs ? IpReading.Whole : IpReading.Unknown;
    }

    private void Send(ushort operation, MacAddress destination, IpAddress sender, MacAddress targetMac, IpAddress target)
    {
        Span<byte> frame = stackalloc byte[FrameSize];
        destination.Write(frame);
        _mac.Write(frame[MacAddress.Size..]);
        BinaryPrimitives.WriteUInt16BigEndian(frame[12..], EtherType.Arp);
        var body = frame[EthernetHeader.Size..];
        BinaryPrimitives.WriteUInt64BigEndian(body, (EthernetIPv4 << 16) | operation);
        _mac.Write(body[8..]);
        sender.Write(body[14..]);
        targetMac.Write(body[18..]);
        target.Write(body[24..]);
        _neighbours.SendDirectly(frame);
    }
}
