using System.Globalization;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>One setting that is measured: lines of tc for the ifb on the way, frames, and what is asked about them.</summary>
/// <param name="Part">Where it belongs.</param>
/// <param name="Qdisc">What people read: the qdisc with its options.</param>
/// <param name="Lines">Words behind <c>tc</c>; the first adds the root qdisc. Netem takes a seed at the end of its first line.</param>
/// <param name="Traffic">What is sent.</param>
/// <param name="Judge">The figures of an observation, without their path.</param>
internal sealed record Experiment(
    AccuracyPart Part, string Qdisc, IReadOnlyList<string> Lines, Traffic Traffic, Func<Experiment, Observation, IEnumerable<AccuracyFigure>> Judge)
{
    /// <summary>The device that is shaped.</summary>
    public const string Device = "ifb0";

    /// <summary>Chances are drawn from a seed.</summary>
    public bool IsRandom => Qdisc.StartsWith("netem", StringComparison.Ordinal);

    /// <summary>How long frames may need to come out behind the last one sent: as long as the longest queue of the catalogue is.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The qdisc, or that there is none.</summary>
    public string Title => Qdisc.Length == 0 ? "none" : Qdisc;

    /// <summary>A setting of one qdisc.</summary>
    public static Experiment Of(AccuracyPart part, string qdisc, Traffic traffic, Func<Experiment, Observation, IEnumerable<AccuracyFigure>> judge) =>
        new(part, qdisc, qdisc.Length == 0 ? [] : [$"qdisc add dev {Device} root {qdisc}"], traffic, judge);

    /// <summary>The lines with a seed for what is random.</summary>
    public IReadOnlyList<string> Seeded(ulong seed) =>
        IsRandom ? [string.Create(CultureInfo.InvariantCulture, $"{Lines[0]} seed {seed}"), .. Lines.Skip(1)] : Lines;

    /// <summary>A figure of it.</summary>
    public AccuracyFigure Figure(string what, string unit, double set, double got, double error, string errorUnit, double? target) =>
        new(Part.Word(), Title, what, unit, set, got, error, errorUnit, target);
}
