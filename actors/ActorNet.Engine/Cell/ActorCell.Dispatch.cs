namespace ActorNet.Engine.Cell;

/// <content>Messages that need more than a call of the actor.</content>
internal sealed partial class ActorCell
{
    private Stash? _stash;

    internal object? CurrentMessage => _message;

    internal IActorRef? CurrentSender => _sender;

    internal Stash NewStash()
    {
        _stash = new Stash(this);
        UpdatePlain();
        return _stash;
    }

    private void Dispatch(object message)
    {
        switch (message)
        {
            case TimerMessage timer:
                if (timer.Accept(out var inner)) Deliver(inner);
                return;
            case PoisonPill:
                BeginStop();
                return;
            case Kill:
                throw new ActorKilledException("Kill");
            case Terminated terminated:
                if (AcceptTerminated(terminated, out var news)) Deliver(news);
                return;
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, Self), Self);
                return;
            default:
                Deliver(message);
                return;
        }
    }

    /// <summary>Gives a message to the current behaviour and keeps the idle timeout.</summary>
    private void Deliver(object message)
    {
        _message = message;
        _stash?.BeginMessage();
        var actor = _actor!;
        if (TypeInfo.WrapsReceive) actor.RunAround(_behavior, message);
        else if (_behavior is null) actor.ReceiveDirectly(message);
        else if (!_behavior(message)) actor.RunUnhandled(message);
        if (_idleTimeout is not null) NoteInfluence(message);
    }
}
