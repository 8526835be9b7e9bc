using ActorNet.Core.Devices;

namespace ActorNet.Core.Sched;

/// <summary>
/// <c>tc class add|change|replace|delete</c> as the kernel carries them out (<c>tc_ctl_tclass</c> in <c>net/sched/sch_api.c</c>). Called by the namespace's owner;
/// a refused command changes nothing.
/// </summary>
public static class ClassCommands
{
    /// <summary><c>tc class add</c>.</summary>
    /// <param name="device">Where.</param>
    /// <param name="parent">Class or discipline it hangs under; <see cref="TcHandle.Root"/> for none, 0 when the command did not say.</param>
    /// <param name="classId">Handle; 0 when the command did not say.</param>
    /// <param name="options">As parsed by the kind that the command named; null for none.</param>
    /// <param name="now">The time.</param>
    /// <returns>The kernel's warning, without the word; null for none.</returns>
    /// <exception cref="RtnlException">Refused.</exception>
    public static string? Add(NetDevice device, uint parent, uint classId, ClassOptions? options, Instant now) =>
        Modify(device, parent, classId, options, now, QdiscVerb.Add);

    /// <summary><c>tc class change</c>.</summary>
    /// <inheritdoc cref="Add"/>
    public static string? Change(NetDevice device, uint parent, uint classId, ClassOptions? options, Instant now) =>
        Modify(device, parent, classId, options, now, QdiscVerb.Change);

    /// <summary><c>tc class replace</c>.</summary>
    /// <inheritdoc cref="Add"/>
    public static string? Replace(NetDevice device, uint parent, uint classId, ClassOptions? options, Instant now) =>
        Modify(device, parent, classId, options, now, QdiscVerb.Replace);

    /// <summary><c>tc class delete</c>.</summary>
    /// <param name="device">Where.</param>
    /// <param name="parent">Names the discipline, like the handle; the class's own parent is not compared.</param>
    /// <param name="classId">The class.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="RtnlException">ENOENT no such discipline or class, EINVAL a discipline without classes, EOPNOTSUPP its classes cannot be deleted, EBUSY in use.</exception>
    public static void Delete(NetDevice device, uint parent, uint classId, Instant now)
    {
        var qdisc = FindQdisc(device, ref parent, ref classId);
        if (classId == 0 || !qdisc.HasClass(TcHandle.Minor(classId))) throw new RtnlException(Errno.ENOENT);
        Editor(qdisc).DeleteClass(TcHandle.Minor(classId), now);
    }

    private static string? Modify(NetDevice device, uint parent, uint classId, ClassOptions? options, Instant now, QdiscVerb verb)
    {
        var qdisc = FindQdisc(device, ref parent, ref classId);
        var exists = classId != 0 && qdisc.HasClass(TcHandle.Minor(classId));
        if (!exists && verb == QdiscVerb.Change) throw new RtnlException(Errno.ENOENT);
        if (exists && verb == QdiscVerb.Add) throw new RtnlException(Errno.EEXIST);
        return Editor(qdisc).ChangeClass(classId, parent, options, now);
    }

    /// <summary>Finds the discipline that parent and class name, and completes both with its major number.</summary>
    private static IClassfulQdisc FindQdisc(NetDevice device, ref uint parent, ref uint classId)
    {
        var major = TcHandle.Major(classId);
        if (parent != TcHandle.Root)
        {
            var parentMajor = TcHandle.Major(parent);
            if (major != 0 && parentMajor != 0 && major != parentMajor) throw new RtnlException(Errno.EINVAL);
            if (major == 0) major = parentMajor;
        }

        if (major == 0) major = device.RootQdisc.Handle;
        if (parent != TcHandle.Root && parent != 0) parent = major | TcHandle.Minor(parent);
        if (QdiscTree.Find(device, major) is not { } qdisc) throw new RtnlException(Errno.ENOENT);
        if (classId != 0) classId = major | TcHandle.Minor(classId);
        else if (parent == TcHandle.Root) classId = major;
        return qdisc as IClassfulQdisc ?? throw new RtnlException(Errno.EINVAL);
    }

    private static IClassEditor Editor(IClassfulQdisc qdisc) => qdisc as IClassEditor ?? throw new RtnlException(Errno.EOPNOTSUPP);
}
