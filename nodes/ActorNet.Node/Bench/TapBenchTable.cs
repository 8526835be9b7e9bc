using System.Globalization;
using Spectre.Console;

namespace ActorNet.Node.Bench;

/// <summary>Shows a <see cref="TapBenchResult"/> to people.</summary>
internal static class TapBenchTable
{
    /// <summary>Prints figures, then verdicts.</summary>
    public static void Print(TapBenchResult result, IAnsiConsole console)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"medians of {result.Rounds} interleaved rounds of {result.Seconds} s; Linux {result.Kernel}, {result.Processors} processors, load {result.LoadBefore:0.0} before"));
        console.Write(Figures(result));
        if (result.Verdicts.Count > 0) console.Write(Verdicts(result));
        if (result.WasBusy) console.WriteLine("the machine was busy: what the kernel does in softirqs takes precedence over other programs, a daemon shares with them, so the ratios came out too low.");
        if (result.Rounds < TapBenchOptions.DefaultRounds) console.WriteLine($"fewer than {TapBenchOptions.DefaultRounds} rounds: noise may decide what is met.");
    }

    private static Table Figures(TapBenchResult result)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in (string[])["metric", "path", "median", "min .. max", "unit"]) table.AddColumn(heading);
        foreach (var figure in result.Figures)
            table.AddRow(figure.Metric, figure.Path, Number(figure.Median), $"{Number(figure.Min)} .. {Number(figure.Max)}", figure.Unit);
        return table;
    }

    private static Table Verdicts(TapBenchResult result)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in (string[])["metric", "ratio", "is", "target", "met"]) table.AddColumn(heading);
        foreach (var verdict in result.Verdicts)
        {
            var what = verdict.Reference is null ? verdict.Path : $"{verdict.Path} / {verdict.Reference}";
            var unit = verdict.Reference is null ? " us" : " x";
            table.AddRow(verdict.Metric, what, Number(verdict.Value) + unit, $"{(verdict.AtLeast ? "at least" : "at most")} {Number(verdict.Target)}{unit}", verdict.Met ? "yes" : "no");
        }

        return table;
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
