using ActorNet.Core;

namespace ActorNet.Hosts.Udp;

/// <summary>What arrived of a generated flow: counts, delays, jitter. Of fixed size however long the flow is.</summary>
public sealed class UdpFlowStatistics
{
    /// <summary>Delays that are kept.</summary>
    public const int SampleSize = 4096;

    /// <summary>Numbers below the highest whose arrival is remembered.</summary>
    public const int Window = 65_536;

    private readonly ulong[] _seen = new ulong[Window / 64];
    private readonly List<long> _delays = [];
    private readonly RandomSource _random;
    private long _delaySum;
    private long _jitterTimes16;
    private long _lastTransit;

    internal UdpFlowStatistics(int flow) => _random = new RandomSource((ulong)flow);

    /// <summary>Different datagrams.</summary>
    public long Datagrams { get; private set; }

    /// <summary>Their payload.</summary>
    public long Bytes { get; private set; }

    /// <summary>Further copies.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Those that came after one with a higher number.</summary>
    public long Reordered { get; private set; }

    /// <summary>Those marked CE.</summary>
    public long Marked { get; private set; }

    /// <summary>Highest number; -1 when none came.</summary>
    public long HighestNumber { get; private set; } = -1;

    /// <summary>When the first came.</summary>
    public Instant First { get; private set; }

    /// <summary>When the last came.</summary>
    public Instant Last { get; private set; }

    /// <summary>Mean one-way delay in nanoseconds.</summary>
    public long MeanDelay => Datagrams == 0 ? 0 : _delaySum / Datagrams;

    /// <summary>Interarrival jitter in nanoseconds (RFC 3550, section 6.4.1).</summary>
    public long Jitter => _jitterTimes16 / 16;

    /// <summary>One-way delays: all, or as many chosen with equal chance (reservoir sampling).</summary>
    public IReadOnlyList<long> DelaySample => _delays;

    internal void Add(in FlowPayload payload, int bytes, bool marked, Instant now)
    {
        if (IsCopy(payload.Number))
        {
            Duplicates++;
            return;
        }

        if (payload.Number < HighestNumber) Reordered++;
        Remember(payload.Number);
        if (Datagrams++ == 0) First = now;
        Last = now;
        Bytes += bytes;
        if (marked) Marked++;
        AddDelay(now.Since(payload.Sent));
    }

    private void AddDelay(long delay)
    {
        _delaySum += delay;
        // As the RFC's appendix A.8, in whole numbers.
        if (Datagrams > 1) _jitterTimes16 += Math.Abs(delay - _lastTransit) - ((_jitterTimes16 + 8) / 16);
        _lastTransit = delay;
        if (_delays.Count < SampleSize)
        {
            _delays.Add(delay);
            return;
        }

        var place = _random.Next() % (ulong)Datagrams;
        if (place < SampleSize) _delays[(int)place] = delay;
    }

    private bool IsCopy(long number)
    {
        if (number > HighestNumber || number <= HighestNumber - Window) return false;
        return (_seen[Word(number)] & Bit(number)) != 0;
    }

    private void Remember(long number)
    {
        if (number <= HighestNumber - Window) return;
        if (number >= HighestNumber + Window) Array.Clear(_seen);
        else for (var skipped = HighestNumber + 1; skipped < number; skipped++) _seen[Word(skipped)] &= ~Bit(skipped);
        _seen[Word(number)] |= Bit(number);
        HighestNumber = Math.Max(HighestNumber, number);
    }

    private static int Word(long number) => (int)(number % Window) / 64;

    private static ulong Bit(long number) => 1UL << (int)(number % 64);
}
