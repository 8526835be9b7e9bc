namespace ActorNet.Shell;

/// <summary>What a line answered.</summary>
public sealed record ShellReply
{
    /// <summary>The answer to an empty line or a comment.</summary>
    public static readonly ShellReply Nothing = new() { IsEmpty = true, Ok = true };

    /// <summary>The line had nothing to carry out.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>The command succeeded.</summary>
    public bool Ok { get; init; }

    /// <summary>The line began with <c>!</c>: the command must fail.</summary>
    public bool MustFail { get; init; }

    /// <summary>The command did what its line says: it succeeded, or failed where it must.</summary>
    public bool AsExpected => Ok != MustFail;

    /// <summary>What the program would exit with; 0 done.</summary>
    public int ExitCode { get; init; }

    /// <summary>What the program said on standard error, without the last line feed; empty when nothing. A warning may stand here although it succeeded.</summary>
    public string Error { get; init; } = "";

    /// <summary>Output for people; empty when there is none.</summary>
    public string Text { get; init; } = "";

    /// <summary>Output as one JSON value in text; null when the command prints text only, or nothing.</summary>
    public string? Json { get; init; }

    /// <summary>What happened to frames, when tracing is on; null otherwise.</summary>
    public ShellTrace? Trace { get; init; }

    /// <summary>Answers to the lines of a file (<c>source</c>), in order; null for other commands.</summary>
    public IReadOnlyList<ShellLineReply>? Lines { get; init; }

    /// <summary>The session is to end (<c>exit</c>).</summary>
    public bool Ends { get; init; }
}

/// <summary>A line of a script and its answer.</summary>
/// <param name="Number">Number of the line on which the command begins, from 1.</param>
/// <param name="Command">The command, its continuations joined.</param>
/// <param name="Reply">The answer.</param>
public sealed record ShellLineReply(int Number, string Command, ShellReply Reply);
