using ActorNet.Engine.Cell;
using ActorNet.Engine.Loops;
using ActorNet.Engine.Refs;

namespace ActorNet.Engine;

/// <summary>
/// Question and answer as a task; for hosts and tests rather than for the data path. The task fails with the cause of a
/// <see cref="Status.Failure"/>, with <see cref="AskTimeoutException"/>, or with <see cref="ArgumentException"/> for an answer of another type.
/// </summary>
public static class Futures
{
    /// <summary>Asks for an answer of any type.</summary>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        Ask<object>(self, message, timeout, CancellationToken.None);

    /// <summary>Asks for an answer of any type, without a timeout.</summary>
    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        Ask<object>(self, message, null, cancellationToken);

    /// <summary>Asks; without a timeout it waits for ever.</summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        Ask<T>(self, message, timeout, CancellationToken.None);

    /// <summary>Asks, without a timeout.</summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        Ask<T>(self, message, null, cancellationToken);

    /// <summary>Asks.</summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        Ask<T>(self, _ => message, timeout, cancellationToken);

    /// <summary>Asks with a message that holds the address for the answer.</summary>
    /// <param name="self">Whom.</param>
    /// <param name="messageFactory">Makes the message from the address that the answer shall go to.</param>
    /// <param name="timeout">On the system's clock; null waits for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<T> Ask<T>(this ICanTell self, Func<IActorRef, object> messageFactory, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(self);
        ArgumentNullException.ThrowIfNull(messageFactory);
        var promise = NewPromise<T>(self);
        var message = messageFactory(promise);
        promise.FailAfter(timeout, () => new AskTimeoutException($"No answer from {self} to {message} within {timeout}."));
        promise.CancelOn(cancellationToken);
        self.Tell(message, promise);
        return promise.Task;
    }

    internal static PromiseRef<T> NewPromise<T>(ICanTell self)
    {
        var system = self is IInternalRef local ? local.System : ActorCell.Current?.OwnSystem;
        if (system is null) throw new ArgumentException($"{self} belongs to no system of this engine, so it cannot be asked from outside of an actor.", nameof(self));
        var loop = self is LocalActorRef actor ? actor.Cell.Loop : EventLoop.Current is { } current && ReferenceEquals(current.System, system) ? current : system.Loops[0];
        return new PromiseRef<T>(system, loop);
    }
}
