using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Sched;

/// <summary>
/// Deficit round robin (<c>net/sched/sch_drr.c</c>): classes take turns and share bytes in the ratio of their quanta, whatever the lengths of their frames. A frame that
/// belongs to no class is dropped.
/// </summary>
public sealed class DrrQdisc : Qdisc, IClassEditor, IFilteredQdisc
{
    private readonly ClassTable<DrrClass> _classes = new();
    private readonly DrrRound _round = new();
    private readonly TcfBlock _filters;
    private int _frames;
    private long _bytes;
    private Instant _deadline = Instant.Never;

    /// <summary>A round without classes.</summary>
    public DrrQdisc(NetDevice device)
        : base(device) => _filters = new TcfBlock(this, new U32Tables());

    /// <inheritdoc/>
    public override string Kind => "drr";

    /// <inheritdoc/>
    public override Instant NextDeadline => _deadline;

    /// <inheritdoc/>
    public IEnumerable<TcClassInfo> Classes => _classes.InListOrder.Select(c => new TcClassInfo(c.ClassId, TcHandle.Root, c.Leaf, HasStatistics: true));

    /// <inheritdoc/>
    protected override int HeldFrames => _frames;

    /// <inheritdoc/>
    protected override long HeldBytes => _bytes;

    /// <inheritdoc/>
    public override void Init(QdiscOptions? options, Instant now)
    {
        // It has no options of its own; classes come later.
    }

