using System.Numerics;

namespace ActorNet.Core.Sched;

/// <summary>
/// Which class of a hierarchical token bucket sends next (<c>net/sched/sch_htb.c</c>; rules HTB-04 to HTB-08). Classes within their rate stand in the rows of their
/// level and priority; classes that borrow feed on their parent, which stands in a row itself or feeds on its own parent; classes that owe wait.
/// </summary>
internal sealed class HtbScheduler
{
    private readonly ClassTable<HtbClass> _classes;
    private readonly HtbFeed?[] _rows = new HtbFeed[HtbClass.Depth * HtbClass.Priorities];
    private readonly uint[] _rowMasks = new uint[HtbClass.Depth];
    private readonly HtbWaitQueue[] _waiting = [.. Enumerable.Range(0, HtbClass.Depth).Select(static _ => new HtbWaitQueue())];
    private readonly HtbFeed[] _path = new HtbFeed[HtbClass.Depth];

    /// <summary>For the classes of a discipline, by minor.</summary>
    public HtbScheduler(ClassTable<HtbClass> classes) => _classes = classes;

    /// <summary>How often a class went over its ceiling.</summary>
    public long Overlimits { get; private set; }

    /// <summary>Priorities, a bit each, that have a class in a row of that level.</summary>
    public uint RowMask(int level) => _rowMasks[level];

    /// <summary>When the first class that waits at a level is due; never when none waits.</summary>
    public Instant FirstDue(int level) => _waiting[level].First?.Due ?? Instant.Never;

    /// <summary>A leaf has frames.</summary>
    public void Activate(HtbClass leaf)
    {
        if (leaf.Active != 0) return;
        leaf.Active = 1U << leaf.Priority;
        Join(leaf);
    }

    /// <summary>A leaf has no frames any more, or is to be left alone.</summary>
    public void Deactivate(HtbClass leaf)
    {
        if (leaf.Active == 0) return;
        Leave(leaf);
        leaf.Active = 0;
    }

    /// <summary>Takes a class out of the wait queue, whatever it owes; used before its place in the tree changes.</summary>
    public void Forgive(HtbClass item)
    {
        if (item.Mode != HtbMode.CanSend) _waiting[item.Level].Remove(item);
        item.Mode = HtbMode.CanSend;
    }

    /// <summary>Looks at the classes of a level again whose time has come.</summary>
    public void RunEvents(int level, Instant now)
    {
        var waiting = _waiting[level];
        while (waiting.First is { } item && item.Due <= now)
        {
            waiting.Remove(item);
            ChangeMode(item, Math.Min(now.Since(item.Checkpoint), HtbClass.LongestDebt), out var missing);
            if (item.Mode != HtbMode.CanSend) Wait(item, missing, now);
        }
    }

    /// <summary>The leaf whose turn it is at a level and priority; null when the row is empty.</summary>
    public HtbClass? Lookup(int level, int priority)
    {
        var row = Row(level, priority);
        if (row.IsEmpty) return null;
        var depth = 0;
        _path[0] = row;
        while (true)
        {
            var minor = _path[depth].TakeTurn();
            if (minor == MinorSet.None)
            {
                // One round is over: the parent's turn ends with it.
                if (depth > 0) _path[--depth].Advance();
                continue;
            }

            var item = _classes.Find((uint)minor)!;
            if (item.Level == 0) return item;
            _path[++depth] = item.Feed(priority);
        }
    }

    /// <summary>Ends the turn of a leaf that sends at that level.</summary>
    public void PassTurn(HtbClass leaf, int level, int priority)
    {
        if (level == 0) Row(0, priority).Advance();
        else leaf.Parent!.Feed(priority).Advance();
    }

