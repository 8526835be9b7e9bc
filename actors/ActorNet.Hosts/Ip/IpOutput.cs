using System.Buffers.Binary;
using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Link;

namespace ActorNet.Hosts.Ip;

/// <summary>Builds packets in one buffer and hands them to the neighbour they go to. One packet at a time: <see cref="Begin"/>, fill, <see cref="Send"/>.</summary>
internal sealed class IpOutput
{
    /// <summary>What a host gives its packets (RFC 1700).</summary>
    internal const byte DefaultHopLimit = 64;

    private const int Ip = EthernetHeader.Size;
    private const ushort DontFragment = 0x4000;

    private readonly byte[] _frame;
    private readonly MacAddress _mac;
    private readonly RouteTable _routes;
    private readonly NeighbourTable _neighbours;
    private ushort _identification;
    private IpAddress _destination;
    private byte _protocol;
    private int _payload;
    private int _length;

    internal IpOutput(StackSettings settings, RouteTable routes, NeighbourTable neighbours, RandomSource random)
    {
        _frame = new byte[Ip + settings.Mtu];
        Mtu = settings.Mtu;
        _mac = settings.Mac;
        _routes = routes;
        _neighbours = neighbours;
        _identification = (ushort)random.Next();
    }

    /// <summary>Largest packet.</summary>
    internal int Mtu { get; }

    /// <summary>What fits behind the IP header.</summary>
    internal int MaxPayload(bool isV6) => Mtu - (isV6 ? PacketHeaders.IPv6Size : PacketHeaders.IPv4Size);

    /// <summary>Begins a packet.</summary>
    /// <param name="source">An own address.</param>
    /// <param name="destination">Of the same kind.</param>
    /// <param name="protocol">Protocol number of the payload.</param>
    /// <param name="length">Bytes of the payload, within <see cref="MaxPayload"/>.</param>
    /// <param name="ecn">Its ECN field.</param>
    /// <param name="hopLimit">Its time to live.</param>
    /// <returns>Where the payload goes: not cleared, valid until the next packet begins.</returns>
    internal Span<byte> Begin(IpAddress source, IpAddress destination, byte protocol, int length, Ecn ecn = Ecn.NotCapable, byte hopLimit = DefaultHopLimit)
    {
        (_destination, _protocol) = (destination, protocol);
        var header = _frame.AsSpan(Ip);
        _payload = Ip + (source.IsV6 ? WriteV6(header, source, length, ecn, hopLimit) : WriteV4(header, source, length, ecn, hopLimit));
        _length = _payload + length;
        BinaryPrimitives.WriteUInt16BigEndian(_frame.AsSpan(12), source.IsV6 ? EtherType.IPv6 : EtherType.IPv4);
        return _frame.AsSpan(_payload, length);
    }

    /// <summary>The checksum of payload and pseudo-header, for TCP, UDP and ICMPv6; the field itself must be 0.</summary>
    internal ushort TransportSum()
    {
        var payload = _frame.AsSpan(_payload, _length - _payload);
        var addresses = _destination.IsV6 ? _frame.AsSpan(Ip + 8, 32) : _frame.AsSpan(Ip + 12, 8);
        return Checksum.Fold(Checksum.Partial(payload, Checksum.PseudoHeader(addresses, _protocol, payload.Length)));
    }

    /// <summary>Sends what was begun: at once, or when the neighbour is found.</summary>
    /// <returns>False when there is no way to the destination.</returns>
    internal bool Send(Instant now)
    {
        var frame = _frame.AsSpan(0, _length);
        _mac.Write(frame[MacAddress.Size..]);
        if (_destination.IsMulticast || _routes.IsBroadcast(_destination))
        {
            (_destination.IsMulticast ? _destination.GroupMac : MacAddress.Broadcast).Write(frame);
            _neighbours.SendDirectly(frame);
            return true;
        }

        if (!_routes.TryFind(_destination, out _, out var nextHop)) return false;
        _neighbours.Send(nextHop, frame, now);
        return true;
    }

    /// <summary>Sends what was begun to a station whose address is known.</summary>
    internal void SendTo(MacAddress station)
    {
        var frame = _frame.AsSpan(0, _length);
        station.Write(frame);
        _mac.Write(frame[MacAddress.Size..]);
        _neighbours.SendDirectly(frame);
    }

    private int WriteV4(Span<byte> header, IpAddress source, int length, Ecn ecn, byte hopLimit)
    {
        header = header[..PacketHeaders.IPv4Size];
        header[0] = 0x45;
        header[1] = (byte)ecn;
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)(PacketHeaders.IPv4Size + length));
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], ++_identification);
        BinaryPrimitives.WriteUInt16BigEndian(header[6..], DontFragment);
        header[8] = hopLimit;
        header[9] = _protocol;
        BinaryPrimitives.WriteUInt16BigEndian(header[10..], 0);
        source.Write(header[12..]);
        _destination.Write(header[16..]);
        BinaryPrimitives.WriteUInt16BigEndian(header[10..], Checksum.Fold(Checksum.Partial(header)));
        return PacketHeaders.IPv4Size;
    }

    private int WriteV6(Span<byte> header, IpAddress source, int length, Ecn ecn, byte hopLimit)
    {
        BinaryPrimitives.WriteUInt32BigEndian(header, 0x6000_0000 | ((uint)ecn << 20));
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], (ushort)length);
        header[6] = _protocol;
        header[7] = hopLimit;
        source.Write(header[8..]);
        _destination.Write(header[24..]);
        return PacketHeaders.IPv6Size;
    }
}
