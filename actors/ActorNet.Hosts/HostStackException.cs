namespace ActorNet.Hosts;

/// <summary>A host cannot do what was asked; the message says what is wrong and what would be right. Nothing has changed.</summary>
public sealed class HostStackException : Exception
{
    /// <summary>A refusal.</summary>
    public HostStackException(string message)
        : base(message)
    {
    }
}
