using ActorNet.Core;

namespace ActorNet.Hosts.Tcp;

/// <content>What a segment does to a connection (RFC 9293, section 3.10.7).</content>
internal sealed partial class TcpConnection
{
    /// <summary>Smallest segment that is taken from a peer's word: with less, headers would be all there is.</summary>
    private const int LeastMss = 88;

    /// <summary>What a peer takes that does not say (RFC 9293, section 3.7.1).</summary>
    private const int DefaultMss = 536;

    private const int DefaultMssV6 = 1220;

    internal void OnSegment(in TcpSegment segment, Instant now)
    {
        if (State == TcpState.SynSent) OnAnswer(segment, now);
        else OnSynchronized(segment, Sequence.Unwrap(segment.Sequence, _receiver!.Next), now);
    }

    private void OnAnswer(in TcpSegment segment, Instant now)
    {
        var acks = segment.Has(TcpFlags.Ack);
        if (acks && segment.Acknowledgement != (uint)Sender.Next)
        {
            _owner.Segments.Refuse(Ends, segment, now);
            return;
        }

        if (segment.Has(TcpFlags.Rst))
        {
            if (acks) End(TcpEnd.Refused, now);
            return;
        }

        if (!segment.Has(TcpFlags.Syn)) return;
        TakeSyn(segment);
        if (!acks)
        {
            // Both sides connect at the same time.
            State = TcpState.SynReceived;
            SendSyn(now);
            return;
        }

        _ecn = _asksEcn && segment.Has(TcpFlags.Ece) && !segment.Has(TcpFlags.Cwr);
        Establish(segment, now);
        SendAck(now);
        Output(now);
    }

    private void OnSynchronized(in TcpSegment segment, long sequence, Instant now)
    {
        if (!_receiver!.IsAcceptable(sequence, segment.Length))
        {
            OnUnacceptable(segment, now);
            return;
        }

        if (segment.Has(TcpFlags.Rst))
        {
            OnReset(sequence, now);
            return;
        }

        if (segment.Has(TcpFlags.Syn))
        {
            AnswerInvalid(now);
            return;
        }

        if (!segment.Has(TcpFlags.Ack)) return;
        var ack = Sequence.Unwrap(segment.Acknowledgement, Sender.Una);
        if (State == TcpState.SynReceived)
        {
            if (ack != Sender.Next)
            {
                _owner.Segments.Refuse(Ends, segment, now);
                return;
            }

            _arrivals.Connections++;
            Establish(segment, now);
        }
        else if (ack > Sender.Next)
        {
            AnswerInvalid(now);
            return;
        }

        OnAcceptable(segment, sequence, ack, now);
    }

    private void OnAcceptable(in TcpSegment segment, long sequence, long ack, Instant now)
    {
        if (State == TcpState.TimeWait)
        {
            if (segment.Length > 0) SendAck(now);
            return;
        }

        if (_ecn) _receiver!.OnEcn(segment);
        var before = Sender.Una + _receiver!.Next;
        Sender.OnAck(segment, sequence, ack, now);
        OnOwnFinAcked(now);
        if (State == TcpState.Closed) return;
        var need = AckNeed.None;
        if (segment.Length > 0)
        {
            need = _receiver.Take(segment, sequence, now);
            if (_receiver.IsClosed) OnPeerClosed(now);
        }

        if (Sender.Una + _receiver!.Next > before) _owner.Confirm(Ends.Remote, now);

        // What is sent now carries the acknowledgement, unless there are ranges to tell of.
        if (need == AckNeed.Now && _receiver.EarlyRanges > 0) SendAck(now);
        var emittedBefore = _emitted;
        if (State != TcpState.TimeWait) Output(now);
        if (need == AckNeed.None || _emitted != emittedBefore) return;
        if (need == AckNeed.Now && _receiver.EarlyRanges == 0) SendAck(now);
        else if (need == AckNeed.Soon && !_ackTimer.IsArmed) _ackTimer.Arm(now.Plus(AckDelay));
    }

