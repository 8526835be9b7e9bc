using ActorNet.Linux;
using ActorNet.Node.Cli;

namespace ActorNet.Node.State;

/// <summary>A topology found in the state directory.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Record">What its daemon wrote; null when nothing can be read.</param>
/// <param name="IsAlive">The daemon exists.</param>
internal sealed record KnownTopology(string Name, RunRecord? Record, bool IsAlive)
{
    /// <summary>starting, running or dead.</summary>
    public string State => IsAlive ? Record!.State : RunRecord.Dead;

    /// <summary>Its socket can be expected to answer.</summary>
    public bool IsRunning => IsAlive && string.Equals(Record!.State, RunRecord.Running, StringComparison.Ordinal);
}

/// <summary>Finds topologies, hosts and boxes by the names that a user types.</summary>
internal sealed class TopologyCatalog
{
    private readonly StateDirectory _state;

    public TopologyCatalog(StateDirectory state) => _state = state;

    /// <summary>Everything in the state directory, by name.</summary>
    public IReadOnlyList<KnownTopology> All() => [.. _state.Topologies().Select(Look)];

    /// <summary>One topology; its <see cref="KnownTopology.Record"/> is null when there is nothing of that name.</summary>
    public KnownTopology Look(string name)
    {
        var record = _state.Read(name);
        return new KnownTopology(name, record, record is not null && IsAlive(record));
    }

    /// <summary>A running topology by name; without one the only one that runs.</summary>
    /// <exception cref="NodeException">There is none, or several.</exception>
    public KnownTopology Running(string? name)
    {
        var running = All().Where(t => t.IsRunning).ToArray();
        if (name is not null) return Array.Find(running, t => string.Equals(t.Name, name, StringComparison.Ordinal)) ?? throw NotRunning(name, running);
        return running.Length switch
        {
            1 => running[0],
            0 => throw new NodeException("no topology is running; start one with 'actornet up FILE'."),
            _ => throw NodeException.Usage($"several topologies are running ({Names(running)}); name one."),
        };
    }

    /// <summary>A host by <c>HOST</c> or <c>TOPOLOGY/HOST</c>.</summary>
    /// <exception cref="NodeException">There is none, or several.</exception>
    public RunHost Host(string name)
    {
        var (topology, host) = Parted(name);
        var found = Candidates(topology).SelectMany(t => t.Record!.Hosts.Select(h => (Topology: t.Name, Host: h))).ToArray();
        var matches = found.Where(f => string.Equals(f.Host.Name, host, StringComparison.Ordinal)).ToArray();
        return matches.Length switch
        {
            1 => matches[0].Host,
            0 => throw new NodeException($"there is no host '{host}'{In(topology)}; {Known("hosts", found.Select(f => $"{f.Topology}/{f.Host.Name}"))}."),
            _ => throw NodeException.Usage($"'{host}' is a host of several topologies; write {string.Join(" or ", matches.Select(f => $"{f.Topology}/{host}"))}."),
        };
    }

    /// <summary>A box by <c>BOX</c> or <c>TOPOLOGY/BOX</c>; without a name the only box there is.</summary>
    /// <exception cref="NodeException">There is none, or several.</exception>
    public (KnownTopology Topology, string Box) Box(string? name)
    {
        var (topology, box) = name is null ? (null, null) : Parted(name);
        var found = Candidates(topology).SelectMany(t => t.Record!.Boxes.Select(b => (Topology: t, Box: b))).ToArray();
        var matches = box is null ? found : [.. found.Where(f => string.Equals(f.Box, box, StringComparison.Ordinal))];
        if (matches.Length == 1) return matches[0];
        var known = Known("boxes", found.Select(f => $"{f.Topology.Name}/{f.Box}"));
        if (matches.Length > 1) throw NodeException.Usage($"{(box is null ? "several boxes are running" : $"'{box}' is a box of several topologies")}; name one with -n. {known}.");
        throw new NodeException(box is null ? "no box is running; start a topology with 'actornet up FILE'." : $"there is no box '{box}'{In(topology)}; {known}.");
    }

    private static (string? Topology, string Name) Parted(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (null, name) : (name[..slash], name[(slash + 1)..]);
    }

    private IEnumerable<KnownTopology> Candidates(string? topology) => topology is null ? All().Where(t => t.IsRunning) : [Running(topology)];

    private NodeException NotRunning(string name, KnownTopology[] running)
    {
        if (_state.HasLedger(name) && !Look(name).IsAlive) return new NodeException($"topology '{name}' is not running: its daemon was killed. Clean up with 'actornet gc'.");
        return new NodeException($"topology '{name}' is not running; {Known("topologies", running.Select(t => t.Name))}.");
    }

    private static bool IsAlive(RunRecord record)
    {
        using var process = ProcessHandle.Open(record.Pid);
        return process is not null && process.StartTicks == record.StartTicks;
    }

    private static string Known(string what, IEnumerable<string> names)
    {
        var all = names.Take(20).ToArray();
        return all.Length == 0 ? $"no {what} are running" : $"running {what}: {string.Join(", ", all)}";
    }

    private static string Names(IEnumerable<KnownTopology> topologies) => string.Join(", ", topologies.Select(t => t.Name));

    private static string In(string? topology) => topology is null ? "" : $" in '{topology}'";
}
