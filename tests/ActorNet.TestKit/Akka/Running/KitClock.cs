using ActorNet.Engine.Loops;

namespace ActorNet.Engine.TestKit;

/// <summary>How a test waits: by letting virtual time pass, or by waiting for threads.</summary>
internal abstract class KitClock
{
    /// <summary>A deadline that never comes.</summary>
    internal const long Never = long.MaxValue;

    /// <summary>Nanoseconds since something; only differences mean anything.</summary>
    internal abstract long Now { get; }

    /// <summary>Lets time pass until the condition holds, at most to the deadline.</summary>
    /// <param name="condition">Asked on the caller's thread, outside of every actor.</param>
    /// <param name="deadline">On <see cref="Now"/>, or <see cref="Never"/>.</param>
    /// <param name="token">Ends the wait.</param>
    /// <returns>Whether it holds.</returns>
    /// <exception cref="OperationCanceledException">The token ended it.</exception>
    internal abstract bool WaitFor(Func<bool> condition, long deadline, CancellationToken token);

    /// <summary>Runs an asynchronous function to its end, with the actors it waits for.</summary>
    /// <param name="function">Goes on outside of every actor after each await that keeps its context.</param>
    /// <param name="deadline">How long the actors may take.</param>
    /// <param name="patience">Real time for what is brought about outside of them.</param>
    /// <param name="token">Ends the wait.</param>
    /// <exception cref="TimeoutException">It has not ended.</exception>
    internal abstract void Drive(Func<Task> function, long deadline, TimeSpan patience, CancellationToken token);

    /// <summary>Something has arrived that a wait may be for; any thread.</summary>
    internal virtual void Pulse()
    {
    }

    /// <summary>The time as a failure tells it.</summary>
    internal abstract string Describe();

    /// <summary>When a wait that begins now ends; negative waits for ever.</summary>
    internal long DeadlineAfter(TimeSpan wait)
    {
        if (wait < TimeSpan.Zero) return Never;
        var now = Now;
        return wait.Ticks > (Never - now) / TimeSpan.NanosecondsPerTick ? Never : now + (wait.Ticks * TimeSpan.NanosecondsPerTick);
    }

    /// <summary>Time left; any time for <see cref="Never"/>.</summary>
    internal TimeSpan Until(long deadline) =>
        deadline == Never ? Timeout.InfiniteTimeSpan : new TimeSpan(Math.Max(0, deadline - Now) / TimeSpan.NanosecondsPerTick);

    private protected static void EnsureOutside()
    {
        if (EventLoop.Current is { } loop)
            throw new InvalidOperationException($"A test waits, but this runs inside of loop {loop.Name}: an actor or a callback of it. Wait in the test itself, and let the actor send the test a message.");
    }
}
