namespace ActorNet.Labs;

#pragma warning disable RCS1194 // A failure without a sentence for the user is none of these.

/// <summary>A lab could not be built or does not answer; the message is meant for the user as it stands: where, what, and what was said.</summary>
public sealed class LabException : Exception
{
    /// <summary>With the sentence.</summary>
    public LabException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
