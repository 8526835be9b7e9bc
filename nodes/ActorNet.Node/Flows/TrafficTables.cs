using System.Globalization;
using ActorNet.Labs.Traffic;
using ActorNet.Node.Cli;
using ActorNet.Node.Showing;
using ActorNet.Topology;
using Spectre.Console;

namespace ActorNet.Node.Flows;

/// <summary>What became of traffic as tables: the flows, what was expected, and a line about the whole.</summary>
internal static class TrafficTables
{
    private const string Nothing = "-";

    /// <summary>Prints a report.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="report">What happened.</param>
    /// <param name="summary">The last line, without the count of what was met.</param>
    public static void Write(Terminal terminal, TrafficReport report, string summary)
    {
        var console = terminal.Tables();
        if (report.Flows.Count > 0) console.Write(Flows(report));
        if (report.Verdicts.Count > 0) console.Write(Expectations(report));
        terminal.Output.WriteLine($"{summary}{Counts(report)}");
    }

    private static Table Flows(TrafficReport report)
    {
        var table = ShowTables.New("traffic", ["flow", "kind", "from", "to", "outcome"], ["sent", "received", "loss", "rate", "min", "median", "p99", "jitter", "resent"], [], []);
        foreach (var r in report.Flows)
        {
            // A ping has round trips, UDP goes one way; TCP measures round trips, too, but tells no more than two numbers.
            var times = r.Delay ?? r.RoundTrip;
            ShowTables.Row(
                table, r.Flow.Name, r.Flow.KindName, r.Flow.From, r.Flow.To, r.Why is null ? ShownFlow.WordOf(r.Outcome) : $"{ShownFlow.WordOf(r.Outcome)}: {r.Why}", Count(r.Sent), Count(r.Received),
                Show(r.Loss, QuantityUnit.Percent), Show(r.BitsPerSecond, QuantityUnit.BitRate), Time(times, StatisticKind.Min), Time(times, StatisticKind.Median),
                Time(times, StatisticKind.Percentile, 99), Show(r.Jitter, QuantityUnit.Time), Count(r.Retransmits));
        }

        return table;
    }

    private static Table Expectations(TrafficReport report)
    {
        var table = ShowTables.New("expected", ["expectation", "", "got"], [], [], []);
        foreach (var verdict in report.Verdicts)
        {
            var colour = verdict.Judgement switch { Judgement.Met => "green", Judgement.NotMet => "red", _ => "yellow" };
            table.AddRow(new Text(verdict.Expectation.Text), new Markup($"[{colour}]{ShownExpectation.WordOf(verdict.Judgement)}[/]"), new Text(verdict.Got));
        }

        return table;
    }

    private static string Counts(TrafficReport report)
    {
        var total = report.Verdicts.Count;
        if (total == 0) return "nothing is expected";
        var skipped = report.Verdicts.Count(v => v.Judgement == Judgement.Skipped);
        var met = report.Verdicts.Count(v => v.Judgement == Judgement.Met);
        var rest = skipped == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {skipped} skipped");
        return string.Create(CultureInfo.InvariantCulture, $"{met} of {total - skipped} expectations met{rest}");
    }

    private static string Time(TimeSample? sample, StatisticKind kind, double percent = 0) => Show(sample?.ValueOf(new Statistic(kind, percent)), QuantityUnit.Time);

    private static string Show(double? value, QuantityUnit unit) => value is { } number ? Quantity.Show(number, unit) : Nothing;

    private static string Count(long? value) => value is { } number ? ShowTables.Number(number) : Nothing;
}
