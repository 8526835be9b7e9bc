using ActorNet.Engine.Cell;

namespace ActorNet.Engine;

/// <content>The forms of registration.</content>
public abstract partial class ReceiveActor
{
    /// <summary>Handles messages of a type, derived types included.</summary>
    /// <param name="handler">Does the work.</param>
    /// <param name="shouldHandle">When it says no, the next handler is tried.</param>
    /// <exception cref="InvalidOperationException">Neither in the constructor nor in Become, or after a handler for everything.</exception>
    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) => Add(new ActionHandler<T>(handler, shouldHandle));

    /// <inheritdoc cref="Receive{T}(Action{T}, Predicate{T})"/>
    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Add(new ActionHandler<T>(handler, shouldHandle));

    /// <summary>Handles messages of a type; when it returns false the message counts as not handled and the next handler is tried.</summary>
    protected void Receive<T>(Func<T, bool> handler) => Add(new FuncHandler<T>(handler));

    /// <summary>Handles messages of a type known at run time only.</summary>
    protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
        Add(new ActionHandler<object>(handler, shouldHandle, messageType));

    /// <inheritdoc cref="Receive(Type, Action{object}, Predicate{object})"/>
    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Add(new ActionHandler<object>(handler, shouldHandle, messageType));

    /// <summary>Handles messages of a type known at run time only; false means not handled.</summary>
    protected void Receive(Type messageType, Func<object, bool> handler) => Add(new FuncHandler<object>(handler, messageType));

    /// <summary>Handles everything that the handlers before do not; none can follow.</summary>
    protected void ReceiveAny(Action<object> handler) => Add(new ActionHandler<object>(handler, null));

    /// <summary>Handles messages of a type asynchronously: no other message is handled until the task has ended. Its failure is this actor's.</summary>
    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) =>
        Add(new AsyncHandler<T>(this, handler, shouldHandle));

    /// <inheritdoc cref="ReceiveAsync{T}(Func{T, Task}, Predicate{T})"/>
    protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) => Add(new AsyncHandler<T>(this, handler, shouldHandle));

    /// <summary>Like <see cref="ReceiveAsync{T}(Func{T, Task}, Predicate{T})"/> for a type known at run time only.</summary>
    protected void ReceiveAsync(Type messageType, Func<object, Task> handler, Predicate<object>? shouldHandle = null) =>
        Add(new AsyncHandler<object>(this, handler, shouldHandle, messageType));

    /// <inheritdoc cref="ReceiveAsync(Type, Func{object, Task}, Predicate{object})"/>
    protected void ReceiveAsync(Type messageType, Predicate<object> shouldHandle, Func<object, Task> handler) =>
        Add(new AsyncHandler<object>(this, handler, shouldHandle, messageType));

    /// <summary>Handles everything else asynchronously; none can follow.</summary>
    protected void ReceiveAnyAsync(Func<object, Task> handler) => Add(new AsyncHandler<object>(this, handler, null));
}
