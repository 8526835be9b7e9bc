using System.Numerics;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Sched;

/// <summary>
/// Hierarchical token bucket (<c>net/sched/sch_htb.c</c>; rules HTB-01 to HTB-10): a tree of classes with a rate of their own and a ceiling up to which they borrow
/// what their ancestors have left. Frames that belong to no class go out unshaped, before all others.
/// </summary>
public sealed partial class HtbQdisc : Qdisc, IClassEditor, IFilteredQdisc
{
    private readonly ClassTable<HtbClass> _classes = new();
    private readonly HtbScheduler _scheduler;
    private readonly SkBuffQueue _direct = new();
    private readonly U32Tables _tables = new();
    private readonly TcfBlock _filters;
    private HtbOptions _options = new();
    private uint _directLimit;
    private long _directPackets;
    private int _frames;
    private long _bytes;
    private Instant _deadline = Instant.Never;

    /// <summary>A bucket without classes.</summary>
    public HtbQdisc(NetDevice device)
        : base(device)
    {
        _scheduler = new HtbScheduler(_classes);
        _filters = new TcfBlock(this, _tables);
    }

    /// <inheritdoc/>
    public override string Kind => "htb";

    /// <summary>Frames that went, or go, past the classes.</summary>
    public long DirectPackets => _directPackets;

    /// <inheritdoc/>
    public override Instant NextDeadline => _deadline;

    /// <inheritdoc/>
    public override QdiscStats TotalStats => Stats with { Overlimits = _scheduler.Overlimits };

    /// <inheritdoc/>
    protected override int HeldFrames => _frames;

    /// <inheritdoc/>
    protected override long HeldBytes => _bytes;

    /// <inheritdoc/>
    public override void Init(QdiscOptions? options, Instant now)
    {
        if (options is not HtbOptions htb) throw new RtnlException(Errno.EINVAL);
        if (htb.Offload)
        {
            throw new RtnlException(Errno.EOPNOTSUPP, Parent == TcHandle.Root
                ? "hw-tc-offload ethtool feature flag must be on."
                : "HTB must be the root qdisc to use offload.");
        }

        _options = htb;
        _directLimit = htb.DirectLimit ?? (uint)Device!.TxQueueLength;
    }

    /// <inheritdoc/>
    public override XmitResult Enqueue(SkBuff skb, Instant now)
    {
        var length = skb.QdiscPktLen;
        var target = Classify(skb, out var refusal);
        if (refusal != XmitResult.Success) return refusal;
        if (target is null)
        {
            if (_direct.Count >= _directLimit) return Drop(skb);
            _direct.Enqueue(skb);
            _directPackets++;
        }
        else
        {
            var result = target.Leaf.Enqueue(skb, now);
            if (result != XmitResult.Success)
            {
                if (!result.IsLoss()) return result;
                Stats.Drops++;
                target.Stats.Drops++;
                return result;
            }

            _scheduler.Activate(target);
        }

        _frames++;
        _bytes += length;
        return XmitResult.Success;
    }

    /// <inheritdoc/>
    public override SkBuff? Dequeue(Instant now)
    {
        _deadline = Instant.Never;
        if (_frames == 0) return null;
        var skb = _direct.Dequeue() ?? DequeueShaped(now);
        if (skb is null) return null;
        CountSent(skb);
        _frames--;
        _bytes -= skb.QdiscPktLen;
        return skb;
    }

    /// <inheritdoc/>
    public override SkBuff? Peek(Instant now) => PeekByDequeue(now);

    /// <inheritdoc/>
    public override void Reset(Instant now)
    {
        base.Reset(now);
        foreach (var item in _classes.InListOrder)
        {
            item.Leaf.Reset(now);
            item.ForgetTurns();
            item.Active = 0;
            item.Mode = HtbMode.CanSend;
        }

        _scheduler.Clear();
        _direct.Purge(DropReason.QdiscReset);
        _frames = 0;
        _bytes = 0;
        _deadline = Instant.Never;
    }

    /// <inheritdoc/>
    public override void Destroy(Instant now)
    {
        Reset(now);
        _filters.Clear();
        foreach (var item in _classes.InListOrder)
        {
            item.Block.Clear();
            item.Leaf.Destroy(now);
        }
    }

