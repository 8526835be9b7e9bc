namespace ActorNet.Hosts.Tcp;

/// <summary>The congestion window: slow start, congestion avoidance and what a loss or a mark does to it (RFC 5681, with the byte counting of RFC 3465).</summary>
internal sealed class TcpCongestion
{
    private readonly long _limit;
    private long _credit;

    /// <summary>A window of ten segments (RFC 6928).</summary>
    /// <param name="mss">Bytes of a segment.</param>
    /// <param name="limit">The window never grows beyond.</param>
    internal TcpCongestion(int mss, long limit)
    {
        _limit = limit;
        Mss = mss;
        Window = 10L * mss;
        Threshold = long.MaxValue;
    }

    internal int Mss { get; private set; }

    /// <summary>Bytes that may be under way; never below one segment.</summary>
    internal long Window { get; private set; }

    /// <summary>Below it the window grows exponentially (<c>ssthresh</c>).</summary>
    internal long Threshold { get; private set; }

    /// <summary>Something new was acknowledged while the window was what held the sender back.</summary>
    internal void OnAck(long acked)
    {
        if (Window < Threshold)
        {
            Window = Math.Min(Window + Math.Min(acked, 2L * Mss), _limit);
            return;
        }

        _credit += acked;
        if (_credit < Window) return;
        _credit -= Window;
        Window = Math.Min(Window + Mss, _limit);
    }

    /// <summary>The network dropped or marked a segment: half of what was under way.</summary>
    internal void Halve(long flight)
    {
        Threshold = Math.Max(flight / 2, 2L * Mss);
        Window = Threshold;
        _credit = 0;
    }

    /// <summary>The retransmission timer went off: begin anew with one segment.</summary>
    /// <param name="flight">Bytes that were under way.</param>
    /// <param name="again">Whether it is the same loss as before, which leaves the threshold alone.</param>
    internal void Collapse(long flight, bool again)
    {
        if (!again) Threshold = Math.Max(flight / 2, 2L * Mss);
        Window = Mss;
        _credit = 0;
    }

    /// <summary>Everything that was lost has arrived: no burst out of an empty network (RFC 6582, section 3.2, step 3).</summary>
    internal void Recover(long flight) => Window = Math.Max(Mss, Math.Min(Threshold, Math.Max(flight, Mss) + Mss));

    /// <summary>During a recovery: what may be under way just now.</summary>
    internal void Restrict(long window) => Window = Math.Clamp(window, Mss, _limit);

    /// <summary>The path takes only smaller segments.</summary>
    internal void Shrink(int mss)
    {
        Mss = mss;
        Window = Math.Max(Window, mss);
    }
}
