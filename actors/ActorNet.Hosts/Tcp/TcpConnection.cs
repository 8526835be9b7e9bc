using ActorNet.Core;
using ActorNet.Core.Frames;
using ActorNet.Hosts.Icmp;
using ActorNet.Hosts.Ip;
using ActorNet.Hosts.Time;

namespace ActorNet.Hosts.Tcp;

/// <summary>A connection: its state, its timers, what it sends by itself. Either it was made here and sends a generated stream, or it was accepted and only reads.</summary>
internal sealed partial class TcpConnection
{
    /// <summary>SYNs sent again before the peer is given up, as Linux (<c>tcp_syn_retries</c>).</summary>
    internal const int MaxSynRetries = 6;

    /// <summary>The same of SYN-ACKs (<c>tcp_synack_retries</c>).</summary>
    private const int MaxSynAckRetries = 5;

    /// <summary>How long an acknowledgement may be put off: as Linux, well below the half second of RFC 1122.</summary>
    private const long AckDelay = 40_000_000;

    /// <summary>How long old segments are answered after the end. The RFC's two minutes serve real networks, whose packets may be that late.</summary>
    private const long RestTime = 1_000_000_000;

    /// <summary>How long the peer may take to close after this side has (<c>tcp_fin_timeout</c>).</summary>
    private const long FinTimeout = 60_000_000_000;

    /// <summary>Least time between answers to segments outside the window that carry nothing: two hosts that disagree must not talk for ever.</summary>
    private const long InvalidAnswerInterval = 500_000_000;

    private readonly TcpProtocol _owner;
    private readonly TcpArrivals _arrivals;
    private readonly StackTimer _timer;
    private readonly StackTimer _ackTimer;
    private readonly StackTimer _resumeTimer;
    private readonly Action<TcpResult>? _done;
    private readonly Instant _begin;
    private TcpReceiver? _receiver;
    private TcpOptions _peer;
    private StackTimer? _durationTimer;
    private Instant? _lastInvalidAnswer;
    private Instant _synSent;
    private long _emitted;
    private int _synRetries;
    private bool _asksEcn;
    private bool _ecn;
    private bool _reported;

    internal TcpConnection(TcpProtocol owner, in TcpEndpoints ends, long first, TcpArrivals arrivals, Instant now, long length = 0, Action<TcpResult>? done = null)
    {
        (_owner, Ends, _arrivals, _done, _begin) = (owner, ends, arrivals, done, now);
        _timer = new StackTimer(owner.Timers, OnTimer);
        _ackTimer = new StackTimer(owner.Timers, SendAck);
        _resumeTimer = new StackTimer(owner.Timers, Output);
        Sender = new TcpSender(first, length, _timer, _resumeTimer, owner.Card, Emit);
    }

    internal TcpEndpoints Ends { get; }

    internal TcpState State { get; private set; }

    internal TcpSender Sender { get; }

    internal TcpReceiver? Receiver => _receiver;

    /// <summary>Whether marks are understood on both sides.</summary>
    internal bool UsesEcn => _ecn;

    /// <summary>Connects.</summary>
    /// <param name="duration">How long new bytes are sent; null sends to the end of the stream.</param>
    /// <param name="now">The time.</param>
    internal void Open(long? duration, Instant now)
    {
        State = TcpState.SynSent;
        _asksEcn = _owner.AsksEcn;
        if (duration is { } time)
        {
            _durationTimer = new StackTimer(_owner.Timers, OnStreamOver);
            _durationTimer.Arm(now.Plus(time));
        }
        else
        {
            Sender.Close(here: false);
        }

        SendSyn(now);
    }

    /// <summary>Accepts a peer's SYN.</summary>
    internal void Accept(in TcpSegment syn, Instant now)
    {
        State = TcpState.SynReceived;
        _ecn = syn.Has(TcpFlags.Ece) && syn.Has(TcpFlags.Cwr);
        TakeSyn(syn);
        SendSyn(now);
    }

    /// <summary>The network says that a segment did not get through.</summary>
    internal void OnError(in IcmpError error, Instant now)
    {
        if (error.Kind == IcmpErrorKind.TooBig && State >= TcpState.Established)
        {
            var headers = (Ends.Remote.IsV6 ? PacketHeaders.IPv6Size : PacketHeaders.IPv4Size) + PacketHeaders.TcpSize;
            var least = Ends.Remote.IsV6 ? StackSettings.MinMtuV6 : StackSettings.MinMtu;
            Sender.OnTooBig(Math.Max(error.Mtu, least) - headers, now);
        }

        // Once connected, it may be an error that passes (RFC 9293, section 3.9.2.2).
        if (State == TcpState.SynSent && error.Kind != IcmpErrorKind.TooBig) End(error.Kind == IcmpErrorKind.PortUnreachable ? TcpEnd.Refused : TcpEnd.Unreachable, now);
    }

    /// <summary>Leaves the host's tables, without a word to the peer.</summary>
    private void End(TcpEnd end, Instant now)
    {
        State = TcpState.Closed;
        _timer.Disarm();
        _ackTimer.Disarm();
        _resumeTimer.Disarm();
        _durationTimer?.Disarm();
        _owner.Remove(this);
        Report(end, now);
    }

