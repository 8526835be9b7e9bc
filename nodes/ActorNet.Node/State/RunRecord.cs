namespace ActorNet.Node.State;

/// <summary>What a daemon says about itself in <c>NAME.json</c>, for commands that only look or need a name: <c>ps</c>, <c>exec</c>.</summary>
/// <param name="Name">Name of the topology.</param>
/// <param name="State"><see cref="Starting"/> or <see cref="Running"/>.</param>
/// <param name="Pid">The daemon's process.</param>
/// <param name="StartTicks">When that process started, in clock ticks since the machine did; tells it from a later one of the same number.</param>
/// <param name="Started">When the topology was started.</param>
/// <param name="File">The topology's file, full path.</param>
/// <param name="Node">Name of the machine.</param>
/// <param name="Boxes">Names of its boxes.</param>
/// <param name="Hosts">Its hosts.</param>
internal sealed record RunRecord(
    string Name, string State, int Pid, long StartTicks, DateTimeOffset Started, string File, string Node, IReadOnlyList<string> Boxes, IReadOnlyList<RunHost> Hosts)
{
    /// <summary>Things are being made.</summary>
    public const string Starting = "starting";

    /// <summary>It is up and its socket answers.</summary>
    public const string Running = "running";

    /// <summary>The daemon is gone without having cleaned up.</summary>
    public const string Dead = "dead";
}

/// <summary>A host of a running topology.</summary>
/// <param name="Name">Name in the topology.</param>
/// <param name="Namespace">Its network namespace, as in <c>ip netns list</c>.</param>
/// <param name="Box">The box it is a port of.</param>
/// <param name="Addresses">Its addresses with prefix length.</param>
internal sealed record RunHost(string Name, string Namespace, string Box, IReadOnlyList<string> Addresses);
