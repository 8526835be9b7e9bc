using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>
/// <c>tc qdisc add|change|replace|delete</c> as the kernel carries them out (<c>net/sched/sch_api.c</c>; rules QD-07, QD-10, HOOK-07, HOOK-08). Called by the
/// namespace's owner. A refused command changes nothing, except that it may use up an automatic handle.
/// </summary>
public static class QdiscCommands
{
    /// <summary><c>tc qdisc add</c>: makes a qdisc where none of the same kind is.</summary>
    /// <param name="device">Where.</param>
    /// <param name="parent"><see cref="TcHandle.Root"/>, <see cref="TcHandle.Ingress"/> for hook qdiscs, or a class; 0 when the command did not say.</param>
    /// <param name="handle">Handle asked for; 0 to have one chosen.</param>
    /// <param name="kind">Kind; null when the command did not say.</param>
    /// <param name="options">As parsed by the kind; null for none.</param>
    /// <param name="now">The time.</param>
    /// <param name="ingressBlock">Shared block for the receive path; 0 for none.</param>
    /// <param name="egressBlock">Shared block for the transmit path; 0 for none.</param>
    /// <exception cref="RtnlException">Refused, with the kernel's sentence.</exception>
    public static void Add(
        NetDevice device, uint parent, uint handle, string? kind, QdiscOptions? options, Instant now, uint ingressBlock = 0, uint egressBlock = 0) =>
        Modify(new QdiscRequest(device, parent, handle, kind, options, now, ingressBlock, egressBlock, QdiscVerb.Add));

    /// <summary><c>tc qdisc change</c>: new options for a qdisc; one of another kind takes its place when no handle is given, as Linux has it.</summary>
    /// <inheritdoc cref="Add"/>
    public static void Change(
        NetDevice device, uint parent, uint handle, string? kind, QdiscOptions? options, Instant now, uint ingressBlock = 0, uint egressBlock = 0) =>
        Modify(new QdiscRequest(device, parent, handle, kind, options, now, ingressBlock, egressBlock, QdiscVerb.Change));

    /// <summary><c>tc qdisc replace</c>: new options for a qdisc of the same kind, otherwise a new qdisc.</summary>
    /// <inheritdoc cref="Add"/>
    public static void Replace(
        NetDevice device, uint parent, uint handle, string? kind, QdiscOptions? options, Instant now, uint ingressBlock = 0, uint egressBlock = 0) =>
        Modify(new QdiscRequest(device, parent, handle, kind, options, now, ingressBlock, egressBlock, QdiscVerb.Replace));

    /// <summary><c>tc qdisc delete</c>: what it held is freed without a count; a root is followed by the default, a class stays without a discipline.</summary>
    /// <param name="device">Where.</param>
    /// <param name="parent">As for <see cref="Add"/>.</param>
    /// <param name="handle">Handle it must have; 0 for any.</param>
    /// <param name="kind">Kind it must have; null for any.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="RtnlException">Refused, with the kernel's sentence.</exception>
    public static void Delete(NetDevice device, uint parent, uint handle, string? kind, Instant now)
    {
        var qdisc = FindToDelete(device, parent, handle);
        if (kind is not null && !string.Equals(kind, qdisc.Kind, StringComparison.Ordinal)) throw NameMismatch(device);
        if (parent == 0) throw new RtnlException(Errno.EINVAL, "Classid cannot be zero.");
        if (qdisc.Handle == 0) throw new RtnlException(Errno.ENOENT, "Cannot delete qdisc with handle of zero.");
        QdiscGraft.Remove(device, parent, now);
    }

    private static Qdisc FindToDelete(NetDevice device, uint parent, uint handle)
    {
        if (parent == 0) return QdiscTree.Find(device, handle) ?? throw new RtnlException(Errno.ENOENT, "Failed to find qdisc with specified handle.");
        Qdisc qdisc;
        if (parent == TcHandle.Root) qdisc = device.RootQdisc;
        else if (TcHandle.Major(parent) != TcHandle.IngressHandle) qdisc = QdiscGraft.LeafOf(device, parent, "Failed to find qdisc with specified classid.");
        else qdisc = FindHook(device);
        return handle == 0 || qdisc.Handle == handle ? qdisc : throw new RtnlException(Errno.EINVAL, "Invalid handle.");
    }

