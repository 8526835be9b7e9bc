namespace ActorNet.Engine;

/// <summary>Marks messages that the engine handles before the actor sees them.</summary>
public interface IAutoReceivedMessage
{
}

/// <summary>Marks messages that a stranger should not be able to send.</summary>
public interface IPossiblyHarmful
{
}

/// <summary>Marks messages that do not count as activity for <see cref="ReceiveTimeout"/>.</summary>
public interface INotInfluenceReceiveTimeout
{
}

/// <summary>Marks messages that need no serialiser; a hint without effect in this engine.</summary>
public interface INoSerializationVerificationNeeded
{
}

/// <summary>Stops the receiver when its turn comes in the mailbox, after all that was sent before.</summary>
public sealed class PoisonPill : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression
{
    private PoisonPill()
    {
    }

    /// <summary>The only one.</summary>
    public static PoisonPill Instance { get; } = new();
}

/// <summary>Makes the receiver fail with <see cref="ActorKilledException"/>, so that its supervisor decides.</summary>
public sealed class Kill : IAutoReceivedMessage
{
    private Kill()
    {
    }

    /// <summary>The only one.</summary>
    public static Kill Instance { get; } = new();
}

/// <summary>Comes after each idle time set by <c>SetReceiveTimeout</c>.</summary>
public class ReceiveTimeout : IPossiblyHarmful
{
    private ReceiveTimeout()
    {
    }

    /// <summary>The only one.</summary>
    public static ReceiveTimeout Instance { get; } = new();
}

/// <summary>A question that the engine answers for every living actor, with <see cref="ActorIdentity"/>.</summary>
/// <param name="messageId">Returned in the answer.</param>
public sealed class Identify(object messageId) : IAutoReceivedMessage, INotInfluenceReceiveTimeout
{
    /// <summary>What the asker knows the question by.</summary>
    public object MessageId { get; } = messageId;
}

/// <summary>The answer to <see cref="Identify"/>.</summary>
/// <param name="messageId">From the question.</param>
/// <param name="subject">Who answers.</param>
public sealed class ActorIdentity(object messageId, IActorRef? subject)
{
    /// <summary>From the question.</summary>
    public object MessageId { get; } = messageId;

    /// <summary>Who answers.</summary>
    public IActorRef? Subject { get; } = subject;
}
