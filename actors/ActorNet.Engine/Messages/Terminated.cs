namespace ActorNet.Engine;

/// <summary>A watched actor has ended. Unhandled, it is a failure of the watcher (<see cref="DeathPactException"/>).</summary>
/// <param name="actorRef">Who.</param>
/// <param name="existenceConfirmed">False when it had ended before it was watched.</param>
/// <param name="addressTerminated">True when its whole node was lost.</param>
public sealed class Terminated(IActorRef actorRef, bool existenceConfirmed, bool addressTerminated)
    : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression, IEquatable<Terminated>
{
    /// <summary>Who has ended.</summary>
    public IActorRef ActorRef { get; } = actorRef;

    /// <summary>True when its whole node was lost.</summary>
    public bool AddressTerminated { get; } = addressTerminated;

    /// <summary>False when it had ended before it was watched.</summary>
    public bool ExistenceConfirmed { get; } = existenceConfirmed;

    /// <summary>Same actor, same circumstances.</summary>
    public bool Equals(Terminated? other) =>
        other is not null && Equals(ActorRef, other.ActorRef) && AddressTerminated == other.AddressTerminated && ExistenceConfirmed == other.ExistenceConfirmed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Terminated);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ActorRef, AddressTerminated, ExistenceConfirmed);

    /// <summary>For logs.</summary>
    public override string ToString() => $"Terminated({ActorRef})";
}
