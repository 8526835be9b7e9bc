using ActorNet.Actors.Hosts;
using ActorNet.Topology;

namespace ActorNet.Labs.Traffic;

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
