using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>
/// Changes fields of a frame outside its bytes (<c>net/sched/act_skbedit.c</c>). The queue is set only when the device where the frame was caught has it; on transmit
/// the frame then takes just that queue, unless a mirror sends a copy meanwhile.
/// </summary>
public sealed class SkbeditAction : TcAction
{
    private const int IPv4Size = 20;
    private const int IPv6Size = 40;

    private SkbeditSpec _spec;

    /// <summary>An action that is not yet bound to a filter.</summary>
    /// <param name="spec">At least one change.</param>
    public SkbeditAction(SkbeditSpec spec)
    {
        _spec = spec;
        Control = spec.Control;
    }

    /// <inheritdoc/>
    public override string Kind => "skbedit";

    /// <summary>The changes.</summary>
    public SkbeditSpec Spec => _spec;

    /// <summary>Changes the frame. One that is too short for the IP header it should have is shot and counted as a drop when the priority is to be read there.</summary>
    public override TcVerdict Run(SkBuff skb, ref TcContext context)
    {
        CountRun(skb, context.Now);
        if (_spec.Priority is { } priority) skb.Priority = priority;
        if (_spec.InheritsDsField && !InheritDsField(skb))
        {
            Stats.Drops++;
            context.ShotBecause = DropReason.Malformed;
            return TcVerdict.Shot;
        }

        if (_spec.Queue is { } queue && queue < context.Device.TxQueues.Count) SetQueue(skb, queue, ref context);
        if (_spec.Mark is { } mark)
        {
            var mask = _spec.Mask ?? uint.MaxValue;
            skb.Mark = (skb.Mark & ~mask) | (mark & mask);
        }

        if (_spec.Type is { } type) skb.PacketType = type;
        return Decide(ref context);
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer)
    {
        writer.Text("kind", "{0} ", Kind);
        if (_spec.Queue is { } queue) writer.Number("queue_mapping", "queue_mapping {0}", queue);
        if (_spec.Priority is { } priority) writer.Text("priority", " priority {0}", TcHandle.Format(priority));
        if (_spec.Mark is { } mark) PrintMark(writer, mark);
        if (_spec.Type is { } type) writer.Text("ptype", " ptype {0}", Word(type));
        if (_spec.InheritsDsField) writer.Plain(" inheritdsfield").Null("inheritdsfield");
        TcControlPrinter.Print(writer, Control, " ");
        writer.Plain("\n\t ");
    }

    /// <summary>Replaces everything but index and counters.</summary>
    internal void Change(SkbeditSpec spec)
    {
        _spec = spec;
        Control = spec.Control;
    }

    private static void SetQueue(SkBuff skb, ushort queue, ref TcContext context)
    {
        skb.QueueMapping = queue;
        context.QueueIsChosen = context.Device.Namespace.Kernel.SkbeditChoosesQueue;
    }

    private void PrintMark(ShowWriter writer, uint mark)
    {
        writer.Unsigned("mark", " mark {0}", mark);
        if (_spec.Mask is { } mask) writer.Plain(mask == 0 ? "/0" : FormattableString.Invariant($"/0x{mask:x}")).Text("mask", null, FormattableString.Invariant($"{mask:x}"));
    }

    private static string Word(PacketType type) => type switch
    {
        PacketType.Host => "host",
        PacketType.Broadcast => "broadcast",
        PacketType.Multicast => "multicast",
        _ => "otherhost",
    };

    /// <summary>Reads the priority in the IP header; other protocols keep theirs. False when the frame ends before the header does.</summary>
    private static bool InheritDsField(SkBuff skb)
    {
        var frame = skb.Frame;
        var header = frame[Math.Min(skb.NetworkHeader - skb.MacHeader, frame.Length)..];
        switch (InnerProtocol(skb))
        {
            case EtherType.IPv4:
                if (header.Length < IPv4Size) return false;
                skb.Priority = (uint)header[1] >> 2;
                return true;
            case EtherType.IPv6:
                if (header.Length < IPv6Size) return false;
                skb.Priority = (uint)(((header[0] & 0xF) << 4) | (header[1] >> 4)) >> 2;
                return true;
            default:
                return true;
        }
    }

    /// <summary>The protocol behind VLAN tags in the bytes; that behind a tag in the metadata is the frame's own.</summary>
    private static ushort InnerProtocol(SkBuff skb)
    {
        var frame = skb.Frame;
        var type = skb.Protocol;
        for (var at = EthernetHeader.Size + 2; type is EtherType.Vlan or EtherType.VlanService && at + 2 <= frame.Length; at += EthernetHeader.VlanSize)
            type = (ushort)((frame[at] << 8) | frame[at + 1]);
        return type;
    }
}
