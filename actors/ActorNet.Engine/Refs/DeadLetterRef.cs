using ActorNet.Engine.Cell;

namespace ActorNet.Engine.Refs;

/// <summary>Where messages go that no actor will take: onto the event stream, counted.</summary>
internal sealed class DeadLetterRef(LocalActorSystem system, ActorPath path) : ActorRefBase, IInternalRef
{
    public override ActorPath Path => path;

    public LocalActorSystem System => system;

    public void SendSystem(SystemMessage message)
    {
        // A watcher of the dead letters hears at once that nobody lives there.
        if (message.Kind == SystemKind.Watch) DeathNotice.Send(message.Ref!, this, existenceConfirmed: false);
    }

    protected override void TellInternal(object message, IActorRef? sender) => system.Letters.Dead(message, sender, this);
}
