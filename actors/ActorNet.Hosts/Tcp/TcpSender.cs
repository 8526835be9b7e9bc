using System.Buffers.Binary;
using ActorNet.Core;
using ActorNet.Hosts.Time;

namespace ActorNet.Hosts.Tcp;

/// <summary>Sends a segment of the stream.</summary>
/// <param name="from">First sequence number.</param>
/// <param name="length">Sequence numbers, the FIN included.</param>
/// <param name="again">Whether it was sent before.</param>
/// <param name="now">The time.</param>
internal delegate void SegmentEmitter(long from, int length, bool again, Instant now);

/// <summary>
/// The sending half of a connection: what is under way, what the peer has, what is lost. Loss recovery is that of RFC 6675 with selective acknowledgements and of
/// RFC 6582 (NewReno) without, paced by RFC 6937; both are told by one estimate of what is in the network ("pipe"). The stream is generated, so nothing is kept.
/// </summary>
internal sealed partial class TcpSender
{
    /// <summary>Timeouts in a row after which the peer is given up, as Linux (<c>tcp_retries2</c>).</summary>
    internal const int MaxTimeouts = 15;

    private const int DupThreshold = 3;

    private readonly SequenceRanges _sacked = new();
    private readonly Queue<SentAgain> _again = new();
    private readonly SegmentEmitter _emit;
    private readonly StackTimer _timer;
    private readonly StackTimer _resume;
    private readonly TcpCard _card;
    private Recovery _recovery;
    private TcpCongestion _congestion = null!;
    private int _peerShift;
    private bool _sack;
    private bool _ecn;
    private long _window;
    private long _maxWindow;
    private long _windowSequence;
    private long _windowAck;
    private long _recover;
    private long _ecnRecover;
    private long _retransmitted;
    private long _lostByCount;
    private long _recoveryFlight;
    private long _recoveryDelivered;
    private long _recoverySent;
    private bool _retransmitNow;
    private bool _partialSeen;
    private int _duplicates;
    private int _timeoutsInRow;
    private long _timedEnd;
    private Instant? _timedAt;

    /// <summary>A sender that has sent its SYN.</summary>
    /// <param name="first">Sequence number of the SYN.</param>
    /// <param name="length">Bytes of the stream; <see cref="TcpProtocol.Endless"/> until it is known.</param>
    /// <param name="timer">The timer of retransmission and of probes; its owner calls <see cref="OnTimeout"/>.</param>
    /// <param name="resume">The timer after which a sender that the card held up goes on; its owner calls <see cref="Output"/>.</param>
    /// <param name="card">Where segments go.</param>
    /// <param name="emit">Sends segments.</param>
    internal TcpSender(long first, long length, StackTimer timer, StackTimer resume, TcpCard card, SegmentEmitter emit)
    {
        (First, _timer, _resume, _card, _emit) = (first, timer, resume, card, emit);
        (Una, Next) = (first, first + 1);
        (_recover, _ecnRecover, _retransmitted) = (first, first, first);
        DataEnd = DataStart + length;
    }

    private enum Recovery
    {
        None,
        Fast,
        Timeout,
    }

    /// <summary>A segment that was sent again, and the next new number at that time.</summary>
    private readonly record struct SentAgain(long Start, int Length, long Next);

    internal TcpRtt Rtt { get; } = new();

    internal long First { get; }

    /// <summary>Oldest number that is not acknowledged.</summary>
    internal long Una { get; private set; }

    /// <summary>Next number that was never sent.</summary>
    internal long Next { get; private set; }

    internal long DataStart => First + 1;

    /// <summary>Where the stream ends; the FIN has this number.</summary>
    internal long DataEnd { get; private set; }

    /// <summary>Whether a FIN follows the stream.</summary>
    internal bool IsClosing { get; private set; }

    internal bool IsFinAcked => IsClosing && Una > DataEnd;

    internal long BytesAcked => Math.Clamp(Una - DataStart, 0, DataEnd - DataStart);

    internal int Mss => _congestion.Mss;

    /// <summary>The congestion window; never below one segment.</summary>
    internal long CongestionWindow => _congestion.Window;

    /// <summary>Whether the peer is to be told with the next new data that its mark was heard.</summary>
    internal bool OwesCwr { get; set; }

    internal long Retransmits { get; set; }

    internal long Timeouts { get; set; }

    internal long EcnReductions { get; private set; }

    /// <summary>When the last byte of the stream was acknowledged; null before.</summary>
    internal Instant? CompletedAt { get; private set; }

    private long Flight => Next - Una;

    /// <summary>Grows by what each acknowledgement says to have arrived.</summary>
    private long Delivered => Una + (_sack ? _sacked.Total : (long)_duplicates * Mss);

