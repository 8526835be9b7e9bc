namespace ActorNet.Engine;

/// <summary>Something that takes messages.</summary>
public interface ICanTell
{
    /// <summary>Hands the message over and returns at once; from one sender to one receiver messages keep their order.</summary>
    /// <param name="message">Belongs to the receiver afterwards. Never null.</param>
    /// <param name="sender">Whom the receiver sees as <c>Sender</c>; null becomes the dead letters.</param>
    void Tell(object message, IActorRef? sender);
}

/// <summary>
/// The address of an actor. It stays valid for ever: what is sent after the actor has stopped becomes a <see cref="DeadLetter"/>.
/// Two references are equal when they mean the same incarnation; an actor of the same name made later is another one.
/// </summary>
public interface IActorRef : ICanTell, IEquatable<IActorRef>, IComparable<IActorRef>, IComparable
{
    /// <summary>Where the actor stands in the tree of its system.</summary>
    ActorPath Path { get; }
}
