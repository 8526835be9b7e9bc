using System.Globalization;
using Spectre.Console;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>Shows an <see cref="AccuracyResult"/> to people.</summary>
internal static class AccuracyTable
{
    /// <summary>Prints a table for each path, then what is to be said about all of it.</summary>
    public static void Print(AccuracyResult result, IAnsiConsole console)
    {
        foreach (var path in result.Figures.GroupBy(f => f.Path, StringComparer.Ordinal))
        {
            console.WriteLine($"{path.Key}: {Meaning(path.Key, result)}");
            console.Write(Figures([.. path]));
        }

        if (result.Repeats is { } repeats)
            console.WriteLine(repeats ? "the same seed gave the same pattern again, another seed another one." : "NOT REPEATED: the same seed gave another pattern, or another seed the same.");
        foreach (var reason in result.LeftOut) console.WriteLine(reason);
        if (result.WasBusy && result.Figures.Any(f => IsLive(f.Path))) console.WriteLine("the machine was busy: what was measured in real time came out too bad.");
        console.WriteLine(Summary(result));
    }

    private static string Meaning(string path, AccuracyResult result) => path switch
    {
        AccuracyPaths.Virtual => string.Create(CultureInfo.InvariantCulture, $"the emulation on the virtual clock, seed {result.Seed}"),
        AccuracyPaths.Tap => string.Create(CultureInfo.InvariantCulture, $"the emulation between TAPs, stamped by the kernel; {result.Processors} processors, load {result.LoadBefore:0.0} before"),
        AccuracyPaths.BusyPoll => "the same with a loop that never sleeps",
        AccuracyPaths.Kernel => $"Linux {result.Kernel}, its own qdiscs between veth pairs",
        _ => "a user-mode Linux, its own qdiscs between veth pairs",
    };

    private static Table Figures(IReadOnlyList<AccuracyFigure> figures)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in (string[])["part", "qdisc", "what", "set", "got", "error", "target", "met"]) table.AddColumn(heading);
        var before = "";
        foreach (var figure in figures)
        {
            var qdisc = string.Equals(figure.Qdisc, before, StringComparison.Ordinal) ? "" : figure.Qdisc;
            before = figure.Qdisc;
            table.AddRow(
                figure.Part, qdisc, figure.What, Number(figure.Set, figure.Unit), Number(figure.Got, figure.Unit), figure.IsExact ? "exact" : Number(figure.Error, figure.ErrorUnit),
                figure.Target is { } target ? Number(target, figure.ErrorUnit) : "", figure.Target is null ? "" : figure.Met ? "yes" : "no");
        }

        return table;
    }

    private static string Summary(AccuracyResult result)
    {
        var all = result.Figures.Where(f => f.Target is not null && !IsLive(f.Path)).ToArray();
        var live = result.Figures.Where(f => f.Target is not null && IsLive(f.Path)).ToArray();
        var text = string.Create(CultureInfo.InvariantCulture, $"virtual clock: {all.Count(f => f.Met)} of {all.Length} targets met");
        if (all.Length == 0) text = "virtual clock: not measured";
        return live.Length == 0 ? text + "." : string.Create(CultureInfo.InvariantCulture, $"{text}; real time: {live.Count(f => f.Met)} of {live.Length}.");
    }

    private static bool IsLive(string path) => !string.Equals(path, AccuracyPaths.Virtual, StringComparison.Ordinal);

    private static string Number(double value, string unit) =>
        (value.ToString(Math.Abs(value) < 1 ? "0.0000" : Math.Abs(value) < 10 ? "0.000" : "0.00", CultureInfo.InvariantCulture) + " " + unit).TrimEnd();
}
