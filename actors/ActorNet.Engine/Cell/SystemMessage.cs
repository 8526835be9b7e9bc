using ActorNet.Engine.Refs;

namespace ActorNet.Engine.Cell;

/// <summary>What a <see cref="SystemMessage"/> asks for.</summary>
internal enum SystemKind
{
    /// <summary>First message of a cell: make the actor.</summary>
    Create,

    /// <summary>The parent has failed: handle no user messages.</summary>
    Suspend,

    /// <summary>The parent decided to go on; <see cref="SystemMessage.Cause"/> is set when the failure was this actor's own.</summary>
    Resume,

    /// <summary>The parent decided to restart.</summary>
    Recreate,

    /// <summary>Stop after the current message.</summary>
    Terminate,

    /// <summary><see cref="SystemMessage.Ref"/> wants to hear of this actor's end.</summary>
    Watch,

    /// <summary><see cref="SystemMessage.Ref"/> no longer wants to.</summary>
    Unwatch,

    /// <summary><see cref="SystemMessage.Ref"/> has ended.</summary>
    Died,

    /// <summary>The child <see cref="SystemMessage.Ref"/> failed with <see cref="SystemMessage.Cause"/> and waits for a decision.</summary>
    Failed,

    /// <summary>Run <see cref="SystemMessage.Payload"/>, a step of an asynchronous handler, in a turn.</summary>
    RunTask,

    /// <summary>The asynchronous handler has ended, with <see cref="SystemMessage.Cause"/> when it failed.</summary>
    TaskDone,
}

/// <summary>A life-cycle message. One sealed type for all kinds, so that telling it from a user message costs one compare.</summary>
internal sealed class SystemMessage(SystemKind kind)
{
    internal SystemKind Kind { get; } = kind;

    internal IActorRef? Ref { get; init; }

    internal Exception? Cause { get; init; }

    internal object? Payload { get; init; }

    internal bool ExistenceConfirmed { get; init; }

    /// <summary>Chain of the waiting messages of one cell.</summary>
    internal SystemMessage? Next { get; set; }

    /// <summary>Answers for a cell that has ended or whose loop has: only a watcher needs an answer.</summary>
    internal static void Refuse(SystemMessage message, LocalActorRef cell)
    {
        if (message.Kind == SystemKind.Watch) DeathNotice.Send(message.Ref!, cell, existenceConfirmed: false);
    }
}

/// <summary>Tells a watcher that somebody has ended.</summary>
internal static class DeathNotice
{
    internal static void Send(IActorRef watcher, IActorRef dead, bool existenceConfirmed)
    {
        if (watcher is IInternalRef local)
            local.SendSystem(new SystemMessage(SystemKind.Died) { Ref = dead, ExistenceConfirmed = existenceConfirmed });
        else
            watcher.Tell(new Terminated(dead, existenceConfirmed, addressTerminated: false), dead);
    }
}
