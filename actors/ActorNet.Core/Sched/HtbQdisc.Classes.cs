using ActorNet.Core.Iproute2;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Sched;

/// <content>Its classes (<c>htb_change_class</c>, <c>htb_delete</c>, <c>htb_graft</c>; rule HTB-09).</content>
public sealed partial class HtbQdisc
{
    private const int SmallestQuantum = 1000;
    private const int LargestQuantum = 200_000;

    /// <inheritdoc/>
    public IEnumerable<TcClassInfo> Classes => _classes.InListOrder.Select(c => new TcClassInfo(c.ClassId, c.Parent?.ClassId ?? TcHandle.Root, c.Leaf, HasStatistics: true));

    /// <inheritdoc/>
    public bool HasClass(uint minor) => _classes.Find(minor) is not null;

    /// <summary>The discipline inside a leaf; the noop one for an inner class.</summary>
    public Qdisc Leaf(uint minor) => _classes.Find(minor)!.Leaf;

    /// <inheritdoc/>
    public TcfBlock? FiltersOf(uint minor) => minor == 0 ? _filters : _classes.Find(minor)?.Block;

    /// <summary>Puts a discipline into a leaf; null brings back a plain queue of the device's queue length.</summary>
    /// <exception cref="RtnlException">EINVAL: it is an inner class.</exception>
    public Qdisc Graft(uint minor, Qdisc? child, Instant now)
    {
        var item = _classes.Find(minor)!;
        if (item.Level > 0) throw new RtnlException(Errno.EINVAL);
        var old = item.Leaf;
        item.Leaf = child ?? this.NewLeaf(item.ClassId, now, listed: false);
        return old;
    }

    /// <inheritdoc/>
    public string? ChangeClass(uint classId, uint parent, ClassOptions? options, Instant now)
    {
        if (options is not HtbClassOptions { Rate: > 0, Ceil: > 0 } htb) throw new RtnlException(Errno.EINVAL);
        var item = FindById(classId) ?? AddClass(classId, parent == TcHandle.Root ? null : FindById(parent), htb, now);
        item.Rate = new PschedRate(htb.Rate, htb.Overhead, htb.Mpu, htb.Atm);
        item.Ceil = new PschedRate(htb.Ceil, htb.Overhead, htb.Mpu, htb.Atm);
        item.Buffer = PschedTicks.ToNanoseconds(htb.BurstTicks);
        item.CeilBuffer = PschedTicks.ToNanoseconds(htb.CeilBurstTicks);
        _classes.Grow();
        return item.Level == 0 ? SetTurn(item, htb) : null;
    }

    /// <inheritdoc/>
    public void DeleteClass(uint minor, Instant now)
    {
        var item = _classes.Find(minor)!;
        if (item.Children > 0 || IsNamedByFilter(item))
        {
            item.InnerFiltersUnbound = true;
            throw Device!.Namespace.Kernel.ExplainsClassRefusals ? new RtnlException(Errno.EBUSY, "HTB class in use.") : new RtnlException(Errno.EBUSY);
        }

        item.Leaf.PurgeQueue(now);
        _classes.Remove(item);
        _scheduler.Deactivate(item);
        _scheduler.Forgive(item);
        if (item.Parent is { } parent && --parent.Children == 0) MakeLeaf(parent, now);
        item.Leaf.Destroy(now);
        item.Block.Clear();
    }

    /// <inheritdoc/>
    public void PrintClassOptions(uint minor, ShowWriter writer, bool details)
    {
        var item = _classes.Find(minor)!;
        if (item.Level == 0)
        {
            writer.Plain(FormattableString.Invariant($"prio {item.Priority} "));
            if (details) writer.Plain(FormattableString.Invariant($"quantum {item.Quantum} "));
        }

        HtbClassPrinter.PrintRates(item, writer, details);
    }

    /// <inheritdoc/>
    public TcClassCounters? ClassCounters(uint minor)
    {
        var item = _classes.Find(minor)!;
        return new TcClassCounters(item.Stats, item.Leaf.QLen, item.Leaf.Backlog);
    }

    /// <inheritdoc/>
    public void PrintClassStatistics(uint minor, ShowWriter writer)
    {
        var item = _classes.Find(minor)!;
        writer.Plain(FormattableString.Invariant($" lended: {item.Lends} borrowed: {item.Borrows} giants: 0\n"));
        writer.Plain(FormattableString.Invariant($" tokens: {PschedTicks.FromDebt(item.Tokens)} ctokens: {PschedTicks.FromDebt(item.CeilTokens)}\n\n"));
    }

    private HtbClass AddClass(uint classId, HtbClass? parent, HtbClassOptions options, Instant now)
    {
        if (classId == 0 || TcHandle.Major(classId) != Handle) throw new RtnlException(Errno.EINVAL);
        if (parent?.Parent is { Level: < 2 })
        {
            throw Device!.Namespace.Kernel.ExplainsClassRefusals ? new RtnlException(Errno.EINVAL, "sch_htb: tree is too deep.") : new RtnlException(Errno.EINVAL);
        }

        if (parent is { Level: 0 }) MakeInner(parent, now);
        var item = new HtbClass(classId, parent, new TcfBlock(this, _tables))
        {
            Leaf = this.NewLeaf(classId, now),
            Tokens = PschedTicks.ToNanoseconds(options.BurstTicks),
            CeilTokens = PschedTicks.ToNanoseconds(options.CeilBurstTicks),
            Checkpoint = now,
        };
        _classes.Add(item);
        if (parent is not null) parent.Children++;
        return item;
    }

    /// <summary>A leaf gets its first child: what it holds is dropped, and with its discipline it loses its debts' due date.</summary>
    private void MakeInner(HtbClass item, Instant now)
    {
        item.Leaf.PurgeQueue(now);
        _scheduler.Deactivate(item);
        _scheduler.Forgive(item);
        item.Level = (item.Parent?.Level ?? HtbClass.Depth) - 1;
        item.ForgetTurns();
        var leaf = item.Leaf;
        item.Leaf = NoopQdisc.Instance;
        leaf.Destroy(now);
    }

    /// <summary>An inner class lost its last child: it becomes a leaf with full buckets.</summary>
    private void MakeLeaf(HtbClass item, Instant now)
    {
        _scheduler.Forgive(item);
        item.Level = 0;
        item.ForgetTurns();
        item.Leaf = this.NewLeaf(item.ClassId, now, listed: false);
        item.Tokens = item.Buffer;
        item.CeilTokens = item.CeilBuffer;
        item.Checkpoint = now;
    }

    private string? SetTurn(HtbClass item, HtbClassOptions options)
    {
        item.Priority = (int)Math.Min(options.Priority, HtbClass.Priorities - 1);
        var quantum = options.Rate / Math.Max(_options.RateToQuantum, 1);
        item.Quantum = options.Quantum > 0 ? (int)options.Quantum : (int)Math.Clamp(quantum, SmallestQuantum, LargestQuantum);
        if (options.Quantum > 0 || quantum is >= SmallestQuantum and <= LargestQuantum || !Device!.Namespace.Kernel.ExplainsClassRefusals) return null;
        return FormattableString.Invariant($"sch_htb: quantum of class {item.ClassId:X} is {(quantum < SmallestQuantum ? "small" : "big")}. Consider r2q change.");
    }

    private bool IsNamedByFilter(HtbClass item) =>
        _filters.Names(item.ClassId) || (!item.InnerFiltersUnbound && _classes.InListOrder.Any(c => c.Block.Names(item.ClassId)));
}
