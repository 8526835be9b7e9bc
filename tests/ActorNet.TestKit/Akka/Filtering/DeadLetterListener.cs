namespace ActorNet.Engine.TestKit;

/// <summary>A reference without an actor: hears of a dead letter at once, on the thread on which it arises.</summary>
internal sealed class DeadLetterListener(KitSystem kit) : ActorRefBase
{
    public override ActorPath Path { get; } = new LocalActorPath(new LocalActorPath(kit.System.Name), "deadLetterListener", 0);

    protected override void TellInternal(object message, IActorRef? sender)
    {
        if (message is DeadLetter letter) kit.OnDeadLetter(letter);
    }
}
