namespace ActorNet.Engine;

/// <summary>An actor that can put messages aside. The engine sets <see cref="Stash"/> after the constructor has run.</summary>
public interface IActorStash
{
    /// <summary>Where messages are put aside; set by the engine.</summary>
    IStash Stash { get; set; }
}

/// <summary>An actor whose stash has no limit of its own.</summary>
public interface IWithUnrestrictedStash : IActorStash
{
}

/// <summary>An actor whose stash is bounded only by the mailbox limit, which no stash exceeds.</summary>
public interface IWithUnboundedStash : IWithUnrestrictedStash
{
}

/// <summary>Messages put aside until the actor is ready for them. On restart and stop all go back to the mailbox first.</summary>
public interface IStash
{
    /// <summary>Number of messages put aside.</summary>
    int Count { get; }

    /// <summary>Nothing is put aside.</summary>
    bool IsEmpty { get; }

    /// <summary>Something is put aside.</summary>
    bool NonEmpty { get; }

    /// <summary>No further message fits.</summary>
    bool IsFull { get; }

    /// <summary>The most that fits: the limit of the mailbox.</summary>
    int Capacity { get; }

    /// <summary>Puts the current message aside, with its sender.</summary>
    /// <exception cref="InvalidOperationException">It is put aside already, there is none, or the stash is full.</exception>
    void Stash();

    /// <summary>The oldest one goes to the front of the mailbox.</summary>
    void Unstash();

    /// <summary>All go to the front of the mailbox, oldest first.</summary>
    void UnstashAll();

    /// <summary>Those that satisfy the predicate go to the front of the mailbox; the others are forgotten.</summary>
    void UnstashAll(Func<Envelope, bool> predicate);

    /// <summary>Empties the stash.</summary>
    /// <returns>What was in it, oldest first.</returns>
    IEnumerable<Envelope> ClearStash();

    /// <summary>Puts envelopes before those that are aside already.</summary>
    void Prepend(IEnumerable<Envelope> envelopes);
}
