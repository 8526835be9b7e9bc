using System.CommandLine;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Bench;

/// <summary><c>bench tap</c>: how fast frames get from one host of this machine to another, beside the kernel's devices and VDE.</summary>
internal static class TapCommand
{
    public static Command Create(CommandContext context)
    {
        var rounds = new Option<int>("--rounds") { Description = "measurements of each kind, of which the median counts", DefaultValueFactory = _ => TapBenchOptions.DefaultRounds };
        var seconds = new Option<int>("--seconds") { Description = "length of one measurement", DefaultValueFactory = _ => TapBenchOptions.DefaultSeconds };
        var only = new Option<string?>("--only") { Description = "what to measure: " + string.Join(",", TapMetrics.Words), HelpName = "METRICS" };
        var paths = new Option<string?>("--paths") { Description = "where to measure: " + string.Join(",", TapPaths.Words), HelpName = "PATHS" };
        var json = GlobalOptions.Json();
        var command = new Command("tap", "TAP -> ifb -> bridge -> TAP beside veth + Linux ifb + bridge and beside VDE: TCP, small frames, round trip") { rounds, seconds, only, paths, json };
        command.SetAction(parsed =>
        {
            var options = TapBenchOptions.Read(parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(only), parsed.GetValue(paths));
            return RunAsync(context, options, parsed, parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, TapBenchOptions options, ParseResult parsed, bool json)
    {
        using var signals = new StopSignals(again => context.Terminal.Complain(again ? "still cleaning up; please wait." : "stopping, and taking the paths down."));
        try
        {
            TapBenchResult result;
            using (var progress = new ProgressLine(context.Terminal, "bench tap"))
                result = await TapBench.RunAsync(options, context.State(parsed), context.ConfigFile(parsed), progress, signals.Token).ConfigureAwait(false);
            if (json) context.PrintJson(result, BenchJson.Default.TapBenchResult);
            else TapBenchTable.Print(result, context.Terminal.Tables());
            return ExitCodes.Done;
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            context.Terminal.Complain("stopped; nothing of the benchmark is left.");
            return ExitCodes.Failed;
        }
    }
}
