namespace ActorNet.Conformance.Tests.Scripts;

/// <summary>A script that several backends run, and what its header says about it.</summary>
/// <param name="Name">Of the file, without its ending.</param>
/// <param name="Lines">The commands.</param>
internal sealed record Script(string Name, IReadOnlyList<ScriptLine> Lines)
{
    /// <summary>What it shows, in a sentence.</summary>
    public string Title { get; init; } = "";

    /// <summary>Ids of the rules it proves.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Names of the kernels it is compared with.</summary>
    public IReadOnlyList<string> Kernels { get; init; } = [];

    /// <summary>Features that a kernel must have to run it.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The file it was read from; empty for a generated one.</summary>
    public string Path { get; init; } = "";

    /// <summary>Made by the generator rather than written for a purpose.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>The script as a text; also what addresses are looked up in, to know which were not given by it.</summary>
    public string Text => string.Join('\n', Lines.Select(l => l.Text));
}
