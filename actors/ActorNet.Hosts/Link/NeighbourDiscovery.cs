using System.Buffers.Binary;
using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Icmp;
using ActorNet.Hosts.Ip;

namespace ActorNet.Hosts.Link;

/// <summary>Address resolution of IPv6: neighbour solicitations and advertisements (RFC 4861). Routers are not asked, addresses are not tried out.</summary>
internal sealed class NeighbourDiscovery
{
    /// <summary>What cannot have passed a router.</summary>
    private const byte HopLimit = 255;

    private const int TargetOffset = 8;
    private const int HeaderSize = 24;
    private const int OptionSize = 8;
    private const byte SourceOption = 1;
    private const byte TargetOption = 2;
    private const byte Solicited = 0x40;
    private const byte Override = 0x20;

    private readonly MacAddress _mac;
    private readonly RouteTable _routes;
    private readonly NeighbourTable _neighbours;
    private readonly IpOutput _output;

    internal NeighbourDiscovery(MacAddress mac, RouteTable routes, NeighbourTable neighbours, IpOutput output) =>
        (_mac, _routes, _neighbours, _output) = (mac, routes, neighbours, output);

    /// <summary>Asks who has an address: in its solicited-node group, or the station that had it.</summary>
    internal void Solicit(IpAddress target, MacAddress? station, Instant now)
    {
        if (!_routes.TryFind(target, out var source, out _)) return;
        Write(source, station is null ? target.SolicitedNode : target, IcmpType.NeighbourSolicitation, 0, target, SourceOption);
        if (station is { } known) _output.SendTo(known);
        else _output.Send(now);
    }

    /// <summary>Reads a message whose checksum is right.</summary>
    internal IpReading Receive(in IpPacket packet, Instant now)
    {
        var body = packet.Payload;
        if (packet.HopLimit != HopLimit || body.Length < HeaderSize || body[1] != 0) return IpReading.Malformed;
        var target = IpAddress.ReadV6(body[TargetOffset..]);
        var solicitation = body[0] == IcmpType.NeighbourSolicitation;
        if (target.IsMulticast || !TryReadLinkAddress(body[HeaderSize..], solicitation ? SourceOption : TargetOption, out var mac)) return IpReading.Malformed;
        return solicitation ? OnSolicitation(packet, target, mac, now) : OnAdvertisement(packet, target, mac, (body[4] & Solicited) != 0, (body[4] & Override) != 0, now);
    }

    private IpReading OnSolicitation(in IpPacket packet, IpAddress target, MacAddress? mac, Instant now)
    {
        if (!_routes.Owns(target)) return IpReading.Unknown;
        if (packet.Source.IsUnspecified)
        {
            // Somebody tries the address out: he must learn that it is taken, and so must everybody who believed him.
            if (mac is not null) return IpReading.Malformed;
            Write(target, IpAddress.AllNodes, IcmpType.NeighbourAdvertisement, Override, target, TargetOption);
        }
        else
        {
            if (mac is { } known) _neighbours.Learn(packet.Source, known, confirmed: false, remember: true, now);
            Write(target, packet.Source, IcmpType.NeighbourAdvertisement, Solicited | Override, target, TargetOption);
        }

        _output.Send(now);
        return IpReading.Whole;
    }

    private IpReading OnAdvertisement(in IpPacket packet, IpAddress target, MacAddress? mac, bool solicited, bool overrides, Instant now)
    {
        if (packet.Destination.IsMulticast && solicited) return IpReading.Malformed;
        if (_routes.Owns(target)) return IpReading.Unknown;
        if (mac is { } known && (overrides || _neighbours.IsSearching(target))) _neighbours.Learn(target, known, solicited, remember: false, now);
        else if (solicited) _neighbours.Confirm(target, now);
        return IpReading.Whole;
    }

    private void Write(IpAddress source, IpAddress destination, byte type, byte flags, IpAddress target, byte option)
    {
        var body = _output.Begin(source, destination, IpProtocol.IcmpV6, HeaderSize + OptionSize, hopLimit: HopLimit);
        body.Clear();
        body[0] = type;
        body[4] = flags;
        target.Write(body[TargetOffset..]);
        body[HeaderSize] = option;
        body[HeaderSize + 1] = 1;
        _mac.Write(body[(HeaderSize + 2)..]);
        BinaryPrimitives.WriteUInt16BigEndian(body[2..], _output.TransportSum());
    }

    /// <summary>Walks the options.</summary>
    /// <returns>False when they contradict themselves.</returns>
    private static bool TryReadLinkAddress(ReadOnlySpan<byte> options, byte wanted, out MacAddress? mac)
    {
        mac = null;
        while (options.Length > 0)
        {
            if (options.Length < OptionSize || options[1] == 0 || options.Length < options[1] * OptionSize) return false;
            if (options[0] == wanted)
            {
                mac = MacAddress.Read(options[2..]);
                if (!mac.Value.IsValidUnicast) return false;
            }

            options = options[(options[1] * OptionSize)..];
        }

        return true;
    }
}
