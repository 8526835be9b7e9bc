using System.Runtime.CompilerServices;

namespace ActorNet.Core.Sched;

/// <summary>
/// A rate as the packet scheduler computes with it: nanoseconds for a length by one multiplication and a shift (<c>struct psched_ratecfg</c>; rules VT-06, QD-11).
/// The reciprocal has 32 significant bits, so the results are Linux's to the nanosecond.
/// </summary>
public readonly struct PschedRate
{
    private const ulong NanosecondsPerSecond = 1_000_000_000;
    private const uint AtmCellPayload = 48;
    private const uint AtmCell = 53;

    private readonly ulong _multiplier;
    private readonly int _shift;

    /// <summary>A rate with what its link adds to every frame.</summary>
    /// <param name="bytesPerSecond">Rate.</param>
    /// <param name="overhead">Bytes added to every frame.</param>
    /// <param name="minimum">Smallest length that a frame is charged, overhead included (mpu).</param>
    /// <param name="atm">The link sends cells of 53 bytes for every 48 begun.</param>
    public PschedRate(ulong bytesPerSecond, int overhead = 0, int minimum = 0, bool atm = false)
    {
        BytesPerSecond = bytesPerSecond;
        Overhead = overhead;
        Minimum = minimum;
        Atm = atm;
        _multiplier = 1;
        if (bytesPerSecond == 0) return;
        for (var factor = NanosecondsPerSecond; ; factor <<= 1, _shift++)
        {
            _multiplier = factor / bytesPerSecond;
            if (_multiplier >= 1UL << 31 || factor >= 1UL << 63) return;
        }
    }

    /// <summary>Rate in bytes per second.</summary>
    public ulong BytesPerSecond { get; }

    /// <summary>Bytes added to every frame.</summary>
    public int Overhead { get; }

    /// <summary>Smallest length charged.</summary>
    public int Minimum { get; }

    /// <summary>Whether lengths are rounded up to ATM cells.</summary>
    public bool Atm { get; }

    /// <summary>Nanoseconds that a frame of that length occupies the link.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Nanoseconds(uint length)
    {
        var charged = length + (uint)Overhead;
        if (charged < (uint)Minimum) charged = (uint)Minimum;
        if (Atm) charged = (charged + AtmCellPayload - 1) / AtmCellPayload * AtmCell;
        return (long)((charged * _multiplier) >> _shift);
    }
}
