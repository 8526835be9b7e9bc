using ActorNet.Actors.Hosts;
using ActorNet.Topology;

namespace ActorNet.Labs.Traffic;

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