    private void OnUnacceptable(in TcpSegment segment, Instant now)
    {
        if (segment.Has(TcpFlags.Rst)) return;
        if (State == TcpState.SynReceived && segment.Has(TcpFlags.Syn))
        {
            OnSecondSyn(segment, now);
            return;
        }

        if (State == TcpState.TimeWait && segment.Has(TcpFlags.Fin)) _timer.Arm(now.Plus(RestTime));
        if (segment.Payload.Length > 0) _arrivals.Duplicates++;
        if (segment.Length > 0) SendAck(now);
        else AnswerInvalid(now);
    }

    /// <summary>A SYN in SYN-RECEIVED: our answer was lost, or both sides connected at the same time and this is the peer's answer.</summary>
    private void OnSecondSyn(in TcpSegment segment, Instant now)
    {
        if (!segment.Has(TcpFlags.Ack) || segment.Acknowledgement != (uint)Sender.Next)
        {
            SendSyn(now);
            return;
        }

        Establish(segment, now);
        SendAck(now);
        Output(now);
    }

    /// <summary>Believes only a reset that is where the next byte would be (RFC 5961, section 3).</summary>
    private void OnReset(long sequence, Instant now)
    {
        if (sequence != _receiver!.Next) AnswerInvalid(now);
        else End(State == TcpState.TimeWait ? TcpEnd.Done : TcpEnd.Reset, now);
    }

    /// <summary>Tells the peer where this side is, but not without end.</summary>
    private void AnswerInvalid(Instant now)
    {
        if (_lastInvalidAnswer is { } last && now.Since(last) < InvalidAnswerInterval) return;
        _lastInvalidAnswer = now;
        SendAck(now);
    }

    private void TakeSyn(in TcpSegment syn)
    {
        _peer = TcpOptions.Read(syn.Options);
        var first = Sequence.Unwrap(syn.Sequence, 1L << 32);
        _receiver = new TcpReceiver(first, _peer.WindowShift >= 0, _arrivals);
        Sender.BeginWindow(syn, first, Sender.Una);
    }

    private void Establish(in TcpSegment segment, Instant now)
    {
        State = TcpState.Established;
        var isV6 = Ends.Remote.IsV6;
        var offered = _peer.Mss == 0 ? isV6 ? DefaultMssV6 : DefaultMss : Math.Max(_peer.Mss, LeastMss);
        if (_synRetries == 0) Sender.Rtt.Sample(now.Since(_synSent));
        Sender.Establish(Math.Min(offered, _owner.Segments.MaxSegment(isV6)), _peer, _peer.WindowShift >= 0, _ecn, _synRetries > 0);
        Sender.BeginWindow(segment, Sequence.Unwrap(segment.Sequence, _receiver!.Next), Sender.Una);
    }

    private void OnOwnFinAcked(Instant now)
    {
        if (!Sender.IsFinAcked) return;
        if (State == TcpState.FinWait1)
        {
            State = TcpState.FinWait2;
            _timer.Arm(now.Plus(FinTimeout));
        }
        else if (State == TcpState.Closing)
        {
            Rest(now);
        }
        else if (State == TcpState.LastAck)
        {
            End(TcpEnd.Done, now);
        }
    }

    private void OnPeerClosed(Instant now)
    {
        if (State == TcpState.Established)
        {
            State = TcpState.CloseWait;
            // Whoever only reads has nothing more to say.
            if (_done is null) Sender.Close(here: true);
        }
        else if (State == TcpState.FinWait1)
        {
            State = TcpState.Closing;
        }
        else if (State == TcpState.FinWait2)
        {
            Rest(now);
        }
    }

    /// <summary>Everything is over, and told; late segments are still answered for a while.</summary>
    private void Rest(Instant now)
    {
        State = TcpState.TimeWait;
        _durationTimer?.Disarm();
        _timer.Arm(now.Plus(RestTime));
        Report(TcpEnd.Done, now);
    }

    /// <summary>Sends what may be sent, and knows when that was the FIN.</summary>
    private void Output(Instant now)
    {
        Sender.Output(now);
        if (!Sender.IsClosing || Sender.Next <= Sender.DataEnd) return;
        if (State == TcpState.Established) State = TcpState.FinWait1;
        else if (State == TcpState.CloseWait) State = TcpState.LastAck;
    }
}
