using static ActorNet.Topology.LinkSetting;

namespace ActorNet.Topology;

/// <summary>
/// How many frames a direction of a link may hold. Unless the file says so it is what can be under way: rate times delay and what may wait for the rate, all in the
/// smallest frames, so that a long link never drops in silence what its rate could carry.
/// </summary>
/// <param name="Frames">Frames: those that are delayed and those that wait for the rate together.</param>
/// <param name="IsDerived">It follows from rate and delay; nobody has set it.</param>
public readonly record struct QueueLimit(uint Frames, bool IsDerived)
{
    /// <summary>A direction without a rate is taken for one of 1 Gbit/s, in bytes per second.</summary>
    public const double AssumedBytesPerSecond = 125e6;

    /// <summary>The smallest frame of Ethernet in bytes, without its checksum.</summary>
    public const int SmallestFrame = 60;

    /// <summary>What no derived limit is below: the emulator's own.</summary>
    public const uint Least = 1000;

    /// <summary>What no derived limit is above.</summary>
    public const uint Most = LinkUnits.MostFrames;

    /// <summary>Default time in nanoseconds that a frame may wait for the rate.</summary>
    internal const double DefaultLatency = 50e6;

    private const double NanosecondsPerSecond = 1e9;

    // The tables of the shapes end at four deviations.
    private const double ShapedSpread = 4;

    /// <summary>The limit of a direction.</summary>
    public static QueueLimit Of(Impairments impairments)
    {
        ArgumentNullException.ThrowIfNull(impairments);
        if (impairments[Names.Limit] is { CountsFrames: true } set) return new QueueLimit((uint)set.Amount, IsDerived: false);
        var rate = impairments.BytesPerSecond ?? AssumedBytesPerSecond;
        var bytes = (rate * LongestDelay(impairments) / NanosecondsPerSecond) + (impairments.BytesPerSecond is null ? 0 : WaitingBytes(impairments, rate));
        return new QueueLimit((uint)Math.Clamp(Math.Ceiling(bytes / SmallestFrame), Least, Most), IsDerived: true);
    }

    private static double LongestDelay(Impairments impairments)
    {
        var jitter = impairments[Names.Jitter];
        var spread = jitter is null ? 0 : jitter.Amount * (jitter.Words[^1] is "normal" or "pareto" or "paretonormal" ? ShapedSpread : 1);
        return (impairments[Names.Delay]?.Amount ?? 0) + spread;
    }

    private static double WaitingBytes(Impairments impairments, double rate)
    {
        var burst = LinkUnits.Size(impairments.Burst) ?? 0;
        if (impairments[Names.Limit] is { } limit) return limit.Amount + burst;
        return (rate * (impairments[Names.Latency]?.Amount ?? DefaultLatency) / NanosecondsPerSecond) + burst;
    }
}
