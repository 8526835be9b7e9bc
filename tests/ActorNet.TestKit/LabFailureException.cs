namespace ActorNet.TestKit;

#pragma warning disable RCS1194 // A failure without a sentence for the reader of a test's output is none of these.

/// <summary>A lab is not as a test expects, or refuses what a test wants. The message says what was expected, what came instead, and where the frames concerned went last.</summary>
public sealed class LabFailureException : Exception
{
    /// <summary>With the sentences.</summary>
    public LabFailureException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
