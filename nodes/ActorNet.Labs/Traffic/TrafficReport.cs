namespace ActorNet.Labs.Traffic;

/// <summary>What became of the traffic of a topology, simulated or live.</summary>
/// <param name="Flows">One for each line, in their order.</param>
/// <param name="Counters">How far counters rose meanwhile.</param>
/// <param name="Verdicts">One for each expectation, in their order.</param>
/// <param name="Nanoseconds">How long it took, in the time of the network.</param>
public sealed record TrafficReport(IReadOnlyList<FlowResult> Flows, TrafficCounters Counters, IReadOnlyList<Verdict> Verdicts, long Nanoseconds)
{
    /// <summary>No expectation was disappointed.</summary>
    public bool IsMet => Verdicts.All(v => v.Judgement != Judgement.NotMet);

    /// <summary>With the verdicts on what was measured.</summary>
    public static TrafficReport Of(TopologyModel topology, IReadOnlyList<FlowResult> flows, TrafficCounters counters, long nanoseconds)
    {
        ArgumentNullException.ThrowIfNull(topology);
        return new TrafficReport(flows, counters, TrafficJudge.Judge(topology.Expectations, flows, counters), nanoseconds);
    }
}

/// <summary>How far running traffic is.</summary>
/// <param name="Nanoseconds">Time of the network since it was up.</param>
/// <param name="Over">Lines of traffic that are over.</param>
/// <param name="Total">All lines.</param>
public readonly record struct TrafficProgress(long Nanoseconds, int Over, int Total);
