namespace ActorNet.Core.Sched;

/// <summary>Options of a token bucket filter (rules TBF-01, TBF-07, TBF-08).</summary>
public sealed record TbfOptions : QdiscOptions
{
    /// <summary>Bytes per second; not 0.</summary>
    public required ulong Rate { get; init; }

    /// <summary>Bucket in bytes; also the longest frame that is let in. Not 0.</summary>
    public required uint Burst { get; init; }

    /// <summary>Bytes that may wait.</summary>
    public required uint Limit { get; init; }

    /// <summary>Bytes per second that not even a full bucket may exceed; 0 for none, otherwise more than <see cref="Rate"/>.</summary>
    public ulong PeakRate { get; init; }

    /// <summary>Bucket of the peak rate in bytes; needed with <see cref="PeakRate"/>.</summary>
    public uint Mtu { get; init; }

    /// <summary>Bytes that every frame is charged more than it has.</summary>
    public ushort Overhead { get; init; }

    /// <summary>Smallest length that is charged.</summary>
    public ushort Mpu { get; init; }

    /// <summary>Charge whole ATM cells.</summary>
    public bool Atm { get; init; }

    /// <summary>The limit that keeps waiting below a latency (rule TBF-07).</summary>
    /// <param name="rate">Bytes per second.</param>
    /// <param name="burst">Bucket in bytes.</param>
    /// <param name="microseconds">Latency.</param>
    /// <param name="peakRate">Peak rate in bytes per second, 0 for none.</param>
    /// <param name="mtu">Bucket of the peak rate in bytes.</param>
    public static uint LimitFor(ulong rate, uint burst, uint microseconds, ulong peakRate = 0, uint mtu = 0)
    {
        var limit = (rate * (double)microseconds / 1e6) + burst;
        if (peakRate > 0) limit = Math.Min(limit, (peakRate * (double)microseconds / 1e6) + mtu);
        return limit >= uint.MaxValue ? uint.MaxValue : (uint)limit;
    }
}
