namespace ActorNet.Node.Bench;

/// <summary>What the TAP path shall reach, and whether it does.</summary>
internal static class TapTargets
{
    private static readonly Target[] All =
    [
        new(TapMetric.Tcp, TapPaths.ActorNet, TapPaths.Kernel, 1.0, AtLeast: true),
        new(TapMetric.Tcp, TapPaths.ActorNet, TapPaths.Vde, 15, AtLeast: true),
        new(TapMetric.Pps, TapPaths.ActorNet, TapPaths.Kernel, 2, AtLeast: true),
        new(TapMetric.Pps, TapPaths.ActorNet, TapPaths.Vde, 5, AtLeast: true),
        new(TapMetric.Ping, TapPaths.ActorNet, TapPaths.Vde, 0.5, AtLeast: false),
        new(TapMetric.Ping, TapPaths.BusyPoll, null, 50, AtLeast: false),
    ];

    private sealed record Target(TapMetric Metric, string Path, string? Reference, double Bound, bool AtLeast);

    /// <summary>Judges every target whose two sides were measured. A ratio is one of medians.</summary>
    public static IReadOnlyList<TapVerdict> Judge(IReadOnlyList<TapFigure> figures)
    {
        var verdicts = new List<TapVerdict>();
        foreach (var target in All)
        {
            if (Find(figures, target.Metric, target.Path) is not { } own) continue;
            if (target.Reference is null) verdicts.Add(Verdict(target, own.Median));
            else if (Find(figures, target.Metric, target.Reference) is { Median: > 0 } other) verdicts.Add(Verdict(target, own.Median / other.Median));
        }

        return verdicts;
    }

    private static TapVerdict Verdict(Target target, double value)
    {
        var met = target.AtLeast ? value >= target.Bound : value <= target.Bound;
        return new TapVerdict(target.Metric.Word(), target.Path, target.Reference, value, target.Bound, target.AtLeast, met);
    }

    private static TapFigure? Find(IReadOnlyList<TapFigure> figures, TapMetric metric, string path) =>
        figures.FirstOrDefault(f => string.Equals(f.Metric, metric.Word(), StringComparison.Ordinal) && string.Equals(f.Path, path, StringComparison.Ordinal));
}
