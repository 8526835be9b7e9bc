using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>
/// Token bucket filter (<c>net/sched/sch_tbf.c</c>; rules TBF-01 to TBF-08). Tokens are nanoseconds of the link. A frame leaves when the bucket, and with a peak
/// rate a second one, covers all of it; only the head of the queue is looked at. The queue is a hidden bfifo until another discipline is put into class 1.
/// </summary>
public sealed class TbfQdisc : SingleChildQdisc
{
    private readonly SkBuffQueue _segments = new();
    private PschedRate _rate;
    private PschedRate _peak;
    private long _bucket;
    private long _peakBucket;
    private long _tokens;
    private long _peakTokens;
    private uint _maxSize;
    private int _frames;
    private long _bytes;
    private Instant _filled;
    private Instant _deadline = Instant.Never;

    /// <summary>A filter that <see cref="Init"/> gives its rate.</summary>
    public TbfQdisc(NetDevice device)
        : base(device)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "tbf";

    /// <summary>What it was told.</summary>
    public TbfOptions? Options { get; private set; }

    /// <inheritdoc/>
    public override Instant NextDeadline => _deadline < Child.NextDeadline ? _deadline : Child.NextDeadline;

    /// <inheritdoc/>
    protected override int HeldFrames => _frames;

    /// <inheritdoc/>
    protected override long HeldBytes => _bytes;

    /// <inheritdoc/>
    public override void Init(QdiscOptions? options, Instant now)
    {
        _filled = now;
        Change(options ?? throw new RtnlException(Errno.EINVAL), now);
    }

    /// <summary>Sets rates and limit and fills the buckets; what waits keeps waiting (rules TBF-01, TBF-08).</summary>
    /// <exception cref="RtnlException">EINVAL: no options, no bucket, or a peak rate that is not above the rate.</exception>
    public override void Change(QdiscOptions? options, Instant now)
    {
        if (options is not TbfOptions tbf || tbf.Rate == 0 || tbf.Burst == 0) throw new RtnlException(Errno.EINVAL);
        if (tbf.PeakRate > 0 && (tbf.PeakRate <= tbf.Rate || tbf.Mtu == 0)) throw new RtnlException(Errno.EINVAL);
        _rate = new PschedRate(tbf.Rate, tbf.Overhead, tbf.Mpu, tbf.Atm);
        _peak = tbf.PeakRate > 0 ? new PschedRate(tbf.PeakRate, tbf.Overhead, tbf.Mpu, tbf.Atm) : default;
        _maxSize = tbf.PeakRate > 0 ? Math.Min(tbf.Burst, tbf.Mtu) : tbf.Burst;
        _tokens = _bucket = _rate.Nanoseconds(tbf.Burst);
        _peakTokens = _peakBucket = tbf.PeakRate > 0 ? _peak.Nanoseconds(tbf.Mtu) : 0;
        SetChildLimit(tbf.Limit, now);
        Options = tbf;
    }

    /// <inheritdoc/>
    public override XmitResult Enqueue(SkBuff skb, Instant now)
    {
        if ((uint)skb.QdiscPktLen > _maxSize)
        {
            if (skb.IsGso && Gso.SegmentLength(skb) <= _maxSize) return EnqueueSegments(skb, now);
            return Drop(skb, DropReason.TooBigForQdisc);
        }

        var length = skb.QdiscPktLen;
        var result = Child.Enqueue(skb, now);
        if (result.IsLoss()) Stats.Drops++;
        if (result != XmitResult.Success) return result;
        _frames++;
        _bytes += length;
        return XmitResult.Success;
    }

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now)
    {
        _deadline = Instant.Never;
        var head = Child.Peek(now);
        if (head is null) return null;
        var length = (uint)head.QdiscPktLen;
        var passed = Math.Min(now.Since(_filled), _bucket);
        var peakTokens = 0L;
        if (_peak.BytesPerSecond > 0) peakTokens = Math.Min(passed + _peakTokens, _peakBucket) - _peak.Nanoseconds(length);
        var tokens = Math.Min(passed + _tokens, _bucket) - _rate.Nanoseconds(length);
        if ((tokens | peakTokens) < 0)
        {
            Stats.Overlimits++;
            _deadline = now.Plus(Math.Max(-tokens, -peakTokens));
            return null;
        }

        if (DequeuePeeked(Child, now) is not { } skb) return null;
        _filled = now;
        _tokens = tokens;
        _peakTokens = peakTokens;
        _frames--;
        _bytes -= skb.QdiscPktLen;
        CountSent(skb);
        return skb;
    }

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now) => PeekByDequeue(now);

    /// <inheritdoc/>
    public override void Reset(Instant now)
    {
        base.Reset(now);
        Child.Reset(now);
        _frames = 0;
        _bytes = 0;
        _filled = now;
        _tokens = _bucket;
        _peakTokens = _peakBucket;
        _deadline = Instant.Never;
    }

    /// <inheritdoc/>
    protected internal override void OnChildShrank(Qdisc child, int packets, long bytes)
    {
        base.OnChildShrank(child, packets, bytes);
        _frames -= packets;
        _bytes -= bytes;
    }

    /// <inheritdoc/>
    public override void PrintOptions(ShowWriter writer, bool details = false)
    {
        if (Options is not null) new TbfPrinter(Options, _bucket, _peakBucket).Print(writer, details);
    }

    /// <summary>Cuts a super-frame that the bucket can never hold, and queues what fits of the pieces.</summary>
    private XmitResult EnqueueSegments(SkBuff skb, Instant now)
    {
        var leaveChecksum = Offload.CanChecksum(Device!.Features, skb.Protocol);
        var whole = skb.QdiscPktLen;
        if (!GsoSegmenter.Segment(skb, Device.Runtime.Pool, _segments, out _, leaveChecksum)) return Drop(skb, DropReason.TooBigForQdisc);
        var (taken, bytes) = (0, 0L);
        while (_segments.Dequeue() is { } segment)
        {
            var length = segment.QdiscPktLen = segment.Length;
            var result = Child.Enqueue(segment, now);
            if (result.IsLoss()) Stats.Drops++;
            if (result != XmitResult.Success) continue;
            taken++;
            bytes += length;
        }

        _frames += taken;
        _bytes += bytes;
        if (taken == 0) return XmitResult.Drop;
        // Those above count one frame, as long as the whole.
        ReduceTreeBacklog(1 - taken, whole - bytes);
        return XmitResult.Success;
    }

    private void SetChildLimit(uint limit, Instant now)
    {
        if (Child is FifoQdisc fifo)
        {
            // Also one that the user put there, packets or bytes alike: that is what Linux does.
            fifo.SetLimit(limit);
        }
        else if (ReferenceEquals(Child, NoopQdisc.Instance) && limit > 0)
        {
            var queue = new FifoQdisc(Device!, inBytes: true) { Invisible = true, Parent = Handle | OnlyClass, ParentQdisc = this };
            queue.Init(new FifoOptions(limit), now);
            Child = queue;
        }
    }
}
