using ActorNet.Node.Cli;
using ActorNet.Node.Hosting;
using ActorNet.Node.State;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>The measurement: path after path, setting after setting. Real paths stand only while they are measured.</summary>
internal sealed class AccuracyBench
{
    private readonly AccuracyOptions _options;
    private readonly IProgress<StartProgress> _progress;
    private readonly List<AccuracyFigure> _figures = [];
    private bool? _repeats;
    private int _done;
    private int _total;

    private AccuracyBench(AccuracyOptions options, IProgress<StartProgress> progress)
    {
        _options = options;
        _progress = progress;
    }

    /// <summary>Makes the paths, measures, and removes them, whatever happens.</summary>
    /// <param name="options">What to measure.</param>
    /// <param name="state">Where the ledger goes.</param>
    /// <param name="configFile">The user's settings, full path, or null.</param>
    /// <param name="progress">Told of every measurement.</param>
    /// <param name="stop">Gives up and cleans up.</param>
    /// <exception cref="NodeException">The machine lacks something that was asked for by name, or a path does not work.</exception>
    public static async Task<AccuracyResult> RunAsync(
        AccuracyOptions options, StateDirectory state, string? configFile, IProgress<StartProgress> progress, CancellationToken stop)
    {
        var load = TapReadings.Load(await File.ReadAllTextAsync("/proc/loadavg", stop).ConfigureAwait(false));
        var (paths, leftOut) = AccuracyMachine.Choose(options);
        var bench = new AccuracyBench(options, progress) { _total = paths.Count * AccuracyCatalog.Of(options.Parts, options.Seconds, isVirtual: false).Count };
        if (paths.Contains(AccuracyPaths.Virtual, StringComparer.Ordinal)) await bench.MeasureVirtualAsync(stop).ConfigureAwait(false);
        if (paths.Any(AccuracyMachine.NeedsRoot))
        {
            using var scope = BenchScope.Open(state, configFile);
            foreach (var path in paths.Where(AccuracyMachine.NeedsRoot)) await bench.MeasureLiveAsync(path, scope, stop).ConfigureAwait(false);
        }

        var release = (await File.ReadAllTextAsync("/proc/sys/kernel/osrelease", stop).ConfigureAwait(false)).Trim();
        return new AccuracyResult(release, Environment.ProcessorCount, load, options.Seconds, options.Seed, bench._repeats, bench._figures, leftOut);
    }

    private async Task MeasureVirtualAsync(CancellationToken stop)
    {
        await using var path = new VirtualPath();
        await MeasureAsync(path, AccuracyCatalog.Of(_options.Parts, _options.Seconds, isVirtual: true), stop).ConfigureAwait(false);
        if (!_options.Parts.Contains(AccuracyPart.Delay) && !_options.Parts.Contains(AccuracyPart.Loss)) return;
        var first = await path.RunAsync(AccuracyCatalog.Pattern, _options.Seed, stop).ConfigureAwait(false);
        var again = await path.RunAsync(AccuracyCatalog.Pattern, _options.Seed, stop).ConfigureAwait(false);
        var other = await path.RunAsync(AccuracyCatalog.Pattern, _options.Seed + 1, stop).ConfigureAwait(false);
        _repeats = first.IsLike(again) && !first.IsLike(other);
    }

    private async Task MeasureLiveAsync(string name, BenchScope scope, CancellationToken stop)
    {
        _progress.Report(new StartProgress(_done, _total, $"{name}: warming up"));
        var experiments = AccuracyCatalog.Of(_options.Parts, _options.Seconds, isVirtual: false);
        await using var path = await AccuracyMachine.StartAsync(name, scope, experiments, stop).ConfigureAwait(false);
        // Until the path's code has been compiled for speed.
        if (path is LivePath) await path.RunAsync(AccuracyCatalog.Bare(AccuracyCatalog.FramesOf(_options.Seconds)), _options.Seed, stop).ConfigureAwait(false);
        await MeasureAsync(path, experiments, stop).ConfigureAwait(false);
    }

    private async Task MeasureAsync(IAccuracyPath path, IReadOnlyList<Experiment> experiments, CancellationToken stop)
    {
        for (var i = 0; i < experiments.Count; i++)
        {
            var experiment = experiments[i];
            _progress.Report(new StartProgress(_done++, _total, $"{path.Name}: {experiment.Title}"));
            if (!path.Takes(experiment)) continue;
            // Each setting has a seed of its own, so that they are independent of each other.
            var seen = await path.RunAsync(experiment, _options.Seed + (ulong)i, stop).ConfigureAwait(false);
            _figures.AddRange(experiment.Judge(experiment, seen).Select(f => f with { Path = path.Name }));
        }
    }
}
