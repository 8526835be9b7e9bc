using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>Makes a qdisc and puts it into its place, or takes one out (<c>qdisc_create</c>, <c>qdisc_graft</c>).</summary>
internal static class QdiscGraft
{
    /// <summary>The qdisc inside a class.</summary>
    /// <param name="device">Where.</param>
    /// <param name="classId">The class.</param>
    /// <param name="unknown">The sentence for a qdisc that does not exist; it differs between commands.</param>
    /// <exception cref="RtnlException">ENOENT no such qdisc or class, EOPNOTSUPP the qdisc has no classes.</exception>
    public static Qdisc LeafOf(NetDevice device, uint classId, string unknown)
    {
        var parent = QdiscTree.Find(device, TcHandle.Major(classId)) ?? throw new RtnlException(Errno.ENOENT, unknown);
        var classful = parent as IClassfulQdisc ?? throw new RtnlException(Errno.EOPNOTSUPP, "Parent qdisc is not classful.");
        var minor = TcHandle.Minor(classId);
        return classful.HasClass(minor) ? classful.Leaf(minor) : throw new RtnlException(Errno.ENOENT, "Specified class not found.");
    }

    /// <summary>Makes the qdisc that a command describes; what was in its place is destroyed.</summary>
    /// <exception cref="RtnlException">Refused; nothing was changed.</exception>
    public static void Create(QdiscRequest request)
    {
        var kind = request.Kind is null ? null : QdiscKinds.Find(request.Kind);
        if (kind is null) throw new RtnlException(Errno.ENOENT, "Specified qdisc kind is unknown.");
        if (kind is HookKind) CreateHook(request, kind);
        else CreateQueueing(request, kind);
    }

    /// <summary>Takes the qdisc out of a place and destroys it.</summary>
    public static void Remove(NetDevice device, uint parent, Instant now)
    {
        if (parent == TcHandle.Root)
        {
            TcMonitor.Qdisc(device, parent, device.RootQdisc, null);
            QdiscAttachment.GraftRoot(device, device.IsUp ? QdiscAttachment.MakeDefault(device, now) : NoopQdisc.Instance, now);
        }
        else if (TcHandle.Major(parent) == TcHandle.IngressHandle)
        {
            TcMonitor.Qdisc(device, device.HookQdisc!.Parent, device.HookQdisc, null);
            device.HookQdisc.Destroy(now);
            device.HookQdisc = null;
        }
        else
        {
            var old = ParentOf(device, parent).Graft(TcHandle.Minor(parent), null, now);
            TcMonitor.Qdisc(device, parent, old, null);
            Discard(old, now);
        }
    }

    private static void CreateHook(QdiscRequest request, QdiscKind kind)
    {
        if (request.Parent != TcHandle.Ingress) throw new RtnlException(Errno.EOPNOTSUPP);
        MendQueueLength(request.Device);
        var hook = (IngressQdisc)kind.Create(request.Device);
        hook.Share(request.IngressBlock, request.EgressBlock);
        request.Device.HookQdisc = hook;
        TcMonitor.Qdisc(request.Device, request.Parent, null, hook);
    }

    private static void CreateQueueing(QdiscRequest request, QdiscKind kind)
    {
        if (request.Parent == TcHandle.Ingress) throw new RtnlException(Errno.EINVAL, "Specified parent ID is reserved for ingress and clsact Qdiscs.");
        if (request.IngressBlock != 0) throw new RtnlException(Errno.EOPNOTSUPP, "Ingress block sharing is not supported.");
        if (request.EgressBlock != 0) throw new RtnlException(Errno.EOPNOTSUPP, "Egress block sharing is not supported.");
        var (device, now) = (request.Device, request.Now);
        var qdisc = kind.Create(device);
        qdisc.Parent = request.Parent;
        qdisc.Handle = request.Handle != 0 ? request.Handle : device.Namespace.QdiscHandles.Next(device);
        MendQueueLength(device);
        qdisc.Init(request.Options, now);
        if (request.Parent == TcHandle.Root)
        {
            var before = device.RootQdisc;
            QdiscAttachment.GraftRoot(device, qdisc, now);
            TcMonitor.Qdisc(device, request.Parent, before, qdisc);
            return;
        }

        if (qdisc.IsNoqueue) throw new RtnlException(Errno.EINVAL, "Cannot assign noqueue to a class.");
        var parent = ParentOf(device, request.Parent);
        qdisc.ParentQdisc = (Qdisc)parent;
        var old = parent.Graft(TcHandle.Minor(request.Parent), qdisc, now);
        TcMonitor.Qdisc(device, request.Parent, old, qdisc);
        Discard(old, now);
    }

    /// <summary>A device without a queue whose length is 0 gets the default length when a qdisc is made on it, a hook's included (<c>qdisc_create</c>).</summary>
    private static void MendQueueLength(NetDevice device)
    {
        if (device is { NoQueue: true, TxQueueLength: 0 }) device.TxQueueLength = NetDevice.DefaultTxQueueLength;
    }

    /// <summary>What a replaced qdisc held counts as dropped by those above it.</summary>
    private static void Discard(Qdisc old, Instant now)
    {
        old.PurgeQueue(now);
        old.Destroy(now);
    }

    private static IClassfulQdisc ParentOf(NetDevice device, uint classId) => (IClassfulQdisc)QdiscTree.Find(device, TcHandle.Major(classId))!;
}
