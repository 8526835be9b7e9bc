using ActorNet.Conformance.Tests.Backends;

namespace ActorNet.Conformance.Tests.Statistics;

/// <summary>What chances and times came to on a kernel and here.</summary>
/// <param name="Cases">By name; none on a kernel that has no netem.</param>
internal sealed record StatisticalReport(IReadOnlyDictionary<string, (Passage Kernel, Passage ActorNet)> Cases)
{
    /// <summary>Runs all cases in one go.</summary>
    public static async Task<StatisticalReport> OfAsync(ReferenceKernel kernel, IBackend real, IBackend actorNet)
    {
        if (kernel.Lacking.Contains("netem")) return new StatisticalReport(new Dictionary<string, (Passage, Passage)>(StringComparer.Ordinal));
        var scripts = StatisticalCase.All.Select(c => c.Script()).ToList();
        var (there, here) = (await real.RunAsync(scripts), await actorNet.RunAsync(scripts));
        return new StatisticalReport(scripts.Select((s, i) => (s.Name, Pair: (new Passage(there[i]), new Passage(here[i])))).ToDictionary(p => p.Name, p => p.Pair, StringComparer.Ordinal));
    }
}
