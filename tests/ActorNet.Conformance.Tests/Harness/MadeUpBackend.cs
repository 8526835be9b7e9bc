using System.Text.Json.Nodes;
using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Harness;

/// <summary>Answers with what a function makes of the lines up to each.</summary>
internal sealed class MadeUpBackend(Func<IReadOnlyList<string>, JsonNode?> answer) : IBackend
{
    public string Name => "made up";

    /// <summary>Scripts that were run, over all calls.</summary>
    public int Runs { get; private set; }

    /// <summary>Answers to every line that it was run.</summary>
    public static MadeUpBackend Faithful() => new(lines => $"{lines[^1]} done");

    public Task<IReadOnlyList<ScriptResult>> RunAsync(IReadOnlyList<Script> scripts)
    {
        Runs += scripts.Count;
        return Task.FromResult<IReadOnlyList<ScriptResult>>([.. scripts.Select(Run)]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ScriptResult Run(Script script)
    {
        var texts = script.Lines.Select(l => l.Text).ToList();
        return new ScriptResult(script.Name, [.. script.Lines.Select((l, i) => new Reply(l.Number, l.Text, true, "", answer(texts[..(i + 1)])))]);
    }
}
