using System.CommandLine;
using ActorNet.Labs;
using ActorNet.Node.Commands;
using ActorNet.Topology;

namespace ActorNet.Node.Cli;

/// <summary>From words to an exit code: parses, runs, and turns failures into a sentence on the error stream.</summary>
internal static class ProgramRunner
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>, or the exit code of the program that was run.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, Terminal terminal)
    {
        var (own, tail) = VerbatimTail.Split(words);
        var root = CommandTree.Build(terminal, tail);
        var parsed = root.Parse(own.Count == 0 ? ["--help"] : own);
        if (parsed.Errors.Count > 0) return Misunderstood(parsed, terminal);
        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                // Commands that last handle signals themselves, and take as long as cleaning up takes.
                ProcessTerminationTimeout = null,
            };
            var code = await parsed.InvokeAsync(configuration).ConfigureAwait(false);
            return own.Count == 0 ? ExitCodes.Usage : code;
        }
        catch (Exception failure)
        {
            return Explain(failure, terminal);
        }
    }

    private static int Misunderstood(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in parsed.Errors) terminal.Complain(error.Message);
        var command = parsed.CommandResult.Command;
        terminal.Error.WriteLine($"Try 'actornet {(command is RootCommand ? "" : command.Name + " ")}--help'.");
        return ExitCodes.Usage;
    }

    private static int Explain(Exception failure, Terminal terminal)
    {
        switch (failure)
        {
            case NodeException known:
                terminal.Complain(known.Message);
                return known.ExitCode;
            case LabException refused:
                terminal.Complain(refused.Message);
                return ExitCodes.Failed;
            case TopologyException mistakes:
                foreach (var mistake in mistakes.Errors) terminal.Error.WriteLine(mistake.ToString());
                return ExitCodes.Failed;
            case OperationCanceledException:
                terminal.Complain("stopped.");
                return ExitCodes.Failed;
            case IOException or UnauthorizedAccessException:
                terminal.Complain(failure.Message);
                return ExitCodes.Failed;
            default:
                terminal.Complain($"unexpected failure, please report it: {failure}");
                return ExitCodes.Failed;
        }
    }
}
