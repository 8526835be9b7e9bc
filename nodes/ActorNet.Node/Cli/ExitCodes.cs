namespace ActorNet.Node.Cli;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>It was tried and failed, or the file has mistakes.</summary>
    public const int Failed = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>The machine lacks something: rights, a device, a program.</summary>
    public const int Lacking = 3;
}
