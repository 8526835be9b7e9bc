namespace ActorNet.Engine.Cell;

/// <summary>Where an actor stands in its life.</summary>
internal enum CellPhase
{
    /// <summary>Not made yet.</summary>
    New,

    /// <summary>Made; perhaps suspended by a failure.</summary>
    Running,

    /// <summary>The failed actor is gone, a new one is made as soon as the children to stop have ended.</summary>
    Restarting,

    /// <summary>Waits for its children to end.</summary>
    Stopping,

    /// <summary>Over; what comes is a dead letter.</summary>
    Ended,
}

/// <content>Birth and end.</content>
internal sealed partial class ActorCell
{
    private CellPhase _phase;
    private bool _isConstructing;

    /// <summary>Called by the actor's constructor: an actor is only made by its own cell.</summary>
    internal static ActorCell ClaimForConstruction(Type type)
    {
        if (Current is not { _isConstructing: true } cell)
        {
            throw new ActorInitializationException(
                $"An actor of type {type} cannot be made with 'new'. Use ActorOf(Props.Create(() => new {type.Name}(...))).");
        }
        cell._isConstructing = false;
        return cell;
    }

    private void Create()
    {
        try
        {
            _actor = NewActor();
            _actor.AroundPreStart();
            _phase = CellPhase.Running;
            ArmIdleTimeout();
        }
        catch (Exception e)
        {
            _phase = CellPhase.Running;
            _actor = null;
            throw new ActorInitializationException(Self, $"{Self.Path} could not be made: {e.Message}", e);
        }
    }

    private ActorBase NewActor()
    {
        ForgetBehaviors();
        _isConstructing = true;
        try
        {
            var actor = Props.Produce();
            TypeInfo.Equip(actor, this);
            actor.OnConstructed();
            return actor;
        }
        finally
        {
            _isConstructing = false;
        }
    }

    /// <summary>Starts the end: children first, then this actor.</summary>
    private void BeginStop()
    {
        if (_phase >= CellPhase.Stopping) return;
        _phase = CellPhase.Stopping;
        Block();
        ClearIdleTimeout();
        StopChildren();
        if (ChildCount == 0) FinishStop();
    }

    private void FinishStop()
    {
        var actor = _actor;
        try
        {
            actor?.AroundPostStop();
        }
        catch (Exception e)
        {
            OwnSystem.LogSink.Write(LogLevel.ErrorLevel, Self.Path.ToString(), "PostStop failed; the actor has stopped all the same.", e);
        }
        Release();
        _actor = null;
        _phase = CellPhase.Ended;
        OwnSystem.EventStream.Unsubscribe(Self);
        BuryMailbox();
        UnwatchAll();
        DeathNotice.Send(ParentRef, Self, existenceConfirmed: true);
        TellWatchers();
    }

    /// <summary>Frees what belongs to one incarnation of the actor.</summary>
    private void Release()
    {
        CancelTimers();
        _stash?.UnstashAll();
        _stash = null;
        ForgetBehaviors();
        _strategy = null;
    }

    private void BuryMailbox()
    {
        var letters = _mailbox;
        _mailbox = Loops.MailboxRing.Empty;
        while (letters.TryTake(out var message, out var sender))
        {
            // A timer's message dies with its actor: nobody but the actor itself sent it.
            if (message is not TimerMessage) OwnSystem.Letters.Dead(message, sender, Self);
        }
    }
}
