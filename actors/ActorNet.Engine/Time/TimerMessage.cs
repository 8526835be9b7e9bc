using ActorNet.Engine.Loops;

namespace ActorNet.Engine;

/// <summary>One generation of a keyed timer: the deadline, and at the same time the envelope that it puts into the mailbox.</summary>
internal sealed class TimerMessage
{
    private readonly TimerScheduler _owner;
    private readonly object _message;
    private readonly IActorRef? _sender;
    private readonly long? _interval;
    private readonly DeadlineTimer _timer;

    internal TimerMessage(TimerScheduler owner, object key, object message, IActorRef? sender, TimeSpan delay, TimeSpan? interval)
    {
        _owner = owner;
        Key = key;
        _message = message;
        _sender = sender;
        _interval = interval?.Ticks * TimeSpan.NanosecondsPerTick;
        var loop = owner.Cell.Loop;
        _timer = loop.CreateTimer(OnDue);
        _timer.Arm(loop.RefreshNow() + delay.Ticks * TimeSpan.NanosecondsPerTick);
    }

    internal object Key { get; }

    internal bool IsPeriodic => _interval is not null;

    internal void Disarm() => _timer.Disarm();

    /// <summary>Unwraps the message unless the timer was cancelled or replaced meanwhile.</summary>
    internal bool Accept(out object message)
    {
        message = _message;
        return _owner.Accept(this);
    }

    private void OnDue()
    {
        // From the deadline, not from now: a late round must not shift the ones after it.
        if (_interval is { } interval) _timer.Arm(_timer.Deadline + interval);
        _owner.Cell.Accept(this, _sender);
    }
}
