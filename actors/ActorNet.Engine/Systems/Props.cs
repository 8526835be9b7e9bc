using System.Linq.Expressions;

namespace ActorNet.Engine;

/// <summary>
/// The recipe of an actor: class, constructor arguments, supervision of its children and the loop it runs on. Never changes; the With methods
/// return another one. The arguments are evaluated once, here, and reused at each restart, so they must not be state that an actor changes.
/// </summary>
public class Props : IEquatable<Props>
{
    private readonly ActorProducer _producer;

    private Props(ActorProducer producer, SupervisorStrategy? strategy, string? dispatcher)
    {
        _producer = producer;
        SupervisorStrategy = strategy;
        Dispatcher = dispatcher;
    }

    /// <summary>What its failing children are treated by; null for the actor's own choice.</summary>
    public SupervisorStrategy? SupervisorStrategy { get; protected set; }

    /// <summary>The actor's class.</summary>
    public Type Type => _producer.ActorType;

    /// <summary>The constructor's arguments.</summary>
    public object?[] Arguments => [.. _producer.Arguments];

    internal string? Dispatcher { get; }

    /// <summary>From an expression <c>() => new TheActor(a, b)</c>; nothing else is taken.</summary>
    /// <exception cref="ArgumentException">The expression does not only construct.</exception>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null)
        where TActor : ActorBase
    {
        ArgumentNullException.ThrowIfNull(factory);
        return new Props(ActorProducer.FromExpression(factory.Body), supervisorStrategy, null);
    }

    /// <summary>From constructor arguments; the constructor is chosen when the actor is made, and a wrong choice fails its creation.</summary>
    public static Props Create<TActor>(params object?[] args)
        where TActor : ActorBase => Create(typeof(TActor), args);

    /// <summary>By the constructor without parameters.</summary>
    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() => new(ActorProducer.FromArguments(typeof(TActor), []), supervisorStrategy, null);

    /// <summary>From a class known at run time only.</summary>
    /// <exception cref="ArgumentException">The class is no actor, or abstract.</exception>
    public static Props Create(Type type, params object?[] args) => new(ActorProducer.FromArguments(type, args), null, null);

    /// <summary>The same on a loop, by its name in <see cref="Loops.Dispatchers"/>. An unknown name is refused when the actor is made.</summary>
    public Props WithDispatcher(string dispatcher) => new(_producer, SupervisorStrategy, dispatcher);

    /// <summary>The same with a strategy that overrides the actor's own.</summary>
    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy) => new(_producer, supervisorStrategy, Dispatcher);

    /// <summary>Same class, equal arguments, same strategy and loop.</summary>
    public bool Equals(Props? other) =>
        other is not null && Type == other.Type && ReferenceEquals(SupervisorStrategy, other.SupervisorStrategy)
        && string.Equals(Dispatcher, other.Dispatcher, StringComparison.Ordinal) && _producer.Arguments.SequenceEqual(other._producer.Arguments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Props);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Dispatcher, _producer.Arguments.Length);

    internal ActorBase Produce() => _producer.Produce();
}
