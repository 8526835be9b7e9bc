using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>
/// Redirect or mirror to another device or to the ports of a block (<c>act_mirred</c>, rules MIR-01 to MIR-25). Sending is handing the frame to the target's actor;
/// should the target refuse it, <see cref="OnSendFailed"/> is called and counts, as the synchronous call's result does in Linux.
/// </summary>
public sealed partial class MirredAction : TcAction
{
    /// <summary>How often a frame may enter receive paths where loops are found that way (MIRRED_DEFER_LIMIT, rule MIR-18).</summary>
    public const int DepthLimit = 3;

    /// <summary>
    /// Redirects and mirrors that one frame may go through in its life. Linux has no such bound: a loop that crosses a cable or an IFB, where the nesting begins anew,
    /// turns there for ever (rule MIR-17). Here it ends as a drop counted by the action that closed it.
    /// </summary>
    public const int HopBudget = 64;

    /// <summary>An action that is not yet bound to a filter.</summary>
    /// <param name="target">Where frames go.</param>
    /// <param name="redirect">Redirect (the frame itself) rather than mirror (a copy).</param>
    /// <param name="toIngress">Into the target's receive path rather than its transmit path.</param>
    /// <param name="control">Verdict: STOLEN for redirect, PIPE or another for mirror.</param>
    public MirredAction(NetDevice target, bool redirect, bool toIngress, TcControl control)
        : this(target, blockId: 0, redirect, toIngress, control)
    {
    }

    internal MirredAction(NetDevice? target, uint blockId, bool redirect, bool toIngress, TcControl control) =>
        Change(target, blockId, redirect, toIngress, control);

    /// <inheritdoc/>
    public override string Kind => "mirred";

    /// <summary>Where frames go; null once that device was unregistered (rule MIR-21), or for a block.</summary>
    public NetDevice? Target { get; private set; }

    /// <summary>Number of the shared block to whose ports frames go instead (rule MIR-25); 0 for a device.</summary>
    public uint BlockId { get; private set; }

    /// <summary>Redirect rather than mirror.</summary>
    public bool Redirect { get; private set; }

    /// <summary>Into the target's receive path.</summary>
    public bool ToIngress { get; private set; }

    /// <summary>Frames shot because they were nested too deeply or turned in a loop; the rule that closed a loop is the one whose counter moves.</summary>
    public long LoopDrops { get; private set; }

    /// <summary>The target left its namespace: the pointer is gone for good.</summary>
    internal void ForgetTarget(NetDevice device)
    {
        if (ReferenceEquals(Target, device)) Target = null;
    }

    /// <summary>Replaces everything but index and statistics.</summary>
    internal void Change(NetDevice? target, uint blockId, bool redirect, bool toIngress, TcControl control)
    {
        Target = target;
        if (target is not null) target.WasMirredTarget = true;
        BlockId = blockId;
        Redirect = redirect;
        ToIngress = toIngress;
        Control = control;
    }

    /// <summary>The target refused a frame that this action sent it; with older kernels that may also be a drop of the hook where it was caught (rule MIR-09).</summary>
    /// <param name="origin">Where it was caught.</param>
    public void OnSendFailed(MirredOrigin origin)
    {
        Stats.Overlimits++;
        if (!Redirect || Namespace is null || Namespace.Kernel.MirredSendFailure == MirredSendFailure.KeepsVerdict) return;
        if (origin.AtIngress && Namespace.Kernel.MirredReinserts) return;
        if (Namespace.Find(origin.CaughtAt)?.HookQdisc is { } hook) hook.Stats.Drops++;
    }

    /// <inheritdoc/>
    public override TcVerdict Run(SkBuff skb, ref TcContext context)
    {
        var kernel = context.Device.Namespace.Kernel;
        if (IsTooDeep(skb, kernel)) return Shoot(DropReason.MirredLoop, ref context);
        CountRun(skb, context.Now);
        if (BlockId != 0) return SendToBlock(skb, kernel, ref context);
        if (Target is not { } target) return Fail(Redirect && kernel.MirredWithoutTargetShoots, DropReason.MirredTarget, ref context);
        if (kernel.MirredFindsLoops && !ToIngress && skb.MirredTrail.Holds(target.IfIndex, skb.MirredNest)) return Fail(Redirect, DropReason.MirredLoop, ref context);
        return SendTo(target, Redirect, skb, kernel, ref context);
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer)
    {
        writer.Text("kind", "{0} ", Kind);
        writer.Plain("(").Text("mirred_action", null, Redirect ? "redirect" : "mirror").Text("direction", null, ToIngress ? "ingress" : "egress");
        writer.Plain((ToIngress ? "Ingress " : "Egress ") + (Redirect ? "Redirect" : "Mirror"));
        if (BlockId != 0) writer.Unsigned("to_blockid", " to blockid {0})", BlockId);
        else writer.Text("to_dev", " to device {0})", Target?.Name ?? "*");
        TcControlPrinter.Print(writer, Control, " ");
        writer.Plain("\n\t");
    }

    private static bool IsTooDeep(SkBuff skb, KernelProfile kernel)
    {
        if (skb.RedirectHops >= HopBudget) return true;
        if (kernel.MirredNestLimit > 0 && skb.MirredNest >= kernel.MirredNestLimit) return true;
        return kernel.MirredFindsLoops && skb.MirredDepth >= DepthLimit;
    }

    /// <summary>The frame could not be sent: an overlimit, and for a redirect perhaps the end of the frame.</summary>
    private TcVerdict Fail(bool shoots, DropReason reason, ref TcContext context)
    {
        Stats.Overlimits++;
        if (shoots) return Shoot(reason, ref context);
        // The frame vanishes, and no counter of Linux tells; ours do.
        if (Redirect) context.StolenReason = reason;
        return Decide(ref context);
    }

    private TcVerdict Shoot(DropReason reason, ref TcContext context)
    {
        if (reason == DropReason.MirredLoop) LoopDrops++;
        context.ShotBecause = reason;
        return TcVerdict.Shot;
    }
}

/// <summary>Where a frame that mirred sent had been caught. Read it before the frame is handed over.</summary>
/// <param name="CaughtAt">Number of the device at whose hook it was.</param>
/// <param name="AtIngress">Caught by a redirect at ingress.</param>
public readonly record struct MirredOrigin(int CaughtAt, bool AtIngress)
{
    /// <summary>Of a frame on its way to the target.</summary>
    public static MirredOrigin Of(SkBuff skb) => new(skb.SkbIif, skb.FromIngress);
}
