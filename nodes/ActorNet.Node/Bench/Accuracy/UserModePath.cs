namespace ActorNet.Node.Bench.Accuracy;

/// <summary>The qdiscs of a user-mode Linux. It measures everything when it is started, and then tells.</summary>
internal sealed class UserModePath : IAccuracyPath
{
    /// <summary>Frames closer together than this are more than such a kernel can be offered.</summary>
    private const long ClosestRate = 400_000;

    private readonly Dictionary<Experiment, Observation> _seen;

    private UserModePath(Dictionary<Experiment, Observation> seen) => _seen = seen;

    public string Name => AccuracyPaths.UserMode;

    /// <summary>Starts the kernel, measures, and lets it end.</summary>
    /// <param name="scope">Whose ledger the process stands in.</param>
    /// <param name="experiments">What will be asked for.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<IAccuracyPath> StartAsync(BenchScope scope, IReadOnlyList<Experiment> experiments, CancellationToken stop)
    {
        var chosen = experiments.Where(CanMeasure).ToList();
        var seen = await UserModeKernel.MeasureAsync(scope.Ledger, chosen, stop).ConfigureAwait(false);
        return new UserModePath(chosen.Zip(seen).ToDictionary(p => p.First, p => p.Second));
    }

    public bool Takes(Experiment experiment) => _seen.ContainsKey(experiment);

    public Task<Observation> RunAsync(Experiment experiment, ulong seed, CancellationToken stop) => Task.FromResult(_seen[experiment]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool CanMeasure(Experiment experiment) => experiment.Part != AccuracyPart.Rate || experiment.Traffic.Interval >= ClosestRate;
}
