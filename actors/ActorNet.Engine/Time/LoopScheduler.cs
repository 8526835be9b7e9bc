using ActorNet.Engine.Loops;
using ActorNet.Engine.Refs;

namespace ActorNet.Engine;

/// <summary>Delays as deadlines of a loop: the receiver's where it has one, else the caller's, else the first.</summary>
internal sealed class LoopScheduler(LocalActorSystem system) : IScheduler, IAdvancedScheduler
{
    public DateTimeOffset Now => system.Loops[0].IsVirtual ? DateTimeOffset.UnixEpoch + MonotonicClock : DateTimeOffset.UtcNow;

    public TimeSpan MonotonicClock => new(OwnLoop().RefreshNow() / TimeSpan.NanosecondsPerTick);

    public TimeSpan HighResMonotonicClock => MonotonicClock;

    public IAdvancedScheduler Advanced => this;

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellOnce(delay, receiver, message, sender, null);

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Start(LoopOf(receiver), delay, null, Telling(receiver, message, sender), cancelable);

    public void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, null);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Start(LoopOf(receiver), initialDelay, interval, Telling(receiver, message, sender), cancelable);

    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) => Start(OwnLoop(), delay, null, action, cancelable);

    public void ScheduleOnce(TimeSpan delay, Action action) => ScheduleOnce(delay, action, null);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Start(OwnLoop(), initialDelay, interval, action, cancelable);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        ScheduleRepeatedly(initialDelay, interval, action, null);

    private static Action Telling(ICanTell receiver, object message, IActorRef? sender)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        ArgumentNullException.ThrowIfNull(message);
        return () => receiver.Tell(message, sender);
    }

    private static void Start(EventLoop loop, TimeSpan delay, TimeSpan? interval, Action action, ICancelable? cancelable)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        if (interval is { } every) ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero, nameof(interval));
        if (cancelable is { IsCancellationRequested: true }) return;
        new ScheduledWork(loop, interval, action, cancelable).Start(delay);
    }

    private EventLoop LoopOf(ICanTell receiver) =>
        receiver is LocalActorRef local && ReferenceEquals(local.System, system) ? local.Cell.Loop : OwnLoop();

    private EventLoop OwnLoop() => EventLoop.Current is { } loop && ReferenceEquals(loop.System, system) ? loop : system.Loops[0];
}
