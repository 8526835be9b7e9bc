using ActorNet.Engine.Refs;

namespace ActorNet.Engine.TestKit;

/// <summary>
/// Asks for messages, and lets the time pass in which they come. On a virtual system, which a kit makes for itself, a wait goes from deadline to
/// deadline until the message is there and takes no real time; on a system with threads it waits for them. Its asynchronous methods have
/// completed when they return. Use a kit from one thread at a time, and never from inside an actor.
/// </summary>
public abstract partial class TestKitBase : IActorRefFactory
{
    private readonly KitSystem _kit;
    private readonly ITestKitAssertions _assertions;
    private readonly TestInbox _inbox;

    /// <summary>Tests a system; without one, a virtual one of its own with <see cref="TestConfigs.DefaultConfig"/>.</summary>
    /// <param name="assertions">How it fails.</param>
    /// <param name="system">Virtual or live; the kit ends it with itself.</param>
    /// <param name="testActorName">Null for <c>testActor1</c> and so on.</param>
    protected TestKitBase(ITestKitAssertions assertions, ActorSystem? system = null, string? testActorName = null)
        : this(assertions, system is null ? KitSystem.Create(Config.Empty, null) : KitSystem.Of(system), testActorName)
    {
    }

    /// <summary>Makes a virtual system to test.</summary>
    /// <param name="assertions">How it fails.</param>
    /// <param name="config">What differs from <see cref="TestConfigs.DefaultConfig"/>.</param>
    /// <param name="actorSystemName">Null for <c>test</c>.</param>
    /// <param name="testActorName">Null for <c>testActor1</c> and so on.</param>
    protected TestKitBase(ITestKitAssertions assertions, Config config, string? actorSystemName = null, string? testActorName = null)
        : this(assertions, KitSystem.Create(config ?? throw new ArgumentNullException(nameof(config)), actorSystemName), testActorName)
    {
    }

    private TestKitBase(ITestKitAssertions assertions, KitSystem kit, string? testActorName)
    {
        ArgumentNullException.ThrowIfNull(assertions);
        _assertions = assertions;
        _kit = kit;
        _inbox = new TestInbox(kit.Clock);
        var inbox = _inbox;
        TestActor = kit.System.ActorOf(Props.Create(() => new QueueActor(inbox)), testActorName ?? kit.NextTestActorName());
        if (this is not INoImplicitSender) OutsideSender.Add((LocalActorRef)TestActor);
    }

    /// <summary>The system under test.</summary>
    public ActorSystem Sys => _kit.System;

    /// <summary>Keeps what it gets for the test. What the test tells an actor of this system without naming a sender comes from it.</summary>
    public IActorRef TestActor { get; }

    /// <summary>The system's log.</summary>
    public ILoggingAdapter Log => Sys.Log;

    /// <summary>Expecting and muting log entries and dead letters.</summary>
    public EventFilterFactory EventFilter => CreateEventFilter(Sys);

    /// <summary>True when a message has come and was not taken. Lets no time pass and runs no actor.</summary>
    public bool HasMessages => _inbox.Count > 0;

    /// <summary>The message taken last; null before the first, and after a wait in vain.</summary>
    public object? LastMessage { get; private set; }

    /// <summary>Who sent it; the dead letters when nobody was named.</summary>
    public IActorRef? LastSender { get; private set; }

    internal KitSystem Kit => _kit;

    internal KitClock Clock => _kit.Clock;

    /// <summary>Another test actor with the methods of a kit.</summary>
    /// <param name="name">Null for <c>testActor2</c> and so on.</param>
    public virtual TestProbe CreateTestProbe(string? name = null) => CreateTestProbe(Sys, name);

    /// <summary>The same on another system.</summary>
    public virtual TestProbe CreateTestProbe(ActorSystem system, string? name = null) => new(system, _assertions, name);

    /// <summary>The same as <see cref="EventFilter"/> for another system.</summary>
    public EventFilterFactory CreateEventFilter(ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return new EventFilterFactory(this, KitSystem.Of(system), []);
    }

    /// <summary>A time multiplied by <c>akka.test.timefactor</c>; an infinite one stays.</summary>
    public TimeSpan Dilated(TimeSpan duration) =>
        duration == Timeout.InfiniteTimeSpan ? duration : new TimeSpan((long)(duration.Ticks * _kit.Settings.TimeFactor));

    /// <summary>What the test tells no longer comes from its actor.</summary>
    internal void SendNoMore() => OutsideSender.Remove((LocalActorRef)TestActor);

    /// <summary>Ends the system under test.</summary>
    /// <param name="duration">How long it may take; null for <c>akka.test.default-timeout</c>.</param>
    /// <param name="verifySystemShutdown">Whether not ending in time is an exception rather than a warning in the log.</param>
    /// <exception cref="TimeoutException">It has not ended and should have.</exception>
    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        SendNoMore();
        var ended = Sys.Terminate();
        var patience = duration ?? Dilated(_kit.Settings.Patience);
        if (Clock.WaitFor(() => ended.IsCompleted, Clock.DeadlineAfter(patience), CancellationToken.None)) return;
        var message = $"System {Sys.Name} has not ended within {Values.Text(patience)} ({Clock.Describe()}): an actor does not return from its turn.";
        if (verifySystemShutdown) throw new TimeoutException(message);
        Sys.Log.Warning(message);
    }
}
