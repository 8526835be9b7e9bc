namespace ActorNet.Engine.TestKit;

/// <summary>Puts filters in force around an action, and counts.</summary>
internal sealed class EventFilterApplier(TestKitBase testkit, KitSystem kit, IReadOnlyList<LogFilter> filters) : IEventFilterApplier
{
    public EventFilterFactory And => new(testkit, kit, filters);

    public void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default) =>
        Count(expectedCount, null, action, cancellationToken);

    public void Expect(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Count(expectedCount, timeout, action, cancellationToken);

    public T Expect<T>(int expectedCount, Func<T> func, CancellationToken cancellationToken = default) =>
        Count(expectedCount, null, func, cancellationToken);

    public T Expect<T>(int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Count(expectedCount, timeout, func, cancellationToken);

    public Task ExpectAsync(int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        CountAsync(expectedCount, null, actionAsync, cancellationToken);

    public Task ExpectAsync(int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        CountAsync(expectedCount, timeout, action, cancellationToken);

    public void ExpectOne(Action action, CancellationToken cancellationToken = default) => Count(1, null, action, cancellationToken);

    public void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default) => Count(1, timeout, action, cancellationToken);

    public T ExpectOne<T>(Func<T> func, CancellationToken cancellationToken = default) => Count(1, null, func, cancellationToken);

    public T ExpectOne<T>(TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) => Count(1, timeout, func, cancellationToken);

    public Task ExpectOneAsync(Func<Task> actionAsync, CancellationToken cancellationToken = default) => CountAsync(1, null, actionAsync, cancellationToken);

    public Task ExpectOneAsync(TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        CountAsync(1, timeout, action, cancellationToken);

    public void Mute(Action action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        using var muted = Mute();
        action();
        // What the action set going still belongs to it.
        kit.Clock.WaitFor(static () => true, kit.Clock.Now, cancellationToken);
    }

    public T Mute<T>(Func<T> func, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(func);
        var answer = default(T)!;
        Mute(() => { answer = func(); }, cancellationToken);
        return answer;
    }

    public IUnmutableFilter Mute() => new Muted(kit, new LogScope(filters));

    public Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        Mute(() => testkit.RunTask(action, cancellationToken), cancellationToken);
        return Task.CompletedTask;
    }

    private Task CountAsync(int expected, TimeSpan? timeout, Func<Task> action, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(action);
        Count(expected, timeout, () => testkit.RunTask(action, token), token);
        return Task.CompletedTask;
    }

    private T Count<T>(int expected, TimeSpan? timeout, Func<T> func, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(func);
        var answer = default(T)!;
        Count(expected, timeout, () => { answer = func(); }, token);
        return answer;
    }

    private void Count(int expected, TimeSpan? timeout, Action action, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentOutOfRangeException.ThrowIfNegative(expected);
        var scope = new LogScope(filters);
        using var muted = new Muted(kit, scope);
        action();
        var wait = timeout is { } given ? testkit.Dilated(given) : testkit.LeewayOrRemaining;
        var clock = kit.Clock;
        clock.WaitFor(() => scope.Matched > 0 && scope.Matched >= expected, clock.DeadlineAfter(wait), token);
        if (scope.Matched == expected) return;
        testkit.Fail($"Expected {expected} log entries within {Values.Text(wait)} of the action, but {scope.Matched} came; filter: {string.Join(" or ", filters)}.");
    }

    private sealed class Muted : IUnmutableFilter
    {
        private readonly KitSystem _kit;
        private readonly LogScope _scope;

        internal Muted(KitSystem kit, LogScope scope)
        {
            _kit = kit;
            _scope = scope;
            kit.Add(scope);
        }

        public void Unmute() => _kit.Remove(_scope);

        public void Dispose() => Unmute();
    }
}
