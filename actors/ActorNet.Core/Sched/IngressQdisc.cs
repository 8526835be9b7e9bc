using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Sched;

/// <summary>
/// The hook qdiscs (<c>sch_ingress.c</c>): <c>ingress</c> holds the filters of the receive path, <c>clsact</c> those of both directions. They queue nothing;
/// their counters move on every pass of a direction that has a filter (rule HOOK-06).
/// </summary>
public sealed class IngressQdisc : Qdisc
{
    private readonly bool _clsact;

    /// <summary>A hook qdisc with private blocks.</summary>
    /// <param name="device">Where it sits.</param>
    /// <param name="clsact">Both directions rather than ingress only.</param>
    public IngressQdisc(NetDevice device, bool clsact)
        : base(device)
    {
        _clsact = clsact;
        Handle = TcHandle.IngressHandle;
        Parent = TcHandle.Ingress;
        Ingress = new TcfBlock(this, new U32Tables());
        // Both directions number their hash tables together, as long as neither block is shared with other devices.
        if (clsact) Egress = new TcfBlock(this, Ingress.HashTables);
    }

    /// <inheritdoc/>
    public override string Kind => _clsact ? "clsact" : "ingress";

    /// <summary>Filters of the receive path.</summary>
    public TcfBlock Ingress { get; internal set; }

    /// <summary>Filters of the transmit path; null for <c>ingress</c>.</summary>
    public TcfBlock? Egress { get; internal set; }

    /// <inheritdoc/>
    protected override int HeldFrames => 0;

    /// <inheritdoc/>
    protected override long HeldBytes => 0;

    /// <summary>
    /// The block that a parent of a filter command means. <c>ingress</c> has one for whatever minor (rule HOOK-07); <c>clsact</c> has ffff:fff2 ingress and ffff:fff3
    /// egress. Null when there is none.
    /// </summary>
    public TcfBlock? BlockOf(uint parent)
    {
        if (!_clsact) return Ingress;
        return parent switch
        {
            TcHandle.ClsactEgress => Egress,
            TcHandle.ClsactIngress => Ingress,
            _ => null,
        };
    }

    /// <summary>Joins shared blocks instead of the private ones, before the first filter (rule HOOK-08).</summary>
    /// <param name="ingress">Number of the block for the receive path, 0 to keep the private one.</param>
    /// <param name="egress">Number for the transmit path, 0 to keep the private one.</param>
    /// <exception cref="RtnlException">EOPNOTSUPP: <c>ingress</c> has no egress block; EBUSY: both directions of a device cannot share one block.</exception>
    internal void Share(uint ingress, uint egress)
    {
        if (egress != 0 && !_clsact) throw new RtnlException(Errno.EOPNOTSUPP, "Egress block sharing is not supported.");
        if (ingress != 0 && ingress == egress) throw new RtnlException(Errno.EBUSY, "block dev insert failed.");
        if (ingress != 0) Ingress = SharedBlocks.Join(Device!, ingress);
        if (egress != 0) Egress = SharedBlocks.Join(Device!, egress);
    }

    /// <summary>Runs a direction's filters on a frame and counts the pass.</summary>
    public TcVerdict Classify(TcfBlock block, SkBuff skb, ref TcContext context)
    {
        CountSent(skb);
        var verdict = block.Classify(skb, ref context);
        if (verdict == TcVerdict.Shot) Stats.Drops++;
        return verdict;
    }

    /// <inheritdoc/>
    public override XmitResult Enqueue(SkBuff skb, Instant now) => Drop(skb);

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now) => null;

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now) => null;

    /// <inheritdoc/>
    public override void Init(QdiscOptions? options, Instant now)
    {
        // Takes no options.
    }

    /// <summary>The dashes that tc prints for <c>ingress</c>.</summary>
    public override void PrintOptions(Iproute2.ShowWriter writer, bool details = false)
    {
        if (!_clsact) writer.Plain("---------------- ");
    }

    /// <summary>The filters of private blocks go; a shared block goes with its last user.</summary>
    public override void Destroy(Instant now)
    {
        SharedBlocks.Leave(Device!, Ingress);
        if (Egress is not null) SharedBlocks.Leave(Device!, Egress);
    }
}
