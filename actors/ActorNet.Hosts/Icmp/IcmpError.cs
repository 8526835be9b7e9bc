using System.Buffers.Binary;
using ActorNet.Core.Frames;

namespace ActorNet.Hosts.Icmp;

/// <summary>What the network says went wrong.</summary>
internal enum IcmpErrorKind
{
    /// <summary>There is no way to the destination, or it does not want it.</summary>
    Unreachable,

    /// <summary>Nobody has the port.</summary>
    PortUnreachable,

    /// <summary>A link on the way has a smaller MTU.</summary>
    TooBig,
}

/// <summary>An error about a packet that this host sent.</summary>
internal readonly ref struct IcmpError
{
    private IcmpError(IcmpErrorKind kind, int mtu, IpAddress source, IpAddress destination, byte protocol, ReadOnlySpan<byte> transport)
    {
        (Kind, Mtu, Source, Destination, Protocol) = (kind, mtu, source, destination, protocol);
        Transport = transport;
    }

    internal IcmpErrorKind Kind { get; }

    /// <summary>Of a packet that was too big: what would fit; 0 when it was not said.</summary>
    internal int Mtu { get; }

    /// <summary>Whom the packet claims to come from.</summary>
    internal IpAddress Source { get; }

    internal IpAddress Destination { get; }

    internal byte Protocol { get; }

    /// <summary>The beginning of its transport header, 8 bytes or more.</summary>
    internal ReadOnlySpan<byte> Transport { get; }

    /// <summary>Reads a message of ICMP or ICMPv6 whose checksum is right.</summary>
    /// <returns>False when it is no error, or what it quotes is too short.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> message, bool isV6, out IcmpError error)
    {
        error = default;
        if (message.Length < IcmpType.HeaderSize) return false;
        var (type, code) = (message[0], message[1]);
        var quote = message[IcmpType.HeaderSize..];
        if (isV6)
        {
            var mtu = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(message[4..]), int.MaxValue);
            return type switch
            {
                IcmpType.UnreachableV6 => TryQuote(quote, code == IcmpType.PortUnreachableV6 ? IcmpErrorKind.PortUnreachable : IcmpErrorKind.Unreachable, 0, out error),
                IcmpType.PacketTooBigV6 => TryQuote(quote, IcmpErrorKind.TooBig, mtu, out error),
                IcmpType.TimeExceededV6 => TryQuote(quote, IcmpErrorKind.Unreachable, 0, out error),
                _ => false,
            };
        }

        return type switch
        {
            IcmpType.Unreachable when code == IcmpType.FragmentationNeeded => TryQuote(quote, IcmpErrorKind.TooBig, BinaryPrimitives.ReadUInt16BigEndian(message[6..]), out error),
            IcmpType.Unreachable => TryQuote(quote, code == IcmpType.PortUnreachable ? IcmpErrorKind.PortUnreachable : IcmpErrorKind.Unreachable, 0, out error),
            IcmpType.TimeExceeded => TryQuote(quote, IcmpErrorKind.Unreachable, 0, out error),
            _ => false,
        };
    }

    /// <summary>Reads the beginning of a packet that is quoted, or that was given up here.</summary>
    internal static bool TryQuote(ReadOnlySpan<byte> packet, IcmpErrorKind kind, int mtu, out IcmpError error)
    {
        const int enough = 8;
        error = default;
        if (packet.IsEmpty) return false;
        var isV6 = packet[0] >> 4 == 6;
        var header = isV6 ? PacketHeaders.IPv6Size : (packet[0] & 15) * 4;
        if (header < PacketHeaders.IPv4Size || packet.Length < header + enough) return false;
        error = isV6
            ? new IcmpError(kind, mtu, IpAddress.ReadV6(packet[8..]), IpAddress.ReadV6(packet[24..]), packet[6], packet[header..])
            : new IcmpError(kind, mtu, IpAddress.ReadV4(packet[12..]), IpAddress.ReadV4(packet[16..]), packet[9], packet[header..]);
        return true;
    }
}
