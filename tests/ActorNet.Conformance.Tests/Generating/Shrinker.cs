namespace ActorNet.Conformance.Tests.Generating;

/// <summary>Leaves out of a script what its difference does not need: halves, quarters, ... single steps, then single lines. Whole rounds are run at once, since a
/// kernel does many scripts in the time of one.</summary>
/// <param name="stillDiffers">Runs scripts; tells for each whether it still shows the difference.</param>
internal sealed class Shrinker(Func<IReadOnlyList<RandomScript>, Task<IReadOnlyList<bool>>> stillDiffers)
{
    /// <summary>About twice what scripts of sixty lines take.</summary>
    private const int MostRounds = 60;

    private int _rounds;

    /// <summary>The smallest script found; none of its lines can be left out, unless the rounds ran out.</summary>
    public async Task<RandomScript> ShrinkAsync(RandomScript script) => await ReduceAsync((await ReduceAsync(script)).Split());

    private async Task<RandomScript> ReduceAsync(RandomScript script)
    {
        for (var chunk = Math.Max(1, script.Steps.Count / 2); script.Steps.Count > 1 && _rounds < MostRounds;)
        {
            var smaller = await RoundAsync(script, chunk);
            if (smaller is null && chunk == 1) return script;
            script = smaller ?? script;
            chunk = Math.Clamp(smaller is null ? chunk / 2 : chunk, 1, Math.Max(1, script.Steps.Count / 2));
        }
        return script;
    }

    /// <summary>Leaves out as many chunks of one size as can be; null if none can.</summary>
    private async Task<RandomScript?> RoundAsync(RandomScript script, int chunk)
    {
        // The end first: what comes after the difference is never needed.
        var chunks = Enumerable.Range(0, (script.Steps.Count + chunk - 1) / chunk).Reverse().ToList();
        var verdicts = await RunAsync([.. chunks.Select(c => Without(script, chunk, [c]))]);
        var spare = chunks.Where((_, i) => verdicts[i]).ToList();
        // Each can be left out alone; often all can, else half of them, and so on.
        for (; spare.Count > 1; spare = spare[..(spare.Count / 2)])
        {
            var candidate = Without(script, chunk, spare);
            if (candidate.Steps.Count > 0 && (await RunAsync([candidate]))[0]) return candidate;
        }
        return spare.Count == 1 ? Without(script, chunk, spare) : null;
    }

    private Task<IReadOnlyList<bool>> RunAsync(IReadOnlyList<RandomScript> candidates)
    {
        _rounds++;
        return stillDiffers(candidates);
    }

    private static RandomScript Without(RandomScript script, int chunk, List<int> chunks) =>
        script with { Steps = [.. script.Steps.Where((_, i) => !chunks.Contains(i / chunk))] };
}