    /// <summary>The hook qdisc; where one has been, the noop one stands in its place.</summary>
    private static Qdisc FindHook(NetDevice device)
    {
        if (device.HookQdisc is { } hook) return hook;
        return device.HasIngressQueue ? NoopQdisc.Instance : throw new RtnlException(Errno.ENOENT, "Cannot find specified qdisc on specified device.");
    }

    private static void Modify(QdiscRequest request)
    {
        if (request.Parent == TcHandle.Ingress) request.Device.HasIngressQueue = true;
        var current = request.Parent switch
        {
            0 => request.Handle == 0 ? throw new RtnlException(Errno.EINVAL, "Handle cannot be zero.") : QdiscTree.Find(request.Device, request.Handle),
            TcHandle.Root => request.Device.RootQdisc,
            TcHandle.Ingress => request.Device.HookQdisc,
            _ => QdiscGraft.LeafOf(request.Device, request.Parent, "Failed to find specified qdisc."),
        };
        if (current is { Handle: 0 }) current = null;
        if (request.Parent == 0 && current is null) throw new RtnlException(Errno.ENOENT, "Specified qdisc not found.");
        if (request.Parent != 0 && MakesNew(request, current)) QdiscGraft.Create(request);
        else ChangeExisting(current!, request);
    }

    /// <summary>Whether the command asks for another qdisc than the one that is there (null: none, or a default one).</summary>
    private static bool MakesNew(QdiscRequest request, Qdisc? current)
    {
        if (current is not null && request.Handle == current.Handle) return false;
        if (request.Handle == 0)
        {
            if (current is null) RequireCreate(request);
            return current is null || !request.IsKindOf(current);
        }

        if (current is not null && request.Verb != QdiscVerb.Replace) throw new RtnlException(Errno.EEXIST, "NLM_F_REPLACE needed to override.");
        if (TcHandle.Minor(request.Handle) != 0) throw new RtnlException(Errno.EINVAL, "Invalid minor handle.");
        if (QdiscTree.Find(request.Device, request.Handle) is not null)
            throw new RtnlException(Errno.EINVAL, "Cannot move an existing qdisc to a different parent.");
        RequireCreate(request);
        return true;
    }

    private static void RequireCreate(QdiscRequest request)
    {
        if (request.Verb == QdiscVerb.Change) throw new RtnlException(Errno.ENOENT, "Qdisc not found. To create specify NLM_F_CREATE flag.");
    }

    private static void ChangeExisting(Qdisc qdisc, QdiscRequest request)
    {
        if (request.Verb == QdiscVerb.Add) throw new RtnlException(Errno.EEXIST, "Exclusivity flag on, cannot modify.");
        if (!request.IsKindOf(qdisc)) throw NameMismatch(request.Device);
        // Without options there is nothing to change, which is no error, whatever the kind.
        if (request.Options is not null) qdisc.Change(request.Options, request.Now);
        TcMonitor.Qdisc(request.Device, request.Parent, null, qdisc);
    }

    private static RtnlException NameMismatch(NetDevice device) => new(
        Errno.EINVAL, device.Namespace.Kernel.ExplainsQdiscNameMismatch ? "Invalid qdisc name: must match existing qdisc." : "Invalid qdisc name.");
}

/// <summary>What a qdisc command wants done.</summary>
internal enum QdiscVerb
{
    /// <summary>Create, exclusively.</summary>
    Add,

    /// <summary>Change only.</summary>
    Change,

    /// <summary>Create or change.</summary>
    Replace,
}

/// <summary>A qdisc command with all its words; see <see cref="QdiscCommands.Add"/>.</summary>
internal sealed record QdiscRequest(
    NetDevice Device, uint Parent, uint Handle, string? Kind, QdiscOptions? Options, Instant Now, uint IngressBlock, uint EgressBlock, QdiscVerb Verb)
{
    /// <summary>Whether the command speaks of the kind that this qdisc is; it does when it names none.</summary>
    public bool IsKindOf(Qdisc qdisc) => Kind is null || string.Equals(Kind, qdisc.Kind, StringComparison.Ordinal);
}
