using ActorNet.Actors.Messages;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Tc;

namespace ActorNet.Actors;

/// <summary>Copies counters into immutable records.</summary>
internal static class SnapshotTaker
{
    public static NamespaceSnapshot Take(NetNamespace ns) =>
        new(ns.Name, [.. ns.Devices.Select(Take)], [.. ns.Actions.All.Select(Take)]);

    public static LabSnapshot Take(LabResources resources)
    {
        var drops = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var reason in Enum.GetValues<DropReason>())
        {
            if (reason != DropReason.Consumed && resources.Frames.Dropped(reason) is > 0 and var count) drops.Add(reason.ToString(), count);
        }

        return new LabSnapshot([.. resources.Lab.Namespaces.Select(Take)], drops, resources.Frames.Outstanding, resources.Frames.Exhausted) { Delivered = resources.Frames.Dropped(DropReason.Consumed), Actors = resources.LiveActors };
    }

    private static DeviceSnapshot Take(NetDevice device)
    {
        var qdisc = device.RootQdisc;
        var queues = device is IfbDevice ifb ? ifb.Queues.Select(Take).ToArray() : [];
        return new DeviceSnapshot(device.Name, device.Kind, device.IsUp, device.GetStats(), qdisc.Kind, qdisc.Stats, qdisc.QLen, queues) { Backlog = qdisc.Backlog, Lateness = device.Lateness };
    }

    private static IfbQueueSnapshot Take(IfbQueue queue) => new(queue.Index, queue.RxPackets, queue.TxPackets, queue.RqLength, queue.TqLength);

    private static ActionSnapshot Take(TcAction action)
    {
        var description = action is MirredAction mirred
            ? $"{(mirred.ToIngress ? "ingress" : "egress")} {(mirred.Redirect ? "redirect" : "mirror")} to {mirred.Target?.Name ?? "*"}{Loops(mirred)}"
            : TcControlPrinter.Word(action.Control.Verdict);
        return new ActionSnapshot(action.Kind, action.Index, description, action.Stats);
    }

    private static string Loops(MirredAction mirred) => mirred.LoopDrops == 0 ? "" : $", closed {mirred.LoopDrops} loops";
}
