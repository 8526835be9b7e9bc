namespace ActorNet.Node.Bench.Accuracy;

/// <summary>Judges what comes out per second while more is offered.</summary>
internal static class RateJudge
{
    /// <summary>Most that a rate may be off, in per cent.</summary>
    public const double TargetPercent = 1;

    private const double Percent = 100;
    private const double BitsPerByte = 8;
    private const double NanosecondsPerSecond = 1e9;
    private const double Mega = 1e6;

    /// <summary>The beginning is left out: buckets that were full are emptied, queues are filled.</summary>
    private const double SettlingShare = 0.3;

    /// <summary>Judges flow by flow, and several flows together, too.</summary>
    /// <param name="set">Bits per second of each flow.</param>
    public static Func<Experiment, Observation, IEnumerable<AccuracyFigure>> Flows(params double[] set) => (experiment, seen) =>
    {
        var figures = new List<AccuracyFigure>();
        for (var flow = 0; flow < set.Length && set.Length > 1; flow++)
            figures.Add(Rate(experiment, $"rate of flow {flow}", set[flow], Measure(seen, flow)));
        figures.Add(Rate(experiment, "rate", set.Sum(), Measure(seen, flow: null)));
        return figures;
    };

    /// <summary>Bits per second from the end of the settling until nothing was offered any more.</summary>
    /// <param name="seen">What came out.</param>
    /// <param name="flow">Of one flow; null for all.</param>
    public static double Measure(Observation seen, int? flow)
    {
        var (begin, end) = (seen.FirstSent + ((seen.LastSent - seen.FirstSent) * SettlingShare), seen.LastSent);
        var times = seen.Arrivals.Where(a => a.At >= begin && a.At <= end && (flow is null || seen.Traffic.FlowOf(a.Sequence) == flow)).Select(a => a.At).ToArray();
        if (times.Length < 2) return 0;
        // The first frame marks the beginning: the time before it belongs to none of those counted.
        return (times.Length - 1) * seen.Traffic.Bytes * BitsPerByte * NanosecondsPerSecond / (times[^1] - times[0]);
    }

    private static AccuracyFigure Rate(Experiment experiment, string what, double set, double got) =>
        experiment.Figure(what, "Mbit/s", set / Mega, got / Mega, Math.Abs(got - set) / set * Percent, ErrorUnits.Percent, TargetPercent);
}
