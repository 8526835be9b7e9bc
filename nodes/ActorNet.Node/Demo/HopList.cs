using System.Globalization;
using ActorNet.Node.Showing;

namespace ActorNet.Node.Demo;

/// <summary>Puts counters in the order in which a frame meets them: in by a port, caught by an action, through an IFB, over a bridge, out by a port.</summary>
internal static class HopList
{
    public static IReadOnlyList<Hop> Of(ShowReport report) => [.. report.Boxes.SelectMany(Of)];

    private static IEnumerable<Hop> Of(ShownBox box)
    {
        var ports = box.Devices.Where(d => Is(d, "tun")).ToArray();
        return ports.Where(p => p.RxPackets > 0).Select(p => new Hop(p.Name, "came in from the host", p.RxPackets, p.RxBytes, p.RxDropped, p.RxDropped > 0 ? "port not up yet, no buffer, or no taker" : ""))
            .Concat(box.Actions.Select(a => new Hop(Text($"{a.Kind} {a.Index}"), a.Description, a.Packets, a.Bytes, a.Drops, a.Drops > 0 ? "target could not take them" : "")))
            .Concat(box.Devices.Where(d => Is(d, "ifb")).SelectMany(OfIfb))
            .Concat(box.Devices.Where(d => Is(d, "bridge")).Select(b => new Hop(b.Name, "bridge, for itself", b.RxPackets, b.RxBytes, b.RxDropped, "")))
            .Concat(ports.Where(p => p.TxPackets > 0).Select(p => new Hop(p.Name, "went out to the host", p.TxPackets, p.TxBytes, p.TxDropped, p.TxDropped > 0 ? "host did not take them" : "")));
    }

    private static IEnumerable<Hop> OfIfb(ShownDevice ifb)
    {
        var q = ifb.Qdisc;
        yield return new Hop(ifb.Name, Text($"{q.Kind} lets go"), q.Packets, q.Bytes, q.Drops, QdiscNote(q));
        foreach (var queue in ifb.Queues)
            yield return new Hop(Text($"{ifb.Name} q{queue.Index}"), "re-injected where it was caught", queue.Reinjected, -1, ifb.TxDropped, queue.Waiting + queue.Left > 0 ? Text($"{queue.Waiting + queue.Left} in the queue") : "");
    }

    private static string QdiscNote(ShownQdisc q)
    {
        List<string> notes = [];
        if (q.Drops > 0) notes.Add("queue full");
        if (q.Overlimits > 0) notes.Add(Text($"made wait {q.Overlimits} times"));
        if (q.Queued > 0) notes.Add(Text($"{q.Queued} still queued"));
        return string.Join(", ", notes);
    }

    private static bool Is(ShownDevice device, string kind) => string.Equals(device.Kind, kind, StringComparison.Ordinal);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
