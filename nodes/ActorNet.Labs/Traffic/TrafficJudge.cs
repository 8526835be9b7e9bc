using ActorNet.Topology;

namespace ActorNet.Labs.Traffic;

/// <summary>What became of an expectation.</summary>
public enum Judgement
{
    /// <summary>It holds.</summary>
    Met,

    /// <summary>It does not, or there is no value that it could hold of.</summary>
    NotMet,

    /// <summary>Nobody can tell, since this way of running traffic does not measure it.</summary>
    Skipped,
}

/// <summary>An expectation held against what was measured.</summary>
/// <param name="Expectation">The line.</param>
/// <param name="Judgement">What became of it.</param>
/// <param name="Value">What was measured, in the measure of <see cref="Expectation.Unit"/>; null when there is nothing.</param>
/// <param name="Why">Why there is no value, or why the traffic is not done; else null.</param>
public sealed record Verdict(Expectation Expectation, Judgement Judgement, double? Value, string? Why = null)
{
    /// <summary>The value for people, or why there is none.</summary>
    public string Got => Expectation is FlowExpectation { Metric: FlowMetric.Done }
        ? Why ?? "done"
        : Value is { } value ? Quantity.Show(value, Expectation.Unit) : Why ?? "nothing";
}

/// <summary>Holds what was measured against what is expected. Pure; the same for simulated and live traffic.</summary>
public static class TrafficJudge
{
    /// <summary>Judges every expectation, in their order.</summary>
    /// <param name="expectations">Those of the topology.</param>
    /// <param name="results">One for each line of its traffic.</param>
    /// <param name="counters">How far counters rose meanwhile.</param>
    public static IReadOnlyList<Verdict> Judge(IReadOnlyList<Expectation> expectations, IReadOnlyList<FlowResult> results, TrafficCounters counters)
    {
        ArgumentNullException.ThrowIfNull(expectations);
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(counters);
        var byName = results.ToDictionary(r => r.Flow.Name, StringComparer.Ordinal);
        return [.. expectations.Select(e => Judge(e, byName, counters))];
    }

    private static Verdict Judge(Expectation expectation, Dictionary<string, FlowResult> results, TrafficCounters counters) => expectation switch
    {
        FlowExpectation flow => Judge(flow, results[flow.Flow.Name]),
        DeviceExpectation device => counters.Devices.TryGetValue((device.Box, device.Device), out var reading)
            ? Held(device, reading[device.Counter], device.Bound)
            : new Verdict(device, Judgement.NotMet, null, "the device is gone"),
        DropExpectation drop => Held(drop, drop.Reason is null ? counters.Drops.Values.Sum() : counters.Drops.GetValueOrDefault(drop.Reason), drop.Bound),
        _ => throw new ArgumentException($"{expectation.GetType().Name} is no expectation", nameof(expectation)),
    };

    private static Verdict Judge(FlowExpectation expectation, FlowResult result)
    {
        if (result.NotMeasured.TryGetValue(expectation.Metric, out var why)) return new Verdict(expectation, Judgement.Skipped, null, why);
        if (result.ValueOf(expectation.Metric, expectation.Statistic) is not { } value) return new Verdict(expectation, Judgement.NotMet, null, result.Why ?? "nothing was measured");
        return expectation.Bound is { } bound
            ? Held(expectation, value, bound)
            : new Verdict(expectation, value > 0 ? Judgement.Met : Judgement.NotMet, value, result.Why);
    }

    private static Verdict Held(Expectation expectation, double value, Bound bound) =>
        new(expectation, bound.Holds(value) ? Judgement.Met : Judgement.NotMet, value);
}
