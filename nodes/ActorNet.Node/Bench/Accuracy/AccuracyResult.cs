using System.Text.Json.Serialization;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>All of it: what <c>bench accuracy --json</c> prints.</summary>
/// <param name="Kernel">Release of the machine's kernel.</param>
/// <param name="Processors">Processors the program may use.</param>
/// <param name="LoadBefore">The load average before: everybody's share in what real time shows.</param>
/// <param name="Seconds">How long each setting was measured.</param>
/// <param name="Seed">Of all chances.</param>
/// <param name="Repeats">On the virtual clock the same seed gave the same frames at the same times again, and another seed others; null when nothing random was
/// measured there.</param>
/// <param name="Figures">Per path and setting.</param>
/// <param name="LeftOut">Paths that were not measured, and why.</param>
internal sealed record AccuracyResult(
    string Kernel, int Processors, double LoadBefore, int Seconds, ulong Seed, bool? Repeats, IReadOnlyList<AccuracyFigure> Figures, IReadOnlyList<string> LeftOut)
{
    /// <summary>Other programs wanted more than a quarter of the machine.</summary>
    public bool WasBusy => LoadBefore > Processors / 4.0;

    /// <summary>Nothing on the virtual clock missed its target. Real time depends on the machine, and decides nothing.</summary>
    public bool Passed => Repeats != false && Figures.All(f => f.Met || !string.Equals(f.Path, AccuracyPaths.Virtual, StringComparison.Ordinal));
}

/// <summary>The JSON of <c>bench accuracy</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AccuracyResult))]
internal sealed partial class AccuracyJson : JsonSerializerContext;
