using ActorNet.Node.Cli;
using ActorNet.Node.Hosting;
using ActorNet.Node.State;

namespace ActorNet.Node.Bench;

/// <summary>
/// The measurement: all paths stand at the same time, and each round measures every metric on every path, beginning with another path each time. So a slow spell
/// of the machine hits all of them, and ratios of medians mean something where absolute numbers do not.
/// </summary>
internal sealed class TapBench
{
    /// <summary>Enough for the daemon's code to be compiled for speed.</summary>
    private const int WarmUpSeconds = 2;

    /// <summary>Pings that show that a path carries at all.</summary>
    private const int FirstPings = 5;

    private readonly TapBenchOptions _options;
    private readonly BenchScope _scope;
    private readonly TapProbe _probe;
    private readonly IProgress<StartProgress> _progress;
    private readonly double _load = TapReadings.Load(File.ReadAllText("/proc/loadavg"));
    private readonly Dictionary<(TapMetric Metric, string Path), List<double>> _values = [];
    private int _done;

    private TapBench(TapBenchOptions options, BenchScope scope, IProgress<StartProgress> progress)
    {
        _options = options;
        _scope = scope;
        _probe = new TapProbe(scope.Ledger);
        _progress = progress;
    }

    private bool MeasuresBusyPoll => _options.Metrics.Contains(TapMetric.Ping) && _options.Paths.Contains(TapPaths.ActorNet, StringComparer.Ordinal);

    private int Total => (_options.Metrics.Count * _options.Paths.Count * (_options.Rounds + 1)) + (MeasuresBusyPoll ? _options.Rounds + 1 : 0);

    /// <summary>Makes the paths, measures, and removes them, whatever happens.</summary>
    /// <param name="options">What to measure.</param>
    /// <param name="state">Where the ledger goes.</param>
    /// <param name="configFile">The user's settings, full path, or null.</param>
    /// <param name="progress">Told of every measurement.</param>
    /// <param name="stop">Gives up and cleans up.</param>
    /// <exception cref="NodeException">The machine lacks something, or a path does not work.</exception>
    public static async Task<TapBenchResult> RunAsync(TapBenchOptions options, StateDirectory state, string? configFile, IProgress<StartProgress> progress, CancellationToken stop)
    {
        BenchTools.Check(options);
        using var scope = BenchScope.Open(state, configFile);
        var bench = new TapBench(options, scope, progress);
        await bench.WithPathsAsync(options.Paths, options.Metrics, stop).ConfigureAwait(false);
        // By itself: loops that never sleep would take a processor from all others.
        if (bench.MeasuresBusyPoll) await bench.WithPathsAsync([TapPaths.BusyPoll], [TapMetric.Ping], stop).ConfigureAwait(false);
        return bench.Result();
    }

    private async Task WithPathsAsync(IReadOnlyList<string> names, IReadOnlyList<TapMetric> metrics, CancellationToken stop)
    {
        var paths = new List<TapPath>();
        try
        {
            foreach (var name in names) paths.Add(await StartAsync(name, stop).ConfigureAwait(false));
            foreach (var path in paths) await _probe.PingAsync(path, FirstPings, stop).ConfigureAwait(false);
            for (var round = 0; round <= _options.Rounds; round++) await RoundAsync(round, paths, metrics, stop).ConfigureAwait(false);
        }
        finally
        {
            await RemoveAsync(paths).ConfigureAwait(false);
        }
    }

    /// <summary>Round 0 warms up and is not counted.</summary>
    private async Task RoundAsync(int round, List<TapPath> paths, IReadOnlyList<TapMetric> metrics, CancellationToken stop)
    {
        foreach (var metric in metrics)
        {
            for (var i = 0; i < paths.Count; i++)
            {
                var path = paths[(i + round) % paths.Count];
                _progress.Report(new StartProgress(_done++, Total, $"{metric.Word()} {path.Name}"));
                var value = await _probe.MeasureAsync(metric, path, round == 0 ? WarmUpSeconds : _options.Seconds, stop).ConfigureAwait(false);
                if (round > 0) ValuesOf(metric, path.Name).Add(value);
            }
        }
    }

    private List<double> ValuesOf(TapMetric metric, string path)
    {
        if (!_values.TryGetValue((metric, path), out var values)) _values[(metric, path)] = values = [];
        return values;
    }

    private Task<TapPath> StartAsync(string name, CancellationToken stop) => name switch
    {
        TapPaths.Kernel => KernelPath.StartAsync(_scope, stop),
        TapPaths.Vde => VdePath.StartAsync(_scope, stop),
        _ => ActorNetPath.StartAsync(_scope, string.Equals(name, TapPaths.BusyPoll, StringComparison.Ordinal), stop),
    };

    /// <summary>Removes every path even if one cannot be removed, and tells of that one.</summary>
    private static async Task RemoveAsync(List<TapPath> paths)
    {
        Exception? failure = null;
        foreach (var path in paths)
        {
            try
            {
                await path.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception e)
            {
                failure ??= new NodeException($"path '{path.Name}' could not be removed: {e.Message} Run 'actornet gc'.", ExitCodes.Failed, e);
            }
        }

        if (failure is not null) throw failure;
    }

    private TapBenchResult Result()
    {
        var figures = _values.OrderBy(entry => entry.Key.Metric).Select(entry => TapFigure.Of(entry.Key.Metric, entry.Key.Path, entry.Value)).ToArray();
        return new TapBenchResult(Release(), Environment.ProcessorCount, _load, _options.Rounds, _options.Seconds, figures, TapTargets.Judge(figures));
    }

    private static string Release() => File.ReadAllText("/proc/sys/kernel/osrelease").Trim();
}