    /// <inheritdoc/>
    public override XmitResult Enqueue(SkBuff skb, Instant now)
    {
        var length = skb.QdiscPktLen;
        if (Classify(skb, out var refusal) is not { } item) return refusal;
        var result = item.Leaf.Enqueue(skb, now);
        if (result.IsLoss()) Stats.Drops++;
        if (result != XmitResult.Success) return result;
        if (!item.IsActive)
        {
            _round.Add(item);
            item.Deficit = item.Quantum;
        }

        _frames++;
        _bytes += length;
        return XmitResult.Success;
    }

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now)
    {
        _deadline = Instant.Never;
        while (_round.First is { } item)
        {
            if (item.Leaf.Peek(now) is not { } head)
            {
                // Whoever holds back frames holds up the whole round.
                _deadline = item.Leaf.NextDeadline;
                return null;
            }

            if ((uint)head.QdiscPktLen <= item.Deficit)
            {
                item.Deficit -= (uint)head.QdiscPktLen;
                return Take(item, now);
            }

            item.Deficit += item.Quantum;
            _round.Remove(item);
            _round.Add(item);
        }

        return null;
    }

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now) => PeekByDequeue(now);

    /// <inheritdoc/>
    public override void Reset(Instant now)
    {
        base.Reset(now);
        foreach (var item in _classes.InListOrder)
        {
            _round.Remove(item);
            item.Leaf.Reset(now);
        }

        _frames = 0;
        _bytes = 0;
    }

    /// <inheritdoc/>
    public override void Destroy(Instant now)
    {
        Reset(now);
        _filters.Clear();
        foreach (var item in _classes.InListOrder) item.Leaf.Destroy(now);
    }

    /// <inheritdoc/>
    public bool HasClass(uint minor) => _classes.Find(minor) is not null;

    /// <inheritdoc/>
    public Qdisc Leaf(uint minor) => _classes.Find(minor)!.Leaf;

    /// <summary>Puts a discipline into a class; null brings back a plain queue.</summary>
    public Qdisc Graft(uint minor, Qdisc? child, Instant now)
    {
        var item = _classes.Find(minor)!;
        var old = item.Leaf;
        item.Leaf = child ?? this.NewLeaf(item.ClassId, now, listed: false);
        return old;
    }

    /// <inheritdoc/>
    public TcfBlock? FiltersOf(uint minor) =>
        minor == 0 ? _filters : throw new RtnlException(Errno.EINVAL, "DRR classid must be zero.");

    /// <inheritdoc/>
    public string? ChangeClass(uint classId, uint parent, ClassOptions? options, Instant now)
    {
        if (options is null) throw new RtnlException(Errno.EINVAL, "DRR options are required for this operation.");
        if (options is not DrrClassOptions drr) throw new RtnlException(Errno.EINVAL);
        if (drr.Quantum == 0) throw new RtnlException(Errno.EINVAL, "Specified DRR quantum cannot be zero.");
        if (classId == 0 || TcHandle.Major(classId) != Handle) throw new RtnlException(Errno.EINVAL);
        if (_classes.Find(TcHandle.Minor(classId)) is { } item)
        {
            item.Quantum = drr.Quantum ?? item.Quantum;
            return null;
        }

        var quantum = drr.Quantum ?? (uint)(Device!.Mtu + (Device.HasMacHeader ? EthernetHeader.Size : 0));
        _classes.Add(new DrrClass(classId) { Leaf = this.NewLeaf(classId, now), Quantum = quantum });
        _classes.Grow();
        return null;
    }

    /// <inheritdoc/>
    public void DeleteClass(uint minor, Instant now)
    {
        var item = _classes.Find(minor)!;
        if (_filters.Names(item.ClassId))
            throw Device!.Namespace.Kernel.ExplainsClassRefusals ? new RtnlException(Errno.EBUSY, "DRR class is in use.") : new RtnlException(Errno.EBUSY);
        item.Leaf.PurgeQueue(now);
        _round.Remove(item);
        _classes.Remove(item);
        item.Leaf.Destroy(now);
    }

    /// <inheritdoc/>
    public void PrintClassOptions(uint minor, ShowWriter writer, bool details) => writer.Plain($"quantum {Units.FormatSize(_classes.Find(minor)!.Quantum)} ");

    /// <inheritdoc/>
    public TcClassCounters? ClassCounters(uint minor)
    {
        var item = _classes.Find(minor)!;
        var leaf = item.Leaf.TotalStats;
        return new TcClassCounters(leaf with { Bytes = item.Stats.Bytes, Packets = item.Stats.Packets }, item.Leaf.QLen, item.Leaf.Backlog);
    }

    /// <inheritdoc/>
    public void PrintClassStatistics(uint minor, ShowWriter writer)
    {
        var item = _classes.Find(minor)!;
        writer.Plain($" deficit {Units.FormatSize(item.Leaf.QLen > 0 ? item.Deficit : 0)} \n");
    }

    /// <inheritdoc/>
    protected internal override void OnChildShrank(Qdisc child, int packets, long bytes)
    {
        base.OnChildShrank(child, packets, bytes);
        if (child.QLen == 0 && _classes.Find(TcHandle.Minor(child.Parent)) is { } item) _round.Remove(item);
        _frames -= packets;
        _bytes -= bytes;
    }

    private SkBuff? Take(DrrClass item, Instant now)
    {
        if (DequeuePeeked(item.Leaf, now) is not { } skb) return null;
        if (item.Leaf.QLen == 0) _round.Remove(item);
        item.Stats.Bytes += skb.QdiscPktLen;
        item.Stats.Packets += skb.Segments;
        CountSent(skb);
        _frames--;
        _bytes -= skb.QdiscPktLen;
        return skb;
    }

    private DrrClass? Classify(SkBuff skb, out XmitResult refusal)
    {
        refusal = XmitResult.Success;
        if (TcHandle.Major(skb.Priority) == Handle && _classes.Find(TcHandle.Minor(skb.Priority)) is { } named) return named;
        var classId = this.RunFilters(_filters, skb, out refusal);
        if (refusal != XmitResult.Success) return null;
        if (classId != QdiscFilters.NoMatch && TcHandle.Major(classId) == Handle && _classes.Find(TcHandle.Minor(classId)) is { } item) return item;
        Drop(skb, DropReason.TcVerdict);
        refusal = XmitResult.Lost;
        return null;
    }
}
