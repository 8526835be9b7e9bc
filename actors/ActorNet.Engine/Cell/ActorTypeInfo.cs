using System.Collections.Concurrent;
using System.Reflection;

namespace ActorNet.Engine.Cell;

/// <summary>What the engine must know of an actor's class, found out once per class.</summary>
internal sealed class ActorTypeInfo
{
    private static readonly ConcurrentDictionary<Type, ActorTypeInfo> Known = new();

    private readonly bool _hasTimers;
    private readonly bool _hasStash;

    private ActorTypeInfo(Type type)
    {
        const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;
        var around = type.GetMethod("AroundReceive", Hidden, [typeof(Receive), typeof(object)]);
        WrapsReceive = around is not null && around.DeclaringType != typeof(ActorBase);
        _hasTimers = typeof(IWithTimers).IsAssignableFrom(type);
        _hasStash = typeof(IActorStash).IsAssignableFrom(type);
    }

    /// <summary>The class overrides <c>AroundReceive</c>, so each message must go through it.</summary>
    internal bool WrapsReceive { get; }

    internal static ActorTypeInfo Of(Type type) => Known.GetOrAdd(type, static t => new ActorTypeInfo(t));

    /// <summary>Hands a new actor what its interfaces ask for.</summary>
    internal void Equip(ActorBase actor, ActorCell cell)
    {
        if (_hasTimers) ((IWithTimers)actor).Timers = cell.Timers;
        if (_hasStash) ((IActorStash)actor).Stash = cell.NewStash();
    }
}
