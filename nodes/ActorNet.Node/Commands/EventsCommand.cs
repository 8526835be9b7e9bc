using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ActorNet.Labs.Links;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.State;

namespace ActorNet.Node.Commands;

/// <summary><c>events</c>: what happened to a running topology, and with <c>--follow</c> what happens.</summary>
internal static class EventsCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Command Create(CommandContext context)
    {
        var name = new Argument<string?>("TOPOLOGY") { Description = "the topology; may be left out when only one is running", Arity = ArgumentArity.ZeroOrOne };
        var follow = new Option<bool>("--follow", "-f") { Description = "go on with what happens, until it is taken down" };
        var json = new Option<bool>("--json") { Description = "print JSON, an object a line" };
        var command = new Command("events", "show what happened to a topology: links changed, up, down, late") { name, follow, json };
        command.SetAction((parsed, stop) => RunAsync(context, context.State(parsed), parsed.GetValue(name), parsed.GetValue(follow), parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, StateDirectory state, string? name, bool follow, bool json, CancellationToken stop)
    {
        var topology = new TopologyCatalog(state).Running(name);
        using var connection = await ControlConnection.OpenAsync(state.SocketOf(topology.Name), Patience, stop).ConfigureAwait(false);
        var next = 1L;
        var wait = false;
        while (true)
        {
            var answer = await connection.AskAsync(ControlRequest.Events(next, wait), Patience, stop).ConfigureAwait(false);
            var page = answer.Events ?? throw new NodeException(answer.Error ?? "the daemon sent no events.");
            if (page.Lost > 0) context.Terminal.Complain(string.Create(CultureInfo.InvariantCulture, $"{page.Lost} earlier events are forgotten; the last {EventJournal.Capacity} are kept."));
            foreach (var happened in page.Events) context.Terminal.Output.WriteLine(json ? JsonSerializer.Serialize(happened, NodeJson.Default.LabEvent) : Line(happened));
            context.Terminal.Output.Flush();
            if (page.Ended || (!follow && page.Events.Count < EventJournal.MaxPage)) return ExitCodes.Done;
            next = page.Next;
            wait = follow;
        }
    }

    private static string Line(LabEvent happened) => string.Create(
        CultureInfo.InvariantCulture, $"{happened.Time.ToLocalTime():yyyy-MM-dd HH:mm:ss.fff} {happened.Seconds,12:0.000} s  {happened.Kind,-9} {happened.By,-8} {happened.Text}");
}
