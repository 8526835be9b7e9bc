namespace ActorNet.Engine;

/// <summary>An actor with keyed timers. The engine sets <see cref="Timers"/> after the constructor has run.</summary>
public interface IWithTimers
{
    /// <summary>The actor's timers; set by the engine. All are cancelled at restart and stop.</summary>
    ITimerScheduler Timers { get; set; }
}

/// <summary>
/// Timers of one actor, in its turn only. Starting a key again replaces the timer; a message of a cancelled or replaced timer is never
/// delivered, even when it waits in the mailbox already.
/// </summary>
public interface ITimerScheduler
{
    /// <summary>Keys in force.</summary>
    IReadOnlyCollection<object> ActiveTimers { get; }

    /// <summary>Sends the message to the actor itself at fixed distances.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval);

    /// <summary>The same with a sender.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender);

    /// <summary>The same with another distance before the first.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval);

    /// <summary>The same with both.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender);

    /// <summary>Sends the message to the actor itself once.</summary>
    void StartSingleTimer(object key, object msg, TimeSpan timeout);

    /// <summary>The same with a sender.</summary>
    void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender);

    /// <summary>Whether the key is in force; a single timer is until its message is handled.</summary>
    bool IsTimerActive(object key);

    /// <summary>Cancels a key; one that is not in force is ignored.</summary>
    void Cancel(object key);

    /// <summary>Cancels all.</summary>
    void CancelAll();
}
