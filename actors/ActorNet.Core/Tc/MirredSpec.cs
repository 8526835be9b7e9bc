using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>A redirect or mirror as a command describes it (rule MIR-01).</summary>
public sealed record MirredSpec : ActionSpec
{
    /// <summary>A mirror, until it is said to be a redirect: its verdict is PIPE, that of a redirect STOLEN.</summary>
    public MirredSpec() => Control = new TcControl(TcVerdict.Pipe);

    /// <inheritdoc/>
    public override string Kind => "mirred";

    /// <summary>Name of the target; null for a block, or when the command only names the index of an action that exists.</summary>
    public string? Device { get; init; }

    /// <summary>Number of the block to whose ports frames go instead of to a device; 0 for a device.</summary>
    public uint BlockId { get; init; }

    /// <summary>Words of the command from <c>mirred</c> on, which tc tells when the device does not exist.</summary>
    internal int Words { get; init; }

    /// <summary>The command only named the index of an action that exists.</summary>
    public bool IsIndexOnly { get; init; }

    /// <summary>Redirect rather than mirror.</summary>
    public bool Redirect { get; init; }

    /// <summary>Into the target's receive path rather than its transmit path.</summary>
    public bool ToIngress { get; init; }

    /// <inheritdoc/>
    public override void CheckAlone()
    {
        if (IsIndexOnly) throw new RtnlException(Errno.EINVAL, "act_mirred: Unknown mirred option.");
    }

    /// <summary>Makes the action; its target is looked up now, in the namespace of the filter (rule MIR-22).</summary>
    /// <exception cref="RtnlException">
    /// ENODEV: there is no such device. EINVAL: nothing was said but the index of an action that does not exist, or the kernel cannot send to blocks.
    /// </exception>
    public override TcAction Create(NetNamespace ns) => new MirredAction(Target(ns), BlockId, Redirect, ToIngress, Control);

    /// <inheritdoc/>
    public override void Apply(TcAction action) => ((MirredAction)action).Change(Target(action.Namespace!), BlockId, Redirect, ToIngress, Control);

    private NetDevice? Target(NetNamespace ns)
    {
        if (Device is not null) return ns.Get(Device);
        CheckAlone();
        if (BlockId == 0 || !ns.Kernel.MirredToBlocks) throw new RtnlException(Errno.EINVAL, "act_mirred: Specified device does not exist.");
        return null;
    }
}
