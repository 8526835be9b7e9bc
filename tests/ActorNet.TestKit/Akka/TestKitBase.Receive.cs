namespace ActorNet.Engine.TestKit;

/// <content>Taking messages without an opinion about them.</content>
public abstract partial class TestKitBase
{
    /// <summary>Takes the next message, waiting for it.</summary>
    /// <param name="max">Not stretched; null for <see cref="RemainingOrDefault"/>, zero for what is there at this instant, negative for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when none came.</returns>
    public object? ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        TryTake(Clock.DeadlineAfter(max ?? RemainingOrDefault), cancellationToken, out var got) ? got.Message : null;

    /// <inheritdoc cref="ReceiveOne"/>
    public ValueTask<object?> ReceiveOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReceiveOne(max, cancellationToken));

    /// <summary>Takes so many messages; all of them must come in <see cref="RemainingOrDefault"/>.</summary>
    /// <param name="numberOfMessages">Not negative.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default) =>
        Take(numberOfMessages, RemainingOrDefault, cancellationToken);

    /// <summary>Takes so many messages; all of them must come in time.</summary>
    /// <param name="numberOfMessages">Not negative.</param>
    /// <param name="max">Stretched.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        Take(numberOfMessages, Dilated(max), cancellationToken);

    /// <summary>Takes messages as long as a filter makes something of them; the first of which it makes null is not taken.</summary>
    /// <param name="max">Stretched; null for <see cref="RemainingOrDefault"/>.</param>
    /// <param name="filter">What a message becomes; null ends it.</param>
    /// <param name="msgs">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public IReadOnlyList<T> ReceiveWhile<T>(TimeSpan? max, Func<object, T?> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var taken = new List<T>();
        var deadline = Clock.DeadlineAfter(RemainingOrDilated(max));
        while (taken.Count < msgs && WaitForMessage(deadline, cancellationToken) && _inbox.TryPeek(out var next) && filter(next.Message) is { } made)
        {
            TryTake(deadline, cancellationToken, out _);
            taken.Add(made);
        }
        _lastWasNoMsg = true;
        return taken;
    }

    /// <summary>Takes and forgets messages until one of the type satisfies the predicate.</summary>
    /// <param name="isMessage">Asked for messages of the type.</param>
    /// <param name="max">Stretched; null for <see cref="RemainingOrDefault"/>.</param>
    /// <param name="hint">Told when it fails.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public T FishForMessage<T>(Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(isMessage);
        var wait = RemainingOrDilated(max);
        var deadline = Clock.DeadlineAfter(wait);
        var others = 0;
        while (TryTake(deadline, cancellationToken, out var got))
        {
            if (got.Message is T message && isMessage(message)) return message;
            others++;
        }
        Fail($"Fished for a {Values.TypeName(typeof(T))} within {Values.Text(wait)}, but {(others == 0 ? "nothing came" : $"only {others} others came")}.", hint);
        return default;
    }

    /// <inheritdoc cref="FishForMessage{T}"/>
    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(FishForMessage(isMessage, max, hint, cancellationToken));

    private List<object> Take(int count, TimeSpan wait, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var taken = new List<object>();
        var deadline = Clock.DeadlineAfter(wait);
        while (taken.Count < count)
        {
            if (!TryTake(deadline, token, out var got)) Fail($"Expected {count} messages within {Values.Text(wait)}, but only {taken.Count} came.");
            taken.Add(got.Message);
        }
        return taken;
    }

    /// <summary>The one place that takes messages.</summary>
    private bool TryTake(long deadline, CancellationToken token, out Envelope got)
    {
        _lastWasNoMsg = false;
        got = default;
        var isThere = WaitForMessage(deadline, token) && _inbox.TryTake(out got);
        LastMessage = isThere ? got.Message : null;
        LastSender = isThere ? got.Sender : null;
        if (isThere) Remember(got);
        return isThere;
    }

    private bool WaitForMessage(long deadline, CancellationToken token) =>
        _inbox.Count > 0 || Clock.WaitFor(() => _inbox.Count > 0, deadline, token);
}
