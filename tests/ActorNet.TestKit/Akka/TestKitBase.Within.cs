namespace ActorNet.Engine.TestKit;

/// <content>Blocks of a test that must end in time; on a virtual system, in virtual time.</content>
public abstract partial class TestKitBase
{
    private long? _end;
    private bool _lastWasNoMsg;

    /// <summary>Time left in the innermost <see cref="Within(TimeSpan, Action, TimeSpan?, CancellationToken)"/>, never below zero.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public TimeSpan Remaining => _end is { } end ? Clock.Until(end)
        : throw new InvalidOperationException("Remaining is the time left in a Within block, and this is none. Use RemainingOrDefault.");

    /// <summary>The same, and outside of such a block <c>akka.test.single-expect-default</c>, stretched.</summary>
    public TimeSpan RemainingOrDefault => _end is { } end ? Clock.Until(end) : Dilated(_kit.Settings.SingleExpect);

    /// <summary>The time stretched; when null, <see cref="RemainingOrDefault"/>.</summary>
    public TimeSpan RemainingOrDilated(TimeSpan? duration) => duration is { } given ? Dilated(given) : RemainingOrDefault;

    /// <summary>How long an event filter waits.</summary>
    internal TimeSpan LeewayOrRemaining => _end is null ? Dilated(_kit.Settings.FilterLeeway) : Remaining;

    /// <summary>Runs a block that must take at most a time; waits in it end at the end of that time.</summary>
    /// <param name="max">Stretched; an outer block may leave less.</param>
    /// <param name="action">The block.</param>
    /// <param name="epsilonValue">How much later it may end all the same.</param>
    /// <param name="cancellationToken">Looked at before the block.</param>
    public void Within(TimeSpan max, Action action, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, action, null, epsilonValue, cancellationToken);

    /// <summary>Runs a block that must take a time between two bounds.</summary>
    /// <param name="min">Not stretched.</param>
    /// <param name="max">Stretched; an outer block may leave less.</param>
    /// <param name="action">The block.</param>
    /// <param name="hint">Told when it fails.</param>
    /// <param name="epsilonValue">How much later it may end all the same.</param>
    /// <param name="cancellationToken">Looked at before the block.</param>
    public void Within(
        TimeSpan min, TimeSpan max, Action action, string? hint = null, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        cancellationToken.ThrowIfCancellationRequested();
        if (min > RemainingOrInfinite()) Fail($"The block should take at least {Values.Text(min)}, but only {Values.Text(Remaining)} is left of the one around it.", hint);
        var start = Clock.Now;
        var outer = _end;
        var end = Math.Min(Clock.DeadlineAfter(Dilated(max)), outer ?? KitClock.Never);
        _lastWasNoMsg = false;
        _end = end;
        try
        {
            action();
        }
        finally
        {
            _end = outer;
        }
        CheckDuration(min, start, end, epsilonValue ?? TimeSpan.Zero, hint);
    }

    /// <summary>The same for a block with an answer.</summary>
    public T Within<T>(TimeSpan max, Func<T> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(function);
        var answer = default(T)!;
        Within(max, () => { answer = function(); }, epsilonValue, cancellationToken);
        return answer;
    }

    /// <summary>The same for an asynchronous block; actors run while it awaits them.</summary>
    /// <returns>Completed.</returns>
    public Task WithinAsync(TimeSpan max, Func<Task> actionAsync, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actionAsync);
        Within(max, () => RunTask(actionAsync, cancellationToken), epsilonValue, cancellationToken);
        return Task.CompletedTask;
    }

    /// <summary>Runs an asynchronous function to its end; the actors it awaits get the rest of the block, or the default time.</summary>
    internal void RunTask(Func<Task> function, CancellationToken token) => RunTask(function, RemainingOrDefault, token);

    internal void RunTask(Func<Task> function, TimeSpan wait, CancellationToken token) =>
        Clock.Drive(function, Clock.DeadlineAfter(wait), Dilated(_kit.Settings.Patience), token);

    private TimeSpan RemainingOrInfinite() => _end is null or KitClock.Never ? TimeSpan.MaxValue : Remaining;

    private void CheckDuration(TimeSpan min, long start, long end, TimeSpan epsilon, string? hint)
    {
        var took = new TimeSpan((Clock.Now - start) / TimeSpan.NanosecondsPerTick);
        if (took < min) Fail($"The block took {Values.Text(took)}, should have been at least {Values.Text(min)}.", hint);
        // A wait for nothing ends at the end of the block by intent, so that a hair more is no fault.
        if (_lastWasNoMsg || end == KitClock.Never) return;
        var max = new TimeSpan((end - start) / TimeSpan.NanosecondsPerTick);
        if (took > max + epsilon) Fail($"The block took {Values.Text(took)}, should have been at most {Values.Text(max)}.", hint);
    }
}
