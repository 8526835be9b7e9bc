using ActorNet.Actors.Messages;
using ActorNet.Core;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Hosts;
using ActorNet.Hosts.Icmp;
using ActorNet.Hosts.Tcp;
using ActorNet.Hosts.Udp;

namespace ActorNet.Actors.Hosts;

/// <summary>
/// A built-in host: it owns a <see cref="HostStack"/>, keeps the time for it, and answers what is asked of it. Requests that take time run side by side; one that
/// cannot be done is answered with <see cref="HostRefused"/>.
/// </summary>
public sealed class HostActor : ReceiveActor
{
    private readonly HostSettings _settings;
    private readonly ILabClock _clock;
    private readonly ILabTimer _timer;
    private readonly StackCounters _counters = new();
    private readonly SortedDictionary<long, IActorRef> _askers = [];
    private HostStack _stack;
    private IWireSink? _sink;
    private Instant _armed = Instant.Never;
    private long _tickets;
    private uint _crashes;
    private bool _sent;

    /// <summary>A host without a wire: what it sends is lost until a <see cref="HostWire"/> plugs it in.</summary>
    /// <param name="settings">What it is.</param>
    public HostActor(HostSettings settings)
    {
        _settings = settings;
        _clock = LabClock.Current(Context);
        _timer = _clock.CreateTimer(Self, DeadlineDue.Instance);
        _stack = NewStack();
        Receive<FrameArrived>(OnFrame);
        Receive<DeadlineDue>(_ => OnDeadline());
        Receive<Plugged>(plugged => _sink = plugged.Sink);
        Receive<StartPing>(OnStartPing);
        Receive<OpenUdp>(request => Answer(_ => _stack.Udp.Open(request.Port)));
        Receive<TakeDatagrams>(OnTakeDatagrams);
        Receive<SendDatagram>(OnSendDatagram);
        Receive<StartUdp>(OnStartUdp);
        Receive<TakeUdpFlow>(request => Sender.Tell(HostReports.Of(_stack.Udp.Flow(request.Flow)), Self));
        Receive<ListenTcp>(request => Answer(_ => _stack.Tcp.Listen(request.Port)));
        Receive<StartTcp>(OnStartTcp);
        Receive<TakeTcpReceived>(request => Answer(_ => HostReports.Of(_stack.Tcp.Received(request.Port))));
        Receive<TakeHostReport>(_ => Sender.Tell(HostReports.Of(_counters), Self));
        Receive<CrashHost>(_ => OnCrash());
    }

    /// <summary>The recipe.</summary>
    /// <exception cref="HostStackException">The settings contradict themselves.</exception>
    public static Props Configure(HostSettings settings)
    {
        HostReports.StackOf(settings, settings.Seed).Check();
        return Props.Create(() => new HostActor(settings));
    }

    /// <inheritdoc/>
    protected override void PostStop() => _timer.Disarm();

    // Another seed after each crash: a machine does not begin with the same sequence numbers twice.
    private HostStack NewStack() => new(HostReports.StackOf(_settings, _settings.Seed + ((ulong)_crashes << 32)), Send, _counters);

    private void Send(ReadOnlySpan<byte> frame)
    {
        if (_sink is null) return;
        if (_sink.Pool.Rent(frame.Length) is not { } skb)
        {
            _sink.ReceiveFailed(DropReason.NoMemory);
            return;
        }

        frame.CopyTo(skb.Span);
        _sink.Receive(skb);
        _sent = true;
    }

    /// <summary>Hands on what this turn has sent, and sees to it that the next deadline is kept. A timer that goes off early for nothing is cheaper than one that is moved each turn.</summary>
    private void EndTurn()
    {
        if (_sent)
        {
            _sent = false;
            _sink!.EndOfBurst();
        }

        var next = _stack.NextDeadline;
        if (next < _armed)
        {
            _armed = next;
            _timer.Arm(next);
        }
        else if (next == Instant.Never && _armed != Instant.Never)
        {
            _armed = Instant.Never;
            _timer.Disarm();
        }
    }

    private void OnFrame(FrameArrived arrived)
    {
        _stack.Receive(arrived.Frame, _clock.Now);
        arrived.Release();
        EndTurn();
    }

    private void OnDeadline()
    {
        _armed = Instant.Never;
        _stack.OnDeadline(_clock.Now);
        EndTurn();
    }

    private void OnStartPing(StartPing request) => Begin<PingResult>(
        (done, now) => _stack.Echo.Ping(IpAddress.From(request.Target), request.Count, HostReports.Nanoseconds(request.Interval), request.PayloadBytes, done, now), HostReports.Of);

    private void OnStartUdp(StartUdp request) => Begin<UdpFlowSent>((done, now) => _stack.Udp.Start(HostReports.FlowOf(request), done, now), sent => HostReports.Of(sent, request.Flow));

    private void OnStartTcp(StartTcp request) => Begin<TcpResult>(
        (done, now) => _stack.Tcp.Connect(new TcpTransfer(IpAddress.From(request.Target), request.Port, request.Bytes, HostReports.Nanoseconds(request.Duration)), done, now),
        result => HostReports.Of(result, request.Flow));

    private void OnTakeDatagrams(TakeDatagrams request) => Answer(_ => HostReports.Of(_stack.Udp.Take(request.Port, out var lost), lost));

    private void OnSendDatagram(SendDatagram request) =>
        Answer(now => _stack.Udp.Send(IpAddress.From(request.Target), request.FromPort, request.ToPort, request.Payload.Span, now));

    private void Answer(Action<Instant> request) => Answer(now =>
    {
        request(now);
        return Done.Instance;
    });

    /// <summary>Carries out what is done at once.</summary>
    private void Answer(Func<Instant, object> request)
    {
        object answer;
        try
        {
            answer = request(_clock.Now);
        }
        catch (HostStackException refusal)
        {
            answer = new HostRefused(refusal.Message);
        }

        Sender.Tell(answer, Self);
        EndTurn();
    }

    /// <summary>Begins what takes time: whoever asked is answered at its end, or when the host crashes.</summary>
    private void Begin<TResult>(Action<Action<TResult>, Instant> start, Func<TResult, object> answer)
    {
        var ticket = ++_tickets;
        _askers.Add(ticket, Sender);
        try
        {
            start(result => Conclude(ticket, answer(result)), _clock.Now);
        }
        catch (HostStackException refusal)
        {
            Conclude(ticket, new HostRefused(refusal.Message));
        }

        EndTurn();
    }

    private void Conclude(long ticket, object answer)
    {
        if (_askers.Remove(ticket, out var asker)) asker.Tell(answer, Self);
    }

    private void OnCrash()
    {
        _crashes++;
        _stack = NewStack();
        foreach (var asker in _askers.Values) asker.Tell(new HostRefused("The host crashed: what it was doing is lost."), Self);
        _askers.Clear();
        Sender.Tell(Done.Instance, Self);
        EndTurn();
    }

    private sealed class DeadlineDue
    {
        public static DeadlineDue Instance { get; } = new();
    }
}
