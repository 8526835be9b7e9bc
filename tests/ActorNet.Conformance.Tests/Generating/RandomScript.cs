using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Generating;

/// <summary>A script as the generator made it, or a part of one.</summary>
/// <param name="Name">Tells kernel, seed and number.</param>
/// <param name="Steps">What shrinking leaves out first: whole steps.</param>
internal sealed record RandomScript(string Name, IReadOnlyList<Step> Steps)
{
    public Script Script => new(Name, [.. Steps.SelectMany(s => s.Lines).Select((line, i) => new ScriptLine(i + 1, line))]) { IsGenerated = true };

    /// <summary>The same with every line a step of its own.</summary>
    public RandomScript Split() => this with { Steps = [.. Steps.SelectMany(s => s.Lines).Select(l => new Step(l))] };

    /// <summary>As a file for tests/scenarios.</summary>
    public string ToFile(string kernel) =>
        $"# title: {Name}, shrunk\n# kernels: {kernel}\n{string.Join('\n', Script.Lines.Select(l => l.Text))}\n";
}
