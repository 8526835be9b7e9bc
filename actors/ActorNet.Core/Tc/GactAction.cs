using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>An action that only answers a verdict (<c>net/sched/act_gact.c</c>, without its random part).</summary>
public sealed class GactAction : TcAction
{
    /// <summary>An action that always answers this.</summary>
    public GactAction(TcControl control) => Control = control;

    /// <inheritdoc/>
    public override string Kind => "gact";

    /// <summary>Answers its verdict; a drop is counted as one.</summary>
    public override TcVerdict Run(SkBuff skb, ref TcContext context)
    {
        CountRun(skb, context.Now);
        if (Control.Verdict == TcVerdict.Shot) Stats.Drops++;
        return Decide(ref context);
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer)
    {
        writer.Text("kind", "{0} ", Kind);
        TcControlPrinter.Print(writer, Control, "action ");
        writer.OpenObject("prob").Text("random_type", "\n\t random type {0}", "none");
        TcControlPrinter.Print(writer, new TcControl(TcVerdict.Ok), " ");
        writer.Number("val", " val {0}", 0).CloseObject().Plain("\n\t ");
    }
}

/// <summary>A plain verdict as a command describes it.</summary>
public sealed record GactSpec : ActionSpec
{
    /// <inheritdoc/>
    public override string Kind => "gact";

    /// <inheritdoc/>
    public override TcAction Create(NetNamespace ns) => new GactAction(Control);

    /// <inheritdoc/>
    public override void Apply(TcAction action) => action.Control = Control;
}
