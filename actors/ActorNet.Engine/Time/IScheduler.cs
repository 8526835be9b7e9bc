namespace ActorNet.Engine;

/// <summary>The clock of a system; virtual on a virtual system.</summary>
public interface ITimeProvider
{
    /// <summary>Time of day.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Time that never goes back; its zero means nothing.</summary>
    TimeSpan MonotonicClock { get; }

    /// <summary>The same; one clock serves both, in steps of 100 ns.</summary>
    TimeSpan HighResMonotonicClock { get; }
}

/// <summary>Messages later. Any thread; a delay of zero sends at the next opportunity.</summary>
public interface ITellScheduler
{
    /// <summary>Sends once.</summary>
    void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender);

    /// <summary>Sends once unless called off before.</summary>
    void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable);

    /// <summary>Sends again and again, at fixed distances from the first.</summary>
    void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender);

    /// <summary>Sends again and again until called off.</summary>
    void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable);
}

/// <summary>Actions later, on a loop's thread outside of actor turns; an exception is logged and contained.</summary>
public interface IActionScheduler
{
    /// <summary>Runs once unless called off before.</summary>
    void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable);

    /// <summary>Runs once.</summary>
    void ScheduleOnce(TimeSpan delay, Action action);

    /// <summary>Runs again and again until called off.</summary>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable);

    /// <summary>Runs again and again.</summary>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action);
}

/// <summary>The part of a scheduler that actors rarely need.</summary>
public interface IAdvancedScheduler : IActionScheduler
{
}

/// <summary>Time for actors. Prefer <see cref="IWithTimers"/>, which is called off with the actor.</summary>
public interface IScheduler : ITellScheduler, ITimeProvider
{
    /// <summary>Actions instead of messages.</summary>
    IAdvancedScheduler Advanced { get; }
}
