namespace ActorNet.Engine.TestKit;

/// <summary>
/// What to do with the entries a filter takes. <c>Expect</c> runs an action, then waits until so many have come: the timeout stretched, without
/// one the rest of the <c>Within</c> block or <c>akka.test.filter-leeway</c>; none expected waits the whole time. Others at the same instant
/// count. An asynchronous action runs to its end with the actors it awaits.
/// </summary>
public interface IEventFilterApplier
{
    /// <summary>Adds another filter: what either takes counts.</summary>
    EventFilterFactory And { get; }

    /// <summary>Expects so many.</summary>
    void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects so many in time.</summary>
    void Expect(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects so many and passes an answer on.</summary>
    T Expect<T>(int expectedCount, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Expects so many in time and passes an answer on.</summary>
    T Expect<T>(int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Expects so many of an asynchronous action.</summary>
    Task ExpectAsync(int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default);

    /// <summary>Expects so many of an asynchronous action, in time.</summary>
    Task ExpectAsync(int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default);

    /// <summary>Expects one.</summary>
    void ExpectOne(Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects one in time.</summary>
    void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default);

    /// <summary>Expects one and passes an answer on.</summary>
    T ExpectOne<T>(Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Expects one in time and passes an answer on.</summary>
    T ExpectOne<T>(TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Expects one of an asynchronous action.</summary>
    Task ExpectOneAsync(Func<Task> actionAsync, CancellationToken cancellationToken = default);

    /// <summary>Expects one of an asynchronous action, in time.</summary>
    Task ExpectOneAsync(TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default);

    /// <summary>Keeps them out of the log during an action, however many.</summary>
    void Mute(Action action, CancellationToken cancellationToken = default);

    /// <summary>Keeps them out of the log during a function.</summary>
    T Mute<T>(Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Keeps them out of the log until the answer is unmuted or disposed.</summary>
    IUnmutableFilter Mute();

    /// <summary>Keeps them out of the log during an asynchronous action.</summary>
    Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default);
}