    /// <summary>End of what may be sent: the FIN counts as one.</summary>
    private long Limit => IsClosing ? DataEnd + 1 : DataEnd;

    /// <summary>The handshake is over.</summary>
    /// <param name="mss">Bytes of a segment.</param>
    /// <param name="peer">Options of the peer's SYN.</param>
    /// <param name="scaled">Whether both sides scale their windows.</param>
    /// <param name="ecn">Whether both sides understand marks.</param>
    /// <param name="synLost">Whether the SYN had to be sent again: the window begins with one segment then (RFC 5681, section 3.1).</param>
    internal void Establish(int mss, in TcpOptions peer, bool scaled, bool ecn, bool synLost)
    {
        _congestion = new TcpCongestion(mss, TcpProtocol.WindowSize);
        if (synLost) _congestion.Collapse(0, again: true);
        _peerShift = scaled ? peer.WindowShift : 0;
        _sack = peer.SackPermitted;
        _ecn = ecn;
        Una = DataStart;
        _retransmitted = Una;
        _timer.Disarm();
        if (synLost) Rtt.BeginAfterLoss();
    }

    /// <summary>Ends the stream: at its length, or where it has come to.</summary>
    internal void Close(bool here)
    {
        if (here) DataEnd = Math.Max(DataStart, Math.Min(DataEnd, Next));
        IsClosing = true;
    }

    /// <summary>Takes the window that a segment offers, if it is newer than the one in force (RFC 9293, section 3.10.7.4).</summary>
    internal void UpdateWindow(in TcpSegment segment, long sequence, long ack)
    {
        if (sequence < _windowSequence || (sequence == _windowSequence && ack < _windowAck)) return;
        _window = segment.Has(TcpFlags.Syn) ? segment.Window : (long)segment.Window << _peerShift;
        _maxWindow = Math.Max(_maxWindow, _window);
        (_windowSequence, _windowAck) = (sequence, ack);
    }

    /// <summary>The first window, whatever the sequence numbers are.</summary>
    internal void BeginWindow(in TcpSegment segment, long sequence, long ack)
    {
        (_windowSequence, _windowAck) = (sequence, ack);
        UpdateWindow(segment, sequence, ack);
    }

    /// <summary>An acknowledgement of nothing that was not sent.</summary>
    internal void OnAck(in TcpSegment segment, long sequence, long ack, Instant now)
    {
        _timeoutsInRow = 0;
        var flight = Flight;
        var delivered = Delivered;
        var oldWindow = _window;
        var newlySacked = _sack && flight > 0 ? TakeBlocks(TcpOptions.Blocks(segment.Options)) : 0;
        UpdateWindow(segment, sequence, ack);
        var isMarked = _ecn && segment.Has(TcpFlags.Ece);
        if (ack > Una) OnNew(ack, isMarked, now);
        else if (ack == Una && flight > 0 && segment.Length == 0 && (_sack ? newlySacked > 0 : _window == oldWindow)) _duplicates += _recovery == Recovery.Timeout ? 0 : 1;
        if (isMarked) OnMark(flight);
        if (_recovery == Recovery.None && IsLossTold()) EnterFastRecovery(now);
        if (_recovery == Recovery.Fast) PaceRecovery(Delivered - delivered);
        if (newlySacked > 0) SendLostAgain(now);
    }

    /// <summary>The retransmission timer went off, with something under way or without.</summary>
    /// <returns>False when it is time to give up.</returns>
    internal bool OnTimeout(Instant now)
    {
        if (++_timeoutsInRow > MaxTimeouts) return false;
        if (Flight == 0)
        {
            Probe(now);
            return true;
        }

        Timeouts++;
        _congestion.Collapse(Flight, again: _recovery == Recovery.Timeout && _timeoutsInRow > 1);
        if (_ecn) OwesCwr = true;
        // A peer may have thrown away what it acknowledged only selectively (RFC 2018, section 8).
        if (_timeoutsInRow > 1) _sacked.Clear();
        _again.Clear();
        _recovery = Recovery.Timeout;
        (_recover, _ecnRecover, _retransmitted, _duplicates, _timedAt) = (Next, Next, Una, 0, null);
        _retransmitNow = true;
        Rtt.BackOff();
        _timer.Arm(now.Plus(Rtt.Timeout));
        Output(now);
        return true;
    }

