using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ActorNet.Core;
using ActorNet.Labs;
using ActorNet.Labs.Traffic;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.Flows;
using ActorNet.Topology;

namespace ActorNet.Node.Commands;

/// <summary><c>sim</c>: the traffic of a file on a virtual clock, with hosts made of code: no root, faster than real time, the same every time.</summary>
internal static class SimCommand
{
    public static Command Create(CommandContext context)
    {
        var file = TopologyFile.Argument();
        var seed = new Option<ulong?>("--seed") { Description = "stands in for the seed of the file", HelpName = "N" };
        var until = new Option<string?>("--until") { Description = "stop at this virtual time, as in 60s, even if traffic is not over", HelpName = "TIME" };
        var trace = new Option<string?>("--trace") { Description = "write every station of every frame to FILE, a line of JSON each", HelpName = "FILE" };
        var json = GlobalOptions.Json();
        var command = new Command("sim", "simulate the traffic of a file in virtual time, without root; exit code 0: all expectations met, 1: not, 2: the file is wrong") { file, seed, until, trace, json };
        command.SetAction(parsed =>
        {
            var options = new Wanted(parsed.GetRequiredValue(file), parsed.GetValue(seed), Until(parsed.GetValue(until)), parsed.GetValue(trace), parsed.GetValue(json));
            return Run(context, options);
        });
        return command;
    }

    private static int Run(CommandContext context, Wanted wanted)
    {
        if (TrafficFile.Load(context.Terminal, wanted.File) is not { } topology) return ExitCodes.Usage;
        if (topology.Traffic.Count == 0 && wanted.Until is null) throw TrafficFile.NothingToDo(wanted.File, ", or say how long to simulate: --until 60s");
        using var signals = new StopSignals(_ => { });
        using var trace = Open(wanted.Trace);
        var begin = Stopwatch.GetTimestamp();
        try
        {
            var (report, lines) = Simulate(context.Terminal, topology, wanted, trace, signals.Token);
            Print(context, topology, wanted, report, Stopwatch.GetElapsedTime(begin), lines);
            return report.IsMet ? ExitCodes.Done : ExitCodes.Failed;
        }
        catch (LabException refused)
        {
            // What cannot be simulated is a mistake of the file, and no expectation that was not met.
            throw new NodeException(refused.Message, ExitCodes.Usage, refused);
        }
    }

    private static (TrafficReport Report, long? Lines) Simulate(Terminal terminal, TopologyModel topology, Wanted wanted, FileStream? trace, CancellationToken stop)
    {
        using var lines = trace is null ? null : new HopLines(trace);
        using var progress = new TrafficProgressLine(terminal, topology.Name);
        using var lab = SimulatedLab.Start(topology, new SimulationOptions { Seed = wanted.Seed, OnHop = lines is null ? null : lines.Write });
        if (lines is not null) lines.Origin = new Instant(lab.Virtual.Now - lab.Elapsed);
        var report = TrafficRun.Run(lab, new TrafficRunOptions { Until = wanted.Until, OnProgress = progress.Report }, stop);
        return (report, lines?.Count);
    }

    private static void Print(CommandContext context, TopologyModel topology, Wanted wanted, TrafficReport report, TimeSpan real, long? lines)
    {
        var seconds = report.Nanoseconds / 1e9;
        var faster = real > TimeSpan.Zero ? seconds / real.TotalSeconds : 0;
        if (wanted.Json)
        {
            var shown = ShownTraffic.Of(topology.Name, ShownTraffic.Simulated, report, real);
            context.PrintJson(shown with { Seed = wanted.Seed ?? topology.Seed, TimesFaster = Math.Round(faster, 1), TraceLines = lines }, NodeJson.Default.ShownTraffic);
            return;
        }

        var traced = lines is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{lines} stations in {wanted.Trace}; ");
        TrafficTables.Write(context.Terminal, report, string.Create(
            CultureInfo.InvariantCulture, $"{topology.Name}: {seconds:0.###} s simulated in {real.TotalSeconds:0.00} s, {faster:0} times as fast as real time; {traced}"));
    }

    private static long? Until(string? text)
    {
        if (text is null) return null;
        return TopologyTime.TryRead(text, out var time) && time > 0 ? time : throw NodeException.Usage($"--until {text} is no time. {TopologyTime.Remedy}.");
    }

    private static FileStream? Open(string? path)
    {
        try
        {
            return path is null ? null : new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw NodeException.Usage($"the trace cannot be written: {failure.Message}");
        }
    }

    private sealed record Wanted(string File, ulong? Seed, long? Until, string? Trace, bool Json);
}
