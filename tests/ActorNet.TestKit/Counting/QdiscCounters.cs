using ActorNet.Actors.Messages;

namespace ActorNet.TestKit;

/// <summary>Counters of a device's root qdisc at one moment.</summary>
public sealed class QdiscCounters
{
    private readonly DeviceSnapshot _snapshot;

    internal QdiscCounters(DeviceSnapshot snapshot) => _snapshot = snapshot;

    /// <summary>Kind: <c>tbf</c>, <c>netem</c>, <c>noqueue</c>.</summary>
    public string Kind => _snapshot.Qdisc;

    /// <summary>Packets that left.</summary>
    public long Packets => _snapshot.QdiscStats.Packets;

    /// <summary>Their bytes.</summary>
    public long Bytes => _snapshot.QdiscStats.Bytes;

    /// <summary>Packets refused.</summary>
    public long Drops => _snapshot.QdiscStats.Drops;

    /// <summary>How often a limit held something back.</summary>
    public long Overlimits => _snapshot.QdiscStats.Overlimits;

    /// <summary>Frames the driver could not take, given back.</summary>
    public long Requeues => _snapshot.QdiscStats.Requeues;

    /// <summary>Frames it holds.</summary>
    public int Queued => _snapshot.QLen;

    /// <summary>Their bytes.</summary>
    public long Backlog => _snapshot.Backlog;
}