    private void Report(TcpEnd end, Instant now)
    {
        if (_reported || _done is null) return;
        _reported = true;
        var time = (Sender.CompletedAt ?? now).Since(_begin);
        _done(new TcpResult(end, Sender.BytesAcked, time, Sender.Retransmits, Sender.Timeouts, Sender.EcnReductions, Sender.Rtt.Min, Sender.Rtt.Mean));
    }

    private void OnStreamOver(Instant now)
    {
        Sender.Close(here: true);
        if (State is TcpState.SynSent or TcpState.SynReceived) return;
        Output(now);
    }

    private void OnTimer(Instant now)
    {
        switch (State)
        {
            case TcpState.SynSent or TcpState.SynReceived:
                RetrySyn(now);
                break;
            case TcpState.TimeWait:
                End(TcpEnd.Done, now);
                break;
            case TcpState.FinWait2:
                End(TcpEnd.TimedOut, now);
                break;
            default:
                if (!Sender.OnTimeout(now)) End(TcpEnd.TimedOut, now);
                break;
        }
    }

    private void RetrySyn(Instant now)
    {
        if (_synRetries++ >= (State == TcpState.SynSent ? MaxSynRetries : MaxSynAckRetries))
        {
            End(TcpEnd.TimedOut, now);
            return;
        }

        // Something on the way may drop SYNs that ask for marks (RFC 3168, section 6.1.1.1).
        _asksEcn = false;
        Sender.Retransmits++;
        Sender.Timeouts++;
        Sender.Rtt.BackOff();
        SendSyn(now);
    }

    /// <summary>Sends a SYN, or a SYN-ACK once the peer's SYN is here.</summary>
    private void SendSyn(Instant now)
    {
        _synSent = now;
        _timer.Arm(now.Plus(Sender.Rtt.Timeout));
        var isAnswer = _receiver is not null;
        var flags = TcpFlags.Syn;
        if (isAnswer) flags |= TcpFlags.Ack | (_ecn ? TcpFlags.Ece : 0);
        else if (_asksEcn) flags |= TcpFlags.Ece | TcpFlags.Cwr;
        // An answer offers only what the peer has offered.
        var options = new TcpOptions(_owner.Segments.MaxSegment(Ends.Remote.IsV6), !isAnswer || _peer.WindowShift >= 0 ? TcpProtocol.WindowShift : -1, !isAnswer || _peer.SackPermitted);
        var segment = _owner.Segments.Begin(Ends, Sender.First, _receiver?.Next ?? 0, flags, ushort.MaxValue, TcpOptions.SynSize, 0, Ecn.NotCapable);
        options.Write(segment[PacketHeaders.TcpSize..]);
        _owner.Segments.Finish(segment, now);
    }

    /// <summary>Sends a piece of the stream, or a probe.</summary>
    private void Emit(long from, int length, bool again, Instant now)
    {
        _emitted++;
        var withFin = Sender.IsClosing && length > 0 && from + length > Sender.DataEnd;
        var payload = withFin ? length - 1 : length;
        var flags = AckFlags() | (withFin ? TcpFlags.Fin : 0) | (payload > 0 && from + payload == Sender.DataEnd ? TcpFlags.Psh : 0);
        // Neither what is sent again nor what carries nothing takes part (RFC 3168, section 6.1.5).
        var capable = _ecn && !again && payload > 0;
        if (capable && Sender.OwesCwr)
        {
            flags |= TcpFlags.Cwr;
            Sender.OwesCwr = false;
        }

        var segment = _owner.Segments.Begin(Ends, from, _receiver!.Next, flags, _receiver.WindowField, 0, payload, capable ? Ecn.Capable : Ecn.NotCapable);
        if (payload > 0) TcpStream.Write(from - Sender.DataStart, segment[PacketHeaders.TcpSize..]);
        OnAckSent();
        _owner.Segments.Finish(segment, now);
    }

    private void SendAck(Instant now)
    {
        var blocks = _peer.SackPermitted ? _receiver!.BlockCount : 0;
        var options = blocks == 0 ? 0 : 4 + (blocks * TcpOptions.BlockSize);
        var segment = _owner.Segments.Begin(Ends, Sender.Next, _receiver!.Next, AckFlags(), _receiver.WindowField, options, 0, Ecn.NotCapable);
        if (blocks > 0)
        {
            TcpOptions.WriteSackHeader(segment[PacketHeaders.TcpSize..], blocks);
            _receiver.WriteBlocks(segment[(PacketHeaders.TcpSize + 4)..]);
        }

        OnAckSent();
        _owner.Segments.Finish(segment, now);
    }

    private TcpFlags AckFlags() => TcpFlags.Ack | (_ecn && _receiver!.EchoesMark ? TcpFlags.Ece : 0);

    private void OnAckSent()
    {
        _receiver!.OnAckSent();
        _ackTimer.Disarm();
    }
}
