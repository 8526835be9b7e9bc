using ActorNet.Actors.Messages;

namespace ActorNet.TestKit;

/// <summary>Counters of a device at one moment, as <c>ip -s link</c> and <c>tc -s qdisc</c> show them.</summary>
public sealed class DeviceCounters
{
    private readonly DeviceSnapshot _snapshot;

    internal DeviceCounters(LabPlace place, DeviceSnapshot snapshot)
    {
        _snapshot = snapshot;
        Name = place.ToString();
        Qdisc = new QdiscCounters(snapshot);
    }

    /// <summary>Where: <c>box:device</c>.</summary>
    public string Name { get; }

    /// <summary>Kind: <c>ifb</c>, <c>tun</c>, <c>veth</c>, <c>bridge</c>.</summary>
    public string Kind => _snapshot.Kind;

    /// <summary>Administratively up.</summary>
    public bool IsUp => _snapshot.IsUp;

    /// <summary>Frames received; at an IFB those redirected to it.</summary>
    public long RxPackets => _snapshot.Stats.RxPackets;

    /// <summary>Their bytes.</summary>
    public long RxBytes => _snapshot.Stats.RxBytes;

    /// <summary>Frames received and given up.</summary>
    public long RxDropped => _snapshot.Stats.RxDropped;

    /// <summary>Malformed frames received.</summary>
    public long RxErrors => _snapshot.Stats.RxErrors;

    /// <summary>Frames sent; at an IFB those that went back to where they came from.</summary>
    public long TxPackets => _snapshot.Stats.TxPackets;

    /// <summary>Their bytes.</summary>
    public long TxBytes => _snapshot.Stats.TxBytes;

    /// <summary>Frames given up on sending; what a qdisc drops counts in <see cref="Qdisc"/>.</summary>
    public long TxDropped => _snapshot.Stats.TxDropped;

    /// <summary>Errors on sending.</summary>
    public long TxErrors => _snapshot.Stats.TxErrors;

    /// <summary>The root qdisc.</summary>
    public QdiscCounters Qdisc { get; }

    /// <summary>Queues of an IFB; empty for other kinds.</summary>
    public IReadOnlyList<IfbQueueSnapshot> Queues => _snapshot.Queues;
}
