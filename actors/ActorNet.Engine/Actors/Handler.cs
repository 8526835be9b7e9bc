using System.Runtime.CompilerServices;

namespace ActorNet.Engine.Cell;

/// <summary>One registered handler. <see cref="TryHandle"/> is called only with messages of <see cref="MessageType"/>.</summary>
internal abstract class Handler(Type messageType, bool isConditional)
{
    internal Type MessageType => messageType;

    /// <summary>No message passes it, so a handler after it would never run.</summary>
    internal bool TakesEverything => !isConditional && messageType == typeof(object);

    internal abstract bool TryHandle(object message);

    /// <summary>A cast that the caller has proved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T As<T>(object message) => typeof(T).IsValueType ? (T)message : Unsafe.As<object, T>(ref message);
}

/// <summary>A handler that returns nothing.</summary>
internal sealed class ActionHandler<T>(Action<T> handler, Predicate<T>? shouldHandle, Type? messageType = null)
    : Handler(messageType ?? typeof(T), shouldHandle is not null)
{
    private readonly Action<T> _handler = handler ?? throw new ArgumentNullException(nameof(handler));

    internal override bool TryHandle(object message)
    {
        var typed = As<T>(message);
        if (shouldHandle is not null && !shouldHandle(typed)) return false;
        _handler(typed);
        return true;
    }
}

/// <summary>A handler that may pass the message on to the next.</summary>
internal sealed class FuncHandler<T>(Func<T, bool> handler, Type? messageType = null) : Handler(messageType ?? typeof(T), isConditional: true)
{
    private readonly Func<T, bool> _handler = handler ?? throw new ArgumentNullException(nameof(handler));

    internal override bool TryHandle(object message) => _handler(As<T>(message));
}

/// <summary>A handler whose task holds back further messages.</summary>
internal sealed class AsyncHandler<T>(ActorBase actor, Func<T, Task> handler, Predicate<T>? shouldHandle, Type? messageType = null)
    : Handler(messageType ?? typeof(T), shouldHandle is not null)
{
    private readonly Func<T, Task> _handler = handler ?? throw new ArgumentNullException(nameof(handler));

    internal override bool TryHandle(object message)
    {
        var typed = As<T>(message);
        if (shouldHandle is not null && !shouldHandle(typed)) return false;
        actor.Cell.RunTask(() => _handler(typed));
        return true;
    }
}
