using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Comparing;
using ActorNet.Conformance.Tests.Generating;
using ActorNet.Conformance.Tests.Scripts;
using ActorNet.Conformance.Tests.Statistics;

namespace ActorNet.Conformance.Tests.Kernels;

/// <summary>Everything that a run of the tests asks of one kernel: all scenarios in one go, then random scripts. The kernel stays up in between.</summary>
internal sealed class KernelRun : IAsyncDisposable
{
    /// <summary>A scenario that differs is run again this often before it is believed: a real clock may have come in its way.</summary>
    private const int Retries = 2;

    private readonly ReferenceKernel _kernel;
    private readonly KernelBackend _real;
    private readonly ActorNetBackend _actorNet;
    private readonly Lazy<Task<IReadOnlyDictionary<string, Verdict>>> _scenarios;
    private readonly Lazy<Task<RandomReport>> _random;
    private readonly Lazy<Task<StatisticalReport>> _statistics;

    public KernelRun(ReferenceKernel kernel)
    {
        _kernel = kernel;
        _real = new KernelBackend(kernel);
        _actorNet = new ActorNetBackend(kernel);
        _scenarios = new(() => Task.Run(CompareScenariosAsync));
        _random = new(() => Task.Run(() => new RandomRun(kernel, _real, _actorNet).RunAsync(Seeds.OfThisRun, RandomCounts.On(kernel), KnownDifferences.Load())));
        _statistics = new(() => Task.Run(() => StatisticalReport.OfAsync(kernel, _real, _actorNet)));
    }

    /// <summary>Verdicts by scenario. Asking again answers at once.</summary>
    public Task<IReadOnlyDictionary<string, Verdict>> ScenariosAsync() => _scenarios.Value;

    public Task<RandomReport> RandomAsync() => _random.Value;

    /// <summary>What chances and times came to, here and there; nothing on a kernel without netem.</summary>
    public Task<StatisticalReport> StatisticsAsync() => _statistics.Value;

    public async ValueTask DisposeAsync()
    {
        await _real.DisposeAsync();
        await _actorNet.DisposeAsync();
    }

    private async Task<IReadOnlyDictionary<string, Verdict>> CompareScenariosAsync()
    {
        var table = KnownDifferences.Load();
        var differential = new Differential(_kernel, _real, _actorNet);
        var scripts = ScenarioFile.All().Where(_kernel.Takes).ToList();
        var verdicts = (await differential.RunAsync(scripts, table)).ToDictionary(v => v.Script.Name, StringComparer.Ordinal);
        for (var turn = 0; turn < Retries; turn++)
        {
            var again = verdicts.Values.Where(v => !v.IsEqual).Select(v => v.Script).ToList();
            foreach (var verdict in await differential.RunAsync(again, table)) verdicts[verdict.Script.Name] = verdict;
        }
        return verdicts;
    }
}
