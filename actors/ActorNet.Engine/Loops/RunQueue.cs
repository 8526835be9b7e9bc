using System.Runtime.CompilerServices;
using ActorNet.Engine.Cell;

namespace ActorNet.Engine.Loops;

/// <summary>The actors of a loop that have something to do, first come first served. Holds each actor at most once, so it is bounded by their number.</summary>
internal struct RunQueue
{
    private ActorCell?[] _slots;
    private int _head;
    private int _count;

    internal static RunQueue Create() => new() { _slots = new ActorCell?[64] };

    internal readonly int Count => _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(ActorCell cell)
    {
        if (_count == _slots.Length) Grow();
        _slots[(_head + _count) & (_slots.Length - 1)] = cell;
        _count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ActorCell Take()
    {
        ref var slot = ref _slots[_head & (_slots.Length - 1)];
        var cell = slot!;
        slot = null;
        _head = (_head + 1) & (_slots.Length - 1);
        _count--;
        return cell;
    }

    /// <summary>Brings the n-th waiting actor to the front; the one at the front takes its place.</summary>
    internal readonly void Promote(int n)
    {
        var mask = _slots.Length - 1;
        (_slots[_head], _slots[(_head + n) & mask]) = (_slots[(_head + n) & mask], _slots[_head]);
    }

    internal readonly ActorCell Peek(int n) => _slots[(_head + n) & (_slots.Length - 1)]!;

    private void Grow()
    {
        var larger = new ActorCell?[_slots.Length * 2];
        for (var i = 0; i < _count; i++) larger[i] = _slots[(_head + i) & (_slots.Length - 1)];
        _slots = larger;
        _head = 0;
    }
}
