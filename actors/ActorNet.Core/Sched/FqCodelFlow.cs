using ActorNet.Core.Frames;

namespace ActorNet.Core.Sched;

/// <summary>A flow of fq_codel: its frames, linked through themselves, its turn, and what CoDel remembers of it.</summary>
internal struct FqCodelFlow
{
    /// <summary>The oldest frame; null when there is none.</summary>
    public SkBuff? Head;

    /// <summary>The latest frame; meaningless without <see cref="Head"/>.</summary>
    public SkBuff? Tail;

    /// <summary>Bytes that it may still send in this turn.</summary>
    public int Deficit;

    /// <summary>The flow behind it in the round, or -1.</summary>
    public int Next;

    /// <summary>Whether it stands in one of the two rounds.</summary>
    public bool IsListed;

    /// <summary>What CoDel remembers.</summary>
    public CodelVars Vars;

    /// <summary>Takes a frame over.</summary>
    public void Add(SkBuff skb)
    {
        skb.Next = null;
        if (Head is null) Head = skb;
        else Tail!.Next = skb;
        Tail = skb;
    }

    /// <summary>Takes the oldest frame out; null when there is none.</summary>
    public SkBuff? TakeHead()
    {
        if (Head is not { } skb) return null;
        Head = skb.Next;
        skb.Next = null;
        return skb;
    }

    /// <summary>Frames held, counted one by one.</summary>
    public readonly int CountFrames()
    {
        var count = 0;
        for (var skb = Head; skb is not null; skb = skb.Next) count++;
        return count;
    }
}

/// <summary>Flows in the order of their turns, linked through a table of flows by their numbers.</summary>
internal struct FqCodelRound
{
    private int _last;

    /// <summary>Whose turn it is; -1 when nobody is there.</summary>
    public int First { get; private set; }

    /// <summary>Flows in it.</summary>
    public int Count { get; private set; }

    /// <summary>Makes it empty; the flows do not learn of it.</summary>
    public void Clear()
    {
        First = _last = -1;
        Count = 0;
    }

    /// <summary>A flow comes in at the end.</summary>
    public void Add(FqCodelFlow[] flows, int flow)
    {
        flows[flow].Next = -1;
        flows[flow].IsListed = true;
        if (First < 0) First = flow;
        else flows[_last].Next = flow;
        _last = flow;
        Count++;
    }

    /// <summary>The first flow leaves.</summary>
    public void RemoveFirst(FqCodelFlow[] flows)
    {
        ref var flow = ref flows[First];
        flow.IsListed = false;
        First = flow.Next;
        Count--;
    }
}
