using ActorNet.Actors.Hosts;
using ActorNet.Engine;
using ActorNet.Topology;

namespace ActorNet.Labs.Traffic;

/// <summary>One line of traffic on a simulated lab: opens the receiver's port, starts the sender at its time, asks both in the end.</summary>
internal abstract class SimulatedFlow(SimulatedLab lab, TrafficFlow flow)
{
    private Task<object>? _answer;

    public TrafficFlow Flow => flow;

    /// <summary>When the network has nothing of it any more but what is still on its way.</summary>
    public bool IsOver => _answer is { IsCompleted: true };

    public bool IsStarted => _answer is not null;

    protected SimulatedLab Lab => lab;

    protected IActorRef Receiver => lab.Hosts[flow.To];

    public static SimulatedFlow For(SimulatedLab lab, TrafficFlow flow) => flow switch
    {
        PingFlow ping => new SimulatedPing(lab, ping),
        TcpFlow tcp => new SimulatedTcp(lab, tcp),
        UdpFlow udp => new SimulatedUdp(lab, udp),
        _ => throw new ArgumentException($"{flow.GetType().Name} is no traffic", nameof(flow)),
    };

    /// <summary>The receiver gets ready, before anything is sent.</summary>
    public virtual void Prepare()
    {
    }

    /// <summary>The sender begins.</summary>
    public void Start()
    {
        _answer = lab.Hosts[flow.From].Ask<object>(Request());
        lab.RunUntilIdle();
    }

    /// <summary>What became of it, once the network is quiet or time is over.</summary>
    /// <param name="cut">Why it is cut, in case it is not over.</param>
    public FlowResult Result(string cut)
    {
        if (_answer is null) return new FlowResult { Flow = flow, Outcome = FlowOutcome.Cut, Why = "never began: " + cut };
        if (!_answer.IsCompleted) return Unfinished() with { Outcome = FlowOutcome.Cut, Why = cut };
        return _answer.GetAwaiter().GetResult() switch
        {
            HostRefused refused => new FlowResult { Flow = flow, Outcome = FlowOutcome.Failed, Why = refused.Reason },
            var answer => Finished(answer),
        };
    }

    /// <summary>Asks the receiver to open something.</summary>
    protected void Open(object request)
    {
        if (lab.Ask<object>(Receiver, request) is HostRefused refused) throw new LabException($"{flow.Origin}: {flow.To} cannot open port {flow.Port}: {refused.Reason}");
    }

    protected abstract object Request();

    /// <summary>From the sender's answer.</summary>
    protected abstract FlowResult Finished(object answer);

    /// <summary>From what the receiver has so far.</summary>
    protected abstract FlowResult Unfinished();

    protected static TimeSpan Span(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
}

/// <summary>Pings.</summary>
internal sealed class SimulatedPing(SimulatedLab lab, PingFlow flow) : SimulatedFlow(lab, flow)
{
    protected override object Request() => new StartPing(flow.Target, flow.Count, Span(flow.Interval), flow.PayloadBytes);

    protected override FlowResult Finished(object answer)
    {
        var report = (PingReport)answer;
        var replied = report.RoundTrips.Count > 0;
        return new FlowResult
        {
            Flow = flow,
            Outcome = replied ? FlowOutcome.Done : FlowOutcome.Failed,
            Why = replied ? null : report.Errors > 0 ? "unreachable" : "no reply",
            Sent = report.Sent,
            Received = report.RoundTrips.Count,
            Duplicates = report.Duplicates,
            Errors = report.Errors,
            RoundTrip = TimeSample.Of(report.RoundTrips),
        };
    }

    protected override FlowResult Unfinished() => new() { Flow = flow, Outcome = FlowOutcome.Cut };
}

/// <summary>A TCP connection.</summary>
internal sealed class SimulatedTcp(SimulatedLab lab, TcpFlow flow) : SimulatedFlow(lab, flow)
{
    public override void Prepare() => Open(new ListenTcp(flow.Port));

    protected override object Request() => new StartTcp(flow.Target, flow.Port, flow.Bytes, Span(flow.Duration), flow.Number);

    protected override FlowResult Finished(object answer)
    {
        var report = (TcpReport)answer;
        return new FlowResult
        {
            Flow = flow,
            Outcome = report.Outcome == TcpOutcome.Done ? FlowOutcome.Done : FlowOutcome.Failed,
            Why = WhyOf(report.Outcome),
            Bytes = report.BytesAcked,
            BitsPerSecond = report.Nanoseconds > 0 ? report.BytesAcked * 8e9 / report.Nanoseconds : null,
            Nanoseconds = report.Nanoseconds,
            RoundTrip = report.MinRttNanoseconds > 0 ? TimeSample.OfSummary(report.MinRttNanoseconds, report.MeanRttNanoseconds) : null,
            Retransmits = report.Retransmits,
            Timeouts = report.Timeouts,
            EcnReductions = report.EcnReductions,
            Marked = Lab.Ask<TcpReceived>(Receiver, new TakeTcpReceived(flow.Port)).Marked,
        };
    }

    protected override FlowResult Unfinished()
    {
        var received = Lab.Ask<TcpReceived>(Receiver, new TakeTcpReceived(flow.Port));
        var time = received.Last.Since(received.First);
        return new FlowResult
        {
            Flow = flow,
            Outcome = FlowOutcome.Cut,
            Bytes = received.Bytes,
            BitsPerSecond = received.Bytes > 0 && time > 0 ? received.Bytes * 8e9 / time : null,
            Marked = received.Marked,
        };
    }

    private static string? WhyOf(TcpOutcome outcome) => outcome switch
    {
        TcpOutcome.Done => null,
        TcpOutcome.Refused => "refused",
        TcpOutcome.Reset => "reset",
        TcpOutcome.TimedOut => "no answer for too long",
        _ => "unreachable",
    };
}

/// <summary>UDP datagrams.</summary>
internal sealed class SimulatedUdp(SimulatedLab lab, UdpFlow flow) : SimulatedFlow(lab, flow)
{
    public override void Prepare() => Open(new OpenUdp(flow.Port));

    protected override object Request() =>
        new StartUdp(flow.Target, flow.Port, flow.BitsPerSecond, flow.PayloadBytes, flow.Datagrams, Span(flow.Duration), flow.Number) { EcnCapable = flow.Ecn };

    protected override FlowResult Finished(object answer)
    {
        var sent = (UdpSent)answer;
        return Unfinished() with { Outcome = FlowOutcome.Done, Sent = sent.Datagrams };
    }

    protected override FlowResult Unfinished()
    {
        var report = Lab.Ask<UdpFlowReport>(Receiver, new TakeUdpFlow(flow.Number));
        var time = report.Last.Since(report.First);
        return new FlowResult
        {
            Flow = flow,
            Outcome = FlowOutcome.Cut,
            Received = report.Datagrams,
            Duplicates = report.Duplicates,
            Bytes = report.Bytes,
            // Between n arrivals lie n - 1 gaps: the first one ends none.
            BitsPerSecond = report.Datagrams > 1 && time > 0 ? (report.Bytes - flow.PayloadBytes) * 8e9 / time : null,
            Nanoseconds = time,
            Delay = TimeSample.Of(report.DelaySample, report.MeanDelay),
            Jitter = report.Datagrams > 1 ? report.JitterNanoseconds : null,
            Reordered = report.Reordered,
            Marked = report.Marked,
        };
    }
}
