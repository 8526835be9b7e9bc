using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>
/// A queueing discipline (<c>struct Qdisc</c>): a plain class, called during its device's turn only. It owns the frames it holds; a frame that
/// it refuses it frees and counts. Times are arguments; it asks to be called again through <see cref="NextDeadline"/>.
/// </summary>
public abstract class Qdisc
{
    /// <summary>Counters; written by the discipline and by the transmit path.</summary>
    public QdiscStats Stats;

    /// <summary>Frames given back by the driver path, sent before all others (<c>gso_skb</c>); part of <see cref="QLen"/> and <see cref="Backlog"/>.</summary>
    internal readonly SkBuffQueue Requeued = new();

    /// <summary>A discipline of a device.</summary>
    /// <param name="device">Where it sits; null only for the shared noop.</param>
    protected Qdisc(NetDevice? device)
    {
        Device = device;
        Order = device?.CountQdisc() ?? 0;
    }

    /// <summary>Kind as <c>tc</c> names it.</summary>
    public abstract string Kind { get; }

    /// <summary>Where it sits; null only for the shared noop.</summary>
    public NetDevice? Device { get; }

    /// <summary>Handle, major in the high 16 bits; 0 for a default discipline.</summary>
    public uint Handle { get; set; }

    /// <summary>Class it hangs under; <see cref="TcHandle.Root"/> for a root discipline.</summary>
    public uint Parent { get; set; } = TcHandle.Root;

    /// <summary>The discipline it is a child of; drops are told to it.</summary>
    public Qdisc? ParentQdisc { get; set; }

    /// <summary>Not listed by <c>tc qdisc show</c>: the queue a shaper makes for itself (TCQ_F_INVISIBLE).</summary>
    public bool Invisible { get; init; }

    /// <summary>Hidden, and left out even by <c>tc qdisc show invisible</c>: a queue that was made because another one was taken away.</summary>
    public bool Unlisted { get; init; }

    /// <summary>Order in which the disciplines of a device were made; <c>tc qdisc show</c> depends on it.</summary>
    public long Order { get; }

    /// <summary>Counters as users see them; disciplines that are only the sum of others add those up.</summary>
    public virtual QdiscStats TotalStats => Stats;

    /// <summary>Packets held, requeued ones included (super-frames count once).</summary>
    public int QLen => HeldFrames + Requeued.Count;

    /// <summary>Bytes held, requeued ones included.</summary>
    public long Backlog => HeldBytes + Requeued.Bytes;

    /// <summary>Whether an idle discipline lets frames pass it (TCQ_F_CAN_BYPASS, rule QD-02). A filter attached to it ends that for ever.</summary>
    public virtual bool MayBypass => false;

    /// <summary>Whether it has no queue at all, so that frames go straight to the driver.</summary>
    public virtual bool IsNoqueue => false;

    /// <summary>Whether it looks at the time it is given; one that does not is spared the reading of the clock and given <see cref="Instant.Zero"/>.</summary>
    public virtual bool IsTimed => true;

    /// <summary>When a dequeue can next succeed although something is held now; <see cref="Instant.Never"/> when only a new frame changes anything.</summary>
    public virtual Instant NextDeadline => Instant.Never;

    /// <summary>A run is under way; an enqueue from inside does not start another.</summary>
    internal bool Running { get; set; }

    /// <summary>Frames in the discipline itself.</summary>
    protected abstract int HeldFrames { get; }

    /// <summary>Bytes in the discipline itself, by <see cref="SkBuff.QdiscPktLen"/>.</summary>
    protected abstract long HeldBytes { get; }

    /// <summary>Takes the frame over in every case: queues it, or frees and counts it.</summary>
    public abstract XmitResult Enqueue(SkBuff skb, Instant now);

    /// <summary>Hands over the next frame that may leave at <paramref name="now"/>, counted as sent; null when none may.</summary>
    public abstract SkBuff? Dequeue(Instant now);

    /// <summary>The frame that the next <see cref="Dequeue"/> would hand over, still owned by the discipline. Parents that shape call it before they pay.</summary>
    public abstract SkBuff? Peek(Instant now);

    /// <summary>Sets it up with options as parsed by its kind; null when none were given.</summary>
    /// <exception cref="RtnlException">The options are refused; nothing was changed.</exception>
    public abstract void Init(QdiscOptions? options, Instant now);

