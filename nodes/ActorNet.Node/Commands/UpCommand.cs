using System.CommandLine;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.Hosting;
using ActorNet.Node.Settings;
using ActorNet.Node.State;

namespace ActorNet.Node.Commands;

/// <summary>What <c>up -d --json</c> and <c>down --json</c> print.</summary>
/// <param name="Name">The topology.</param>
/// <param name="State">running, down, cleaned or incomplete.</param>
/// <param name="Pid">The daemon, while there is one.</param>
internal sealed record StateLine(string Name, string State, int? Pid = null);

/// <summary><c>up</c>: starts a topology, here or detached.</summary>
internal static class UpCommand
{
    public static Command Create(CommandContext context)
    {
        var file = TopologyFile.Argument();
        var detach = new Option<bool>("--detach", "-d") { Description = "run in the background; returns when it is up" };
        var json = GlobalOptions.Json();
        var command = new Command("up", "start a topology; Ctrl-C takes it down again") { file, detach, json };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            return parsed.GetValue(detach)
                ? DetachedAsync(context, parsed, path, parsed.GetValue(json))
                : ForegroundAsync(context, parsed, path);
        });
        return command;
    }

    private static async Task<int> DetachedAsync(CommandContext context, ParseResult parsed, string file, bool json)
    {
        var topology = TopologyFile.Load(file);
        var settings = context.Settings(parsed);
        string[] config = context.ConfigFile(parsed) is { } configFile ? ["--config", configFile] : [];
        using var signals = new StopSignals(_ => { });
        using (var progress = new ProgressLine(context.Terminal, topology.Name))
        {
            string[] arguments = [Path.GetFullPath(file), "--state-dir", settings.StateDirectory, .. config];
            await DaemonLauncher.StartAsync(arguments, progress, signals.Token).ConfigureAwait(false);
        }

        var pid = new TopologyCatalog(new StateDirectory(settings.StateDirectory)).Look(topology.Name).Record?.Pid;
        if (json) context.PrintJson(new StateLine(topology.Name, RunRecord.Running, pid), NodeJson.Default.StateLine);
        else context.Terminal.Output.WriteLine($"{topology.Name} is up (process {pid}); take it down with: actornet down {topology.Name}");
        return ExitCodes.Done;
    }

    private static async Task<int> ForegroundAsync(CommandContext context, ParseResult parsed, string file)
    {
        var topology = TopologyFile.Load(file);
        var settings = context.Settings(parsed);
        var options = new DaemonOptions(topology, Path.GetFullPath(file), settings, new StateDirectory(settings.StateDirectory));
        using var log = NodeLog.Open(settings, topology.Name, toTerminal: true, context.Terminal);
        using var signals = new StopSignals(again => context.Terminal.Complain(again ? "still cleaning up; please wait." : $"taking {topology.Name} down."));
        using var progress = new ProgressLine(context.Terminal, topology.Name);
        try
        {
            void Ready()
            {
                progress.Dispose();
                context.Terminal.Output.WriteLine($"{topology.Name} is up; Ctrl-C takes it down.");
            }

            await TopologyDaemon.RunAsync(options, log, progress, Ready, signals.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            context.Terminal.Complain($"{topology.Name} was stopped before it was up; nothing of it is left.");
        }

        return ExitCodes.Done;
    }
}
