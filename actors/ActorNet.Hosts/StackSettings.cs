using ActorNet.Core.Frames;

namespace ActorNet.Hosts;

/// <summary>An address of a host and the network it lies in.</summary>
/// <param name="Address">Unicast.</param>
/// <param name="PrefixLength">Bits of the network.</param>
public readonly record struct StackAddress(IpAddress Address, int PrefixLength);

/// <summary>What a host is.</summary>
public sealed record StackSettings
{
    /// <summary>Most addresses of a host.</summary>
    public const int MaxAddresses = 64;

    /// <summary>Smallest MTU: what every IPv4 host takes.</summary>
    public const int MinMtu = 576;

    /// <summary>Smallest MTU with which IPv6 works (RFC 8200, section 5).</summary>
    public const int MinMtuV6 = 1280;

    /// <summary>Largest MTU: jumbo frames.</summary>
    public const int MaxMtu = 9000;

    /// <summary>Its Ethernet address.</summary>
    public required MacAddress Mac { get; init; }

    /// <summary>Its addresses; the IPv6 link-local one comes by itself.</summary>
    public required IReadOnlyList<StackAddress> Addresses { get; init; }

    /// <summary>Where packets for other networks go.</summary>
    public IReadOnlyList<IpAddress> Gateways { get; init; } = [];

    /// <summary>Largest IP packet it sends.</summary>
    public int Mtu { get; init; } = 1500;

    /// <summary>Whether its TCP asks for explicit congestion notification.</summary>
    public bool Ecn { get; init; }

    /// <summary>How fast its TCP sends at most, all connections together: as if its card had that speed. UDP flows have a pace of their own.</summary>
    public long BitsPerSecond { get; init; } = 10_000_000_000;

    /// <summary>Seed of sequence numbers, ports and identifiers.</summary>
    public ulong Seed { get; init; }

    /// <summary>Looks for what cannot be.</summary>
    /// <exception cref="HostStackException">Says what.</exception>
    public void Check()
    {
        if (!Mac.IsValidUnicast) throw new HostStackException($"{Mac} is no address of a station: give a unicast one.");
        if (Addresses.Count > MaxAddresses) throw new HostStackException($"{Addresses.Count} addresses are too many for a host: {MaxAddresses} at most.");
        if (Mtu is < MinMtu or > MaxMtu) throw new HostStackException($"An MTU of {Mtu} is out of range: {MinMtu} to {MaxMtu}.");
        if (BitsPerSecond is < 1_000 or > 1_000_000_000_000) throw new HostStackException($"A card of {BitsPerSecond} bit/s is out of range: 1000 to 1000000000000.");
        foreach (var (address, length) in Addresses)
        {
            if (address.IsUnspecified || address.IsMulticast || address == IpAddress.Broadcast)
                throw new HostStackException($"{address} is no address of a host: give a unicast one.");
            if (length < 0 || length > address.Bits) throw new HostStackException($"{address}/{length}: the prefix is 0 to {address.Bits} bits long.");
            if (address.IsV6 && Mtu < MinMtuV6) throw new HostStackException($"IPv6 ({address}) needs an MTU of {MinMtuV6} or more; this one is {Mtu}.");
        }
    }
}
