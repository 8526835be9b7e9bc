namespace ActorNet.Core.Frames;

/// <summary>First-in first-out list of frames, linked through the frames themselves (<c>sk_buff_head</c>): no memory of its own. Owns what it holds.</summary>
public sealed class SkBuffQueue
{
    private SkBuff? _head;
    private SkBuff? _tail;

    /// <summary>Frames held.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes held, as qdiscs account them (<see cref="SkBuff.QdiscPktLen"/> at the time of entry).</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether nothing is held.</summary>
    public bool IsEmpty => _head is null;

    /// <summary>The oldest frame, still owned by the list; null when empty.</summary>
    public SkBuff? Peek() => _head;

    /// <summary>Appends; the list owns the frame.</summary>
    public void Enqueue(SkBuff skb)
    {
        skb.Next = null;
        if (_tail is null) _head = skb;
        else _tail.Next = skb;
        _tail = skb;
        Count++;
        Bytes += skb.QdiscPktLen;
    }

    /// <summary>Puts a frame in front of all others; the list owns it.</summary>
    public void Requeue(SkBuff skb)
    {
        skb.Next = _head;
        _head = skb;
        _tail ??= skb;
        Count++;
        Bytes += skb.QdiscPktLen;
    }

    /// <summary>Takes the oldest frame out; the caller owns it. Null when empty.</summary>
    public SkBuff? Dequeue()
    {
        var skb = _head;
        if (skb is null) return null;
        _head = skb.Next;
        if (_head is null) _tail = null;
        skb.Next = null;
        Count--;
        Bytes -= skb.QdiscPktLen;
        return skb;
    }

    /// <summary>Moves everything of <paramref name="other"/> to the tail of this list in one step (<c>skb_queue_splice_tail_init</c>).</summary>
    public void Splice(SkBuffQueue other)
    {
        if (other._head is null) return;
        if (_tail is null) _head = other._head;
        else _tail.Next = other._head;
        _tail = other._tail;
        Count += other.Count;
        Bytes += other.Bytes;
        other._head = other._tail = null;
        other.Count = 0;
        other.Bytes = 0;
    }

    /// <summary>Frees everything held.</summary>
    public void Purge(DropReason reason)
    {
        while (Dequeue() is { } skb) skb.Free(reason);
    }
}
