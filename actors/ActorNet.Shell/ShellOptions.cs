namespace ActorNet.Shell;

/// <summary>How a session behaves.</summary>
public sealed record ShellOptions
{
    /// <summary>Show commands answer with JSON: <c>-j</c> is added to them.</summary>
    public bool Json { get; init; }

    /// <summary>Reads a script file for <c>source</c>; null: the session reads no files. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</summary>
    public Func<string, Task<string>>? ReadFile { get; init; }
}
