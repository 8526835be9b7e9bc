using ActorNet.Hocon;
using ActorNet.Topology.Resolving;

namespace ActorNet.Topology;

/// <summary>
/// A checked topology: every name is valid and refers to something, every setup line was accepted in a rehearsal. Immutable. In namespaces beside this one
/// write <c>Topology.Topology</c>, or put the using directive behind the namespace declaration.
/// </summary>
public sealed record Topology
{
    /// <summary>Name, 1 to 32 characters of a-z, 0-9 and '-'.</summary>
    public required string Name { get; init; }

    /// <summary>Where the topology's file starts, for messages about the whole.</summary>
    public required HoconOrigin Origin { get; init; }

    /// <summary>Source of all randomness: the addresses and the boxes' seeds that the file does not give are derived from it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Settings of the engine that the file overrides.</summary>
    public required EngineOverrides Engine { get; init; }

    /// <summary>Hosts in the order of the file.</summary>
    public required IReadOnlyList<Host> Hosts { get; init; }

    /// <summary>Boxes in the order of the file.</summary>
    public required IReadOnlyList<Box> Boxes { get; init; }

    /// <summary>Links in the order of the file.</summary>
    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>What happens to links while it runs, in the order of the file.</summary>
    public required IReadOnlyList<ScheduleEntry> Schedule { get; init; }

    /// <summary>What its hosts send when it is simulated or checked, in the order of the file; <c>up</c> leaves it alone.</summary>
    public required IReadOnlyList<TrafficFlow> Traffic { get; init; }

    /// <summary>What holds when that is over, in the order of the file.</summary>
    public required IReadOnlyList<Expectation> Expectations { get; init; }

    /// <summary>The file as it was written.</summary>
    public required RawTopology Raw { get; init; }

    /// <summary>The same topology as if the file had another <c>seed</c>: addresses and boxes' seeds that the file gives stay.</summary>
    /// <param name="seed">The seed.</param>
    public Topology WithSeed(ulong seed)
    {
        var givenMacs = Raw.Hosts.Where(h => h.Mac is not null).Select(h => h.Name.Text).ToHashSet(StringComparer.Ordinal);
        var givenSeeds = Raw.Boxes.Where(b => b.Seed is not null).Select(b => b.Name.Text).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Seed = seed,
            Hosts = [.. Hosts.Select(h => givenMacs.Contains(h.Name) ? h : h with { Mac = Seeds.HostMac(seed, Name, h.Name) })],
            Boxes = [.. Boxes.Select(b => givenSeeds.Contains(b.Name) ? b : b with { Seed = Seeds.BoxSeed(seed, Name, b.Name) })],
        };
    }
}
