namespace ActorNet.Engine.Loops;

/// <summary>
/// One deadline of a loop, armed and disarmed as often as one likes without an allocation. The callback runs on the loop's thread, between
/// actor turns, so a <c>Tell</c> in it has no sender; an exception in it is logged and contained. Equal deadlines fire in
/// the order of arming; on a virtual system with a seed, in any order.
/// </summary>
public sealed class DeadlineTimer
{
    internal const int NotQueued = -1;

    private readonly EventLoop _loop;
    private readonly Action _callback;

    internal DeadlineTimer(EventLoop loop, Action callback)
    {
        _loop = loop;
        _callback = callback;
    }

    /// <summary>True from <see cref="Arm"/> until the callback starts or <see cref="Disarm"/>.</summary>
    public bool IsArmed => HeapIndex != NotQueued;

    /// <summary>Nanoseconds on the loop's clock of the last <see cref="Arm"/>; 0 before the first.</summary>
    public long Deadline { get; internal set; }

    internal long Sequence { get; set; }

    internal int HeapIndex { get; set; } = NotQueued;

    /// <summary>Sets the deadline, replacing the one before. A deadline that has passed fires at the next opportunity, never inside this call.</summary>
    /// <param name="deadlineNanoseconds">On the clock of <see cref="EventLoop.NowNanoseconds"/>.</param>
    /// <exception cref="InvalidOperationException">Not on the loop's thread, or the loop holds <see cref="LoopOptions.TimerLimit"/> armed timers.</exception>
    public void Arm(long deadlineNanoseconds)
    {
        _loop.EnsureOnLoop();
        _loop.Timers.Arm(this, deadlineNanoseconds);
    }

    /// <summary>Forgets the deadline; does nothing when none is set.</summary>
    /// <exception cref="InvalidOperationException">Not on the loop's thread.</exception>
    public void Disarm()
    {
        if (!IsArmed) return;
        _loop.EnsureOnLoop();
        _loop.Timers.Disarm(this);
    }

    internal void Fire() => _callback();
}
