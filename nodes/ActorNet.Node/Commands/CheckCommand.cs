using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ActorNet.Labs.Traffic;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.Flows;
using ActorNet.Node.Flows.Live;
using ActorNet.Node.Hosting;
using ActorNet.Node.Settings;
using ActorNet.Node.State;

namespace ActorNet.Node.Commands;

/// <summary><c>check</c>: the traffic of a file between hosts of the machine, with their programs, held against what the file expects.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        var file = TopologyFile.Argument();
        var json = GlobalOptions.Json();
        var command = new Command(
            "check", "run the traffic of a file live, with ping and iperf3 in its hosts; exit code 0: all expectations met, 1: not, 2: the file is wrong, 3: the machine lacks something") { file, json };
        command.SetAction(parsed => RunAsync(context, parsed, parsed.GetRequiredValue(file), parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, ParseResult parsed, string file, bool json)
    {
        if (TrafficFile.Load(context.Terminal, file) is not { } topology) return ExitCodes.Usage;
        if (topology.Traffic.Count == 0) throw TrafficFile.NothingToDo(file, "");
        LiveTools.Check(topology);
        var settings = context.Settings(parsed);
        var options = new DaemonOptions(topology, Path.GetFullPath(file), settings, new StateDirectory(settings.StateDirectory));
        using var signals = new StopSignals(again => context.Terminal.Complain(again ? "still cleaning up; please wait." : $"stopping the check of {topology.Name}."));
        var begin = Stopwatch.GetTimestamp();
        var (report, wasRunning) = await CheckAsync(context, options, signals.Token).ConfigureAwait(false);
        var real = Stopwatch.GetElapsedTime(begin);
        if (json) context.PrintJson(ShownTraffic.Of(topology.Name, ShownTraffic.Live, report, real), NodeJson.Default.ShownTraffic);
        else TrafficTables.Write(context.Terminal, report, string.Create(CultureInfo.InvariantCulture, $"{topology.Name}: {report.Nanoseconds / 1e9:0.0} s live, {(wasRunning ? "in what was running already" : "brought up and taken down again")}; "));
        return report.IsMet ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static async Task<(TrafficReport Report, bool WasRunning)> CheckAsync(CommandContext context, DaemonOptions options, CancellationToken stop)
    {
        using var log = NodeLog.Open(options.Settings, options.Topology.Name, toTerminal: false, context.Terminal);
        using var starting = new ProgressLine(context.Terminal, options.Topology.Name);
        await using var running = await RunningTopology.OpenAsync(options, log, starting, stop).ConfigureAwait(false);
        starting.Dispose();
        using var progress = new TrafficProgressLine(context.Terminal, options.Topology.Name);
        return (await LiveRun.RunAsync(options.Topology, running, progress.Report, stop).ConfigureAwait(false), running.IsForeign);
    }
}
