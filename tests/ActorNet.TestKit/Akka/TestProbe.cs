using ActorNet.Engine.Cell;
using ActorNet.Engine.Refs;

namespace ActorNet.Engine.TestKit;

/// <summary>
/// A test actor of its own, with the methods of a kit, for tests with several parties. It is an address itself: tell it, watch it, hand it to
/// actors.
/// </summary>
public class TestProbe : TestKitBase, INoImplicitSender, IActorRef, IStandInRef
{
    /// <summary>Makes its actor.</summary>
    /// <param name="system">Where it lives; the probe does not end it.</param>
    /// <param name="assertions">How it fails.</param>
    /// <param name="testProbeName">Null for <c>testActor2</c> and so on.</param>
    public TestProbe(ActorSystem system, ITestKitAssertions assertions, string? testProbeName = null)
        : base(assertions, system ?? throw new ArgumentNullException(nameof(system)), testProbeName)
    {
    }

    /// <summary>The address of its actor.</summary>
    public IActorRef Ref => TestActor;

    /// <summary>Who sent the message taken last.</summary>
    /// <exception cref="InvalidOperationException">None was taken.</exception>
    public IActorRef Sender => LastSender
        ?? throw new InvalidOperationException($"Probe {TestActor} has taken no message, so there is no sender to answer. Expect one first.");

    ActorPath IActorRef.Path => TestActor.Path;

    LocalActorSystem IInternalRef.System => Actor.System;

    LocalActorRef IStandInRef.Actor => Actor;

    private LocalActorRef Actor => (LocalActorRef)TestActor;

    /// <summary>Tells an actor something as the probe.</summary>
    public void Send(IActorRef actor, object message)
    {
        ArgumentNullException.ThrowIfNull(actor);
        actor.Tell(message, TestActor);
    }

    /// <summary>Answers the sender of the message taken last.</summary>
    /// <exception cref="InvalidOperationException">None was taken.</exception>
    public void Reply(object message) => Sender.Tell(message, TestActor);

    /// <summary>Passes the message taken last on, as from its sender.</summary>
    /// <exception cref="InvalidOperationException">None was taken.</exception>
    public void Forward(IActorRef actor) => Forward(actor, LastMessage!);

    /// <summary>Passes a message on as from the sender of the one taken last.</summary>
    /// <exception cref="InvalidOperationException">None was taken.</exception>
    public void Forward(IActorRef actor, object message)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var sender = Sender;
        actor.Tell(message, sender);
    }

    /// <summary>Orders by path, then by incarnation, as any reference.</summary>
    public int CompareTo(object? obj) => TestActor.CompareTo(obj);

    /// <summary>A probe equals its actor's address.</summary>
    public override bool Equals(object? obj) => obj is IActorRef other && Actor.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => TestActor.GetHashCode();

    /// <summary>The address of its actor.</summary>
    public override string ToString() => TestActor.ToString()!;

    void ICanTell.Tell(object message, IActorRef? sender) => TestActor.Tell(message, sender);

    bool IEquatable<IActorRef>.Equals(IActorRef? other) => Actor.Equals(other);

    int IComparable<IActorRef>.CompareTo(IActorRef? other) => TestActor.CompareTo(other);

    void IInternalRef.SendSystem(SystemMessage message) => Actor.SendSystem(message);
}
