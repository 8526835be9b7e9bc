namespace ActorNet.Engine;

/// <summary>A path inside this process; made without a check by the engine, whose generated names start with a dollar.</summary>
internal sealed class LocalActorPath : ActorPath
{
    internal LocalActorPath(string system)
        : base(null, system, 0)
    {
    }

    internal LocalActorPath(ActorPath parent, string name, long uid)
        : base(parent, name, uid)
    {
    }
}
