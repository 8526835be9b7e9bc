using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>Writes a line with its string to the kernel's log for every frame (<c>net/sched/act_simple.c</c>); here the line is a station of the frame's trace.</summary>
public sealed class SimpleAction : TcAction
{
    /// <summary>An action that is not yet bound to a filter.</summary>
    /// <param name="data">The string.</param>
    /// <param name="control">Verdict.</param>
    public SimpleAction(string data, TcControl control) => Change(data, control);

    /// <inheritdoc/>
    public override string Kind => "simple";

    /// <summary>The string.</summary>
    public string Data { get; private set; } = "";

    /// <inheritdoc/>
    public override TcVerdict Run(SkBuff skb, ref TcContext context)
    {
        CountRun(skb, context.Now);
        if (context.Device.Tracer is { } tracer) tracer.Trace(context.Device, FrameStep.Report, skb, FormattableString.Invariant($"simple: {Data}_{Stats.Packets}"));
        return Decide(ref context);
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer) => writer.AsItIs($"Simple <{Data}>\n");

    /// <inheritdoc/>
    internal override void PrintUses(ShowWriter writer, int references) => writer.AsItIs(FormattableString.Invariant($"\t index {Index} ref {references} bind {Binds}"));

    /// <summary>Replaces string and verdict.</summary>
    internal void Change(string data, TcControl control)
    {
        Data = data;
        Control = control;
    }
}

/// <summary>A string to be logged as a command describes it.</summary>
public sealed record SimpleSpec : ActionSpec
{
    /// <inheritdoc/>
    public override string Kind => "simple";

    /// <summary>The string, at most 31 characters; null when the command only names an action that exists.</summary>
    public string? Data { get; init; }

    /// <inheritdoc/>
    public override void CheckAlone() => Required();

    /// <inheritdoc/>
    public override TcAction Create(NetNamespace ns) => new SimpleAction(Required(), Control);

    /// <inheritdoc/>
    public override void Apply(TcAction action) => ((SimpleAction)action).Change(Required(), Control);

    private string Required() => Data ?? throw new RtnlException(Errno.EINVAL);
}
