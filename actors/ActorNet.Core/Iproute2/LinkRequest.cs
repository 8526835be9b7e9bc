using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary>What the words of one <c>ip link add|set</c> ask of a device, checked as far as words can be; null or zero where nothing was said.</summary>
public sealed record LinkRequest
{
    /// <summary>The word without a key, or behind <c>dev</c>: the device meant, or the new one's name.</summary>
    public string? Device { get; internal set; }

    /// <summary>Behind <c>name</c>: the new name.</summary>
    public string? Name { get; internal set; }

    /// <summary>Number asked for, from 1.</summary>
    public int Index { get; internal set; }

    /// <summary>MTU in bytes as written; the device decides whether it can be.</summary>
    public int? Mtu { get; internal set; }

    /// <summary>Transmit queue length in frames as written.</summary>
    public int? TxQueueLength { get; internal set; }

    /// <summary>Hardware address, of any length.</summary>
    public IReadOnlyList<byte>? Address { get; internal set; }

    /// <summary>Link-layer broadcast address, of any length.</summary>
    public IReadOnlyList<byte>? Broadcast { get; internal set; }

    /// <summary>Transmit queues to make.</summary>
    public int? TxQueues { get; internal set; }

    /// <summary>Receive queues to make.</summary>
    public int? RxQueues { get; internal set; }

    /// <summary>Flags to switch, without <see cref="DeviceFlags.Up"/>.</summary>
    public DeviceFlags FlagMask { get; internal set; }

    /// <summary>Their new values.</summary>
    public DeviceFlags Flags { get; internal set; }

    /// <summary>Up or down.</summary>
    public bool? Up { get; internal set; }

    /// <summary>Carrier on or off.</summary>
    public bool? Carrier { get; internal set; }

    /// <summary>Description; empty removes it.</summary>
    public string? Alias { get; internal set; }

    /// <summary>The device to become a port of.</summary>
    public NetDevice? Master { get; internal set; }

    /// <summary>Leave the master.</summary>
    public bool NoMaster { get; internal set; }

    /// <summary>The namespace to be made in or to move to.</summary>
    public NetNamespace? Namespace { get; internal set; }

    /// <summary>A process was named instead of a namespace; a lab has none.</summary>
    public bool NamespaceOfProcess { get; internal set; }

    /// <summary>Behind <c>link</c>: the device to stand on.</summary>
    public NetDevice? Link { get; internal set; }

    /// <summary>Group to be sorted into; without a device: the group that is meant.</summary>
    public int? Group { get; internal set; }

    /// <summary>Kind behind <c>type</c>, where the words for the common attributes end.</summary>
    public string? Type { get; internal set; }
}
