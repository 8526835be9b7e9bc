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
