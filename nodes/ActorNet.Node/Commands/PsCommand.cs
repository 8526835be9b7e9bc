using System.CommandLine;
using System.Globalization;
using ActorNet.Labs.Links;
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
/// <param name="Behind">How far behind its time it was; null when its daemon does not say.</param>
internal sealed record PsLine(
    string Name, string State, int? Pid, IReadOnlyList<string> Boxes, IReadOnlyList<string> Hosts, string Node, string? File, DateTimeOffset? Started, BehindReport? Behind)
{
    public static PsLine Of(KnownTopology known, BehindReport? behind) => new(
        known.Name, known.State, known.Record?.Pid, known.Record?.Boxes ?? [], [.. known.Record?.Hosts.Select(h => h.Name) ?? []],
        known.Record?.Node ?? Environment.MachineName, known.Record?.File, known.Record?.Started, behind);
}

/// <summary><c>ps</c>: which topologies there are.</summary>
internal static class PsCommand
{
    /// <summary>A daemon that is busier than that is listed without what only it knows.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static Command Create(CommandContext context)
    {
        var json = GlobalOptions.Json();
        var command = new Command("ps", "list the topologies of this machine") { json };
        command.SetAction(async (parsed, stop) =>
        {
            var state = context.State(parsed);
            var lines = await Task.WhenAll(new TopologyCatalog(state).All().Select(async known => PsLine.Of(known, await BehindAsync(state, known, stop).ConfigureAwait(false)))).ConfigureAwait(false);
            if (parsed.GetValue(json)) context.PrintJson(lines, NodeJson.Default.IReadOnlyListPsLine);
            else Print(context, lines);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<BehindReport?> BehindAsync(StateDirectory state, KnownTopology known, CancellationToken stop)
    {
        if (!known.IsRunning) return null;
        try
        {
            var answer = await ControlClient.AskAsync(state.SocketOf(known.Name), ControlRequest.For(Verbs.Behind), Patience, stop).ConfigureAwait(false);
            return answer.Behind;
        }
        catch (NodeException)
        {
            // It ended meanwhile, is too busy, or this user may not ask it: the rest of the line is true all the same.
            return null;
        }
    }

    private static void Print(CommandContext context, PsLine[] lines)
    {
        if (lines.Length == 0)
        {
            context.Terminal.Output.WriteLine("no topology is running");
            return;
        }

        var table = ShowTables.New("", ["name", "state"], ["pid"], ["boxes", "hosts", "late", "file"], []);
        table.Title = null;
        foreach (var l in lines)
            ShowTables.Row(table, l.Name, l.State, l.Pid?.ToString(CultureInfo.InvariantCulture) ?? "-", Few(l.Boxes), Few(l.Hosts), Late(l.Behind), l.File ?? "-");
        context.Terminal.Tables().Write(table);
    }

    private static string Late(BehindReport? behind) => behind switch
    {
        null => "-",
        { Last: null } => "no",
        _ => string.Create(CultureInfo.InvariantCulture, $"{behind.Frames} frames, {behind.WorstMilliseconds:0.#} ms at worst"),
    };

    private static string Few(IReadOnlyList<string> names) =>
        names.Count <= 6 ? string.Join(' ', names) : string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', names.Take(5))} and {names.Count - 5} more");
}
