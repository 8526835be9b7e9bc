namespace ActorNet.Node.Cli;

#pragma warning disable RCS1194 // A failure without a sentence for the user is none of these.

/// <summary>A failure whose message is meant for the user as it stands: where, what, and how to mend it.</summary>
internal sealed class NodeException : Exception
{
    public NodeException(string message, int exitCode = ExitCodes.Failed, Exception? inner = null)
        : base(message, inner) => ExitCode = exitCode;

    /// <summary>What the program exits with, of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; }

    /// <summary>The machine lacks something.</summary>
    public static NodeException Lacking(string message) => new(message, ExitCodes.Lacking);

    /// <summary>The words of the command line are wrong.</summary>
    public static NodeException Usage(string message) => new(message, ExitCodes.Usage);
}
