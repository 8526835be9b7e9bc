using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>A single queue whose delay CoDel controls (<c>net/sched/sch_codel.c</c>; rules FQC-03, D.8): late frames are dropped on their way out, from the head.</summary>
public sealed class CodelQdisc : Qdisc, ICodelQueue
{
    private const uint DefaultLimit = 1000;

    private readonly SkBuffQueue _queue = new();
    private readonly Codel _codel;
    private CodelVars _vars;
    private uint _limit = DefaultLimit;
    private uint _refused;
    private bool _mayBypass;

    /// <summary>An empty queue with the default limits.</summary>
    public CodelQdisc(NetDevice device)
        : base(device) => _codel = new Codel { Mtu = device.FullFrameLength() };

    /// <inheritdoc/>
    public override string Kind => "codel";

    /// <inheritdoc/>
    public override bool MayBypass => _mayBypass;

    /// <inheritdoc/>
    long ICodelQueue.BytesHeld => Backlog;

    /// <inheritdoc/>
    protected override int HeldFrames => _queue.Count;

    /// <inheritdoc/>
    protected override long HeldBytes => _queue.Bytes;

    /// <inheritdoc/>
    public override void Init(QdiscOptions? options, Instant now)
    {
        if (options is not null) Change(options, now);
        _mayBypass = _limit >= 1;
    }

    /// <summary>Takes over what is named; frames beyond a lowered limit are dropped from the head.</summary>
    /// <exception cref="RtnlException">EINVAL: no options of codel.</exception>
    public override void Change(QdiscOptions? options, Instant now)
    {
        if (options is not CodelQdiscOptions codel) throw new RtnlException(Errno.EINVAL);
        codel.ApplyTo(_codel);
        _limit = codel.Limit ?? _limit;
        var (packets, bytes) = (QLen, Backlog);
        while ((uint)QLen > _limit && (Requeued.Dequeue() ?? _queue.Dequeue()) is { } skb) Drop(skb);
        ReduceTreeBacklog(packets - QLen, bytes - Backlog);
    }

    /// <inheritdoc/>
    public override XmitResult Enqueue(SkBuff skb, Instant now)
    {
        if ((uint)QLen >= _limit)
        {
            _refused++;
            return Drop(skb);
        }

        skb.Timestamp = now;
        _queue.Enqueue(skb);
        return XmitResult.Success;
    }

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now)
    {
        var skb = _codel.Dequeue(this, 0, ref _vars, now);
        var (packets, bytes) = _codel.TakeDropped();
        ReduceTreeBacklog(packets, bytes);
        if (skb is not null) CountSent(skb);
        return skb;
    }

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now) => PeekByDequeue(now);

    /// <inheritdoc/>
    public override void Reset(Instant now)
    {
        base.Reset(now);
        _queue.Purge(DropReason.QdiscReset);
        _vars = default;
    }

    /// <inheritdoc/>
    public override void PrintOptions(ShowWriter writer, bool details = false)
    {
        writer.Unsigned("limit", "limit {0}p ", _limit);
        CodelWords.PrintTime(writer, "target", _codel.Target);
        if (_codel.CeThreshold != Codel.NoThreshold) CodelWords.PrintTime(writer, "ce_threshold", _codel.CeThreshold);
        CodelWords.PrintTime(writer, "interval", _codel.Interval);
        if (_codel.Ecn) writer.Flag("ecn", "ecn ", value: true);
    }

    /// <inheritdoc/>
    public override void PrintStatistics(ShowWriter writer)
    {
        writer.Plain("  ");
        CodelWords.PrintState(writer, _vars);
        CodelWords.PrintDropNext(writer, _vars.Dropping ? CodelTime.Until(_vars.DropNext, CodelTime.At(Device!.Runtime.Now)) : 0);
        writer.Unsigned("maxpacket", "\n  maxpacket {0}", _codel.MaxPacket).Unsigned("ecn_mark", " ecn_mark {0}", _codel.Marks);
        writer.Unsigned("drop_overlimit", " drop_overlimit {0}", _refused);
        if (_codel.ThresholdMarks > 0) writer.Unsigned("ce_mark", " ce_mark {0}", _codel.ThresholdMarks);
        writer.Plain("\n");
    }

    /// <inheritdoc/>
    SkBuff? ICodelQueue.TakeHead(int queue) => _queue.Dequeue();

    /// <inheritdoc/>
    void ICodelQueue.DropLate(SkBuff skb) => Drop(skb);
}
