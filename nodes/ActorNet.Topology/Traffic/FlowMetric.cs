namespace ActorNet.Topology;

/// <summary>What can be expected of traffic.</summary>
public enum FlowMetric
{
    /// <summary>It ran to its end: TCP delivered everything and closed, UDP sent everything, ping got at least one reply.</summary>
    Done,

    /// <summary>Requests or datagrams sent.</summary>
    Sent,

    /// <summary>Different replies or datagrams that arrived.</summary>
    Received,

    /// <summary>How many percent of what was sent did not arrive.</summary>
    Loss,

    /// <summary>Further copies of what had arrived.</summary>
    Duplicates,

    /// <summary>Requests that the network answered with an error.</summary>
    Errors,

    /// <summary>Round-trip times.</summary>
    RoundTrip,

    /// <summary>Payload that arrived.</summary>
    Bytes,

    /// <summary>Bits of payload a second that arrived.</summary>
    Rate,

    /// <summary>Seconds from the beginning to the end.</summary>
    Time,

    /// <summary>One-way delays.</summary>
    Delay,

    /// <summary>Interarrival jitter (RFC 3550).</summary>
    Jitter,

    /// <summary>Datagrams that came after a later one.</summary>
    Reordered,

    /// <summary>Arrivals marked by the network (ECN's CE).</summary>
    Marked,

    /// <summary>Segments sent again.</summary>
    Retransmits,

    /// <summary>How often the retransmission timer went off.</summary>
    Timeouts,

    /// <summary>How often congestion marks made the sender slow down.</summary>
    EcnReductions,
}

/// <summary>A metric as files write it.</summary>
/// <param name="Metric">Which.</param>
/// <param name="Word">Its word.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Statistics">The statistics that it needs one of; empty when it is one number.</param>
internal sealed record MetricWord(FlowMetric Metric, string Word, QuantityUnit Unit, IReadOnlyList<string> Statistics);

/// <summary>Which kind of traffic has which metrics.</summary>
internal static class FlowMetrics
{
    private static readonly string[] Many = ["min", "median", "mean", "max", "p90", "p99"];
    private static readonly string[] Few = ["min", "mean"];

    private static readonly MetricWord Done = new(FlowMetric.Done, "done", QuantityUnit.Count, []);
    private static readonly MetricWord Sent = new(FlowMetric.Sent, "sent", QuantityUnit.Count, []);
    private static readonly MetricWord Received = new(FlowMetric.Received, "received", QuantityUnit.Count, []);
    private static readonly MetricWord Loss = new(FlowMetric.Loss, "loss", QuantityUnit.Percent, []);
    private static readonly MetricWord Duplicates = new(FlowMetric.Duplicates, "duplicates", QuantityUnit.Count, []);
    private static readonly MetricWord Bytes = new(FlowMetric.Bytes, "bytes", QuantityUnit.Bytes, []);
    private static readonly MetricWord Rate = new(FlowMetric.Rate, "rate", QuantityUnit.BitRate, []);
    private static readonly MetricWord Marked = new(FlowMetric.Marked, "marked", QuantityUnit.Count, []);

    private static readonly MetricWord[] Ping =
    [
        Done, Sent, Received, Loss, new(FlowMetric.RoundTrip, "rtt", QuantityUnit.Time, Many), Duplicates, new(FlowMetric.Errors, "errors", QuantityUnit.Count, []),
    ];

    private static readonly MetricWord[] Tcp =
    [
        Done, Rate, Bytes, new(FlowMetric.Time, "time", QuantityUnit.Time, []), new(FlowMetric.RoundTrip, "rtt", QuantityUnit.Time, Few),
        new(FlowMetric.Retransmits, "retransmits", QuantityUnit.Count, []), new(FlowMetric.Timeouts, "timeouts", QuantityUnit.Count, []),
        new(FlowMetric.EcnReductions, "ecn-reductions", QuantityUnit.Count, []), Marked,
    ];

    private static readonly MetricWord[] Udp =
    [
        Done, Sent, Received, Loss, Rate, Bytes, new(FlowMetric.Delay, "delay", QuantityUnit.Time, Many), new(FlowMetric.Jitter, "jitter", QuantityUnit.Time, []),
        Duplicates, new(FlowMetric.Reordered, "reordered", QuantityUnit.Count, []), Marked,
    ];

    /// <summary>The metrics of a kind, in the order in which they are listed.</summary>
    public static IReadOnlyList<MetricWord> Of(FlowKind kind) => kind switch { FlowKind.Ping => Ping, FlowKind.Tcp => Tcp, _ => Udp };
}
