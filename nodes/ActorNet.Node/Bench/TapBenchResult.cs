using System.Text.Json.Serialization;

namespace ActorNet.Node.Bench;

/// <summary>What was measured on one path.</summary>
/// <param name="Metric">A word of <see cref="TapMetrics"/>.</param>
/// <param name="Unit">Unit of all values.</param>
/// <param name="Path">A word of <see cref="TapPaths"/>.</param>
/// <param name="Median">Middle of the rounds.</param>
/// <param name="Min">Least.</param>
/// <param name="Max">Most.</param>
/// <param name="Values">Round by round.</param>
internal sealed record TapFigure(string Metric, string Unit, string Path, double Median, double Min, double Max, IReadOnlyList<double> Values)
{
    /// <summary>Sums the rounds up.</summary>
    public static TapFigure Of(TapMetric metric, string path, IReadOnlyList<double> values) =>
        new(metric.Word(), metric.Unit(), path, Samples.Median(values), values.Min(), values.Max(), values);
}

/// <summary>A figure held against what it shall reach.</summary>
/// <param name="Metric">A word of <see cref="TapMetrics"/>.</param>
/// <param name="Path">Whose figure.</param>
/// <param name="Reference">The path it is compared with; null for a target that stands by itself.</param>
/// <param name="Value">Ratio of the medians; the figure itself without a reference.</param>
/// <param name="Target">What it shall be.</param>
/// <param name="AtLeast">The target is a lower bound, else an upper one.</param>
/// <param name="Met">Whether it is reached.</param>
internal sealed record TapVerdict(string Metric, string Path, string? Reference, double Value, double Target, bool AtLeast, bool Met);

/// <summary>All of it: what <c>bench tap --json</c> prints.</summary>
/// <param name="Kernel">Release of the machine's kernel.</param>
/// <param name="Processors">Processors the program may use.</param>
/// <param name="LoadBefore">Programs that ran or wanted to, on average over the minute before: the load average. They all take part in what is measured.</param>
/// <param name="Rounds">Measurements of each kind.</param>
/// <param name="Seconds">Length of one.</param>
/// <param name="Figures">Per metric and path.</param>
/// <param name="Verdicts">Per target for which both sides were measured.</param>
internal sealed record TapBenchResult(
    string Kernel, int Processors, double LoadBefore, int Rounds, int Seconds, IReadOnlyList<TapFigure> Figures, IReadOnlyList<TapVerdict> Verdicts)
{
    /// <summary>Other programs wanted more than a quarter of the machine.</summary>
    public bool WasBusy => LoadBefore > Processors / 4.0;
}

/// <summary>The JSON of the benchmarks.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TapBenchResult))]
internal sealed partial class BenchJson : JsonSerializerContext;
