using System.CommandLine;
using System.Text.Json;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary><c>bench accuracy</c>: what was set, held against what is got.</summary>
internal static class AccuracyCommand
{
    public static Command Create(CommandContext context)
    {
        var parts = new Argument<string[]>("PART") { Description = "what to measure: " + string.Join(" ", AccuracyParts.Words), Arity = ArgumentArity.ZeroOrMore };
        var paths = new Option<string?>("--paths") { Description = "where to measure: " + string.Join(",", AccuracyPaths.Words), HelpName = "PATHS" };
        var userMode = new Option<bool>("--uml") { Description = "also on a user-mode Linux, which has every qdisc, if it is installed" };
        var seconds = new Option<int>("--seconds") { Description = "length of one measurement", DefaultValueFactory = _ => AccuracyOptions.DefaultSeconds };
        var seed = new Option<ulong>("--seed") { Description = "of all that is random", DefaultValueFactory = _ => 1 };
        var output = new Option<string?>("--out") { Description = "writes the JSON to a file, too", HelpName = "FILE" };
        var json = GlobalOptions.Json();
        var command = new Command("accuracy", "set versus got: delay and jitter, loss, rates; on the virtual clock, between TAPs and beside the kernel") { parts, paths, userMode, seconds, seed, output, json };
        command.SetAction(parsed =>
        {
            var options = AccuracyOptions.Read(parsed.GetValue(parts) ?? [], parsed.GetValue(paths), parsed.GetValue(userMode), parsed.GetValue(seconds), parsed.GetValue(seed));
            return RunAsync(context, options, parsed, parsed.GetValue(output), parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, AccuracyOptions options, ParseResult parsed, string? file, bool json)
    {
        using var signals = new StopSignals(again => context.Terminal.Complain(again ? "still cleaning up; please wait." : "stopping, and taking the paths down."));
        try
        {
            AccuracyResult result;
            using (var progress = new ProgressLine(context.Terminal, "bench accuracy"))
                result = await AccuracyBench.RunAsync(options, context.State(parsed), context.ConfigFile(parsed), progress, signals.Token).ConfigureAwait(false);
            if (file is not null) await WriteAsync(file, result).ConfigureAwait(false);
            if (json) context.PrintJson(result, AccuracyJson.Default.AccuracyResult);
            else AccuracyTable.Print(result, context.Terminal.Tables());
            return result.Passed ? ExitCodes.Done : ExitCodes.Failed;
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            context.Terminal.Complain("stopped; nothing of the benchmark is left.");
            return ExitCodes.Failed;
        }
    }

    private static async Task WriteAsync(string file, AccuracyResult result)
    {
        try
        {
            await File.WriteAllBytesAsync(file, JsonSerializer.SerializeToUtf8Bytes(result, AccuracyJson.Default.AccuracyResult)).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new NodeException($"the JSON cannot be written to '{file}': {failure.Message}", ExitCodes.Failed, failure);
        }
    }
}