    /// <summary>A leaf sent a frame with the tokens of a class at <paramref name="level"/>: everybody from the leaf to the root pays (rule HTB-05).</summary>
    public void Charge(HtbClass leaf, int level, int length, int segments, Instant now)
    {
        for (var item = leaf; item is not null; item = item.Parent)
        {
            var passed = Math.Min(now.Since(item.Checkpoint), HtbClass.LongestDebt);
            if (item.Level >= level)
            {
                if (item.Level == level) item.Lends++;
                item.PayRate((uint)length, passed);
            }
            else
            {
                item.Borrows++;
                item.Tokens += passed;
            }

            item.PayCeil((uint)length, passed);
            item.Checkpoint = now;
            Reconsider(item, now);
            if (item.Level == 0) continue;
            item.Stats.Bytes += length;
            item.Stats.Packets += segments;
        }
    }

    /// <summary>Forgets who stands where; the classes' own states are the caller's business.</summary>
    public void Clear()
    {
        foreach (var row in _rows) row?.Clear();
        foreach (var waiting in _waiting) waiting.Clear();
        Array.Clear(_rowMasks);
    }

    private void Reconsider(HtbClass item, Instant now)
    {
        var before = item.Mode;
        ChangeMode(item, 0, out var missing);
        if (item.Mode == before) return;
        if (before != HtbMode.CanSend) _waiting[item.Level].Remove(item);
        if (item.Mode != HtbMode.CanSend) Wait(item, missing, now);
    }

    private void ChangeMode(HtbClass item, long passed, out long missing)
    {
        var mode = item.ModeAfter(passed, out missing);
        if (mode == item.Mode) return;
        if (mode == HtbMode.CantSend)
        {
            item.Stats.Overlimits++;
            Overlimits++;
        }

        if (item.Active != 0 && item.Mode != HtbMode.CantSend) Leave(item);
        item.Mode = mode;
        if (item.Active != 0 && mode != HtbMode.CantSend) Join(item);
    }

    private void Wait(HtbClass item, long missing, Instant now) => _waiting[item.Level].Add(item, now.Plus(Math.Max(missing, 1)));

    /// <summary>Puts an active class where its mode wants it, and with it the ancestors that were idle and must borrow themselves (<c>htb_activate_prios</c>).</summary>
    private void Join(HtbClass item)
    {
        var mask = item.Active;
        while (item is { Mode: HtbMode.MayBorrow, Parent: { } parent } && mask != 0)
        {
            var news = mask;
            for (var rest = mask; rest != 0; rest &= rest - 1)
            {
                var priority = BitOperations.TrailingZeroCount(rest);
                var feed = parent.Feed(priority);
                if (!feed.IsEmpty) news &= ~(1U << priority);
                feed.Add(item);
            }

            mask = news;
            parent.Active |= mask;
            item = parent;
        }

        if (item.Mode == HtbMode.CanSend && mask != 0) JoinRow(item, mask);
    }

    /// <summary>Takes an active class from its place, and with it the ancestors that nobody else feeds on (<c>htb_deactivate_prios</c>).</summary>
    private void Leave(HtbClass item)
    {
        var mask = item.Active;
        while (item is { Mode: HtbMode.MayBorrow, Parent: { } parent } && mask != 0)
        {
            var emptied = 0U;
            for (var rest = mask; rest != 0; rest &= rest - 1)
            {
                var priority = BitOperations.TrailingZeroCount(rest);
                var feed = parent.Feed(priority);
                feed.RemoveFromParent(item);
                if (feed.IsEmpty) emptied |= 1U << priority;
            }

            mask = emptied;
            parent.Active &= ~mask;
            item = parent;
        }

        if (item.Mode == HtbMode.CanSend && mask != 0) LeaveRow(item, mask);
    }

    private void JoinRow(HtbClass item, uint mask)
    {
        _rowMasks[item.Level] |= mask;
        for (; mask != 0; mask &= mask - 1) Row(item.Level, BitOperations.TrailingZeroCount(mask)).Add(item);
    }

    private void LeaveRow(HtbClass item, uint mask)
    {
        for (; mask != 0; mask &= mask - 1)
        {
            var priority = BitOperations.TrailingZeroCount(mask);
            var row = Row(item.Level, priority);
            row.RemoveFromRow(item);
            if (row.IsEmpty) _rowMasks[item.Level] &= ~(1U << priority);
        }
    }

    private HtbFeed Row(int level, int priority) => _rows[(level * HtbClass.Priorities) + priority] ??= new HtbFeed();
}
