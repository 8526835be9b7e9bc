using ActorNet.Core;
using ActorNet.Fuzz.Tests.Harness;
using Xunit;

namespace ActorNet.Fuzz.Tests.Targets;

/// <summary>Lines of <c>ip</c>, <c>tc</c>, <c>bridge</c> and <c>ethtool</c>.</summary>
public sealed class CommandTests
{
    private const int MostLines = 24;
    private const string KernelMark = "# kernel ";
    private static readonly string[] Kernels = [.. KernelProfile.All.Select(static k => k.Version)];

    /// <summary>Words of commands that Linux carries out step by step, so that those before the refused one are done: changes of a device, of a port, names in a row.</summary>
    private static readonly string[] StepByStep = ["ip", "bridge", "ethtool"];

    [Fact]
    public void Whatever_a_line_says_the_lab_hangs_together() =>
        Fuzzer.OfLines("commands", Lines, lines => Check(lines, static (_, _, _) => { })).Run(1500);

    [Fact]
    public void A_refused_line_changes_nothing() => Fuzzer.OfLines("refused commands", Lines, static lines => Check(lines, RequireUnchanged)).Run(400);

    private static string[] Lines(FuzzSource source)
    {
        var script = source.Pick(Corpus.Commands);
        var other = source.Pick(Corpus.Commands);
        // To the commands this line is a comment.
        var lines = new List<string> { KernelMark + source.Pick(Kernels) };
        for (var i = 0; lines.Count < MostLines && i < script.Count; i++)
        {
            // The beginning makes what the rest speaks of.
            lines.Add(i < 4 && !source.OneIn(8) ? script[i] : WordMutator.Mutate(source, script[i], Corpus.Words));
            if (source.OneIn(4)) lines.Add(WordMutator.Mutate(source, source.Pick(other), Corpus.Words));
        }

        return [.. lines];
    }

    private static void Check(string[] lines, Action<CommandLab, string, string> afterRefusal)
    {
        var kernel = Array.Find(lines, static l => l.StartsWith(KernelMark, StringComparison.Ordinal));
        var lab = new CommandLab(kernel is null ? null : KernelProfile.Find(kernel[KernelMark.Length..]));
        string? before = null;
        foreach (var line in lines)
        {
            before ??= lab.Dump();
            var result = lab.Run(line);
            lab.Check();
            if (result.ExitCode == 0) before = null;
            else afterRefusal(lab, line, before);
        }

        lab.CheckJson();
        lab.Empty();
    }

    private static void RequireUnchanged(CommandLab lab, string line, string before)
    {
        if (MayBeHalfDone(line)) return;
        var after = lab.Dump();
        if (string.Equals(after, before, StringComparison.Ordinal)) return;
        throw new InvalidOperationException($"refused, and yet something changed: {line}\n{Difference(before, after)}");
    }

    private static bool MayBeHalfDone(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // What follows the words of an action is a command of its own to tc.
        if (words.Contains("tc") && words.Count(static w => "add".StartsWith(w, StringComparison.Ordinal) || w is "change" or "replace") > 1) return true;
        return words.Length > 0 && StepByStep.Contains(words[0], StringComparer.Ordinal) && !words.Any(static w => w is "add" or "del" or "delete");
    }

    private static string Difference(string before, string after)
    {
        var (was, now) = (before.Split('\n'), after.Split('\n'));
        return string.Join('\n', [.. was.Except(now).Select(static l => "- " + l), .. now.Except(was).Select(static l => "+ " + l)]);
    }
}
