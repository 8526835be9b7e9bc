using ActorNet.Labs.Traffic;
using ActorNet.Topology;

namespace ActorNet.Node.Flows.Live;

/// <summary>Pings: <c>ping</c> of iputils.</summary>
internal sealed class LivePing(PingFlow flow, string from) : LiveFlow
{
    public override TrafficFlow Flow => flow;

    protected override TimeSpan Length => TimeSpan.FromTicks(flow.Count * (flow.Interval / TimeSpan.NanosecondsPerTick));

    public override async Task<FlowResult> RunAsync(CancellationToken stop) =>
        await SendAsync(from, "ping", ArgumentsOf(flow), stop).ConfigureAwait(false) is { } end
            ? PingOutput.Read(flow, end)
            : new FlowResult { Flow = flow, Outcome = FlowOutcome.Cut, Why = "ping did not end" };

    /// <summary>As built-in hosts do: no names, a second's patience with the last one.</summary>
    internal static string[] ArgumentsOf(PingFlow flow) => ["-n", "-c", Text($"{flow.Count}"), "-i", Text($"{flow.Interval / 1e9:0.###}"), "-s", Text($"{flow.PayloadBytes}"), "-W", "1", flow.Target.ToString()];
}
