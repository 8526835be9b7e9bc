using ActorNet.Core;

namespace ActorNet.Hosts.Tcp;

/// <content>What is sent, and when.</content>
internal sealed partial class TcpSender
{
    /// <summary>Sends what the windows allow: first what is lost, then what is new.</summary>
    internal void Output(Instant now)
    {
        var edge = LostEdge();
        var pipe = Pipe(edge);
        var wasIdle = Flight == 0;
        while (TrySendLost(edge, now, ref pipe) || TrySendNew(now, ref pipe))
        {
        }

        _retransmitNow = false;
        if (Flight > 0 ? wasIdle || !_timer.IsArmed : Limit > Next && !_timer.IsArmed && !_resume.IsArmed) _timer.Arm(now.Plus(Rtt.Timeout));
    }

    /// <summary>
    /// Nothing is under way, because the peer's window is closed or too small to be worth a segment. What fits is sent now, however little (RFC 9293, section
    /// 3.8.6.2.1); else the peer is asked with a segment that it has had, as Linux does (section 3.8.6.1).
    /// </summary>
    private void Probe(Instant now)
    {
        var length = (int)Math.Min(Mss, Math.Min(Limit, Una + _window) - Next);
        if (length > 0) SendNew(length, now);
        else _emit(Una - 1, 0, again: true, now);
        Rtt.BackOff();
        _timer.Arm(now.Plus(Rtt.Timeout));
    }

    private bool TrySendLost(long edge, Instant now, ref long pipe)
    {
        if (_recovery == Recovery.None) return false;
        // Nothing new to send: what is not yet told to be lost may be so all the same (RFC 6675, NextSeg rule 3).
        if (_recovery == Recovery.Fast && Limit == Next) edge = Math.Max(edge, _sacked.Top);
        var end = Math.Min(edge, Next);
        var gap = _sacked.GapAt(Math.Max(_retransmitted, Una));
        if (gap.Start >= end) return false;
        var length = (int)Math.Min(Mss, Math.Min(gap.End, end) - gap.Start);
        if (!_retransmitNow && pipe > 0 && pipe + length > _congestion.Window) return false;
        _retransmitNow = false;
        _retransmitted = gap.Start + length;
        pipe += length;
        _recoverySent += length;
        Retransmits++;
        _timedAt = null;
        if (_sack) _again.Enqueue(new SentAgain(gap.Start, length, Next));
        _emit(gap.Start, length, again: true, now);
        return true;
    }

    /// <summary>
    /// What was sent again may be lost again: then data that was new at that time arrives before it. Without this, one such loss holds the sender up until the timer
    /// goes off. Linux did so before it went by time (<c>tcp_mark_lost_retrans</c>).
    /// </summary>
    private void SendLostAgain(Instant now)
    {
        while (_again.TryPeek(out var oldest))
        {
            var gap = _sacked.GapAt(Math.Max(oldest.Start, Una));
            var end = Math.Min(gap.End, oldest.Start + oldest.Length);
            var hasArrived = gap.Start >= end;
            if (!hasArrived && _sacked.Within(oldest.Next, Next) <= (DupThreshold - 1) * Mss) return;
            _again.Dequeue();
            if (hasArrived) continue;
            var length = (int)(end - gap.Start);
            _again.Enqueue(new SentAgain(gap.Start, length, Next));
            _recoverySent += length;
            Retransmits++;
            _emit(gap.Start, length, again: true, now);
        }
    }

    private bool TrySendNew(Instant now, ref long pipe)
    {
        var length = (int)Math.Min(Mss, Math.Min(Limit, Una + _window) - Next);
        if (length <= 0 || (pipe > 0 && pipe + length > _congestion.Window)) return false;
        // No silly windows (RFC 9293, section 3.8.6.2.1): a short segment only at the end, or when the peer never offers more.
        if (length < Mss && Next + length < Limit && length < _maxWindow / 2) return false;
        if (!_card.HasRoom(now))
        {
            _resume.Arm(_card.ResumeAt);
            return false;
        }

        pipe += length;
        SendNew(length, now);
        return true;
    }

    private void SendNew(int length, Instant now)
    {
        var from = Next;
        Next += length;
        _recoverySent += length;
        _card.Take(length, now);
        if (_timedAt is null && _recovery == Recovery.None) (_timedAt, _timedEnd) = (now, Next);
        _emit(from, length, again: false, now);
    }

    /// <summary>Everything below it that the peer does not have is lost.</summary>
    private long LostEdge() => _recovery switch
    {
        Recovery.Timeout => Math.Max(_recover, SackEdge()),
        Recovery.Fast => Math.Max(_lostByCount, SackEdge()),
        _ => Una,
    };

    /// <summary>What lies below two segments, or three separate ranges, that have arrived is lost (RFC 6675, IsLost).</summary>
    private long SackEdge()
    {
        long above = 0;
        for (var i = _sacked.Count - 1; i >= 0; i--)
        {
            above += _sacked[i].End - _sacked[i].Start;
            if (above > (DupThreshold - 1) * Mss || _sacked.Count - i >= DupThreshold) return _sacked[i].Start;
        }

        return Una;
    }

    /// <summary>Bytes believed to be in the network: those that are not lost, and those sent again.</summary>
    private long Pipe(long edge)
    {
        edge = Math.Clamp(edge, Una, Next);
        var again = Math.Clamp(_retransmitted, Una, edge);
        var pipe = Next - edge + (again - Una);
        if (_sack) pipe -= _sacked.Count == 0 ? 0 : _sacked.Within(edge, Next) + _sacked.Within(Una, again);
        else pipe -= (long)_duplicates * Mss;
        return Math.Max(0, pipe);
    }
}
