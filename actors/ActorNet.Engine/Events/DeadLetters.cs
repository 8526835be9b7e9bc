namespace ActorNet.Engine;

/// <summary>Marks messages whose loss is nothing to tell: they come as <see cref="SuppressedDeadLetter"/>.</summary>
public interface IDeadLetterSuppression
{
}

/// <summary>A message that no actor handled, published on the event stream.</summary>
public abstract class AllDeadLetters
{
    /// <summary>A notice about one message.</summary>
    /// <param name="message">What was sent.</param>
    /// <param name="sender">Who sent it.</param>
    /// <param name="recipient">Whom it was for.</param>
    protected AllDeadLetters(object message, IActorRef sender, IActorRef recipient)
    {
        Message = message;
        Sender = sender;
        Recipient = recipient;
    }

    /// <summary>What was sent. It belongs to whoever handles this notice; pooled content must be returned by exactly one subscriber.</summary>
    public object Message { get; }

    /// <summary>Who sent it; the dead letters when nobody was named.</summary>
    public IActorRef Sender { get; }

    /// <summary>Whom it was for.</summary>
    public IActorRef Recipient { get; }

    /// <summary>For logs.</summary>
    public override string ToString() => $"{GetType().Name} from {Sender} to {Recipient}: {Message}";
}

/// <summary>The receiver had ended.</summary>
public sealed class DeadLetter : AllDeadLetters
{
    /// <summary>A notice about one message.</summary>
    /// <param name="message">What was sent.</param>
    /// <param name="sender">Who sent it.</param>
    /// <param name="recipient">Whom it was for.</param>
    public DeadLetter(object message, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient)
    {
    }
}

/// <summary>The receiver had ended, and the message is one whose loss is nothing to tell.</summary>
public sealed class SuppressedDeadLetter : AllDeadLetters
{
    /// <summary>A notice about one message.</summary>
    /// <param name="message">What was sent.</param>
    /// <param name="sender">Who sent it.</param>
    /// <param name="recipient">Whom it was for.</param>
    public SuppressedDeadLetter(IDeadLetterSuppression message, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient)
    {
    }
}

/// <summary>The receiver lives but has no handler for the message.</summary>
public sealed class UnhandledMessage : AllDeadLetters
{
    /// <summary>A notice about one message.</summary>
    /// <param name="message">What was sent.</param>
    /// <param name="sender">Who sent it.</param>
    /// <param name="recipient">Whom it was for.</param>
    public UnhandledMessage(object message, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient)
    {
    }
}

/// <summary>A bounded queue on the way was full.</summary>
public sealed class Dropped : AllDeadLetters
{
    /// <summary>A notice about one message.</summary>
    /// <param name="message">What was sent.</param>
    /// <param name="reason">Which queue was full.</param>
    /// <param name="sender">Who sent it.</param>
    /// <param name="recipient">Whom it was for.</param>
    public Dropped(object message, string reason, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient) => Reason = reason;

    /// <summary>A notice about one message.</summary>
    /// <param name="message">What was sent.</param>
    /// <param name="reason">Which queue was full.</param>
    /// <param name="recipient">Whom it was for.</param>
    public Dropped(object message, string reason, IActorRef recipient)
        : this(message, reason, ActorRefs.Nobody, recipient)
    {
    }

    /// <summary>Which queue was full.</summary>
    public string Reason { get; }
}
