using ActorNet.Labs.Traffic;
using ActorNet.Topology;

namespace ActorNet.Node.Flows;

/// <summary>What became of the traffic of a file, as <c>sim --json</c> and <c>check --json</c> print it.</summary>
/// <param name="Topology">Name of the topology.</param>
/// <param name="Mode">simulated or live.</param>
/// <param name="Met">No expectation was disappointed.</param>
/// <param name="Seconds">How long it took in the time of the network.</param>
/// <param name="RealSeconds">How long it took.</param>
/// <param name="Flows">The lines of traffic.</param>
/// <param name="Expectations">What was expected.</param>
/// <param name="Drops">Frames that boxes gave up meanwhile, by reason.</param>
internal sealed record ShownTraffic(
    string Topology, string Mode, bool Met, double Seconds, double RealSeconds, IReadOnlyList<ShownFlow> Flows, IReadOnlyList<ShownExpectation> Expectations,
    IReadOnlyDictionary<string, long> Drops)
{
    /// <summary>The mode on the virtual clock.</summary>
    public const string Simulated = "simulated";

    /// <summary>The mode between hosts of the machine.</summary>
    public const string Live = "live";

    /// <summary>The seed, where chance derives from it.</summary>
    public ulong? Seed { get; init; }

    /// <summary>How many times faster than real time.</summary>
    public double? TimesFaster { get; init; }

    /// <summary>Lines written to the trace.</summary>
    public long? TraceLines { get; init; }

    /// <summary>From a report.</summary>
    public static ShownTraffic Of(string topology, string mode, TrafficReport report, TimeSpan real) => new(
        topology, mode, report.IsMet, report.Nanoseconds / 1e9, Math.Round(real.TotalSeconds, 3), [.. report.Flows.Select(ShownFlow.Of)], [.. report.Verdicts.Select(ShownExpectation.Of)],
        new SortedDictionary<string, long>(report.Counters.Drops.ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal), StringComparer.Ordinal));
}

/// <summary>A line of traffic. What was not measured, or has no value, is left out.</summary>
internal sealed record ShownFlow(string Name, string Kind, string From, string To, string Over, string Outcome)
{
    /// <summary>Why it is not done.</summary>
    public string? Why { get; init; }

    public long? Sent { get; init; }

    public long? Received { get; init; }

    public double? LossPercent { get; init; }

    public long? Bytes { get; init; }

    public double? BitsPerSecond { get; init; }

    public double? Seconds { get; init; }

    /// <summary>Round-trip times.</summary>
    public ShownTimes? Rtt { get; init; }

    /// <summary>One-way delays.</summary>
    public ShownTimes? Delay { get; init; }

    public double? JitterMilliseconds { get; init; }

    public long? Duplicates { get; init; }

    public long? Reordered { get; init; }

    public long? Errors { get; init; }

    public long? Retransmits { get; init; }

    public long? Timeouts { get; init; }

    public long? EcnReductions { get; init; }

    public long? Marked { get; init; }

    /// <summary>The word of an outcome.</summary>
    public static string WordOf(FlowOutcome outcome) => outcome switch { FlowOutcome.Done => "done", FlowOutcome.Failed => "failed", _ => "cut" };

    public static ShownFlow Of(FlowResult r) => new(r.Flow.Name, r.Flow.KindName, r.Flow.From, r.Flow.To, r.Flow.IsIPv6 ? "ipv6" : "ipv4", WordOf(r.Outcome))
    {
        Why = r.Why,
        Sent = r.Sent,
        Received = r.Received,
        LossPercent = r.Loss is { } loss ? Math.Round(loss, 4) : null,
        Bytes = r.Bytes,
        BitsPerSecond = r.BitsPerSecond is { } rate ? Math.Round(rate) : null,
        Seconds = r.Nanoseconds / 1e9,
        Rtt = ShownTimes.Of(r.RoundTrip),
        Delay = ShownTimes.Of(r.Delay),
        JitterMilliseconds = r.Jitter is { } jitter ? Math.Round(jitter / 1e6, 6) : null,
        Duplicates = r.Duplicates,
        Reordered = r.Reordered,
        Errors = r.Errors,
        Retransmits = r.Retransmits,
        Timeouts = r.Timeouts,
        EcnReductions = r.EcnReductions,
        Marked = r.Marked,
    };
}

/// <summary>Times in milliseconds; those that are not known are left out.</summary>
internal sealed record ShownTimes(double? Min, double? Median, double? Mean, double? P99, double? Max)
{
    public static ShownTimes? Of(TimeSample? sample) => sample is null
        ? null
        : new ShownTimes(
            Milliseconds(sample, StatisticKind.Min), Milliseconds(sample, StatisticKind.Median), Milliseconds(sample, StatisticKind.Mean), Milliseconds(sample, StatisticKind.Percentile, 99),
            Milliseconds(sample, StatisticKind.Max));

    private static double? Milliseconds(TimeSample sample, StatisticKind kind, double percent = 0) =>
        sample.ValueOf(new Statistic(kind, percent)) is { } nanoseconds ? Math.Round(nanoseconds / 1e6, 6) : null;
}

/// <summary>An expectation and what became of it.</summary>
/// <param name="Text">As in the file.</param>
/// <param name="Verdict">met, not met or skipped.</param>
/// <param name="Got">What was measured, with its unit, or why there is nothing.</param>
internal sealed record ShownExpectation(string Text, string Verdict, string Got)
{
    /// <summary>What was measured, in <see cref="Unit"/>.</summary>
    public double? Value { get; init; }

    /// <summary>count, bytes, percent, bits-per-second or nanoseconds.</summary>
    public required string Unit { get; init; }

    /// <summary>Why there is no value.</summary>
    public string? Why { get; init; }

    /// <summary>The word of a judgement.</summary>
    public static string WordOf(Judgement judgement) => judgement switch { Judgement.Met => "met", Judgement.NotMet => "not met", _ => "skipped" };

    public static ShownExpectation Of(Verdict v) => new(v.Expectation.Text, WordOf(v.Judgement), v.Got) { Value = v.Value, Unit = UnitOf(v.Expectation.Unit), Why = v.Why };

    private static string UnitOf(QuantityUnit unit) => unit switch
    {
        QuantityUnit.Bytes => "bytes",
        QuantityUnit.Percent => "percent",
        QuantityUnit.BitRate => "bits-per-second",
        QuantityUnit.Time => "nanoseconds",
        _ => "count",
    };
}
