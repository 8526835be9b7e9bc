namespace ActorNet.Engine;

/// <summary>The reference that stands for no actor; what is sent to it vanishes without a dead letter.</summary>
public sealed class Nobody : ActorRefBase
{
    private static readonly ActorPath TheirPath = new LocalActorPath("all-systems").Child("Nobody");

    private Nobody()
    {
    }

    /// <summary>The only one.</summary>
    public static Nobody Instance { get; } = new();

    /// <inheritdoc/>
    public override ActorPath Path => TheirPath;

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef? sender)
    {
    }
}

/// <summary>References without an actor behind them.</summary>
public static class ActorRefs
{
    /// <summary>What <c>Context.Child</c> answers for a name that no child bears.</summary>
    public static readonly Nobody Nobody = Nobody.Instance;

    /// <summary>Null: the receiver then sees the dead letters as its sender.</summary>
    public static readonly IActorRef? NoSender;
}

/// <summary>Questions about a reference.</summary>
public static class ActorRefExtensions
{
    /// <summary>True for null and for <see cref="Nobody"/>.</summary>
    public static bool IsNobody(this IActorRef? actorRef) => actorRef is null or Nobody;

    /// <summary>The reference itself, or what <paramref name="elseValue"/> makes when it is nobody.</summary>
    public static IActorRef GetOrElse(this IActorRef? actorRef, Func<IActorRef> elseValue)
    {
        ArgumentNullException.ThrowIfNull(elseValue);
        return actorRef is null or Nobody ? elseValue() : actorRef;
    }
}
