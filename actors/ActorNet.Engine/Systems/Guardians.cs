using ActorNet.Engine.Cell;
using ActorNet.Engine.Refs;

namespace ActorNet.Engine;

/// <summary>The parent of all top-level actors; restarts them by the default strategy.</summary>
internal sealed class GuardianActor : ActorBase
{
    protected override bool Receive(object message) => false;
}

/// <summary>What stands above the guardian: learns of its end and of failures that nobody below would decide on.</summary>
internal sealed class RootRef(LocalActorSystem system, ActorPath path) : ActorRefBase, IInternalRef
{
    public override ActorPath Path => path;

    public LocalActorSystem System => system;

    public void SendSystem(SystemMessage message)
    {
        if (message.Kind == SystemKind.Died) system.OnGuardianDied();
        else if (message.Kind == SystemKind.Failed) system.OnGuardianFailed(message.Ref!, message.Cause!);
    }

    protected override void TellInternal(object message, IActorRef? sender) => system.Letters.Dead(message, sender, this);
}
