using ActorNet.Core.Tc;

namespace ActorNet.Core.Sched;

/// <summary>What a class may do now (<c>enum htb_cmode</c>, rule HTB-04).</summary>
internal enum HtbMode : byte
{
    /// <summary>It is over its ceiling.</summary>
    CantSend,

    /// <summary>It is over its rate but not over its ceiling: an ancestor may lend.</summary>
    MayBorrow,

    /// <summary>It is within its rate.</summary>
    CanSend,
}

/// <summary>A class of a hierarchical token bucket (<c>struct htb_class</c>): two buckets, its place in the tree, its counters. Tokens are nanoseconds of its link.</summary>
internal sealed class HtbClass : IClassEntry
{
    /// <summary>Levels of the tree: leaves are level 0, the root-most inner classes level 7.</summary>
    public const int Depth = 8;

    /// <summary>Priorities of leaves.</summary>
    public const int Priorities = 8;

    /// <summary>Longest time that tokens are gathered or owed for.</summary>
    public const long LongestDebt = 60_000_000_000;

    private readonly HtbFeed?[] _feeds = new HtbFeed[Priorities];

    public HtbClass(uint classId, HtbClass? parent, TcfBlock block)
    {
        ClassId = classId;
        Parent = parent;
        Block = block;
    }

    /// <summary>Sent, dropped, overlimits as <c>tc -s class show</c> prints them.</summary>
    public QdiscStats Stats;

    /// <summary>Handle.</summary>
    public uint ClassId { get; }

    /// <summary>Low half of the handle.</summary>
    public int Minor => (int)TcHandle.Minor(ClassId);

    /// <summary>Null when it hangs under the discipline itself.</summary>
    public HtbClass? Parent { get; }

    /// <summary>Filters that are asked when a frame was classified to this class while it is an inner one.</summary>
    public TcfBlock Block { get; }

    /// <summary>0 for a leaf; otherwise how far from the bottom an inner class counts.</summary>
    public int Level { get; set; }

    /// <summary>Classes right below.</summary>
    public int Children { get; set; }

    /// <summary>What holds the frames of a leaf; the noop one in an inner class.</summary>
    public Qdisc Leaf { get; set; } = NoopQdisc.Instance;

    /// <summary>Priority of a leaf, 0 first.</summary>
    public int Priority { get; set; }

    /// <summary>Bytes of its turn.</summary>
    public int Quantum { get; set; }

    /// <summary>What is its own.</summary>
    public PschedRate Rate { get; set; }

    /// <summary>What it may reach by borrowing.</summary>
    public PschedRate Ceil { get; set; }

    /// <summary>Bucket of the rate.</summary>
    public long Buffer { get; set; }

    /// <summary>Bucket of the ceiling.</summary>
    public long CeilBuffer { get; set; }

    /// <summary>Tokens of the rate; negative while it owes.</summary>
    public long Tokens { get; set; }

    /// <summary>Tokens of the ceiling.</summary>
    public long CeilTokens { get; set; }

    /// <summary>When the tokens were counted last.</summary>
    public Instant Checkpoint { get; set; }

    /// <summary>What it may do, as of the last look at its tokens.</summary>
    public HtbMode Mode { get; set; } = HtbMode.CanSend;

    /// <summary>Priorities, a bit each, in which it or a class below wants to send; 0 is idle.</summary>
    public uint Active { get; set; }

    /// <summary>Bytes left of a leaf's turn, by the level that it sends at.</summary>
    public int[] Deficits { get; } = new int[Depth];

    /// <summary>Frames sent with its own tokens, or lent to a class below.</summary>
    public uint Lends { get; set; }

    /// <summary>Frames sent with an ancestor's tokens.</summary>
    public uint Borrows { get; set; }

    /// <summary>When it is looked at again; meaningful while it waits.</summary>
    public Instant Due { get; set; }

    /// <summary>Its turn among those due at the same time.</summary>
    public long WaitOrder { get; set; }

    /// <summary>Its place in the wait queue of its level; -1 while it does not wait.</summary>
    public int WaitPlace { get; set; } = -1;

    /// <summary>A refused deletion unbound the filters of inner classes from it, as on Linux; they no longer protect it.</summary>
    public bool InnerFiltersUnbound { get; set; }

    /// <summary>The children of a priority that want to borrow from it.</summary>
    public HtbFeed Feed(int priority) => _feeds[priority] ??= new HtbFeed();

    /// <summary>Begins a new life as leaf or inner class: no turns, no children that borrow.</summary>
    public void ForgetTurns()
    {
        Array.Clear(Deficits);
        foreach (var feed in _feeds) feed?.Clear();
    }

    /// <summary>Takes a frame out of the rate's bucket, after filling it for the time passed.</summary>
    public void PayRate(uint length, long passed) => Tokens = Pay(Tokens + passed, Buffer, Rate.Nanoseconds(length));

    /// <summary>Takes a frame out of the ceiling's bucket, after filling it for the time passed.</summary>
    public void PayCeil(uint length, long passed) => CeilTokens = Pay(CeilTokens + passed, CeilBuffer, Ceil.Nanoseconds(length));

    /// <summary>The mode that its tokens allow after some more time, and how long until the next better one.</summary>
    public HtbMode ModeAfter(long passed, out long missing)
    {
        missing = -(CeilTokens + passed);
        if (missing > 0) return HtbMode.CantSend;
        missing = -(Tokens + passed);
        return missing > 0 ? HtbMode.MayBorrow : HtbMode.CanSend;
    }

    private static long Pay(long tokens, long bucket, long price)
    {
        tokens = Math.Min(tokens, bucket) - price;
        return tokens <= -LongestDebt ? 1 - LongestDebt : tokens;
    }
}
