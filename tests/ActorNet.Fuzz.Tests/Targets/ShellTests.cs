using ActorNet.Fuzz.Tests.Harness;
using ActorNet.Shell;
using Xunit;

namespace ActorNet.Fuzz.Tests.Targets;

/// <summary>Lines of the shell on a lab of actors: programs and verbs, frames and time between them.</summary>
public sealed class ShellTests
{
    private const int MostLines = 40;

    [Fact]
    public void Whatever_is_typed_no_actor_fails_and_no_frame_is_lost() => Fuzzer.OfLines("shell", Lines, static lines => Run(lines).GetAwaiter().GetResult()).Run(500);

    private static string[] Lines(FuzzSource source)
    {
        var script = source.Pick(Corpus.Scripts);
        var lines = new List<string>();
        for (var i = 0; lines.Count < MostLines && i < script.Count; i++)
        {
            lines.Add(source.OneIn(3) ? WordMutator.Mutate(source, script[i], Corpus.Words) : script[i]);
            if (source.OneIn(8)) lines.Add(WordMutator.Mutate(source, source.Pick(source.Pick(Corpus.Scripts)), Corpus.Words));
        }

        return [.. lines];
    }

    private static async Task Run(string[] lines)
    {
        await using var lab = new FuzzLab();
        var session = new ShellSession(lab, new ShellOptions { Json = true, ReadFile = static _ => throw new FileNotFoundException("there are no files here") });
        foreach (var line in ShellScript.Lines(string.Join('\n', lines)))
        {
            var reply = await session.ExecuteAsync(line.Text).ConfigureAwait(false);
            if (!reply.Ok && !reply.IsEmpty && reply is { Error: "", Text: "" }) throw new InvalidOperationException($"\"{line.Text}\" failed without a word.");
            if (lab.IsRestless) return;
        }

        lab.Empty();
    }
}
