using System.Globalization;
using ActorNet.Node.Shell.Editing;
using ActorNet.Shell;
using Spectre.Console;

namespace ActorNet.Node.Shell.Showing;

/// <summary>Shows journeys of frames: one frame after another, each device it comes to a step further to the right.</summary>
internal static class TracePrinter
{
    /// <summary>Steps to the right; a journey that goes further stays there.</summary>
    private const int MaxDepth = 10;

    private const int StepWidth = 10;

    /// <summary>Prints every journey.</summary>
    public static void Write(IAnsiConsole console, ShellTrace trace)
    {
        foreach (var journey in trace.Hops.GroupBy(h => h.Frame)) WriteJourney(console, journey.Key, [.. journey]);
        if (trace.Lost > 0) console.Write(Line($"{trace.Lost} further steps were too many to keep", Color.Yellow));
    }

    private static void WriteJourney(IAnsiConsole console, ulong frame, IReadOnlyList<ShellHop> hops)
    {
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"frame {frame}, {hops[0].Length} bytes\n"), new Style(decoration: Decoration.Bold)));
        var stations = Stations(hops);
        var width = stations.Max(s => CharWidth.OfText(s)) + 2;
        for (var i = 0; i < hops.Count; i++) WriteHop(console, hops[i], i > 0 ? hops[i - 1] : null, stations[i], width);
    }

    private static void WriteHop(IAnsiConsole console, ShellHop hop, ShellHop? before, string station, int width)
    {
        var time = before is null || before.Time != hop.Time ? Seconds(hop) : "";
        console.Write(new Text(time.PadLeft(12) + "  ", new Style(decoration: Decoration.Dim)));
        console.Write(new Text(station + new string(' ', width - CharWidth.OfText(station))));
        console.Write(new Text(hop.Detail.Length > 0 ? hop.Step.PadRight(StepWidth) + "  " : hop.Step, new Style(ColourOf(hop.Step))));
        var length = before is not null && before.Length != hop.Length ? string.Create(CultureInfo.InvariantCulture, $"  ({hop.Length} bytes)") : "";
        console.Write(Line(hop.Detail + length, Color.Default));
    }

    /// <summary>The device of each hop as it is written: with its branch where the frame comes to it, blank while it stays.</summary>
    private static string[] Stations(IReadOnlyList<ShellHop> hops)
    {
        var stations = new string[hops.Count];
        var depth = 0;
        for (var i = 0; i < hops.Count; i++)
        {
            var name = NameOf(hops[i]);
            if (i > 0 && string.Equals(name, NameOf(hops[i - 1]), StringComparison.Ordinal))
            {
                stations[i] = "";
                continue;
            }

            if (i > 0) depth = Math.Min(depth + 1, MaxDepth);
            stations[i] = i == 0 ? name : new string(' ', (depth - 1) * 2) + "└ " + name;
        }

        return stations;
    }

    private static string NameOf(ShellHop hop) => hop.Namespace.Length == 0 ? hop.Device : $"{hop.Namespace}/{hop.Device}";

    private static Color ColourOf(string step) => step switch
    {
        "drop" => Color.Red,
        "deliver" => Color.Green,
        "redirect" or "mirror" => Color.Yellow,
        _ => Color.Aqua,
    };

    private static string Seconds(ShellHop hop) => (hop.Time.Nanoseconds / 1e9).ToString("0.000000", CultureInfo.InvariantCulture);

    private static Text Line(string text, Color colour) => new(text + "\n", new Style(colour));
}
