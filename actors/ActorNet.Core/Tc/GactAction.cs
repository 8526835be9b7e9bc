using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>An action that only answers a verdict, or now and then another one (<c>net/sched/act_gact.c</c>).</summary>
public sealed class GactAction : TcAction
{
    private RandomSource? _random;
    private uint _counted;

    /// <summary>An action that always answers this.</summary>
    public GactAction(TcControl control) => Control = control;

    /// <inheritdoc/>
    public override string Kind => "gact";

    /// <summary>When it answers otherwise; null for never. A change that does not speak of it leaves it.</summary>
    public GactChance? Chance { get; internal set; }

    /// <summary>Answers its verdict; a drop is counted as one.</summary>
    public override TcVerdict Run(SkBuff skb, ref TcContext context)
    {
        CountRun(skb, context.Now);
        var control = Chance is { } chance && IsItsTurn(chance) ? chance.Control : Control;
        if (control.Verdict == TcVerdict.Shot) Stats.Drops++;
        return Answer(control, ref context);
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer)
    {
        writer.Text("kind", "{0} ", Kind);
        TcControlPrinter.Print(writer, Control, "action ");
        writer.OpenObject("prob").Text("random_type", "\n\t random type {0}", Chance is null ? "none" : Chance.IsCounted ? "determ" : "netrand");
        TcControlPrinter.Print(writer, Chance?.Control ?? new TcControl(TcVerdict.Ok), " ");
        writer.Number("val", " val {0}", Chance?.OneIn ?? 0).CloseObject().Plain("\n\t ");
    }

    /// <summary>Each action has random numbers of its own, from the seed of its namespace.</summary>
    internal override void OnListed() => _random = new RandomSource(((ulong)Namespace!.HashSeed << 32) ^ Index);

    /// <summary>Every n-th frame by count, or one in n by chance.</summary>
    private bool IsItsTurn(GactChance chance) => chance.IsCounted ? ++_counted % chance.OneIn == 0 : _random is { } random && random.Below(chance.OneIn) == 0;
}

/// <summary>When a plain verdict gives way to another one (<c>random</c>).</summary>
/// <param name="IsCounted">Every n-th frame exactly (<c>determ</c>) rather than by chance (<c>netrand</c>).</param>
/// <param name="Control">The other verdict.</param>
/// <param name="OneIn">One frame in how many, 1 to 10000.</param>
public sealed record GactChance(bool IsCounted, TcControl Control, ushort OneIn);

/// <summary>A plain verdict as a command describes it.</summary>
public sealed record GactSpec : ActionSpec
{
    /// <inheritdoc/>
    public override string Kind => "gact";

    /// <summary>When it answers otherwise; null when the command does not say.</summary>
    public GactChance? Chance { get; init; }

    /// <inheritdoc/>
    public override void CheckAlone() => RefuseGoto();

    /// <inheritdoc/>
    public override TcAction Create(NetNamespace ns)
    {
        RefuseGoto();
        return new GactAction(Control) { Chance = Chance };
    }

    /// <inheritdoc/>
    public override void Apply(TcAction action)
    {
        RefuseGoto();
        var gact = (GactAction)action;
        gact.Control = Control;
        if (Chance is not null) gact.Chance = Chance;
    }

    private void RefuseGoto()
    {
        if (Chance?.Control.Verdict == TcVerdict.GotoChain) throw new RtnlException(Errno.EINVAL, "goto chain not allowed on fallback.");
    }
}
