using System.Runtime.CompilerServices;

namespace ActorNet.Engine.Loops;

/// <summary>
/// A growing ring of envelopes, owned by one thread. Growth is the caller's decision, because the limit is; once grown it stays, so that a
/// steady load allocates nothing.
/// </summary>
internal struct MailboxRing
{
    private const int FirstCapacity = 8;

    private Envelope[] _slots;
    private int _head;
    private int _count;

    /// <summary>Messages that fit now: the slots, or the owner's limit if that is less.</summary>
    private int _room;

    internal static MailboxRing Empty => new() { _slots = [] };

    internal readonly int Count => _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAdd(object message, IActorRef? sender)
    {
        var slots = _slots;
        var count = _count;
        if (count >= _room) return false;
        slots[(_head + count) & (slots.Length - 1)] = new Envelope(message, sender);
        _count = count + 1;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryTake(out object message, out IActorRef? sender)
    {
        if (_count == 0)
        {
            message = null!;
            sender = null;
            return false;
        }
        ref var slot = ref _slots[_head & (_slots.Length - 1)];
        message = slot.Message;
        sender = slot.SenderOrNull;
        slot = default;
        _head = (_head + 1) & (_slots.Length - 1);
        _count--;
        return true;
    }

    /// <summary>Makes room for at least one more message, up to a limit.</summary>
    /// <returns>False when the limit is reached.</returns>
    internal bool TryGrow(int limit)
    {
        if (_count >= limit) return false;
        if (_count == _slots.Length) Enlarge();
        _room = Math.Min(_slots.Length, limit);
        return true;
    }

    /// <summary>Adds without regard to any limit.</summary>
    internal void AddAlways(object message, IActorRef? sender)
    {
        if (_count == _slots.Length) Enlarge();
        _slots[(_head + _count++) & (_slots.Length - 1)] = new Envelope(message, sender);
    }

    /// <summary>Puts an envelope before all others, without regard to any limit.</summary>
    internal void AddFirst(Envelope envelope)
    {
        if (_count == _slots.Length) Enlarge();
        _head = (_head - 1) & (_slots.Length - 1);
        _slots[_head] = envelope;
        _count++;
    }

    private void Enlarge()
    {
        var larger = new Envelope[Math.Max(FirstCapacity, _slots.Length * 2)];
        for (var i = 0; i < _count; i++) larger[i] = _slots[(_head + i) & (_slots.Length - 1)];
        _slots = larger;
        _head = 0;
    }
}
