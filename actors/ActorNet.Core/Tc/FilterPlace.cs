using ActorNet.Core.Devices;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>Where a filter command points: a hook of a device, or a shared block.</summary>
public readonly record struct FilterPlace
{
    private FilterPlace(NetNamespace ns, NetDevice? device, uint parent, uint block)
    {
        Namespace = ns;
        Device = device;
        Parent = parent;
        Block = block;
    }

    /// <summary>Where action objects and shared blocks live.</summary>
    public NetNamespace Namespace { get; }

    /// <summary>The device; null for a shared block.</summary>
    public NetDevice? Device { get; }

    /// <summary>Parent as the command gave it; 0 means the root qdisc.</summary>
    public uint Parent { get; }

    /// <summary>Number of the shared block; 0 when a device is meant.</summary>
    public uint Block { get; }

    /// <summary><c>dev DEV parent PARENT</c>; <c>ingress</c> and <c>egress</c> are <see cref="TcHandle.ClsactIngress"/> and <see cref="TcHandle.ClsactEgress"/>.</summary>
    public static FilterPlace On(NetDevice device, uint parent) => new(device.Namespace, device, parent, 0);

    /// <summary><c>block N</c>.</summary>
    public static FilterPlace InBlock(NetNamespace ns, uint block) => new(ns, null, 0, block);

    /// <summary>The filters that commands change here.</summary>
    /// <exception cref="RtnlException">There is no such hook or block, or it may not be reached this way.</exception>
    internal TcfBlock Find()
    {
        if (Device is null)
            return Namespace.Blocks.TryGetValue(Block, out var shared) ? shared : throw new RtnlException(Errno.EINVAL, "Block of given index was not found.");
        if (FindFiltered() is { } filters) return filters;
        var hook = FindHook();
        if (string.Equals(hook.Kind, "clsact", StringComparison.Ordinal) && TcHandle.Minor(Parent) != 0 && hook.BlockOf(Parent) is null)
            throw new RtnlException(Errno.ENOENT, "Specified class doesn't exist.");
        var block = hook.BlockOf(Parent) ?? throw new RtnlException(Errno.EINVAL);
        if (block.Index != 0)
            throw new RtnlException(Errno.EOPNOTSUPP, "This filter block is shared. Please use the block index to manipulate the filters.");
        return block;
    }

    /// <summary>The filters that <c>show</c> lists here; null when there are none to speak of, which is no error.</summary>
    internal TcfBlock? FindToShow()
    {
        if (Device is null) return Namespace.Blocks.TryGetValue(Block, out var shared) ? shared : null;
        if (TcHandle.Major(Parent) == TcHandle.IngressHandle) return Device.HookQdisc?.BlockOf(Parent);
        return FindQdisc() is IFilteredQdisc filtered ? filtered.FiltersOf(TcHandle.Minor(Parent)) : null;
    }

    private Qdisc? FindQdisc() => Parent == 0 ? Device!.RootQdisc : QdiscTree.Find(Device!, TcHandle.Major(Parent));

    /// <summary>The filters of a discipline that has some, or of one of its classes.</summary>
    private TcfBlock? FindFiltered()
    {
        if (TcHandle.Major(Parent) == TcHandle.IngressHandle || FindQdisc() is not IFilteredQdisc filtered) return null;
        var minor = TcHandle.Minor(Parent);
        if (minor != 0 && !((IClassfulQdisc)filtered).HasClass(minor)) throw new RtnlException(Errno.ENOENT, "Specified class doesn't exist.");
        return filtered.FiltersOf(minor) ?? throw new RtnlException(Errno.EINVAL);
    }

    private IngressQdisc FindHook()
    {
        if (TcHandle.Major(Parent) == TcHandle.IngressHandle && Device!.HookQdisc is { } hook) return hook;
        throw FindQdisc() switch
        {
            null => new RtnlException(Errno.EINVAL, "Parent Qdisc doesn't exists."),
            IClassfulQdisc => new RtnlException(Errno.EOPNOTSUPP, "Class doesn't support blocks."),
            _ => new RtnlException(Errno.EINVAL, "Qdisc not classful."),
        };
    }
}
