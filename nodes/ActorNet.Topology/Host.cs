using System.Net;
using ActorNet.Core.Frames;
using ActorNet.Hocon;

namespace ActorNet.Topology;

/// <summary>A network namespace of the machine, joined to a box by a TAP: programs run in it.</summary>
public sealed record Host
{
    /// <summary>Name of its network device inside its namespace.</summary>
    public const string DeviceName = "eth0";

    /// <summary>Name; the port of the box has it too.</summary>
    public required string Name { get; init; }

    /// <summary>Where the file names it.</summary>
    public required HoconOrigin Origin { get; init; }

    /// <summary>Name of the machine's network namespace: <c>TOPOLOGY-HOST</c>, at most 48 characters.</summary>
    public required string NamespaceName { get; init; }

    /// <summary>The box it is a port of.</summary>
    public required string Box { get; init; }

    /// <summary>Its addresses, unique in the topology; none is allowed.</summary>
    public required IReadOnlyList<InterfaceAddress> Addresses { get; init; }

    /// <summary>Hardware address of <see cref="DeviceName"/>: as given, or derived from the topology's seed.</summary>
    public required MacAddress Mac { get; init; }

    /// <summary>MTU in bytes at both ends of the TAP, 68 to 65521, default 1500.</summary>
    public required int Mtu { get; init; }

    /// <summary>Gateways of its default routes: at most one of IPv4 and one of IPv6.</summary>
    public required IReadOnlyList<IPAddress> Gateways { get; init; }
}
