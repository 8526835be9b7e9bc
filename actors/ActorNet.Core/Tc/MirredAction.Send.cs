using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc;

/// <content>Sending one frame to one device (<c>tcf_mirred_to_dev</c>) or to the ports of a block (<c>tcf_blockcast</c>).</content>
public sealed partial class MirredAction
{
    private TcVerdict SendTo(NetDevice target, bool redirect, SkBuff skb, KernelProfile kernel, ref TcContext context)
    {
        if (!target.IsUp || (kernel.MirredChecksCarrier && !target.CarrierOn)) return Fail(redirect, DropReason.MirredTarget, ref context);
        // At ingress a redirect gives the frame itself away; everywhere else a copy goes and the original follows the verdict (rule MIR-05).
        var takesOriginal = redirect && context.AtIngress && kernel.MirredReinserts;
        var sent = takesOriginal ? skb : context.Device.Runtime.Pool.Clone(skb);
        if (sent is null) return Fail(redirect, DropReason.MirredTarget, ref context);
        AlignToTarget(sent, target, kernel, context.AtIngress);
        sent.SkbIif = context.Device.IfIndex;
        sent.Dev = target;
        if (redirect) MarkRedirected(sent, context.AtIngress);
        var deferred = ToIngress && IsDeferred(kernel, sent, context.AtIngress);
        // Sending picks a queue, and a choice that was made for the frame before is forgotten with it.
        if (!ToIngress) context.QueueIsChosen = false;
        CountNesting(sent, BlockId == 0 ? target.IfIndex : 0, kernel);
        if (deferred) sent.MirredNest = sent.XmitNest = 0;
        // What takes the backlog is accepted there; only a direct call has a result.
        context.Device.Runtime.Send(target, ToIngress ? FramePath.Receive : FramePath.Transmit, sent, deferred ? null : this);
        return takesOriginal ? TcVerdict.Consumed : Decide(ref context);
    }

    /// <summary>
    /// Sends to every port of the block but the one where the frame was caught (rule MIR-25): copies, and with a redirect the frame itself to the last. When that one is
    /// the only port a redirected frame just vanishes.
    /// </summary>
    private TcVerdict SendToBlock(SkBuff skb, KernelProfile kernel, ref TcContext context)
    {
        var device = context.Device;
        var ports = device.Namespace.Blocks.TryGetValue(BlockId, out var block) ? block.Ports : [];
        if (ports.Length == 0) return Fail(Redirect && kernel.MirredWithoutTargetShoots, DropReason.MirredTarget, ref context);
        NetDevice? last = null;
        foreach (var port in ports)
        {
            if (port.IfIndex == device.IfIndex) continue;
            if (last is not null) SendTo(last, redirect: false, skb, kernel, ref context);
            last = port;
        }

        if (last is null) return Decide(ref context);
        var verdict = SendTo(last, Redirect, skb, kernel, ref context);
        return Redirect ? verdict : Decide(ref context);
    }

    private static bool IsDeferred(KernelProfile kernel, SkBuff skb, bool atIngress) => kernel.MirredBacklog switch
    {
        MirredBacklog.WhenNested => skb.MirredNest > 0,
        MirredBacklog.WhenCaughtAtEgress => !atIngress,
        _ => false,
    };

    private void CountNesting(SkBuff sent, int ifIndex, KernelProfile kernel)
    {
        sent.RedirectHops++;
        if (kernel.MirredFindsLoops && ToIngress)
        {
            sent.MirredDepth++;
            return;
        }

        if (kernel.MirredFindsLoops) sent.MirredTrail[sent.MirredNest] = ifIndex;
        sent.MirredNest++;
    }

    /// <summary>Shows or hides the MAC header as the target expects it (rule MIR-06).</summary>
    private void AlignToTarget(SkBuff skb, NetDevice target, KernelProfile kernel, bool atIngress)
    {
        if (kernel.MirredAlignsByDirection && (!target.HasMacHeader || atIngress == ToIngress)) return;
        var wantsNetworkHeader = ToIngress || !target.HasMacHeader;
        if (wantsNetworkHeader == atIngress) return;
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
