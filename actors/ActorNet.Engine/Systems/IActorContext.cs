namespace ActorNet.Engine;

/// <summary>Who can be told of an actor's end.</summary>
public interface ICanWatch
{
    /// <summary>Asks for one <see cref="Terminated"/> when the subject ends; at once when it has ended already. A second watch changes nothing.</summary>
    /// <returns>The subject.</returns>
    IActorRef Watch(IActorRef subject);

    /// <summary>Like <see cref="Watch"/>, with a message of one's own instead of <see cref="Terminated"/>.</summary>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>Takes a watch back, even when the notice waits in the mailbox already.</summary>
    /// <returns>The subject.</returns>
    IActorRef Unwatch(IActorRef subject);
}

/// <summary>What an actor sees of the engine. Belongs to the actor's turn: do not keep it for other threads.</summary>
public interface IActorContext : IActorRefFactory, ICanWatch
{
    /// <summary>The actor's address.</summary>
    IActorRef Self { get; }

    /// <summary>The recipe it was made from.</summary>
    Props Props { get; }

    /// <summary>Who sent the current message; the dead letters when nobody is named.</summary>
    IActorRef Sender { get; }

    /// <summary>The system it lives in.</summary>
    ActorSystem System { get; }

    /// <summary>Who made it and supervises it.</summary>
    IActorRef Parent { get; }

    /// <summary>The idle time after which it gets <see cref="Engine.ReceiveTimeout"/>; null when switched off.</summary>
    TimeSpan? ReceiveTimeout { get; }

    /// <summary>Sends <see cref="Engine.ReceiveTimeout"/> whenever no message came for that long, until set to null.</summary>
    void SetReceiveTimeout(TimeSpan? timeout);

    /// <summary>Replaces the behaviour.</summary>
    void Become(Receive receive);

    /// <summary>Puts a behaviour on top of the present one.</summary>
    void BecomeStacked(Receive receive);

    /// <summary>Takes the last stacked behaviour off.</summary>
    void UnbecomeStacked();

    /// <summary>The child of that name, or <see cref="Nobody"/>.</summary>
    IActorRef Child(string name);

    /// <summary>All children, those that are stopping included.</summary>
    IEnumerable<IActorRef> GetChildren();

    /// <summary>Stops an actor after its current message; what waits in its mailbox becomes dead letters.</summary>
    void Stop(IActorRef child);
}

/// <summary>A context that also takes behaviours that return nothing.</summary>
public interface IUntypedActorContext : IActorContext
{
    /// <summary>Replaces the behaviour.</summary>
    void Become(UntypedReceive receive);

    /// <summary>Puts a behaviour on top of the present one.</summary>
    void BecomeStacked(UntypedReceive receive);
}
