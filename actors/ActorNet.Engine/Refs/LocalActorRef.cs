using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ActorNet.Engine.Cell;
using ActorNet.Engine.Loops;

namespace ActorNet.Engine.Refs;

/// <summary>The address of an actor of this process. Same loop: straight into the mailbox; another thread: through the loop's inbox.</summary>
internal sealed class LocalActorRef : IInternalRef
{
    private readonly ActorCell _cell;

    // Copies of what the cell knows: a sender on another thread must not touch the cell, whose fields change with every message.
    private readonly EventLoop _loop;
    private readonly LoopDoor _door;

    internal LocalActorRef(ActorCell cell, ActorPath path)
    {
        _cell = cell;
        _loop = cell.Loop;
        _door = _loop.Door;
        Path = path;
    }

    public ActorPath Path { get; }

    public LocalActorSystem System => _cell.OwnSystem;

    internal ActorCell Cell => _cell;

    public void Tell(object message, IActorRef? sender) => TellFrom(LoopThread.Current, message, sender);

    /// <summary>The fast path: the caller has looked up its own loop already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void TellFrom(EventLoop? from, object message, IActorRef? sender)
    {
        if (message is null) ThrowNull();
        if (ReferenceEquals(from, _loop)) _cell.Accept(message, sender);
        else _door.Accept(_cell, message, sender);
    }

    public void SendSystem(SystemMessage message)
    {
        if (ReferenceEquals(LoopThread.Current, _loop)) _cell.AcceptSystem(message);
        else _door.Accept(_cell, message, null);
    }

    public bool Equals(IActorRef? other) => ReferenceEquals(this, other) || (other is IStandInRef standIn && ReferenceEquals(this, standIn.Actor));

    public override bool Equals(object? obj) => Equals(obj as IActorRef);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public int CompareTo(IActorRef? other) => RefOrder.Compare(this, other);

    public int CompareTo(object? obj) => RefOrder.Compare(this, obj);

    public override string ToString() => $"[{Path}#{Path.Uid}]";

    [DoesNotReturn]
    private void ThrowNull() => throw new InvalidMessageException($"A message to {Path} is null. Send an object; null means nothing.");
}
