using ActorNet.Engine.Cell;

namespace ActorNet.Engine.Loops;

/// <summary>What another thread hands to a loop: a message for an actor, or (without an actor) an action.</summary>
internal readonly record struct InboxItem(ActorCell? Cell, object Payload, IActorRef? Sender);

/// <summary>
/// The door of a loop for other threads: a queue of many writers and one reader, lock-free but for growth. A chain of rings, each twice as
/// large as the one before; in a steady state one ring is reused and nothing is allocated. The order of each writer is kept.
/// </summary>
internal sealed class Inbox
{
    private const int FirstCapacity = 1024;

    private readonly Lock _growth = new();
    private readonly long _limit;
    private InboxSegment _writeSegment;
    private InboxSegment _readSegment;
    private long _slots = FirstCapacity;

    /// <summary>Empty, with the smallest ring.</summary>
    /// <param name="limit">Slots that user messages may make it grow to, rounded up to a ring's size.</param>
    internal Inbox(int limit)
    {
        _limit = Math.Max(limit, FirstCapacity);
        _writeSegment = _readSegment = new InboxSegment(FirstCapacity);
    }

    /// <summary>The loop's thread only; may miss what is being written this instant. Not empty while a ring is being replaced.</summary>
    internal bool IsEmpty => _readSegment.IsEmpty && _readSegment.Next is null;

    /// <summary>Any thread.</summary>
    /// <param name="item">What to hand over.</param>
    /// <param name="force">Grow beyond the limit, for what keeps the life cycle consistent: such messages are few per actor.</param>
    /// <returns>False when the limit is reached; the caller still owns the payload.</returns>
    internal bool TryAdd(in InboxItem item, bool force)
    {
        while (true)
        {
            var segment = Volatile.Read(ref _writeSegment);
            if (segment.TryAdd(item)) return true;
            if (!TryGrow(segment, force)) return false;
        }
    }

    /// <summary>The loop's thread only.</summary>
    internal bool TryTake(out InboxItem item)
    {
        while (!_readSegment.TryTake(out item))
        {
            // The writers' ticket is looked at only when it matters: reading it takes the cache line away from them.
            if (_readSegment.Next is null || !_readSegment.IsExhausted) return false;
            Interlocked.Add(ref _slots, -_readSegment.Capacity);
            _readSegment = _readSegment.Next!;
        }
        return true;
    }

    private bool TryGrow(InboxSegment full, bool force)
    {
        lock (_growth)
        {
            if (!ReferenceEquals(full, _writeSegment)) return true;
            var capacity = full.Capacity * 2;
            if (Volatile.Read(ref _slots) + capacity > _limit * 2)
            {
                if (!force) return false;
                capacity = FirstCapacity;
            }
            var next = new InboxSegment(capacity);
            Interlocked.Add(ref _slots, capacity);
            full.Close(next);
            Volatile.Write(ref _writeSegment, next);
            return true;
        }
    }
}
