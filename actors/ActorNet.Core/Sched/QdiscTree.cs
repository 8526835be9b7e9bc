using ActorNet.Core.Devices;

namespace ActorNet.Core.Sched;

/// <summary>Walks the qdiscs of a device: the root with its descendants, and the hook qdisc.</summary>
public static class QdiscTree
{
    private const uint GoldenRatio = 0x61C8_8647;
    private const int BucketBits = 4;

    /// <summary>Every qdisc that <c>tc qdisc show</c> lists, in its order: root first, the others as <see cref="Listed"/> has them, the hook qdisc last.</summary>
    public static IEnumerable<Qdisc> Visible(NetDevice device) => Listed(device).Where(q => !q.Invisible);

    /// <summary>The same with the hidden ones (<c>tc qdisc show invisible</c>), in the order of the kernel's hash of handles, the latest of a bucket first.</summary>
    public static IEnumerable<Qdisc> Listed(NetDevice device)
    {
        var all = Below(device.RootQdisc).Where(q => !q.Unlisted).ToArray();
        var others = all.Skip(1).OrderBy(q => (q.Handle * GoldenRatio) >> (32 - BucketBits)).ThenByDescending(q => q.Order);
        foreach (var qdisc in all.Take(1).Concat(others)) yield return qdisc;
        if (device.HookQdisc is { } hook) yield return hook;
    }

    /// <summary>The qdisc with that handle; null when there is none. 0 finds nothing: default qdiscs have no handle of their own.</summary>
    public static Qdisc? Find(NetDevice device, uint handle) => handle == 0 ? null : All(device).FirstOrDefault(q => q.Handle == handle);

    /// <summary>References that <c>tc qdisc show</c> prints as <c>refcnt</c> when they are not 1: a root is held by its device and by every queue.</summary>
    public static int References(NetDevice device, Qdisc qdisc)
    {
        if (!ReferenceEquals(device.RootQdisc, qdisc) || qdisc is IPerQueueQdisc) return 1;
        return qdisc.Handle == 0 ? 2 : 1 + device.TxQueues.Count;
    }

    private static IEnumerable<Qdisc> All(NetDevice device)
    {
        foreach (var qdisc in Below(device.RootQdisc)) yield return qdisc;
        if (device.HookQdisc is { } hook) yield return hook;
    }

    private static IEnumerable<Qdisc> Below(Qdisc qdisc)
    {
        if (ReferenceEquals(qdisc, NoopQdisc.Instance)) yield break;
        yield return qdisc;
        if (qdisc is not IClassfulQdisc classful) yield break;
        foreach (var leaf in classful.Classes.Reverse())
        {
            foreach (var below in Below(leaf.Leaf)) yield return below;
        }
    }
}
