using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>Computes checksums anew (<c>net/sched/act_csum.c</c>), the usual step behind <see cref="PeditAction"/>.</summary>
public sealed class CsumAction : TcAction
{
    private static readonly (CsumTargets Target, string Word)[] Words =
    [
        (CsumTargets.IPv4Header, "iph"),
        (CsumTargets.Icmp, "icmp"),
        (CsumTargets.Igmp, "igmp"),
        (CsumTargets.Tcp, "tcp"),
        (CsumTargets.Udp, "udp"),
        (CsumTargets.UdpLite, "udplite"),
        (CsumTargets.Sctp, "sctp"),
    ];

    /// <summary>An action that is not yet bound to a filter.</summary>
    /// <param name="targets">Which checksums.</param>
    /// <param name="control">Verdict when it did its work.</param>
    public CsumAction(CsumTargets targets, TcControl control) => Change(targets, control);

    /// <inheritdoc/>
    public override string Kind => "csum";

    /// <summary>Which checksums.</summary>
    public CsumTargets Targets { get; private set; }

    /// <summary>Repairs the frame. One whose headers say that it is longer than it is, or cut short, is shot and counted as a drop; fragments and super-frames pass as they are.</summary>
    public override TcVerdict Run(SkBuff skb, ref TcContext context)
    {
        CountRun(skb, context.Now);
        if (Control.Verdict == TcVerdict.Shot)
        {
            Stats.Drops++;
            return TcVerdict.Shot;
        }

        var reason = new CsumRepair(skb, context.Device.Runtime.Pool, Targets).Run();
        if (reason == DropReason.Consumed) return Decide(ref context);
        Stats.Drops++;
        context.ShotBecause = reason;
        return TcVerdict.Shot;
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer)
    {
        writer.Text("kind", "{0} ", Kind);
        writer.Text("csum", "({0}) ", string.Join(", ", Words.Where(w => (Targets & w.Target) != 0).Select(w => w.Word)));
        TcControlPrinter.Print(writer, Control, "action ");
        writer.Plain("\n\t");
    }

    /// <summary>Replaces everything but index and statistics.</summary>
    internal void Change(CsumTargets targets, TcControl control)
    {
        Targets = targets;
        Control = control;
    }
}
