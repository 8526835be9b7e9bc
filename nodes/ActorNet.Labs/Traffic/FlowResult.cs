using ActorNet.Topology;

namespace ActorNet.Labs.Traffic;

/// <summary>How traffic ended.</summary>
public enum FlowOutcome
{
    /// <summary>It ran to its end.</summary>
    Done,

    /// <summary>It could not: nobody answered, the connection was refused or broke.</summary>
    Failed,

    /// <summary>The time was over before it was.</summary>
    Cut,
}

/// <summary>What became of one line of traffic, simulated or live. What is null was not measured, or has no value because nothing arrived.</summary>
public sealed record FlowResult
{
    private static readonly Dictionary<FlowMetric, string> Everything = [];

    /// <summary>The line.</summary>
    public required TrafficFlow Flow { get; init; }

    /// <summary>How it ended.</summary>
    public required FlowOutcome Outcome { get; init; }

    /// <summary>Why it failed or was cut, in a few words; null when it is done.</summary>
    public string? Why { get; init; }

    /// <summary>Requests or datagrams sent.</summary>
    public long? Sent { get; init; }

    /// <summary>Different ones that arrived.</summary>
    public long? Received { get; init; }

    /// <summary>Further copies of them.</summary>
    public long? Duplicates { get; init; }

    /// <summary>Requests answered with an error.</summary>
    public long? Errors { get; init; }

    /// <summary>Bytes of payload that arrived; of TCP those that were acknowledged.</summary>
    public long? Bytes { get; init; }

    /// <summary>Bits of payload a second: UDP from the first arrival to the last, TCP from the first SYN to the last acknowledgement.</summary>
    public double? BitsPerSecond { get; init; }

    /// <summary>Nanoseconds from the beginning to the end.</summary>
    public long? Nanoseconds { get; init; }

    /// <summary>Round-trip times.</summary>
    public TimeSample? RoundTrip { get; init; }

    /// <summary>One-way delays.</summary>
    public TimeSample? Delay { get; init; }

    /// <summary>Interarrival jitter in nanoseconds.</summary>
    public double? Jitter { get; init; }

    /// <summary>Datagrams that came after a later one.</summary>
    public long? Reordered { get; init; }

    /// <summary>Arrivals marked by the network.</summary>
    public long? Marked { get; init; }

    /// <summary>Segments sent again.</summary>
    public long? Retransmits { get; init; }

    /// <summary>How often the retransmission timer went off.</summary>
    public long? Timeouts { get; init; }

    /// <summary>How often marks made the sender slow down.</summary>
    public long? EcnReductions { get; init; }

    /// <summary>What this way of running traffic cannot measure, and why: expectations of it are neither met nor failed.</summary>
    public IReadOnlyDictionary<FlowMetric, string> NotMeasured { get; init; } = Everything;

    /// <summary>Percent of what was sent that did not arrive; null when nothing was sent or it is not known.</summary>
    public double? Loss => Sent is > 0 and var sent && Received is { } received ? 100.0 * Math.Max(0, sent - received) / sent : null;

    /// <summary>A metric in its own measure; null when there is no value. <see cref="FlowMetric.Done"/> is 1 or 0.</summary>
    public double? ValueOf(FlowMetric metric, Statistic? statistic = null) => metric switch
    {
        FlowMetric.Done => Outcome == FlowOutcome.Done ? 1 : 0,
        FlowMetric.Sent => Sent,
        FlowMetric.Received => Received,
        FlowMetric.Loss => Loss,
        FlowMetric.Duplicates => Duplicates,
        FlowMetric.Errors => Errors,
        FlowMetric.RoundTrip => statistic is { } which ? RoundTrip?.ValueOf(which) : null,
        FlowMetric.Bytes => Bytes,
        FlowMetric.Rate => BitsPerSecond,
        FlowMetric.Time => Nanoseconds,
        FlowMetric.Delay => statistic is { } which ? Delay?.ValueOf(which) : null,
        FlowMetric.Jitter => Jitter,
        FlowMetric.Reordered => Reordered,
        FlowMetric.Marked => Marked,
        FlowMetric.Retransmits => Retransmits,
        FlowMetric.Timeouts => Timeouts,
        FlowMetric.EcnReductions => EcnReductions,
        _ => null,
    };
}
