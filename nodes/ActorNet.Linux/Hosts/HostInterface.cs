using System.Net;
using System.Net.NetworkInformation;
using ActorNet.Linux.Tap;

namespace ActorNet.Linux.Hosts;

/// <summary>An interface of a host: a TAP whose other end is this process.</summary>
public sealed record HostInterface
{
    /// <summary>Its name inside the host; <c>eth0</c> unless said otherwise.</summary>
    public string Name { get; init; } = "eth0";

    /// <summary>Its MAC address, unicast; null lets the kernel draw one.</summary>
    public PhysicalAddress? MacAddress { get; init; }

    /// <summary>Bytes of the largest IP packet, 68 to 65521; null leaves the kernel's 1500.</summary>
    public int? Mtu { get; init; }

    /// <summary>
    /// Frames the kernel keeps for us while we do not read, beyond which it drops: <c>txqueuelen</c>; null leaves the kernel's 1000.
    /// </summary>
    public int? TransmitQueueLength { get; init; }

    /// <summary>Its addresses; none unless said otherwise.</summary>
    public IReadOnlyList<HostAddress> Addresses { get; init; } = [];

    /// <summary>Gateways of the default routes, at most one per version of IP; none unless said otherwise.</summary>
    public IReadOnlyList<IPAddress> Gateways { get; init; } = [];

    /// <summary>Queues and offloads.</summary>
    public TapOptions Tap { get; init; } = new();
}
