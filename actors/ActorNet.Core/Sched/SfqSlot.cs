using ActorNet.Core.Frames;

namespace ActorNet.Core.Sched;

/// <summary>A flow of sfq while it has frames: these in a ring, since they leave at both ends, and its place in the round.</summary>
internal struct SfqSlot
{
    private const int FirstRing = 8;

    private SkBuff?[]? _ring;
    private int _first;

    /// <summary>Frames held.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes held.</summary>
    public long Backlog { get; private set; }

    /// <summary>The slot whose turn is next.</summary>
    public int Next { get; set; }

    /// <summary>Its place in the hash table.</summary>
    public int Hash { get; set; }

    /// <summary>Bytes that it may still send in this turn.</summary>
    public int Allot { get; set; }

    /// <summary>The average that random early detection keeps of it.</summary>
    public RedState Red;

    /// <summary>The oldest frame, still held; there must be one.</summary>
    public readonly SkBuff Head => _ring![_first]!;

    /// <summary>Takes a frame over.</summary>
    public void Add(SkBuff skb)
    {
        _ring ??= new SkBuff[FirstRing];
        if (Count == _ring.Length) Grow();
        _ring[(_first + Count) & (_ring.Length - 1)] = skb;
        Count++;
        Backlog += skb.QdiscPktLen;
    }

    /// <summary>Hands over the oldest frame; there must be one.</summary>
    public SkBuff TakeHead()
    {
        var skb = Take(_first);
        _first = (_first + 1) & (_ring!.Length - 1);
        return skb;
    }

    /// <summary>Hands over the latest frame; there must be one.</summary>
    public SkBuff TakeTail() => Take((_first + Count - 1) & (_ring!.Length - 1));

    private SkBuff Take(int at)
    {
        var skb = _ring![at]!;
        _ring[at] = null;
        Count--;
        Backlog -= skb.QdiscPktLen;
        return skb;
    }

    private void Grow()
    {
        var larger = new SkBuff?[_ring!.Length * 2];
        for (var i = 0; i < Count; i++) larger[i] = _ring[(_first + i) & (_ring.Length - 1)];
        _ring = larger;
        _first = 0;
    }
}
