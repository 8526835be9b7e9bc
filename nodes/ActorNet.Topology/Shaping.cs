using ActorNet.Hocon;

namespace ActorNet.Topology;

/// <summary>The rate of one direction of a link: a token bucket (<c>tbf</c>, net/sched/sch_tbf.c) at the sending end.</summary>
public sealed record Shaping
{
    /// <summary>Where the file gives the rate.</summary>
    public required HoconOrigin Origin { get; init; }

    /// <summary>Rate as <c>tc</c> reads it, for example <c>100mbit</c>.</summary>
    public required string Rate { get; init; }

    /// <summary>The rate in bytes per second.</summary>
    public required ulong BytesPerSecond { get; init; }

    /// <summary>Size of the bucket as <c>tc</c> reads it; default what the rate carries in 2 ms, at least two frames of the link's MTU.</summary>
    public required string Burst { get; init; }

    /// <summary>What waits at most, as <c>tc</c> reads it: <c>latency 50ms</c> (the default), or <c>limit 64kb</c>.</summary>
    public required IReadOnlyList<string> Bound { get; init; }

    /// <summary>The command that sets it up in the box of a device.</summary>
    public IReadOnlyList<string> CommandFor(string device) =>
        ["tc", "qdisc", "add", "dev", device, "root", "tbf", "rate", Rate, "burst", Burst, .. Bound];
}
