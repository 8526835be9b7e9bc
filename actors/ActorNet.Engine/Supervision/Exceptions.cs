namespace ActorNet.Engine;

/// <summary>Base of the engine's own exceptions.</summary>
public abstract class AkkaException : Exception
{
    /// <summary>Without a text.</summary>
    protected AkkaException()
    {
    }

    /// <summary>With a text.</summary>
    /// <param name="message">What is wrong and how to mend it.</param>
    /// <param name="cause">What led to it.</param>
    protected AkkaException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>What led to it.</summary>
    protected Exception? Cause => InnerException;
}

/// <summary>An actor could not be made: its constructor or PreStart threw. The default supervisor stops it.</summary>
public class ActorInitializationException : AkkaException
{
    /// <summary>Without a text.</summary>
    public ActorInitializationException()
    {
    }

    /// <summary>With a text.</summary>
    /// <param name="message">What is wrong.</param>
    public ActorInitializationException(string message)
        : base(message)
    {
    }

    /// <summary>With a text.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="cause">What the constructor or PreStart threw.</param>
    public ActorInitializationException(string message, Exception? cause)
        : base(message, cause)
    {
    }

    /// <summary>With a text.</summary>
    /// <param name="actor">Whose creation failed.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="cause">What the constructor or PreStart threw.</param>
    public ActorInitializationException(IActorRef? actor, string message, Exception? cause = null)
        : base(message, cause) => Actor = actor;

    /// <summary>Whose creation failed, where it is known.</summary>
    public IActorRef? Actor { get; set; }
}

/// <summary>The actor was sent <see cref="Kill"/>. The default supervisor stops it.</summary>
public class ActorKilledException : AkkaException
{
    /// <summary>Without a text.</summary>
    public ActorKilledException()
    {
    }

    /// <summary>With a text.</summary>
    /// <param name="message">Text.</param>
    public ActorKilledException(string message)
        : base(message)
    {
    }
}

/// <summary>An actor that was watched has ended and the watcher did not handle the news. The default supervisor stops the watcher.</summary>
public class DeathPactException : AkkaException
{
    /// <summary>With a text.</summary>
    /// <param name="deadActor">Who has ended.</param>
    public DeathPactException(IActorRef deadActor)
        : base($"{deadActor} has ended and its watcher does not handle Terminated. Handle it, or do not watch.") => DeadActor = deadActor;

    /// <summary>Who has ended.</summary>
    public IActorRef DeadActor { get; }
}

/// <summary>A name for an actor is malformed or taken.</summary>
public class InvalidActorNameException : AkkaException
{
    /// <summary>With a text.</summary>
    /// <param name="message">What is wrong and what would do.</param>
    public InvalidActorNameException(string message)
        : base(message)
    {
    }

    /// <summary>With a text.</summary>
    /// <param name="message">What is wrong and what would do.</param>
    /// <param name="innerException">What led to it.</param>
    public InvalidActorNameException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>An Ask got no answer in time.</summary>
public class AskTimeoutException : AkkaException
{
    /// <summary>With a text.</summary>
    /// <param name="message">Whom, what and how long.</param>
    public AskTimeoutException(string message)
        : base(message)
    {
    }
}

/// <summary>Something that cannot be sent was sent.</summary>
public class InvalidMessageException : AkkaException
{
    /// <summary>Without a text.</summary>
    public InvalidMessageException()
    {
    }

    /// <summary>With a text.</summary>
    /// <param name="message">What is wrong.</param>
    public InvalidMessageException(string message)
        : base(message)
    {
    }
}
