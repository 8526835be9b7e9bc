using System.CommandLine;
using ActorNet.Linux;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.Hosting;
using ActorNet.Node.State;

namespace ActorNet.Node.Commands;

/// <summary><c>down</c>: takes topologies down; one whose daemon was killed is cleaned up instead.</summary>
internal static class DownCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Command Create(CommandContext context)
    {
        var name = new Argument<string?>("NAME") { Description = "the topology", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "all topologies" };
        var json = GlobalOptions.Json();
        var command = new Command("down", "take a topology down") { name, all, json };
        command.SetAction((parsed, stop) =>
        {
            var chosen = parsed.GetValue(name);
            if (chosen is null != parsed.GetValue(all)) throw NodeException.Usage("name one topology, or say --all.");
            return RunAsync(context, context.State(parsed), chosen, parsed.GetValue(json), stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, StateDirectory state, string? name, bool json, CancellationToken stop)
    {
        var code = ExitCodes.Done;
        string[] names = name is null ? [.. state.Topologies()] : [name];
        foreach (var one in names)
        {
            try
            {
                var line = await DownAsync(state, one, stop).ConfigureAwait(false);
                if (json) context.PrintJson(line, NodeJson.Default.StateLine);
                else context.Terminal.Output.WriteLine($"{line.Name} is {line.State}");
                if (string.Equals(line.State, "incomplete", StringComparison.Ordinal)) throw new NodeException($"{one}: not everything could be removed; 'actornet gc' says what.");
            }
            catch (NodeException failure) when (name is null)
            {
                context.Terminal.Complain(failure.Message);
                code = failure.ExitCode;
            }
        }

        return code;
    }

    private static async Task<StateLine> DownAsync(StateDirectory state, string name, CancellationToken stop)
    {
        var known = new TopologyCatalog(state).Look(name);
        if (!known.IsAlive) return CleanUp(state, known);
        using var process = ProcessHandle.Open(known.Record!.Pid);
        if (known.IsRunning)
        {
            var answer = await ControlClient.AskAsync(state.SocketOf(name), ControlRequest.For(Verbs.Stop), Patience, stop).ConfigureAwait(false);
            if (answer.Error is not null) throw new NodeException(answer.Error);
        }
        else
        {
            // Still starting: there is no socket yet, and the signal makes it undo what it has made.
            process?.Terminate();
        }

        if (process is not null && !process.WaitForExit(Patience)) throw new NodeException($"the daemon of '{name}' (process {known.Record.Pid}) does not end. Kill it, then run 'actornet gc'.");
        return new StateLine(name, "down");
    }

    private static StateLine CleanUp(StateDirectory state, KnownTopology known)
    {
        if (!state.HasLedger(known.Name) && known.Record is null)
            throw new NodeException($"there is no topology '{known.Name}' in {state.Path}; 'actornet ps' lists what there is.");
        var cleaned = TopologyCleaner.Clean(state, known.Name);
        return new StateLine(known.Name, cleaned.Result is TopologyCleaner.Cleaned ? "cleaned up (its daemon had been killed)" : "incomplete");
    }
}
