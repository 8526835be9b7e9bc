namespace ActorNet.Core.Net;

/// <summary>An IPv4 address of a device (<c>struct in_ifaddr</c>). Addresses and masks are numbers in host order.</summary>
public sealed class InetAddress
{
    /// <summary>The device's own address.</summary>
    public required uint Local { get; init; }

    /// <summary>The far end's address on a point-to-point link, otherwise the same as <see cref="Local"/>.</summary>
    public required uint Peer { get; init; }

    /// <summary>Bits of the subnet.</summary>
    public required int PrefixLength { get; init; }

    /// <summary>Broadcast address; 0 for none.</summary>
    public uint Broadcast { get; init; }

    /// <summary>How far it means something.</summary>
    public InetScope Scope { get; init; }

    /// <summary>Name under which it is listed: the device's, or one of the user's that a rename turns into the device's.</summary>
    public required string Label { get; set; }

    /// <summary>Came later than another of its subnet, and goes when that one goes (rule INET-02).</summary>
    public bool IsSecondary { get; internal set; }

    /// <summary>Ones where the subnet is.</summary>
    public uint Mask => InetPrefix.MaskOf(PrefixLength);

    /// <summary>Whether an address lies in this one's subnet.</summary>
    public bool Covers(uint address) => ((address ^ Peer) & Mask) == 0;
}
