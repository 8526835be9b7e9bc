using System.CommandLine;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.Showing;
using ActorNet.Node.State;

namespace ActorNet.Node.Commands;

/// <summary><c>show</c>: devices, qdiscs, IFB queues, actions and drops of running topologies.</summary>
internal static class ShowCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Command Create(CommandContext context)
    {
        var name = new Argument<string?>("NAME") { Description = "the topology; all of them when left out", Arity = ArgumentArity.ZeroOrOne };
        var json = GlobalOptions.Json();
        var command = new Command("show", "show devices, queues, actions and drops") { name, json };
        command.SetAction((parsed, stop) => RunAsync(context, context.State(parsed), parsed.GetValue(name), parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, StateDirectory state, string? name, bool json, CancellationToken stop)
    {
        var catalog = new TopologyCatalog(state);
        KnownTopology[] chosen = name is null ? [.. catalog.All().Where(t => t.IsRunning)] : [catalog.Running(name)];
        var reports = new List<ShowReport>();
        foreach (var topology in chosen)
        {
            var answer = await ControlClient.AskAsync(state.SocketOf(topology.Name), ControlRequest.For(Verbs.Show), Patience, stop).ConfigureAwait(false);
            reports.Add(answer.Show ?? throw new NodeException(answer.Error ?? "the daemon sent no counters."));
        }

        if (json) context.PrintJson(reports, NodeJson.Default.IReadOnlyListShowReport);
        else Print(context, reports);
        return ExitCodes.Done;
    }

    private static void Print(CommandContext context, List<ShowReport> reports)
    {
        if (reports.Count == 0) context.Terminal.Output.WriteLine("no topology is running");
        foreach (var report in reports) ShowTables.Write(context.Terminal.Tables(), report);
    }
}