    /// <inheritdoc/>
    public override void PrintOptions(ShowWriter writer, bool details = false)
    {
        writer.Unsigned("r2q", "r2q {0}", Math.Max(_options.RateToQuantum, 1));
        writer.Text("default", " default {0}", _options.Default == 0 ? "0" : FormattableString.Invariant($"0x{_options.Default:x}"));
        writer.Number("direct_packets_stat", " direct_packets_stat {0}", (uint)_directPackets);
        if (details) writer.Text("ver", " ver {0}", "3.17");
        writer.Unsigned("direct_qlen", " direct_qlen {0}", _directLimit);
    }

    /// <summary>Frames of a class were freed below (<c>qlen_notify</c>): an empty class leaves its row.</summary>
    protected internal override void OnChildShrank(Qdisc child, int packets, long bytes)
    {
        base.OnChildShrank(child, packets, bytes);
        if (child.QLen == 0 && _classes.Find(TcHandle.Minor(child.Parent)) is { } item) _scheduler.Deactivate(item);
        _frames -= packets;
        _bytes -= bytes;
    }

    private SkBuff? DequeueShaped(Instant now)
    {
        var next = Instant.Never;
        for (var level = 0; level < HtbClass.Depth; level++)
        {
            _scheduler.RunEvents(level, now);
            if (_scheduler.FirstDue(level) is var due && due < next) next = due;
            for (var rows = _scheduler.RowMask(level); rows != 0; rows &= rows - 1)
            {
                if (DequeueRow(level, BitOperations.TrailingZeroCount(rows), now, ref next) is { } skb) return skb;
            }
        }

        _deadline = next;
        return null;
    }

    /// <summary>The next frame of a row. Leaves that hold frames back on their own are passed over; <paramref name="next"/> learns when they want to be asked again.</summary>
    private SkBuff? DequeueRow(int level, int priority, Instant now, ref Instant next)
    {
        var item = _scheduler.Lookup(level, priority);
        var first = item;
        do
        {
            while (item is not null && item.Leaf.QLen == 0)
            {
                var empty = item;
                _scheduler.Deactivate(empty);
                item = _scheduler.Lookup(level, priority);
                if (ReferenceEquals(empty, first)) first = item;
            }

            if (item is null) return null;
            if (item.Leaf.Dequeue(now) is { } skb)
            {
                Send(item, level, priority, skb, now);
                return skb;
            }

            if (item.Leaf.NextDeadline < next) next = item.Leaf.NextDeadline;
            _scheduler.PassTurn(item, level, priority);
            item = _scheduler.Lookup(level, priority);
        }
        while (!ReferenceEquals(item, first));
        return null;
    }

    private void Send(HtbClass leaf, int level, int priority, SkBuff skb, Instant now)
    {
        leaf.Stats.Bytes += skb.QdiscPktLen;
        leaf.Stats.Packets += skb.Segments;
        leaf.Deficits[level] -= skb.QdiscPktLen;
        if (leaf.Deficits[level] < 0)
        {
            leaf.Deficits[level] += leaf.Quantum;
            _scheduler.PassTurn(leaf, level, priority);
        }

        if (leaf.Leaf.QLen == 0) _scheduler.Deactivate(leaf);
        _scheduler.Charge(leaf, level, skb.QdiscPktLen, skb.Segments, now);
    }

    /// <summary>Finds the leaf for a frame (rule HTB-02); null for the unshaped queue. With a refusal the frame is gone, and counted.</summary>
    private HtbClass? Classify(SkBuff skb, out XmitResult refusal)
    {
        refusal = XmitResult.Success;
        if (skb.Priority == Handle) return null;
        var item = FindById(skb.Priority);
        if (item is { Level: 0 }) return item;
        var filters = item is null ? _filters : item.Block;
        while (filters.HasFilters)
        {
            var classId = this.RunFilters(filters, skb, out refusal);
            if (refusal != XmitResult.Success) return null;
            if (classId == QdiscFilters.NoMatch) break;
            if (classId == Handle) return null;
            item = FindById(classId);
            if (item is null) break;
            if (item.Level == 0) return item;
            filters = item.Block;
        }

        item = _classes.Find(TcHandle.Minor(_options.Default));
        return item is { Level: 0 } ? item : null;
    }

    private HtbClass? FindById(uint classId) => TcHandle.Major(classId) == Handle ? _classes.Find(TcHandle.Minor(classId)) : null;
}
