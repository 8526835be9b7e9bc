using System.Globalization;
using System.Text;
using ActorNet.Actors.Messages;

namespace ActorNet.TestKit;

/// <summary>A lab's counters as a text that can be committed: nothing of the machine, a fixed order, aligned columns.</summary>
internal static class SnapshotText
{
    private static readonly string[] Columns = ["device", "kind", "state", "rx", "bytes", "dropped", "tx", "bytes", "dropped", "qdisc", "sent", "dropped", "queued"];

    /// <summary>The columns before these are words, which begin where the column does; numbers end where it ends.</summary>
    private static readonly bool[] IsNumber = [.. Columns.Select(c => c is not ("device" or "kind" or "state" or "qdisc"))];

    public static string Of(LabSnapshot snapshot, long elapsed)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"at {FrameText.Seconds(elapsed)} s: {snapshot.Delivered} frames delivered, {snapshot.FramesOutstanding} queued\n");
        foreach (var box in snapshot.Namespaces) Append(text, box);
        foreach (var drop in snapshot.Drops) text.Append(CultureInfo.InvariantCulture, $"dropped {drop.Key} {drop.Value}\n");
        if (snapshot.PoolExhausted > 0) text.Append(CultureInfo.InvariantCulture, $"no buffer left {snapshot.PoolExhausted} times\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, NamespaceSnapshot box)
    {
        text.Append(CultureInfo.InvariantCulture, $"\nbox {box.Name}\n");
        List<string[]> rows = [Columns, .. box.Devices.Select(Row)];
        var widths = Enumerable.Range(0, Columns.Length).Select(i => rows.Max(r => r[i].Length)).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, i) => IsNumber[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]));
            text.Append("  ").Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        foreach (var device in box.Devices)
        {
            foreach (var queue in device.Queues)
                text.Append(CultureInfo.InvariantCulture, $"  {device.Name} queue {queue.Index}: arrived {queue.Arrived}, sent back {queue.Reinjected}, rq {queue.Rq}, tq {queue.Tq}\n");
        }

        foreach (var action in box.Actions)
            text.Append(CultureInfo.InvariantCulture, $"  action {action.Kind} {action.Index}: {action.Description}, {action.Stats.Packets} packets, {action.Stats.Bytes} bytes, {action.Stats.Drops} dropped\n");
    }

    private static string[] Row(DeviceSnapshot device)
    {
        var (stats, qdisc) = (device.Stats, device.QdiscStats);
        return
        [
            device.Name, device.Kind, device.IsUp ? "up" : "down", Number(stats.RxPackets), Number(stats.RxBytes), Number(stats.RxDropped),
            Number(stats.TxPackets), Number(stats.TxBytes), Number(stats.TxDropped), device.Qdisc, Number(qdisc.Packets), Number(qdisc.Drops), Number(device.QLen),
        ];
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
