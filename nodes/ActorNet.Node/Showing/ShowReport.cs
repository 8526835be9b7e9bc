using ActorNet.Actors.Messages;
using ActorNet.Core.Sched;
using ActorNet.Labs.Links;
using ActorNet.Node.Links;

namespace ActorNet.Node.Showing;

/// <summary>All counters of a topology at one moment, as <c>show --json</c> prints them.</summary>
/// <param name="Topology">Its name.</param>
/// <param name="Boxes">Its boxes, by name.</param>
/// <param name="Drops">Frames given up, by reason.</param>
/// <param name="FramesOutstanding">Frames under way or queued.</param>
/// <param name="PoolExhausted">How often no buffer was left.</param>
internal sealed record ShowReport(
    string Topology, IReadOnlyList<ShownBox> Boxes, IReadOnlyDictionary<string, long> Drops, long FramesOutstanding, long PoolExhausted)
{
    /// <summary>Its links, where they are known.</summary>
    public IReadOnlyList<ShownLink>? Links { get; init; }

    /// <summary>How far behind its time it was, where time is real.</summary>
    public BehindReport? Behind { get; init; }

    /// <summary>From a lab's snapshot.</summary>
    public static ShowReport Of(string topology, LabSnapshot snapshot) => new(
        topology, [.. snapshot.Namespaces.Select(ShownBox.Of)], snapshot.Drops, snapshot.FramesOutstanding, snapshot.PoolExhausted);
}

/// <summary>A box.</summary>
internal sealed record ShownBox(string Name, IReadOnlyList<ShownDevice> Devices, IReadOnlyList<ShownAction> Actions)
{
    public static ShownBox Of(NamespaceSnapshot ns) => new(ns.Name, [.. ns.Devices.Select(ShownDevice.Of)], [.. ns.Actions.Select(ShownAction.Of)]);
}

/// <summary>A device with its root qdisc and, for an IFB, its queues.</summary>
internal sealed record ShownDevice(
    string Name, string Kind, string State, long RxPackets, long RxBytes, long RxErrors, long RxDropped,
    long TxPackets, long TxBytes, long TxErrors, long TxDropped, ShownQdisc Qdisc, IReadOnlyList<ShownQueue> Queues)
{
    /// <summary>How late it sent what its qdiscs had held back; null when it never was.</summary>
    public ShownLateness? Behind { get; init; }

    public static ShownDevice Of(DeviceSnapshot d) => new(
        d.Name, d.Kind, d.IsUp ? "up" : "down", d.Stats.RxPackets, d.Stats.RxBytes, d.Stats.RxErrors, d.Stats.RxDropped,
        d.Stats.TxPackets, d.Stats.TxBytes, d.Stats.TxErrors, d.Stats.TxDropped, ShownQdisc.Of(d.Qdisc, d.QdiscStats, d.QLen), [.. d.Queues.Select(ShownQueue.Of)])
    {
        Behind = ShownLateness.Of(d.Lateness),
    };
}

/// <summary>A qdisc; a super-frame counts as its segments.</summary>
internal sealed record ShownQdisc(string Kind, long Packets, long Bytes, long Drops, long Overlimits, long Requeues, int Queued)
{
    public static ShownQdisc Of(string kind, QdiscStats s, int queued) => new(kind, s.Packets, s.Bytes, s.Drops, s.Overlimits, s.Requeues, queued);
}

/// <summary>A queue of an IFB.</summary>
internal sealed record ShownQueue(int Index, long Arrived, long Reinjected, int Waiting, int Left)
{
    public static ShownQueue Of(IfbQueueSnapshot q) => new(q.Index, q.Arrived, q.Reinjected, q.Rq, q.Tq);
}

/// <summary>An action.</summary>
internal sealed record ShownAction(string Kind, uint Index, string Description, long Packets, long Bytes, long Drops, long Overlimits)
{
    public static ShownAction Of(ActionSnapshot a) => new(a.Kind, a.Index, a.Description, a.Stats.Packets, a.Stats.Bytes, a.Stats.Drops, a.Stats.Overlimits);
}
