using ActorNet.Actors.Hosts;
using ActorNet.Topology;

namespace ActorNet.Labs.Traffic;

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
