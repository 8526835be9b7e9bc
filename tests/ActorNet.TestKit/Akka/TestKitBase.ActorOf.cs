using System.Linq.Expressions;

namespace ActorNet.Engine.TestKit;

/// <content>Making actors at the top of the tree. On a virtual system their constructors run in the next wait.</content>
public abstract partial class TestKitBase
{
    /// <summary>Makes an actor with a generated name.</summary>
    public IActorRef ActorOf(Props props) => Sys.ActorOf(props);

    /// <summary>Makes an actor.</summary>
    /// <param name="props">Its recipe.</param>
    /// <param name="name">Null for a generated one.</param>
    /// <exception cref="InvalidActorNameException">The name is taken or malformed.</exception>
    public IActorRef ActorOf(Props props, string? name) => Sys.ActorOf(props, name);

    /// <summary>Makes an actor of a class without arguments.</summary>
    public IActorRef ActorOf<TActor>()
        where TActor : ActorBase, new() => Sys.ActorOf(Props.Create<TActor>());

    /// <summary>Makes an actor of a class without arguments.</summary>
    public IActorRef ActorOf<TActor>(string? name)
        where TActor : ActorBase, new() => Sys.ActorOf(Props.Create<TActor>(), name);

    /// <summary>Makes an actor as <c>() => new A(arguments)</c> says.</summary>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(factory));

    /// <summary>Makes an actor as <c>() => new A(arguments)</c> says.</summary>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory, string? name)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(factory), name);

    IActorRef IActorRefFactory.ActorOf(Props props, string? name) => Sys.ActorOf(props, name);
}
