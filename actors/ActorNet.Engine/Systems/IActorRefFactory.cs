namespace ActorNet.Engine;

/// <summary>What can make actors: a system (top-level ones, from any thread) or an actor's context (children, in its turn).</summary>
public interface IActorRefFactory
{
    /// <summary>Makes an actor and returns its address at once; its constructor runs in its own first turn.</summary>
    /// <param name="props">The recipe.</param>
    /// <param name="name">Unique among its siblings; null for a generated one.</param>
    /// <exception cref="InvalidActorNameException">The name is malformed or taken.</exception>
    /// <exception cref="InvalidOperationException">The parent is stopping.</exception>
    IActorRef ActorOf(Props props, string? name = null);
}

/// <summary>Making actors that need no arguments.</summary>
public static class ActorRefFactoryExtensions
{
    /// <summary>Makes an actor by its constructor without parameters.</summary>
    public static IActorRef ActorOf<TActor>(this IActorRefFactory factory, string? name = null)
        where TActor : ActorBase, new()
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory.ActorOf(Props.Create<TActor>(), name);
    }
}
