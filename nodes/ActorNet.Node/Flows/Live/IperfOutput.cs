using System.Text.Json;
using ActorNet.Labs.Traffic;
using ActorNet.Topology;

namespace ActorNet.Node.Flows.Live;

/// <summary>Reads what <c>iperf3 -J</c> prints. Pure; what is missing or makes no sense is not measured.</summary>
internal static class IperfOutput
{
    private const string NotByIperf = "iperf3 does not measure it";
    private const double Largest = 1e15;

    private static readonly Dictionary<FlowMetric, string> UdpNotMeasured = new()
    {
        [FlowMetric.Delay] = "one-way delays are not measurable live: " + NotByIperf,
        [FlowMetric.Duplicates] = NotByIperf,
        [FlowMetric.Marked] = NotByIperf,
    };

    private static readonly Dictionary<FlowMetric, string> TcpNotMeasured = new()
    {
        [FlowMetric.Timeouts] = NotByIperf,
        [FlowMetric.EcnReductions] = NotByIperf,
        [FlowMetric.Marked] = NotByIperf,
    };

    /// <summary>What this program cannot measure of a flow.</summary>
    public static IReadOnlyDictionary<FlowMetric, string> NotMeasured(TrafficFlow flow) => flow.Kind == FlowKind.Udp ? UdpNotMeasured : TcpNotMeasured;

    /// <summary>What became of the flow.</summary>
    public static FlowResult Read(TrafficFlow flow, ProgramEnd end)
    {
        try
        {
            using var document = JsonDocument.Parse(end.Output);
            var root = document.RootElement;
            if (Get(root, "error") is { ValueKind: JsonValueKind.String } error) return Failed(flow, PingOutput.FirstLine(error.GetString()!) ?? "iperf3 failed");
            if (Get(root, "end") is not { ValueKind: JsonValueKind.Object } result) return Failed(flow, "iperf3 told no result");
            return flow.Kind == FlowKind.Udp ? Udp(flow, result) : Tcp(flow, result);
        }
        catch (JsonException)
        {
            return Failed(flow, PingOutput.FirstLine(end.Errors) ?? "iperf3 told no result");
        }
    }

    /// <summary>A flow that did not come about.</summary>
    public static FlowResult Failed(TrafficFlow flow, string why) => new() { Flow = flow, Outcome = FlowOutcome.Failed, Why = why, NotMeasured = NotMeasured(flow) };

    private static FlowResult Udp(TrafficFlow flow, JsonElement end)
    {
        var sent = Get(end, "sum_sent");
        var received = Get(end, "sum_received");
        var stream = Get(First(Get(end, "streams")), "udp");
        // What the receiver missed below the highest number that it saw; what came behind that one nobody missed.
        var arrived = Count(received, "packets") - Count(received, "lost_packets");
        return new FlowResult
        {
            Flow = flow,
            Outcome = FlowOutcome.Done,
            Sent = Count(sent, "packets"),
            Received = arrived is { } number ? Math.Max(0, number) : null,
            Bytes = Count(received, "bytes"),
            BitsPerSecond = arrived > 0 ? Number(received, "bits_per_second") : null,
            Nanoseconds = Nanoseconds(received),
            Jitter = arrived > 1 ? Number(received, "jitter_ms") * 1e6 : null,
            Reordered = Count(stream, "out_of_order"),
            NotMeasured = UdpNotMeasured,
        };
    }

    private static FlowResult Tcp(TrafficFlow flow, JsonElement end)
    {
        var received = Get(end, "sum_received");
        var sender = Get(First(Get(end, "streams")), "sender");
        return new FlowResult
        {
            Flow = flow,
            Outcome = FlowOutcome.Done,
            Bytes = Count(received, "bytes"),
            BitsPerSecond = Number(received, "bits_per_second"),
            Nanoseconds = Nanoseconds(received),
            RoundTrip = Number(sender, "min_rtt") is { } min && Number(sender, "mean_rtt") is { } mean ? TimeSample.OfSummary(min * 1e3, mean * 1e3) : null,
            Retransmits = Count(Get(end, "sum_sent"), "retransmits"),
            NotMeasured = TcpNotMeasured,
        };
    }

    private static long? Nanoseconds(JsonElement? part) => Number(part, "seconds") is { } seconds and < 1e9 ? (long)(seconds * 1e9) : null;

    private static long? Count(JsonElement? part, string key) => Number(part, key) is { } number ? (long)number : null;

    private static double? Number(JsonElement? part, string key) =>
        Get(part, key) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && number is >= 0 and <= Largest ? number : null;

    private static JsonElement? Get(JsonElement? part, string key) => part is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(key, out var value) ? value : null;

    private static JsonElement? First(JsonElement? list) => list is { ValueKind: JsonValueKind.Array } found && found.GetArrayLength() > 0 ? found[0] : null;
}