    /// <summary>A link on the way takes only smaller packets: what is under way is sent again in smaller segments (RFC 1191, section 6.5).</summary>
    internal void OnTooBig(int mss, Instant now)
    {
        if (_congestion is null || mss >= Mss) return;
        _congestion.Shrink(mss);
        if (Flight == 0) return;
        _again.Clear();
        _recovery = Recovery.Timeout;
        (_recover, _retransmitted, _duplicates, _timedAt) = (Next, Una, 0, null);
        Output(now);
    }

    private void OnNew(long ack, bool isMarked, Instant now)
    {
        var acked = ack - Una;
        var wasLimited = Flight + Mss > _congestion.Window;
        if (_timedAt is { } timedAt && ack >= _timedEnd)
        {
            Rtt.Sample(now.Since(timedAt));
            _timedAt = null;
        }

        Una = ack;
        _retransmitted = Math.Max(_retransmitted, ack);
        _sacked.RemoveBelow(ack);
        Rtt.ResetBackoff();
        if (ack >= DataEnd) CompletedAt ??= now;
        var restart = true;
        if (_recovery == Recovery.Fast) restart = OnNewInFastRecovery(acked);
        else if (wasLimited && !isMarked) _congestion.OnAck(acked);
        if (_recovery != Recovery.Fast) _duplicates = 0;
        if (_recovery == Recovery.Timeout && Una >= _recover) _recovery = Recovery.None;
        if (_recovery == Recovery.None) _again.Clear();
        if (Flight == 0) _timer.Disarm();
        else if (restart) _timer.Arm(now.Plus(Rtt.Timeout));
    }

    /// <summary>A full acknowledgement ends the recovery, a partial one tells of one more loss.</summary>
    /// <returns>Whether the timer begins anew: without selective acknowledgements only once, so that many losses end in a timeout (RFC 6582, "impatient").</returns>
    private bool OnNewInFastRecovery(long acked)
    {
        if (Una >= _recover)
        {
            _congestion.Recover(Flight);
            (_recovery, _duplicates) = (Recovery.None, 0);
            return true;
        }

        if (_sack) return true;
        // Each partial acknowledgement tells of one more loss, and covers what duplicates had told to have arrived.
        _duplicates = (int)Math.Max(0, _duplicates - ((acked - 1) / Mss));
        _retransmitted = Una;
        _lostByCount = Una + Mss;
        _retransmitNow = true;
        var restart = !_partialSeen;
        _partialSeen = true;
        return restart;
    }

    private void OnMark(long flight)
    {
        // Once per window of data (RFC 3168, section 6.1.2).
        if (_recovery != Recovery.None || Una <= _ecnRecover) return;
        _congestion.Halve(Math.Min(flight, _congestion.Window));
        _ecnRecover = Next;
        EcnReductions++;
        OwesCwr = true;
    }

    private bool IsLossTold()
    {
        if (Flight == 0) return false;
        if (_sack) return SackEdge() > Una || _duplicates >= DupThreshold;
        return _duplicates >= DupThreshold && Una > _recover;
    }

    private void EnterFastRecovery(Instant now)
    {
        _recoveryFlight = Flight;
        (_recoveryDelivered, _recoverySent) = (0, 0);
        _congestion.Halve(Flight);
        _recovery = Recovery.Fast;
        (_recover, _ecnRecover, _retransmitted) = (Next, Next, Una);
        _lostByCount = Una + Mss;
        (_retransmitNow, _partialSeen) = (true, false);
        if (_ecn) OwesCwr = true;
        _timer.Arm(now.Plus(Rtt.Timeout));
    }

    /// <summary>
    /// Lets out in proportion to what has arrived, so that what is sent again does not meet the full queue that lost it (RFC 6937, proportional rate reduction with
    /// slow-start reduction bound).
    /// </summary>
    private void PaceRecovery(long delivered)
    {
        var pipe = Pipe(LostEdge());
        var target = _congestion.Threshold;
        _recoveryDelivered += delivered;
        var room = pipe > target
            ? (((_recoveryDelivered * target) + _recoveryFlight - 1) / _recoveryFlight) - _recoverySent
            : Math.Min(target - pipe, Math.Max(_recoveryDelivered - _recoverySent, delivered) + Mss);
        _congestion.Restrict(pipe + Math.Max(0, room));
    }

    private long TakeBlocks(ReadOnlySpan<byte> blocks)
    {
        long added = 0;
        for (; blocks.Length >= TcpOptions.BlockSize; blocks = blocks[TcpOptions.BlockSize..])
        {
            var start = Sequence.Unwrap(BinaryPrimitives.ReadUInt32BigEndian(blocks), Una);
            var end = Sequence.Unwrap(BinaryPrimitives.ReadUInt32BigEndian(blocks[4..]), Una);
            if (start > Una && end <= Next) added += _sacked.Add(start, end);
        }

        return added;
    }
}
