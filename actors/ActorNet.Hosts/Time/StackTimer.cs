using ActorNet.Core;

namespace ActorNet.Hosts.Time;

/// <summary>A deadline of some part of a host; one at a time.</summary>
internal sealed class StackTimer
{
    private readonly TimerHeap _heap;
    private readonly Action<Instant> _due;

    /// <summary>A timer that is not armed.</summary>
    /// <param name="heap">Keeps the order.</param>
    /// <param name="due">Called at the deadline or later; the timer is not armed then and may be armed again.</param>
    internal StackTimer(TimerHeap heap, Action<Instant> due) => (_heap, _due) = (heap, due);

    internal Instant Deadline { get; private set; }

    /// <summary>Place in the heap; -1 while it is not armed. The heap's business.</summary>
    internal int Index { get; set; } = -1;

    /// <summary>Number of the arming: equal deadlines come in the order they were armed in. The heap's business.</summary>
    internal long Order { get; set; }

    internal bool IsArmed => Index >= 0;

    /// <summary>Sets or moves the deadline.</summary>
    internal void Arm(Instant deadline)
    {
        if (IsArmed && Deadline == deadline) return;
        _heap.Remove(this);
        Deadline = deadline;
        _heap.Add(this);
    }

    /// <summary>Forgets the deadline.</summary>
    internal void Disarm() => _heap.Remove(this);

    internal void Fire(Instant now) => _due(now);
}
