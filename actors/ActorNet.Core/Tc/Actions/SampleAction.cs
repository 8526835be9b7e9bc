using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>
/// Tells a group of listeners of one frame in so many, by chance (<c>net/sched/act_sample.c</c>). There are no listeners here: what a sample would be is a station
/// of the frame's trace, and <see cref="Samples"/> counts them.
/// </summary>
public sealed class SampleAction : TcAction
{
    private const ulong StreamOfSamples = 1UL << 31;
    private RandomSource? _random;

    /// <summary>An action that is not yet bound to a filter.</summary>
    /// <param name="rate">One frame in how many, not 0.</param>
    /// <param name="group">Number of the group.</param>
    /// <param name="truncation">Bytes of a sample at most; null for the whole frame.</param>
    /// <param name="control">Verdict.</param>
    public SampleAction(uint rate, uint group, uint? truncation, TcControl control) => Change(rate, group, truncation, control);

    /// <inheritdoc/>
    public override string Kind => "sample";

    /// <summary>One frame in how many.</summary>
    public uint Rate { get; private set; }

    /// <summary>Number of the group that samples are for.</summary>
    public uint Group { get; private set; }

    /// <summary>Bytes of a sample at most; null for the whole frame.</summary>
    public uint? Truncation { get; private set; }

    /// <summary>Samples taken so far.</summary>
    public long Samples { get; private set; }

    /// <inheritdoc/>
    public override TcVerdict Run(SkBuff skb, ref TcContext context)
    {
        CountRun(skb, context.Now);
        if (_random is { } random && random.Below(Rate) == 0)
        {
            Samples++;
            if (context.Device.Tracer is { } tracer) Tell(tracer, skb, context.Device);
        }

        return Decide(ref context);
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer)
    {
        writer.Text("kind", "{0} ", Kind).Unsigned("rate", "rate 1/{0} ", Rate).Unsigned("group", "group {0}", Group);
        if (Truncation is { } bytes) writer.Unsigned("trunc_size", " trunc_size {0}", bytes);
        TcControlPrinter.Print(writer, Control, " ");
        writer.Plain("\n\t ");
    }

    /// <summary>Replaces everything but index, counters, and a truncation that the new words do not speak of.</summary>
    internal void Change(uint rate, uint group, uint? truncation, TcControl control)
    {
        Rate = rate;
        Group = group;
        Truncation = truncation ?? Truncation;
        Control = control;
    }

    /// <summary>Each action has random numbers of its own, from the seed of its namespace.</summary>
    internal override void OnListed() => _random = new RandomSource(((ulong)Namespace!.HashSeed << 32) ^ StreamOfSamples ^ Index);

    /// <summary>A sample shows the frame with its MAC header.</summary>
    private void Tell(IFrameTracer tracer, SkBuff skb, NetDevice device)
    {
        var length = Math.Min((uint)skb.Frame.Length, Truncation ?? uint.MaxValue);
        tracer.Trace(device, FrameStep.Report, skb, FormattableString.Invariant($"sample: group {Group} rate {Rate} length {length}"));
    }
}
