namespace ActorNet.Shell;

/// <summary>A line that cannot be carried out; the message says what is wrong and what is expected.</summary>
public sealed class ShellException : Exception
{
    /// <summary>With a sentence for the user.</summary>
    public ShellException(string message)
        : base(message)
    {
    }

    /// <summary>With a sentence and what led to it.</summary>
    public ShellException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
