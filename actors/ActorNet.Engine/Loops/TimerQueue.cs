namespace ActorNet.Engine.Loops;

/// <summary>The armed deadlines of a loop: a binary heap by deadline, then by order of arming, or by a throw of a virtual clock's dice. One thread.</summary>
internal sealed class TimerQueue(int limit, VirtualClock? dice)
{
    private DeadlineTimer[] _heap = new DeadlineTimer[16];
    private int _count;
    private long _sequence;

    internal int Count => _count;

    /// <summary>The earliest deadline; only when something is armed.</summary>
    internal long NextDeadline => _heap[0].Deadline;

    internal void Arm(DeadlineTimer timer, long deadline)
    {
        if (timer.HeapIndex == DeadlineTimer.NotQueued) Append(timer);
        timer.Deadline = deadline;
        _sequence++;
        timer.Sequence = dice is null ? _sequence : dice.PickRank(_sequence);
        SiftUp(timer.HeapIndex);
        SiftDown(timer.HeapIndex);
    }

    internal void Disarm(DeadlineTimer timer)
    {
        var hole = timer.HeapIndex;
        timer.HeapIndex = DeadlineTimer.NotQueued;
        var last = _heap[--_count];
        _heap[_count] = null!;
        if (ReferenceEquals(last, timer)) return;
        Place(last, hole);
        SiftUp(hole);
        SiftDown(last.HeapIndex);
    }

    /// <summary>Takes the earliest timer when it is due.</summary>
    internal DeadlineTimer? TakeDue(long now)
    {
        if (_count == 0 || _heap[0].Deadline > now) return null;
        var timer = _heap[0];
        Disarm(timer);
        return timer;
    }

    private void Append(DeadlineTimer timer)
    {
        if (_count >= limit)
        {
            throw new InvalidOperationException(
                $"The loop holds {limit} armed timers, its limit. Disarm some, or raise LoopOptions.TimerLimit.");
        }
        if (_count == _heap.Length) Array.Resize(ref _heap, _count * 2);
        Place(timer, _count++);
    }

    private void SiftUp(int index)
    {
        var timer = _heap[index];
        while (index > 0)
        {
            var parent = (index - 1) / 2;
            if (!IsBefore(timer, _heap[parent])) break;
            Place(_heap[parent], index);
            index = parent;
        }
        Place(timer, index);
    }

    private void SiftDown(int index)
    {
        var timer = _heap[index];
        while (true)
        {
            var child = (2 * index) + 1;
            if (child >= _count) break;
            if (child + 1 < _count && IsBefore(_heap[child + 1], _heap[child])) child++;
            if (!IsBefore(_heap[child], timer)) break;
            Place(_heap[child], index);
            index = child;
        }
        Place(timer, index);
    }

    private void Place(DeadlineTimer timer, int index)
    {
        _heap[index] = timer;
        timer.HeapIndex = index;
    }

    private static bool IsBefore(DeadlineTimer left, DeadlineTimer right) =>
        left.Deadline != right.Deadline ? left.Deadline < right.Deadline : left.Sequence < right.Sequence;
}
