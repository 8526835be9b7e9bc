using ActorNet.Actors.Messages;
using ActorNet.Topology;

namespace ActorNet.Labs.Traffic;

/// <summary>The counters of a device that something can be expected of.</summary>
/// <param name="RxPackets">Frames received.</param>
/// <param name="RxBytes">Bytes received.</param>
/// <param name="RxErrors">Malformed frames received.</param>
/// <param name="RxDropped">Received and given up.</param>
/// <param name="TxPackets">Frames sent.</param>
/// <param name="TxBytes">Bytes sent.</param>
/// <param name="TxErrors">Errors on sending.</param>
/// <param name="TxDropped">Given up on sending.</param>
/// <param name="QdiscPackets">Packets that left the root qdisc.</param>
/// <param name="QdiscDrops">Frames it gave up.</param>
/// <param name="Overlimits">How often it held something back.</param>
/// <param name="Queued">Frames it holds.</param>
public readonly record struct DeviceReading(
    long RxPackets, long RxBytes, long RxErrors, long RxDropped, long TxPackets, long TxBytes, long TxErrors, long TxDropped, long QdiscPackets, long QdiscDrops, long Overlimits, long Queued)
{
    /// <summary>One of them.</summary>
    public long this[DeviceCounter counter] => counter switch
    {
        DeviceCounter.RxPackets => RxPackets,
        DeviceCounter.RxBytes => RxBytes,
        DeviceCounter.RxErrors => RxErrors,
        DeviceCounter.RxDropped => RxDropped,
        DeviceCounter.TxPackets => TxPackets,
        DeviceCounter.TxBytes => TxBytes,
        DeviceCounter.TxErrors => TxErrors,
        DeviceCounter.TxDropped => TxDropped,
        DeviceCounter.QdiscPackets => QdiscPackets,
        DeviceCounter.QdiscDrops => QdiscDrops,
        DeviceCounter.Overlimits => Overlimits,
        DeviceCounter.Queued => Queued,
        DeviceCounter.Dropped => RxDropped + TxDropped + QdiscDrops,
        _ => throw new ArgumentOutOfRangeException(nameof(counter)),
    };
}

/// <summary>Counters of all devices, and of frames given up, at one moment or between two.</summary>
/// <param name="Devices">By box and device.</param>
/// <param name="Drops">Frames given up, by reason; a reason that is not there has none.</param>
public sealed record TrafficCounters(IReadOnlyDictionary<(string Box, string Device), DeviceReading> Devices, IReadOnlyDictionary<string, long> Drops)
{
    /// <summary>Of a lab's snapshot.</summary>
    public static TrafficCounters Of(LabSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var devices = new Dictionary<(string, string), DeviceReading>();
        foreach (var (box, device) in snapshot.Namespaces.SelectMany(n => n.Devices.Select(d => (n.Name, d))))
        {
            var s = device.Stats;
            var q = device.QdiscStats;
            devices[(box, device.Name)] = new DeviceReading(
                s.RxPackets, s.RxBytes, s.RxErrors, s.RxDropped, s.TxPackets, s.TxBytes, s.TxErrors, s.TxDropped, q.Packets, q.Drops, q.Overlimits, device.QLen);
        }

        return new TrafficCounters(devices, snapshot.Drops);
    }

    /// <summary>
    /// How far they rose since an earlier moment; what is queued is what there is now. A qdisc that was made anew counts from 0 again: then what it has now is taken.
    /// </summary>
    public TrafficCounters Since(TrafficCounters earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var devices = Devices.ToDictionary(d => d.Key, d => Difference(d.Value, earlier.Devices.GetValueOrDefault(d.Key)));
        var drops = Drops.Select(d => (d.Key, Count: d.Value - earlier.Drops.GetValueOrDefault(d.Key))).Where(d => d.Count != 0);
        return new TrafficCounters(devices, drops.ToDictionary(d => d.Key, d => d.Count, StringComparer.Ordinal));
    }

    private static DeviceReading Difference(DeviceReading now, DeviceReading then) => new(
        Rise(now.RxPackets, then.RxPackets), Rise(now.RxBytes, then.RxBytes), Rise(now.RxErrors, then.RxErrors), Rise(now.RxDropped, then.RxDropped),
        Rise(now.TxPackets, then.TxPackets), Rise(now.TxBytes, then.TxBytes), Rise(now.TxErrors, then.TxErrors), Rise(now.TxDropped, then.TxDropped),
        Rise(now.QdiscPackets, then.QdiscPackets), Rise(now.QdiscDrops, then.QdiscDrops), Rise(now.Overlimits, then.Overlimits), now.Queued);

    private static long Rise(long now, long then) => now >= then ? now - then : now;
}
