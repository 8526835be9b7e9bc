using ActorNet.Core;

namespace ActorNet.Hosts.Time;

/// <summary>The armed timers of a host: a binary heap by deadline. As large as there are connections, flows, pings and neighbours, all of which are bounded.</summary>
internal sealed class TimerHeap
{
    private StackTimer[] _timers = new StackTimer[16];
    private int _count;
    private long _order;

    /// <summary>The earliest deadline; <see cref="Instant.Never"/> when none is armed.</summary>
    internal Instant Next => _count == 0 ? Instant.Never : _timers[0].Deadline;

    /// <summary>Fires what is due, in order; what they arm for now or before fires too.</summary>
    internal void RunDue(Instant now)
    {
        while (_count > 0 && _timers[0].Deadline <= now)
        {
            var timer = _timers[0];
            Remove(timer);
            timer.Fire(now);
        }
    }

    internal void Add(StackTimer timer)
    {
        if (_count == _timers.Length) Array.Resize(ref _timers, 2 * _count);
        timer.Order = ++_order;
        Place(timer, _count++);
        SiftUp(timer.Index);
    }

    internal void Remove(StackTimer timer)
    {
        if (timer.Index < 0) return;
        var index = timer.Index;
        var last = _timers[--_count];
        _timers[_count] = null!;
        timer.Index = -1;
        if (ReferenceEquals(last, timer)) return;
        Place(last, index);
        SiftUp(index);
        SiftDown(last.Index);
    }

    private static bool IsBefore(StackTimer one, StackTimer other) => one.Deadline == other.Deadline ? one.Order < other.Order : one.Deadline < other.Deadline;

    private void SiftUp(int index)
    {
        while (index > 0 && IsBefore(_timers[index], _timers[(index - 1) / 2]))
        {
            Swap(index, (index - 1) / 2);
            index = (index - 1) / 2;
        }
    }

    private void SiftDown(int index)
    {
        while (true)
        {
            var child = (2 * index) + 1;
            if (child >= _count) return;
            if (child + 1 < _count && IsBefore(_timers[child + 1], _timers[child])) child++;
            if (!IsBefore(_timers[child], _timers[index])) return;
            Swap(index, child);
            index = child;
        }
    }

    private void Swap(int one, int other)
    {
        var timer = _timers[one];
        Place(_timers[other], one);
        Place(timer, other);
    }

    private void Place(StackTimer timer, int index)
    {
        _timers[index] = timer;
        timer.Index = index;
    }
}
