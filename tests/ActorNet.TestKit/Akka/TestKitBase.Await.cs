namespace ActorNet.Engine.TestKit;

/// <content>Waiting for something other than a message.</content>
public abstract partial class TestKitBase
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromMilliseconds(800);

    /// <summary>Waits until assertions pass; their last exception is let through when the time is over.</summary>
    /// <param name="assertion">Called at least once, after everything of the present instant has run.</param>
    /// <param name="duration">Stretched; null for <see cref="RemainingOrDefault"/>.</param>
    /// <param name="interval">Time between two calls; null for 800 ms.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void AwaitAssert(Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        var every = interval ?? DefaultInterval;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero, nameof(interval));
        var deadline = Clock.DeadlineAfter(RemainingOrDilated(duration));
        var attempts = 0;
        Clock.WaitFor(static () => true, deadline, cancellationToken);
        while (!Passes(assertion, deadline, ++attempts))
            Clock.WaitFor(static () => false, Math.Min(Clock.DeadlineAfter(every), deadline), cancellationToken);
    }

    /// <inheritdoc cref="AwaitAssert"/>
    /// <returns>Completed.</returns>
    public Task AwaitAssertAsync(Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default)
    {
        AwaitAssert(assertion, duration, interval, cancellationToken);
        return Task.CompletedTask;
    }

    /// <inheritdoc cref="AwaitAssert"/>
    /// <returns>Completed.</returns>
    public Task AwaitAssertAsync(Func<Task> assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        var deadline = Clock.DeadlineAfter(RemainingOrDilated(duration));
        AwaitAssert(() => RunTask(assertion, Clock.Until(deadline), cancellationToken), duration, interval, cancellationToken);
        return Task.CompletedTask;
    }

    /// <summary>Waits until a condition holds, at most <see cref="RemainingOrDefault"/>.</summary>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, null, cancellationToken);

    /// <summary>Waits until a condition holds. On a virtual system it is asked at every instant at which something happens.</summary>
    /// <param name="conditionIsFulfilled">Without side effects.</param>
    /// <param name="max">Stretched; null for <see cref="RemainingOrDefault"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, cancellationToken);

    /// <summary>The same with a sentence for the failure.</summary>
    /// <param name="conditionIsFulfilled">Without side effects.</param>
    /// <param name="max">Stretched; null for <see cref="RemainingOrDefault"/>.</param>
    /// <param name="message">What did not come true.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, string? message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conditionIsFulfilled);
        var wait = RemainingOrDilated(max);
        if (!Clock.WaitFor(conditionIsFulfilled, Clock.DeadlineAfter(wait), cancellationToken))
            Fail($"Waited {Values.Text(wait)} for a condition that does not hold.", message);
    }

    private bool Passes(Action assertion, long deadline, int attempt)
    {
        try
        {
            assertion();
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (Clock.Now < deadline) return false;
            Log.Debug("AwaitAssert gives up after {0} attempts ({1}).", attempt, Clock.Describe());
            throw;
        }
    }
}
