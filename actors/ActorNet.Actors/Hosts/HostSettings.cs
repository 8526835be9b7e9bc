using System.Net;
using ActorNet.Core.Frames;

namespace ActorNet.Actors.Hosts;

/// <summary>What a built-in host is.</summary>
public sealed record HostSettings
{
    /// <summary>Its Ethernet address, unicast; the IPv6 link-local address is derived from it (RFC 4291, appendix A).</summary>
    public required MacAddress Mac { get; init; }

    /// <summary>Its addresses, at most 64, with their prefixes: what lies in a prefix is asked for on the link, the rest goes to a gateway.</summary>
    public required IReadOnlyList<HostAddress> Addresses { get; init; }

    /// <summary>Where packets for other networks go: the first of the packet's family that lies in a prefix of the host.</summary>
    public IReadOnlyList<IPAddress> Gateways { get; init; } = [];

    /// <summary>Largest IP packet it sends, 576 to 9000 bytes; 1280 or more when it has an IPv6 address.</summary>
    public int Mtu { get; init; } = 1500;

    /// <summary>Whether its TCP asks for explicit congestion notification (RFC 3168). It agrees to it in any case.</summary>
    public bool Ecn { get; init; }

    /// <summary>How fast its TCP sends at most, all connections together, 1,000 to 10^12: only this bounds a transfer through a network that has neither delay nor rate.</summary>
    public long BitsPerSecond { get; init; } = 10_000_000_000;

    /// <summary>Seed of its sequence numbers, ports and identifiers.</summary>
    public ulong Seed { get; init; }
}

/// <summary>An address of a built-in host.</summary>
/// <param name="Address">IPv4 or IPv6, unicast.</param>
/// <param name="PrefixLength">Bits of the network, 0 to 32 or 128.</param>
public sealed record HostAddress(IPAddress Address, int PrefixLength);
