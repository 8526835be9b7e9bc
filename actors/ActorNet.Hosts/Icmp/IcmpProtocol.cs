using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Ip;
using ActorNet.Hosts.Link;

namespace ActorNet.Hosts.Icmp;

/// <summary>ICMP (RFC 792) and ICMPv6 (RFC 4443): echo, errors both ways, neighbour discovery.</summary>
internal sealed class IcmpProtocol
{
    /// <summary>Longest IPv4 packet with an error (RFC 1812, section 4.3.2.3).</summary>
    private const int LongestError = 576;

    /// <summary>Longest IPv6 packet with an error (RFC 4443, section 3.1).</summary>
    private const int LongestErrorV6 = 1280;

    private readonly RouteTable _routes;
    private readonly IpOutput _output;
    private readonly IcmpEcho _echo;
    private readonly NeighbourDiscovery _discovery;
    private readonly StackCounters _counters;
    private readonly ErrorHandler _errors;

    /// <summary>Told of errors about packets of this host.</summary>
    internal delegate void ErrorHandler(in IcmpError error, Instant now);

    internal IcmpProtocol(RouteTable routes, IpOutput output, IcmpEcho echo, NeighbourDiscovery discovery, StackCounters counters, ErrorHandler errors) =>
        (_routes, _output, _echo, _discovery, _counters, _errors) = (routes, output, echo, discovery, counters, errors);

    internal IpReading Receive(in IpPacket packet, Instant now)
    {
        var message = packet.Payload;
        if (message.Length < IcmpType.HeaderSize) return IpReading.Malformed;
        var isV6 = packet.Source.IsV6;
        if (isV6 ? !packet.IsTransportSumRight : Checksum.Fold(Checksum.Partial(message)) != 0) return IpReading.BadChecksum;
        if (isV6 && message[0] is IcmpType.NeighbourSolicitation or IcmpType.NeighbourAdvertisement) return _discovery.Receive(packet, now);
        if (message[0] == (isV6 ? IcmpType.EchoRequestV6 : IcmpType.EchoRequest)) _echo.OnRequest(packet, now);
        else if (message[0] == (isV6 ? IcmpType.EchoReplyV6 : IcmpType.EchoReply)) _echo.OnReply(packet, now);
        else return OnError(message, isV6, now);
        return IpReading.Whole;
    }

    /// <summary>Tells the sender of a datagram that nobody has the port (RFC 1122, section 3.2.2.1).</summary>
    internal void SendPortUnreachable(in IpPacket packet, Instant now)
    {
        var isV6 = packet.Source.IsV6;
        if (!_routes.Owns(packet.Destination) || packet.Source.IsUnspecified || packet.Source.IsMulticast) return;
        var room = Math.Min(isV6 ? LongestErrorV6 - PacketHeaders.IPv6Size : LongestError - PacketHeaders.IPv4Size, _output.MaxPayload(isV6)) - IcmpType.HeaderSize;
        var quote = packet.Bytes[..Math.Min(packet.Bytes.Length, room)];
        var body = _output.Begin(packet.Destination, packet.Source, isV6 ? IpProtocol.IcmpV6 : IpProtocol.Icmp, IcmpType.HeaderSize + quote.Length);
        body[..IcmpType.HeaderSize].Clear();
        (body[0], body[1]) = isV6 ? (IcmpType.UnreachableV6, IcmpType.PortUnreachableV6) : (IcmpType.Unreachable, IcmpType.PortUnreachable);
        quote.CopyTo(body[IcmpType.HeaderSize..]);
        _echo.Finish(body, isV6);
        _output.Send(now);
    }

    private IpReading OnError(ReadOnlySpan<byte> message, bool isV6, Instant now)
    {
        if (!IcmpError.TryRead(message, isV6, out var error) || error.Source.IsV6 != isV6 || !_routes.Owns(error.Source)) return IpReading.Unknown;
        _counters.IcmpErrors++;
        _errors(error, now);
        return IpReading.Whole;
    }
}
