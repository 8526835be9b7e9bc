using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>
/// Redirect or mirror to another device (<c>act_mirred</c>, rules MIR-01 to MIR-24). Sending is handing the frame to the target's actor; should the target refuse it,
/// <see cref="OnSendFailed"/> is called and counts, as the synchronous call's result does in Linux.
/// </summary>
public sealed class MirredAction : TcAction
{
    /// <summary>Nested runs that are permitted within one softirq's work (MIRRED_NEST_LIMIT, rule MIR-12).</summary>
    public const int NestLimit = 4;

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
    {
        Target = target;
        Redirect = redirect;
        ToIngress = toIngress;
        Control = control;
    }

    /// <inheritdoc/>
    public override string Kind => "mirred";

    /// <summary>Where frames go; null once that device was unregistered (rule MIR-21).</summary>
    public NetDevice? Target { get; private set; }

    /// <summary>Redirect rather than mirror.</summary>
    public bool Redirect { get; private set; }

    /// <summary>Into the target's receive path.</summary>
    public bool ToIngress { get; private set; }

    /// <summary>Frames shot because they were nested too deeply; the rule that closed a loop is the one whose counter moves.</summary>
    public long LoopDrops { get; private set; }

    /// <summary>The target left its namespace: the pointer is gone for good.</summary>
    internal void ForgetTarget(NetDevice device)
    {
        if (ReferenceEquals(Target, device)) Target = null;
    }

    /// <summary>Replaces everything but index and statistics.</summary>
    internal void Change(NetDevice target, bool redirect, bool toIngress, TcControl control)
    {
        Target = target;
        Redirect = redirect;
        ToIngress = toIngress;
        Control = control;
    }

    /// <summary>The target refused frames that this action sent it.</summary>
    public void OnSendFailed(int frames) => Stats.Overlimits += frames;

    /// <inheritdoc/>
    public override TcVerdict Run(SkBuff skb, ref TcContext context)
    {
        if (skb.MirredNest >= NestLimit || skb.RedirectHops >= HopBudget)
        {
            LoopDrops++;
            context.ShotBecause = DropReason.MirredLoop;
            return TcVerdict.Shot;
        }

        CountRun(skb, context.Now);
        var kernel = context.Device.Namespace.Kernel;
        var target = Target;
        if (target is null) return Lost(kernel.MirredWithoutTargetShoots, ref context);
        if (!target.IsUp || (kernel.MirredChecksCarrier && !target.CarrierOn)) return Lost(true, ref context);
        return Forward(skb, target, ref context);
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer)
    {
        writer.Text("kind", "{0} ", Kind);
        writer.Plain("(").Text("mirred_action", null, Redirect ? "redirect" : "mirror").Text("direction", null, ToIngress ? "ingress" : "egress");
        writer.Plain((ToIngress ? "Ingress " : "Egress ") + (Redirect ? "Redirect" : "Mirror"));
        writer.Text("to_dev", " to device {0})", Target?.Name ?? "*");
        TcControlPrinter.Print(writer, Control, " ");
        writer.Plain("\n\t");
    }

    private TcVerdict Lost(bool shootsRedirect, ref TcContext context)
    {
        Stats.Overlimits++;
        if (!Redirect || !shootsRedirect) return Decide(ref context);
        context.ShotBecause = DropReason.MirredTarget;
        return TcVerdict.Shot;
    }

    private TcVerdict Forward(SkBuff skb, NetDevice target, ref TcContext context)
    {
        // At ingress a redirect gives the frame itself away; everywhere else a copy goes and the original follows the verdict (rule MIR-05).
        var takesOriginal = context.AtIngress && Redirect && context.Device.Namespace.Kernel.MirredReinserts;
        var sent = takesOriginal ? skb : context.Device.Runtime.Pool.Clone(skb);
        if (sent is null)
        {
            Stats.Overlimits++;
            return Redirect ? TcVerdict.Shot : Decide(ref context);
        }

        AlignToTarget(sent, target, context.AtIngress);
        sent.SkbIif = context.Device.IfIndex;
        sent.MirredNest = (byte)(skb.MirredNest + 1);
        sent.RedirectHops = (byte)(skb.RedirectHops + 1);
        if (Redirect) MarkRedirected(sent, context.AtIngress);
        sent.Dev = target;
        var deferred = ToIngress && !context.AtIngress;
        if (deferred) sent.MirredNest = sent.XmitNest = 0;
        context.Device.Runtime.Send(target, ToIngress ? FramePath.Receive : FramePath.Transmit, sent, this);
        return takesOriginal ? TcVerdict.Consumed : Decide(ref context);
    }

    /// <summary>Shows or hides the MAC header as the target expects it (rule MIR-06).</summary>
    private void AlignToTarget(SkBuff skb, NetDevice target, bool atIngress)
    {
        var wantsNetworkHeader = ToIngress || !target.HasMacHeader;
        var atNetworkHeader = atIngress;
        if (wantsNetworkHeader == atNetworkHeader) return;
        if (wantsNetworkHeader) skb.Pull(skb.NetworkHeader - skb.Data);
        else skb.Push(skb.MacLen);
    }

    private static void MarkRedirected(SkBuff skb, bool atIngress)
    {
        skb.Redirected = true;
        skb.FromIngress = atIngress;
        if (atIngress) skb.Timestamp = default;
    }
}
