using System.Globalization;
using System.Text.RegularExpressions;
using ActorNet.Labs.Traffic;
using ActorNet.Topology;

namespace ActorNet.Node.Flows.Live;

/// <summary>Reads what <c>ping</c> of iputils prints. Pure.</summary>
internal static partial class PingOutput
{
    private const double LongestMilliseconds = 1e9;

    /// <summary>What became of the pings.</summary>
    public static FlowResult Read(PingFlow flow, ProgramEnd end)
    {
        var summary = SummaryPattern().Match(end.Output);
        if (!summary.Success) return new FlowResult { Flow = flow, Outcome = FlowOutcome.Failed, Why = FirstLine(end.Errors) ?? "ping told no result" };
        var received = Number(summary.Groups["received"]);
        var errors = Number(ErrorsPattern().Match(end.Output).Groups["errors"]);
        return new FlowResult
        {
            Flow = flow,
            Outcome = received > 0 ? FlowOutcome.Done : FlowOutcome.Failed,
            Why = received > 0 ? null : errors > 0 ? "unreachable" : "no reply",
            Sent = Number(summary.Groups["sent"]),
            Received = received,
            Duplicates = Number(DuplicatesPattern().Match(end.Output).Groups["duplicates"]),
            Errors = errors,
            RoundTrip = TimeSample.Of(Times(end.Output)),
        };
    }

    internal static string? FirstLine(string text) =>
        text.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) is { } line ? string.Concat(line.Select(c => char.IsControl(c) ? '?' : c)) : null;

    private static List<long> Times(string output)
    {
        var times = new List<long>();
        foreach (var reply in ReplyPattern().EnumerateMatches(output))
        {
            var text = output.AsSpan(reply.Index, reply.Length);
            var number = text["time=".Length..text.LastIndexOf(' ')];
            var end = output.IndexOf('\n', reply.Index);
            var isCopy = output.AsSpan(reply.Index, (end < 0 ? output.Length : end) - reply.Index).Contains("(DUP!)", StringComparison.Ordinal);
            if (!isCopy && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < LongestMilliseconds)
                times.Add((long)(milliseconds * 1e6));
        }

        return times;
    }

    private static long Number(Group digits) => long.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex("(?<sent>[0-9]+) packets transmitted, (?<received>[0-9]+) received", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SummaryPattern();

    [GeneratedRegex(@"\+(?<errors>[0-9]+) errors", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ErrorsPattern();

    [GeneratedRegex(@"\+(?<duplicates>[0-9]+) duplicates", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DuplicatesPattern();

    [GeneratedRegex("time[=<][0-9.]+ ms", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReplyPattern();
}
