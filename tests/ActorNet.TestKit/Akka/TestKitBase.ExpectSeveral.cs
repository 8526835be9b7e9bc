namespace ActorNet.Engine.TestKit;

/// <content>Messages in any order, and none at all.</content>
public abstract partial class TestKitBase
{
    /// <summary>The next messages are these, in any order; all of them must come in <see cref="RemainingOrDefault"/>.</summary>
    /// <returns>In the order in which they came.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages) => ExpectAll(RemainingOrDefault, messages);

    /// <summary>The next messages are these, in any order; all of them must come in time.</summary>
    /// <param name="max">Stretched.</param>
    /// <param name="messages">What is expected, each as often as it shall come.</param>
    /// <returns>In the order in which they came.</returns>
    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(TimeSpan max, params T[] messages) => ExpectAll(Dilated(max), messages);

    /// <summary>The next message is one of these.</summary>
    public T ExpectMsgAnyOf<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var wanted = messages.ToList();
        var what = $"one of {Values.Text(wanted.ToArray())}";
        return Expect<T>(what, null, null, (message, _) => wanted.Exists(one => Values.AreEqual(one, message)), cancellationToken);
    }

    /// <summary>No message comes in <see cref="RemainingOrDefault"/>; on a virtual system that time passes at once.</summary>
    public void ExpectNoMsg(CancellationToken cancellationToken = default) => ExpectNothing(RemainingOrDefault, cancellationToken);

    /// <summary>No message comes for a time.</summary>
    /// <param name="duration">Stretched; zero for this instant.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default) => ExpectNothing(Dilated(duration), cancellationToken);

    /// <summary>No message comes for so many milliseconds, stretched.</summary>
    public void ExpectNoMsg(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsg(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    /// <inheritdoc cref="ExpectNoMsg(CancellationToken)"/>
    public ValueTask ExpectNoMsgAsync(CancellationToken cancellationToken = default)
    {
        ExpectNoMsg(cancellationToken);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc cref="ExpectNoMsg(TimeSpan, CancellationToken)"/>
    public ValueTask ExpectNoMsgAsync(TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ExpectNoMsg(duration, cancellationToken);
        return ValueTask.CompletedTask;
    }

    private List<T> ExpectAll<T>(TimeSpan wait, T[] messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var missing = messages.ToList();
        var came = new List<T>();
        var deadline = Clock.DeadlineAfter(wait);
        while (missing.Count > 0)
        {
            if (!TryTake(deadline, CancellationToken.None, out var got))
                Fail($"Expected {Values.Text(messages)} in any order within {Values.Text(wait)}; missing: {Values.Text(missing.ToArray())}.");
            var index = missing.FindIndex(one => Values.AreEqual(one, got.Message));
            if (index < 0) Fail($"Expected {Values.Text(missing.ToArray())} in any order, but {Values.Text(got.Message)} came from {got.Sender}.");
            // A sequence may equal one of another type.
            came.Add(got.Message is T message ? message : missing[index]);
            missing.RemoveAt(index);
        }
        return came;
    }

    private void ExpectNothing(TimeSpan wait, CancellationToken token)
    {
        var start = Clock.Now;
        if (TryTake(Clock.DeadlineAfter(wait), token, out var got))
        {
            var after = new TimeSpan((Clock.Now - start) / TimeSpan.NanosecondsPerTick);
            Fail($"Expected no message for {Values.Text(wait)}, but {Values.Text(got.Message)} came from {got.Sender} after {Values.Text(after)}.");
        }
        _lastWasNoMsg = true;
    }
}
