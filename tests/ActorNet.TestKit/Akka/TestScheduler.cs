using ActorNet.Engine.Loops;

namespace ActorNet.Engine.TestKit;

/// <summary>
/// A scheduler whose time passes only by <see cref="Advance"/>: it goes to the earliest deadline, sets the clock to it, does what is due, and
/// goes on until the end of the offset, so that a repeat fires as often as it fits in and work armed on the way is done on the way. As the
/// scheduler of a kit's system (<see cref="TestConfigs.TestSchedulerConfig"/>) it holds the whole system's time: timers, receive timeouts
/// and the timeouts of Ask as well. Its clock begins at 1970.
/// </summary>
public class TestScheduler : IScheduler, IAdvancedScheduler
{
    private readonly Action<long> _advance;
    private readonly IScheduler _inner;

    /// <summary>A scheduler by itself, for any receivers.</summary>
    /// <param name="schedulerConfig">Has no key that matters here.</param>
    /// <param name="log">Gets nothing: an action that throws is told by the log of the engine.</param>
    public TestScheduler(Config schedulerConfig, ILoggingAdapter log)
        : this(LoopSystem.CreateVirtual("scheduler"))
    {
        ArgumentNullException.ThrowIfNull(schedulerConfig);
        ArgumentNullException.ThrowIfNull(log);
    }

    /// <summary>The time of a virtual system that has no test scheduler yet.</summary>
    internal TestScheduler(VirtualSystem machine)
    {
        _inner = machine.System.Scheduler;
        _advance = machine.Advance;
    }

    /// <inheritdoc/>
    public DateTimeOffset Now => _inner.Now;

    /// <inheritdoc/>
    public TimeSpan MonotonicClock => _inner.MonotonicClock;

    /// <inheritdoc/>
    public TimeSpan HighResMonotonicClock => _inner.HighResMonotonicClock;

    /// <inheritdoc/>
    public IAdvancedScheduler Advanced => this;

    /// <summary>Lets time pass. Not from inside an actor.</summary>
    /// <param name="offset">Not negative; zero does what is due now.</param>
    public void Advance(TimeSpan offset)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(offset, TimeSpan.Zero);
        _advance(checked(offset.Ticks * TimeSpan.NanosecondsPerTick));
    }

    /// <summary>Lets time pass until a time of day. Not from inside an actor.</summary>
    /// <exception cref="InvalidOperationException">That time is over.</exception>
    public void AdvanceTo(DateTimeOffset when)
    {
        if (when < Now) throw new InvalidOperationException($"Time does not go back: it is {Now:O}, and AdvanceTo was told {when:O}.");
        Advance(when - Now);
    }

    /// <inheritdoc/>
    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        _inner.ScheduleTellOnce(delay, receiver, message, sender);

    /// <inheritdoc/>
    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        _inner.ScheduleTellOnce(delay, receiver, message, sender, cancelable);

    /// <inheritdoc/>
    public void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        _inner.ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender);

    /// <inheritdoc/>
    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        _inner.ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, cancelable);

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) => _inner.Advanced.ScheduleOnce(delay, action, cancelable);

    /// <inheritdoc/>
    public void ScheduleOnce(TimeSpan delay, Action action) => _inner.Advanced.ScheduleOnce(delay, action);

    /// <inheritdoc/>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        _inner.Advanced.ScheduleRepeatedly(initialDelay, interval, action, cancelable);

    /// <inheritdoc/>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        _inner.Advanced.ScheduleRepeatedly(initialDelay, interval, action);
}
