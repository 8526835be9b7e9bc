namespace ActorNet.Engine;

/// <summary>Identity, order and text of a reference; a derived class adds the delivery.</summary>
public abstract class ActorRefBase : IActorRef
{
    /// <inheritdoc/>
    public abstract ActorPath Path { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidMessageException">The message is null.</exception>
    public void Tell(object message, IActorRef? sender)
    {
        if (message is null) throw new InvalidMessageException($"A message to {Path} is null. Send an object; null means nothing.");
        TellInternal(message, sender);
    }

    /// <summary>Delivers a message that is not null.</summary>
    protected abstract void TellInternal(object message, IActorRef? sender);

    /// <inheritdoc/>
    public bool Equals(IActorRef? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Orders by path, then by incarnation.</summary>
    public int CompareTo(IActorRef? other) => RefOrder.Compare(this, other);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => RefOrder.Compare(this, obj);

    /// <summary>The path with its system.</summary>
    public override string ToString() => $"[{Path}]";
}
