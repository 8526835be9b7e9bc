namespace ActorNet.Engine.TestKit;

/// <content>What the test's actor does besides keeping messages.</content>
public abstract partial class TestKitBase
{
    /// <summary>From now on, messages for which this answers true are dropped as they come. What has come already stays.</summary>
    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage)
    {
        ArgumentNullException.ThrowIfNull(shouldIgnoreMessage);
        Instruct(_ => _inbox.Ignore(shouldIgnoreMessage));
    }

    /// <summary>The same for messages of a type.</summary>
    public void IgnoreMessages<TMsg>(Func<TMsg, bool> shouldIgnoreMessage)
    {
        ArgumentNullException.ThrowIfNull(shouldIgnoreMessage);
        IgnoreMessages(message => message is TMsg typed && shouldIgnoreMessage(typed));
    }

    /// <summary>The same for all messages of a type.</summary>
    public void IgnoreMessages<TMsg>() => IgnoreMessages(static message => message is TMsg);

    /// <summary>Ends <see cref="IgnoreMessages(Func{object, bool})"/>.</summary>
    public void IgnoreNoMessages() => Instruct(_ => _inbox.Ignore(null));

    /// <summary>Lets a pilot react to each message as it comes, before the test takes it; replaces the one before.</summary>
    public void SetAutoPilot(AutoPilot pilot)
    {
        ArgumentNullException.ThrowIfNull(pilot);
        Instruct(_ => _inbox.UsePilot(pilot));
    }

    /// <summary>Watches an actor: its end comes as <see cref="Terminated"/>. The watch is in force when this returns.</summary>
    /// <returns>The same reference.</returns>
    public IActorRef Watch(IActorRef actorToWatch)
    {
        ArgumentNullException.ThrowIfNull(actorToWatch);
        Finish(Instruct(context => context.Watch(actorToWatch)));
        return actorToWatch;
    }

    /// <inheritdoc cref="Watch"/>
    public Task<IActorRef> WatchAsync(IActorRef actorToWatch) => Task.FromResult(Watch(actorToWatch));

    /// <summary>Ends a watch. A notice that the test has not taken yet stays.</summary>
    /// <returns>The same reference.</returns>
    public IActorRef Unwatch(IActorRef actorToUnwatch)
    {
        ArgumentNullException.ThrowIfNull(actorToUnwatch);
        Finish(Instruct(context => context.Unwatch(actorToUnwatch)));
        return actorToUnwatch;
    }

    /// <inheritdoc cref="Unwatch"/>
    public Task<IActorRef> UnwatchAsync(IActorRef actorToUnwatch) => Task.FromResult(Unwatch(actorToUnwatch));

    /// <summary>Lets the test's actor do something, before what is told to it from now on.</summary>
    private QueueActor.Errand Instruct(Action<IActorContext> action)
    {
        var errand = new QueueActor.Errand(action);
        TestActor.Tell(errand, ActorRefs.NoSender);
        return errand;
    }

    private void Finish(QueueActor.Errand errand)
    {
        if (!Clock.WaitFor(() => errand.IsDone, Clock.DeadlineAfter(Dilated(_kit.Settings.Patience)), CancellationToken.None))
            Fail($"The test's actor {TestActor} does not answer. Was it stopped, or its system ended?");
    }
}
