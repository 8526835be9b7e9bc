using System.Globalization;
using ActorNet.Node.Cli;
using ActorNet.Node.Showing;

namespace ActorNet.Node.Demo;

/// <summary>Prints what a demonstration saw, for people.</summary>
internal static class DemoPrinter
{
    public static void Print(Terminal terminal, DemoResult result)
    {
        var real = string.Equals(result.Kind, "real", StringComparison.Ordinal);
        terminal.Output.WriteLine(real
            ? "Two hosts of this machine (network namespaces), TAPs, and between them the actors of configs/ifb-shaping.conf:"
            : $"Two hosts made of code on a virtual clock ({result.Why}), and between them the actors of configs/ifb-shaping.conf:");
        terminal.Output.WriteLine("what arrives from alice is redirected into ifb0, where a token bucket of 100 Mbit/s makes it wait.");
        terminal.Output.WriteLine();
        terminal.Output.WriteLine(Pings("ping alice -> bob", result.PingMilliseconds));
        terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Transfer}: {result.TransferMegabits:0.0} Mbit/s arrived"));
        terminal.Output.WriteLine(Pings("ping meanwhile, behind what waits in ifb0", result.LoadedPingMilliseconds));
        terminal.Output.WriteLine();
        var table = ShowTables.New("", ["hop", "what happened"], ["frames", "bytes", "dropped"], ["why"], []);
        table.Title = null;
        foreach (var h in result.Hops)
            ShowTables.Row(table, h.Where, h.What, ShowTables.Number(h.Frames), h.Bytes < 0 ? "" : ShowTables.Number(h.Bytes), ShowTables.Number(h.Dropped), h.Why);
        terminal.Tables().Write(table);
        foreach (var (reason, count) in result.Counters.Drops) terminal.Output.WriteLine($"given up: {ShowTables.Number(count)} frames, {reason}");
        terminal.Output.WriteLine("Everything has been taken down again.");
    }

    private static string Pings(string what, IReadOnlyList<double> times)
    {
        if (times.Count == 0) return $"{what}: no reply";
        var sorted = times.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{what}: {times.Count} replies, best {sorted[0]:0.000} ms, median {sorted[sorted.Length / 2]:0.000} ms");
    }
}
