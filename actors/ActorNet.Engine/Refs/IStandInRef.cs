namespace ActorNet.Engine.Refs;

/// <summary>A reference that stands for an actor and is as good as the actor's own, such as a test's probe.</summary>
internal interface IStandInRef : IInternalRef
{
    /// <summary>The actor's own reference; never another stand-in.</summary>
    LocalActorRef Actor { get; }
}
