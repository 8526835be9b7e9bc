using System.Globalization;
using ActorNet.Node.Showing;
using Spectre.Console;

namespace ActorNet.Node.Links;

/// <summary>Links as a table, a row for each direction.</summary>
internal static class LinkTables
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, LinkReport report)
    {
        var table = ShowTables.New($"{report.Topology}: links", ["direction", "state", "settings"], ["limit", "sent", "bytes", "dropped", "queued"], ["late"], []);
        foreach (var link in report.Links)
        {
            foreach (var way in link.Directions)
            {
                ShowTables.Row(table, way.Name, link.State + (way.File is null ? "" : ", changed"), Settings(way), Limit(way.Limit), ShowTables.Number(way.SentPackets),
                    ShowTables.Number(way.SentBytes), ShowTables.Number(way.Dropped), ShowTables.Number(way.Queued), Late(way.Behind));
            }
        }

        console.Write(table);
    }

    /// <summary>How far behind something was, in a cell.</summary>
    public static string Late(ShownLateness? late) =>
        late is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{late.Frames} frames, {late.WorstMilliseconds:0.#} ms at worst");

    private static string Settings(ShownDirection way) => way.Set.Count == 0 ? "-" : string.Join(' ', way.Set.Select(s => $"{s.Key} {s.Value}"));

    private static string Limit(ShownLimit? limit) =>
        limit is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{limit.Packets} packets{(limit.Derived ? " (derived)" : "")}");
}
