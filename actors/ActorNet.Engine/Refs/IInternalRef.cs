using ActorNet.Engine.Cell;

namespace ActorNet.Engine.Refs;

/// <summary>A reference of this engine: it takes life-cycle messages besides user messages.</summary>
internal interface IInternalRef : IActorRef
{
    LocalActorSystem System { get; }

    /// <summary>Any thread. Overtakes user messages that have not been handled yet.</summary>
    void SendSystem(SystemMessage message);
}