    /// <summary>Replaces options, keeping what is queued.</summary>
    /// <exception cref="RtnlException">The kind cannot be changed, or the options are refused; nothing was changed.</exception>
    public virtual void Change(QdiscOptions? options, Instant now) =>
        throw new RtnlException(Errno.EINVAL, "Change operation not supported by specified qdisc.");

    /// <summary>Prints its options behind the kind, plain or as JSON, the way iproute2 does.</summary>
    /// <param name="writer">Where to; inside the object <c>options</c> of JSON.</param>
    /// <param name="details">Asked for with <c>-d</c>.</param>
    public virtual void PrintOptions(ShowWriter writer, bool details = false)
    {
        // Most simple kinds have none; JSON shows an empty object.
    }

    /// <summary>Prints counters that tc shows among the options (<c>-s</c>), right behind them.</summary>
    public virtual void PrintOptionStatistics(ShowWriter writer)
    {
        // Hardly any kind has some there.
    }

    /// <summary>Prints counters that only its kind has, behind those that all have (<c>-s</c>); in JSON inside the object of the discipline.</summary>
    public virtual void PrintStatistics(ShowWriter writer)
    {
        // Most kinds have none.
    }

    /// <summary>Frees everything held without counting drops (<c>qdisc_reset</c>); counters stay.</summary>
    public virtual void Reset(Instant now) => Requeued.Purge(DropReason.QdiscReset);

    /// <summary>Last call before it is forgotten: frees everything, children included.</summary>
    public virtual void Destroy(Instant now) => Reset(now);

    /// <summary>The device's queue length changed (<c>change_tx_queue_len</c>); only pfifo_fast follows (rule TXQ-01).</summary>
    public virtual void OnTxQueueLengthChanged(int length, Instant now)
    {
        // A limit that was fixed at creation stays.
    }

    /// <summary>Frees everything held; those above count it as dropped (<c>qdisc_purge_queue</c>). For a discipline that is being replaced.</summary>
    internal void PurgeQueue(Instant now)
    {
        var (packets, bytes) = (QLen, Backlog);
        Reset(now);
        ReduceTreeBacklog(packets, bytes);
    }

    /// <summary>Tells those above that frames are gone that were held here and not handed over (<c>qdisc_tree_reduce_backlog</c>).</summary>
    /// <param name="packets">Frames; negative when there are more than before.</param>
    /// <param name="bytes">Bytes.</param>
    internal void ReduceTreeBacklog(int packets, long bytes)
    {
        if (packets == 0 && bytes == 0) return;
        for (var child = this; child.ParentQdisc is { } parent and not IPerQueueQdisc; child = parent) parent.OnChildShrank(child, packets, bytes);
    }

    /// <summary>
    /// Frames that were enqueued through here are gone from a child that dropped them on its own. They count as drops here too; a discipline that keeps its own
    /// account of what it holds corrects it.
    /// </summary>
    /// <param name="child">The child, which holds what is left; perhaps already replaced.</param>
    /// <param name="packets">Frames; negative when there are more than before, which is no drop.</param>
    /// <param name="bytes">Bytes.</param>
    protected internal virtual void OnChildShrank(Qdisc child, int packets, long bytes) => Stats.Drops += Math.Max(packets, 0);

    /// <summary>
    /// <see cref="Peek"/> of a discipline that only knows its next frame by taking it out (<c>qdisc_peek_dequeued</c>): the frame waits in
    /// <see cref="Requeued"/>, still held, but already counted as sent.
    /// </summary>
    protected SkBuff? PeekByDequeue(Instant now)
    {
        if (Requeued.Peek() is { } waiting) return waiting;
        if (Dequeue(now) is not { } skb) return null;
        Requeued.Enqueue(skb);
        return skb;
    }

    /// <summary>Takes out of a child what its <see cref="Peek"/> showed (<c>qdisc_dequeue_peeked</c>).</summary>
    protected static SkBuff? DequeuePeeked(Qdisc child, Instant now) => child.Requeued.Dequeue() ?? child.Dequeue(now);

    /// <summary>Counts a frame that leaves (<c>qdisc_bstats_update</c>).</summary>
    protected internal void CountSent(SkBuff skb)
    {
        Stats.Bytes += skb.QdiscPktLen;
        Stats.Packets += skb.Segments;
    }

    /// <summary>Refuses a frame: counts and frees it (<c>qdisc_drop</c>).</summary>
    protected XmitResult Drop(SkBuff skb, DropReason reason = DropReason.QdiscFull)
    {
        Stats.Drops++;
        skb.Free(reason);
        return XmitResult.Drop;
    }
}
