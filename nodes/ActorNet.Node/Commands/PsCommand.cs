using System.CommandLine;
using System.Globalization;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.Showing;
using ActorNet.Node.State;

namespace ActorNet.Node.Commands;

/// <summary>A line of <c>ps</c>.</summary>
/// <param name="Name">The topology.</param>
/// <param name="State">starting, running or dead.</param>
/// <param name="Pid">The daemon.</param>
/// <param name="Boxes">Names of its boxes.</param>
/// <param name="Hosts">Names of its hosts.</param>
/// <param name="Node">Name of the machine.</param>
/// <param name="File">Where it came from.</param>
/// <param name="Started">Since when.</param>
internal sealed record PsLine(
    string Name, string State, int? Pid, IReadOnlyList<string> Boxes, IReadOnlyList<string> Hosts, string Node, string? File, DateTimeOffset? Started)
{
    public static PsLine Of(KnownTopology known) => new(
        known.Name, known.State, known.Record?.Pid, known.Record?.Boxes ?? [], [.. known.Record?.Hosts.Select(h => h.Name) ?? []],
        known.Record?.Node ?? Environment.MachineName, known.Record?.File, known.Record?.Started);
}

/// <summary><c>ps</c>: which topologies there are.</summary>
internal static class PsCommand
{
    public static Command Create(CommandContext context)
    {
        var json = GlobalOptions.Json();
        var command = new Command("ps", "list the topologies of this machine") { json };
        command.SetAction(parsed =>
        {
            PsLine[] lines = [.. new TopologyCatalog(context.State(parsed)).All().Select(PsLine.Of)];
            if (parsed.GetValue(json)) context.PrintJson(lines, NodeJson.Default.IReadOnlyListPsLine);
            else Print(context, lines);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(CommandContext context, PsLine[] lines)
    {
        if (lines.Length == 0)
        {
            context.Terminal.Output.WriteLine("no topology is running");
            return;
        }

        var table = ShowTables.New("", ["name", "state"], ["pid"], ["boxes", "hosts", "file"], []);
        table.Title = null;
        foreach (var l in lines)
            ShowTables.Row(table, l.Name, l.State, l.Pid?.ToString(CultureInfo.InvariantCulture) ?? "-", Few(l.Boxes), Few(l.Hosts), l.File ?? "-");
        context.Terminal.Tables().Write(table);
    }

    private static string Few(IReadOnlyList<string> names) =>
        names.Count <= 6 ? string.Join(' ', names) : string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', names.Take(5))} and {names.Count - 5} more");
}
