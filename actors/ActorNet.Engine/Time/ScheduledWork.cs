using ActorNet.Engine.Loops;

namespace ActorNet.Engine;

/// <summary>One entry of the scheduler: a deadline, what to do at it, and a switch.</summary>
internal sealed class ScheduledWork
{
    private readonly EventLoop _loop;
    private readonly long? _interval;
    private readonly Action _action;
    private readonly ICancelable? _cancelable;
    private readonly DeadlineTimer _timer;
    private CancellationTokenRegistration _registration;

    internal ScheduledWork(EventLoop loop, TimeSpan? interval, Action action, ICancelable? cancelable)
    {
        _loop = loop;
        _interval = interval?.Ticks * TimeSpan.NanosecondsPerTick;
        _action = action;
        _cancelable = cancelable;
        _timer = loop.CreateTimer(OnDue);
    }

    internal void Start(TimeSpan delay)
    {
        var deadline = _loop.RefreshNow() + (delay.Ticks * TimeSpan.NanosecondsPerTick);
        if (ReferenceEquals(EventLoop.Current, _loop)) Arm(deadline);
        else _loop.Post(() => Arm(deadline));
    }

    private void Arm(long deadline)
    {
        if (_cancelable is { IsCancellationRequested: true }) return;
        _timer.Arm(deadline);
        // So that what was called off does not stay in the timer queue until its time.
        if (_cancelable is not null) _registration = _cancelable.Token.Register(Disarm);
    }

    private void Disarm()
    {
        if (ReferenceEquals(EventLoop.Current, _loop)) _timer.Disarm();
        else _loop.PostAlways(_timer.Disarm);
    }

    private void OnDue()
    {
        if (_cancelable is { IsCancellationRequested: true }) return;
        if (_interval is { } interval) _timer.Arm(_timer.Deadline + interval);
        else _registration.Dispose();
        _action();
    }
}
