using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Comparing;

namespace ActorNet.Conformance.Tests.Generating;

/// <summary>Compares random scripts, in batches, and shrinks the first difference.</summary>
internal sealed class RandomRun(ReferenceKernel kernel, IBackend real, IBackend actorNet)
{
    /// <summary>Told what has been done, now and then.</summary>
    public Action<string> Progress { get; init; } = static _ => { };

    private const int Batch = 60;

    /// <summary>A difference is believed if the kernel repeats its answer this many times.</summary>
    private const int Repeats = 2;

    /// <summary>More are not looked into: they mostly have one cause.</summary>
    private const int MostDifferent = 12;

    /// <summary>Differences that are shrunk; it takes up to a minute each.</summary>
    public int MostShrunk { get; init; } = 1;

    private readonly Differential _differential = new(kernel, real, actorNet);

    public async Task<RandomReport> RunAsync(int seed, int count, IReadOnlyList<KnownDifference> table)
    {
        var scripts = ScriptGenerator.Sample(kernel, seed, count);
        var unstable = new List<string>();
        var different = new List<(RandomScript Script, Verdict Verdict)>();
        var (done, lines) = (0, 0);
        foreach (var batch in scripts.Chunk(Batch))
        {
            var verdicts = await CompareAsync(batch, table);
            done += batch.Length;
            lines += batch.Sum(s => s.Script.Lines.Count);
            var suspects = batch.Zip(verdicts).Where(p => p.Second.Unexplained.Count > 0).ToList();
            var steady = await SteadyAsync([.. suspects.Select(p => p.First)]);
            unstable.AddRange(suspects.Zip(steady).Where(p => p.Second is not null).Select(p => $"{p.First.First.Name}: {p.Second}"));
            different.AddRange(suspects.Where((_, i) => steady[i] is null));
            Progress($"{done} of {count}, {different.Count} different");
            if (different.Count >= MostDifferent) break;
        }
        var report = new RandomReport(kernel.Name, seed, done, lines, unstable, [.. different.Select(d => d.Verdict)]);
        var smallest = new List<(RandomScript, Verdict)>();
        foreach (var (script, verdict) in different.Take(MostShrunk)) smallest.Add(await ShrinkAsync(script, verdict, table));
        return report with { Smallest = smallest };
    }

    private Task<IReadOnlyList<Verdict>> CompareAsync(IReadOnlyList<RandomScript> scripts, IReadOnlyList<KnownDifference> table) =>
        _differential.RunAsync([.. scripts.Select(s => s.Script)], table);

    /// <summary>For each script: what the kernel answers otherwise the next time; null for nothing.</summary>
    private async Task<Difference?[]> SteadyAsync(IReadOnlyList<RandomScript> scripts)
    {
        var steady = new Difference?[scripts.Count];
        if (scripts.Count == 0) return steady;
        var first = await real.RunAsync([.. scripts.Select(s => s.Script)]);
        for (var turn = 1; turn < Repeats; turn++)
        {
            var again = await real.RunAsync([.. scripts.Select(s => s.Script)]);
            for (var i = 0; i < steady.Length; i++)
            {
                if (Comparer.Compare(scripts[i].Script, first[i], again[i]) is [var difference, ..]) steady[i] ??= difference;
            }
        }
        return steady;
    }

    private async Task<(RandomScript Script, Verdict Verdict)> ShrinkAsync(RandomScript script, Verdict verdict, IReadOnlyList<KnownDifference> table)
    {
        var wanted = verdict.Unexplained[0];
        var smallest = await new Shrinker(async candidates =>
        {
            Progress($"shrinking {candidates.Max(c => c.Script.Lines.Count)} lines");
            return [.. (await CompareAsync(candidates, table)).Select(v => v.Unexplained.Any(d => IsLike(d, wanted)))];
        }).ShrinkAsync(script);
        return (smallest, (await CompareAsync([smallest], table))[0]);
    }

    /// <summary>The same command and the same field, so that shrinking does not wander to another difference.</summary>
    private static bool IsLike(Difference one, Difference other) => one.Command == other.Command && Field(one) == Field(other);

    private static string Field(Difference difference) => difference.Path[(difference.Path.LastIndexOf(']') + 1)..];
}
