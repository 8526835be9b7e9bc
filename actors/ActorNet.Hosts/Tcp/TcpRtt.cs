namespace ActorNet.Hosts.Tcp;

/// <summary>Round-trip times and the retransmission timeout (RFC 6298). The caller measures only what was sent once (Karn).</summary>
internal sealed class TcpRtt
{
    private const long Initial = 1_000_000_000;

    /// <summary>Initial value for data when the SYN was lost (section 5.7).</summary>
    private const long InitialAfterLoss = 3_000_000_000;

    /// <summary>Least time beyond the mean, as Linux has it (<c>TCP_RTO_MIN</c>): the RFC's second is long for networks whose acknowledgements come within 40 ms.</summary>
    private const long MinVariance = 200_000_000;

    private const long MaxTimeout = 60_000_000_000;

    private long _smoothed;
    private long _variance;
    private long _base = Initial;
    private long _sum;
    private long _count;
    private int _backoff;

    /// <summary>Nanoseconds until the oldest segment is given up for lost.</summary>
    internal long Timeout => Math.Min(_base << _backoff, MaxTimeout);

    /// <summary>Smallest sample; 0 when there is none.</summary>
    internal long Min { get; private set; }

    /// <summary>Mean of the samples.</summary>
    internal long Mean => _count == 0 ? 0 : _sum / _count;

    internal void Sample(long nanoseconds)
    {
        nanoseconds = Math.Max(1, nanoseconds);
        if (_count == 0)
        {
            _smoothed = nanoseconds;
            _variance = nanoseconds / 2;
        }
        else
        {
            _variance += (Math.Abs(_smoothed - nanoseconds) - _variance) / 4;
            _smoothed += (nanoseconds - _smoothed) / 8;
        }

        Min = _count == 0 ? nanoseconds : Math.Min(Min, nanoseconds);
        _sum += nanoseconds;
        _count++;
        _base = Math.Min(_smoothed + Math.Max(4 * _variance, MinVariance), MaxTimeout);
        _backoff = 0;
    }

    /// <summary>The timer went off: twice as long next time (section 5.5).</summary>
    internal void BackOff()
    {
        if (Timeout < MaxTimeout) _backoff++;
    }

    /// <summary>Something new was acknowledged: the path is alive.</summary>
    internal void ResetBackoff() => _backoff = 0;

    /// <summary>The SYN was sent more than once, so nothing is known.</summary>
    internal void BeginAfterLoss()
    {
        _backoff = 0;
        if (_count == 0) _base = InitialAfterLoss;
    }
}
