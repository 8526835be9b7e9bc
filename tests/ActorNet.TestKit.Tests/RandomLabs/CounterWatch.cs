using Shouldly;

namespace ActorNet.TestKit.Tests.RandomLabs;

/// <summary>Sees to it that counters only ever grow.</summary>
internal sealed class CounterWatch
{
    private readonly Lab _lab;
    private Dictionary<string, long> _last = [];

    public CounterWatch(Lab lab) => _lab = lab;

    /// <summary>Reads all counters and compares them with those of the last time.</summary>
    public void Look()
    {
        var now = Read(_lab.Counters);
        foreach (var (name, before) in _last) now[name].ShouldBeGreaterThanOrEqualTo(before, $"{name} went back");
        _last = now;
    }

    private static Dictionary<string, long> Read(LabCounters counters)
    {
        var all = new Dictionary<string, long>(StringComparer.Ordinal) { ["delivered"] = counters.Delivered };
        foreach (var (reason, count) in counters.Drops) all["dropped " + reason] = count;
        foreach (var device in counters.Devices)
        {
            (string Name, long Value)[] values =
            [
                ("rx", device.RxPackets), ("rx bytes", device.RxBytes), ("rx dropped", device.RxDropped), ("rx errors", device.RxErrors), ("tx", device.TxPackets),
                ("tx bytes", device.TxBytes), ("tx dropped", device.TxDropped), ("sent", device.Qdisc.Packets), ("qdisc dropped", device.Qdisc.Drops), ("overlimits", device.Qdisc.Overlimits),
            ];
            foreach (var (name, value) in values) all[device.Name + " " + name] = value;
            foreach (var queue in device.Queues)
            {
                all[$"{device.Name} queue {queue.Index} arrived"] = queue.Arrived;
                all[$"{device.Name} queue {queue.Index} sent back"] = queue.Reinjected;
            }
        }

        return all;
    }
}
