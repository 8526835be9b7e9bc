using System.Runtime.InteropServices;

namespace ActorNet.Engine.Loops;

/// <summary>
/// A bounded ring of many writers and one reader after Dmitry Vyukov's bounded queue: each slot carries the ticket it waits for. A writer takes
/// a ticket by compare-and-swap, fills the slot and publishes it by the ticket plus one; the reader frees it for the next round.
/// </summary>
internal sealed class InboxSegment
{
    /// <summary>Added to the write ticket to close the ring: from then on no slot matches a writer's ticket.</summary>
    private const long Closed = 1L << 62;

    private readonly Slot[] _slots;
    private readonly int _mask;
    private Tickets _tickets;
    private InboxSegment? _next;

    internal InboxSegment(int capacity)
    {
        _slots = new Slot[capacity];
        _mask = capacity - 1;
        for (var i = 0; i < capacity; i++) _slots[i].Ticket = i;
    }

    internal int Capacity => _slots.Length;

    internal InboxSegment? Next => Volatile.Read(ref _next);

    /// <summary>Reader only.</summary>
    internal bool IsEmpty => Volatile.Read(ref _slots[(int)_tickets.Read & _mask].Ticket) != _tickets.Read + 1;

    /// <summary>Reader only: closed, and nothing is left, not even a slot that a writer has taken and not yet published.</summary>
    internal bool IsExhausted => Volatile.Read(ref _tickets.Write) == _tickets.Read + Closed;

    internal bool TryAdd(in InboxItem item)
    {
        while (true)
        {
            var ticket = Volatile.Read(ref _tickets.Write);
            ref var slot = ref _slots[(int)ticket & _mask];
            var lag = Volatile.Read(ref slot.Ticket) - ticket;
            if (lag < 0) return false;
            if (lag > 0 || Interlocked.CompareExchange(ref _tickets.Write, ticket + 1, ticket) != ticket) continue;
            slot.Item = item;
            Volatile.Write(ref slot.Ticket, ticket + 1);
            return true;
        }
    }

    internal bool TryTake(out InboxItem item)
    {
        var ticket = _tickets.Read;
        ref var slot = ref _slots[(int)ticket & _mask];
        if (Volatile.Read(ref slot.Ticket) != ticket + 1)
        {
            item = default;
            return false;
        }
        item = slot.Item;
        slot.Item = default;
        Volatile.Write(ref slot.Ticket, ticket + _slots.Length);
        _tickets.Read = ticket + 1;
        return true;
    }

    /// <summary>Under the growth lock. The successor is set first: who sees the ring exhausted finds it.</summary>
    internal void Close(InboxSegment next)
    {
        Volatile.Write(ref _next, next);
        Interlocked.Add(ref _tickets.Write, Closed);
    }

    private struct Slot
    {
        internal long Ticket;
        internal InboxItem Item;
    }

    /// <summary>On cache lines of their own, else reader and writers slow each other down.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 192)]
    private struct Tickets
    {
        [FieldOffset(64)]
        internal long Write;

        [FieldOffset(128)]
        internal long Read;
    }
}
