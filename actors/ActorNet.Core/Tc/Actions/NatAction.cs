using System.Buffers.Binary;
using System.Numerics;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>Translates IPv4 addresses without keeping state (<c>net/sched/act_nat.c</c>). Whether the frame is IPv4 is the filter's business.</summary>
public sealed class NatAction : TcAction
{
    private NatSpec _spec;

    /// <summary>An action that is not yet bound to a filter.</summary>
    /// <param name="spec">What is translated.</param>
    public NatAction(NatSpec spec)
    {
        _spec = spec;
        Control = spec.Control;
    }

    /// <inheritdoc/>
    public override string Kind => "nat";

    /// <summary>What is translated.</summary>
    public NatSpec Spec => _spec;

    /// <summary>Translates the frame if its address is meant, and what an ICMP error quotes. A frame too short for its headers is shot and counted as a drop.</summary>
    public override TcVerdict Run(SkBuff skb, ref TcContext context)
    {
        CountRun(skb, context.Now);
        if (Control.Verdict == TcVerdict.Shot)
        {
            Stats.Drops++;
            return TcVerdict.Shot;
        }

        var reason = new NatRewrite(skb, context.Device.Runtime.Pool, _spec).Run();
        if (reason == DropReason.Consumed) return Decide(ref context);
        Stats.Drops++;
        context.ShotBecause = reason;
        return TcVerdict.Shot;
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer)
    {
        writer.Text("type", " {0} ", Kind).Text("direction", "{0}", _spec.OnEgress ? "egress" : "ingress");
        writer.Text("old_addr", " {0}", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{InetPrefix.Format(_spec.Old)}/{ShownLength(_spec.Mask)}"));
        writer.Text("new_addr", " {0}", InetPrefix.Format(_spec.New));
        TcControlPrinter.Print(writer, Control, " ");
        writer.Plain("\n\t ");
    }

    /// <summary>Replaces everything but index and statistics.</summary>
    internal void Change(NatSpec spec)
    {
        _spec = spec;
        Control = spec.Control;
    }

    /// <summary>tc counts the bits of the mask without turning its bytes round: it says 32 for every prefix of 8 bits and more.</summary>
    private static int ShownLength(uint mask) => 32 - BitOperations.TrailingZeroCount(BinaryPrimitives.ReverseEndianness(mask));
}
