namespace ActorNet.Node.Bench;

/// <summary>What <c>bench tap</c> measures on each path.</summary>
internal enum TapMetric
{
    /// <summary>One TCP stream of <c>iperf3</c>, in Gbit/s that the receiver got.</summary>
    Tcp,

    /// <summary>60-byte frames of <c>trafgen</c>, in thousands per second that the receiver's interface counted.</summary>
    Pps,

    /// <summary>Round trip of <c>ping</c>, the median of one measurement, in microseconds.</summary>
    Ping,
}

/// <summary>What is said about a <see cref="TapMetric"/>.</summary>
internal static class TapMetrics
{
    /// <summary>The words of <c>--only</c>, in the order of the table.</summary>
    public static IReadOnlyList<string> Words { get; } = ["tcp", "pps", "ping"];

    /// <summary>The word of a metric.</summary>
    public static string Word(this TapMetric metric) => Words[(int)metric];

    /// <summary>Its unit.</summary>
    public static string Unit(this TapMetric metric) => metric switch
    {
        TapMetric.Tcp => "Gbit/s",
        TapMetric.Pps => "kframes/s",
        _ => "us",
    };
}
