using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>
/// A plain queue with a limit in packets (<c>pfifo</c>) or bytes (<c>bfifo</c>); what does not fit is refused at the tail, or the oldest makes room for it
/// (<c>pfifo_head_drop</c>) (<c>net/sched/sch_fifo.c</c>; rules FIFO-01, FIFO-02, QD-02). Frames that the driver gave back count inside the limit.
/// </summary>
public sealed class FifoQdisc : Qdisc
{
    private readonly SkBuffQueue _queue = new();
    private readonly bool _inBytes;
    private readonly bool _dropsHead;
    private bool _mayBypass;

    /// <summary>An empty queue without room; <see cref="Init"/> gives it its limit.</summary>
    /// <param name="device">Where it sits.</param>
    /// <param name="inBytes">bfifo rather than pfifo.</param>
    /// <param name="dropsHead">pfifo_head_drop rather than pfifo.</param>
    public FifoQdisc(NetDevice device, bool inBytes, bool dropsHead = false)
        : base(device)
    {
        _inBytes = inBytes;
        _dropsHead = dropsHead;
    }

    /// <inheritdoc/>
    public override string Kind => _dropsHead ? "pfifo_head_drop" : _inBytes ? "bfifo" : "pfifo";

    /// <inheritdoc/>
    public override bool IsTimed => false;

    /// <summary>Limit in packets or bytes.</summary>
    public uint Limit { get; private set; }

    /// <summary>Whether a frame of full size would be let in when the queue is empty: only then may it be passed by.</summary>
    public override bool MayBypass => _mayBypass;

    /// <inheritdoc/>
    protected override int HeldFrames => _queue.Count;

    /// <inheritdoc/>
    protected override long HeldBytes => _queue.Bytes;

    private uint FullFrame => (uint)(Device!.Mtu + (Device.HasMacHeader ? EthernetHeader.Size : 0));

    /// <summary>Sets the limit; null means as many packets as the device's queue length, or as many bytes as that many full frames.</summary>
    public override void Init(QdiscOptions? options, Instant now)
    {
        var packets = (uint)Device!.TxQueueLength;
        var fallback = _inBytes ? (uint)Math.Min((ulong)packets * FullFrame, uint.MaxValue) : packets;
        SetLimit(options is FifoOptions fifo ? fifo.Limit : fallback);
    }

    /// <summary>Sets the limit; what is queued beyond it stays.</summary>
    public override void Change(QdiscOptions? options, Instant now)
    {
        if (options is FifoOptions fifo) SetLimit(fifo.Limit);
    }

    /// <summary>Sets the limit; a shaper that owns the queue calls it (<c>fifo_set_limit</c>).</summary>
    internal void SetLimit(uint limit)
    {
        Limit = limit;
        _mayBypass = limit >= (_inBytes ? FullFrame : 1);
    }

    /// <inheritdoc/>
    public override XmitResult Enqueue(SkBuff skb, Instant now)
    {
        if (_inBytes ? Backlog + skb.QdiscPktLen > Limit : QLen >= Limit) return _dropsHead && Limit > 0 ? Replace(skb) : Drop(skb);
        _queue.Enqueue(skb);
        return XmitResult.Success;
    }

    /// <summary>The oldest frame makes room; the sender is told of congestion.</summary>
    private XmitResult Replace(SkBuff skb)
    {
        var before = Backlog;
        _queue.Dequeue()?.Free(DropReason.QdiscFull);
        Stats.Drops++;
        _queue.Enqueue(skb);
        ReduceTreeBacklog(0, before - Backlog);
        return XmitResult.Congestion;
    }

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now)
    {
        var skb = _queue.Dequeue();
        if (skb is not null) CountSent(skb);
        return skb;
    }

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now) => _queue.Peek();

    /// <inheritdoc/>
    public override void Reset(Instant now)
    {
        base.Reset(now);
        _queue.Purge(DropReason.QdiscReset);
    }

    /// <inheritdoc/>
    public override void PrintOptions(ShowWriter writer, bool details = false)
    {
        if (!_inBytes) writer.Unsigned("limit", "limit {0}p", Limit);
        else if (writer.IsJson) writer.Unsigned("limit", null, Limit);
        else writer.Plain("limit " + Units.FormatSize(Limit));
    }
}
