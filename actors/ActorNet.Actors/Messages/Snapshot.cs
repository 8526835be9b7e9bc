using ActorNet.Core.Devices;
using ActorNet.Core.Sched;

namespace ActorNet.Actors.Messages;

/// <summary>To a namespace or a lab: what do the counters say? Answered with <see cref="NamespaceSnapshot"/> or <see cref="LabSnapshot"/>.</summary>
public sealed class TakeSnapshot
{
    private TakeSnapshot()
    {
    }

    /// <summary>The only one.</summary>
    public static TakeSnapshot Instance { get; } = new();
}

/// <summary>A device at one moment.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">Kind.</param>
/// <param name="IsUp">Administratively up.</param>
/// <param name="Stats">Counters.</param>
/// <param name="Qdisc">Kind of the root qdisc.</param>
/// <param name="QdiscStats">Its counters.</param>
/// <param name="QLen">Frames it holds.</param>
/// <param name="Queues">Its IFB queues; empty for other kinds.</param>
public sealed record DeviceSnapshot(
    string Name, string Kind, bool IsUp, DeviceStats Stats, string Qdisc, QdiscStats QdiscStats, int QLen, IReadOnlyList<IfbQueueSnapshot> Queues)
{
    /// <summary>Bytes that the root qdisc holds.</summary>
    public long Backlog { get; init; }

    /// <summary>How far behind their deadlines its drains ran.</summary>
    public DrainLateness Lateness { get; init; }
}

/// <summary>An IFB's queue at one moment.</summary>
/// <param name="Index">Number.</param>
/// <param name="Arrived">Frames handed to it.</param>
/// <param name="Reinjected">Frames drained.</param>
/// <param name="Rq">Frames waiting for a drain.</param>
/// <param name="Tq">Frames a drain left.</param>
public sealed record IfbQueueSnapshot(int Index, long Arrived, long Reinjected, int Rq, int Tq);

/// <summary>An action at one moment.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Index">Number.</param>
/// <param name="Description">What it does, in words.</param>
/// <param name="Stats">Counters.</param>
public sealed record ActionSnapshot(string Kind, uint Index, string Description, QdiscStats Stats);

/// <summary>A namespace at one moment; all counters are of the same turn.</summary>
/// <param name="Name">Name.</param>
/// <param name="Devices">Devices by number.</param>
/// <param name="Actions">Actions by kind and index.</param>
public sealed record NamespaceSnapshot(string Name, IReadOnlyList<DeviceSnapshot> Devices, IReadOnlyList<ActionSnapshot> Actions);

/// <summary>A lab at one moment.</summary>
/// <param name="Namespaces">Its namespaces, by name.</param>
/// <param name="Drops">Frames given up so far, by reason; reasons that never occurred are left out.</param>
/// <param name="FramesOutstanding">Frames under way or queued.</param>
/// <param name="PoolExhausted">How often no buffer was left.</param>
public sealed record LabSnapshot(
    IReadOnlyList<NamespaceSnapshot> Namespaces, IReadOnlyDictionary<string, long> Drops, long FramesOutstanding, long PoolExhausted)
{
    /// <summary>Frames delivered so far: handed to a host, to protocols, or used up by an action.</summary>
    public long Delivered { get; init; }

    /// <summary>Actors of devices and of queues that live.</summary>
    public int Actors { get; init; }
}
