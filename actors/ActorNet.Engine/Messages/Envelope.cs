namespace ActorNet.Engine;

/// <summary>A message and who sent it.</summary>
public readonly struct Envelope
{
    /// <summary>Joins the two.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Who sent it; null for nobody.</param>
    public Envelope(object message, IActorRef? sender)
    {
        Message = message;
        SenderOrNull = sender;
    }

    /// <summary>The message.</summary>
    public object Message { get; }

    /// <summary>Who sent it; <see cref="Nobody"/> when none was named.</summary>
    public IActorRef Sender => SenderOrNull ?? ActorRefs.Nobody;

    internal IActorRef? SenderOrNull { get; }
}
