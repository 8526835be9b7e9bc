using ActorNet.Core;
using ActorNet.Hocon;

namespace ActorNet.Topology;

/// <summary>An emulated network namespace, made of actors.</summary>
public sealed record Box
{
    /// <summary>Name, by which <c>ip -n NAME</c> reaches it.</summary>
    public required string Name { get; init; }

    /// <summary>Where the file names it.</summary>
    public required HoconOrigin Origin { get; init; }

    /// <summary>Its ports in the order of the file: devices named like the hosts at the other end of their TAPs.</summary>
    public required IReadOnlyList<Port> Ports { get; init; }

    /// <summary>Commands that configure it.</summary>
    public required SetupScript Setup { get; init; }

    /// <summary>The Linux it imitates.</summary>
    public required KernelProfile Kernel { get; init; }

    /// <summary>Seed of everything random in it: as given, or derived from the topology's seed and the box's name.</summary>
    public required ulong Seed { get; init; }
}

/// <summary>The end of a host's TAP in a box.</summary>
/// <param name="Name">Name of the host and of the device.</param>
/// <param name="Origin">Where the box lists it.</param>
/// <param name="Mtu">MTU in bytes, the host's.</param>
public sealed record Port(string Name, HoconOrigin Origin, int Mtu);
