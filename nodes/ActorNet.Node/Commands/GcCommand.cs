using System.CommandLine;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.Hosting;

namespace ActorNet.Node.Commands;

/// <summary>What <c>gc</c> did about a topology.</summary>
/// <param name="Topology">Its name.</param>
/// <param name="Result">cleaned, running or incomplete.</param>
/// <param name="Things">What its ledger named and what became of it.</param>
internal sealed record CleanedTopology(string Topology, string Result, IReadOnlyList<CleanedThing> Things);

/// <summary>A line of the report.</summary>
internal sealed record CleanedThing(string What, string Outcome, string Detail);

/// <summary><c>gc</c>: removes what killed daemons have left, and nothing else.</summary>
internal static class GcCommand
{
    public static Command Create(CommandContext context)
    {
        var json = GlobalOptions.Json();
        var command = new Command("gc", "clean up after daemons that were killed; what their ledgers do not name is not touched") { json };
        command.SetAction(parsed => Run(context, parsed, parsed.GetValue(json)));
        return command;
    }

    private static int Run(CommandContext context, ParseResult parsed, bool json)
    {
        var state = context.State(parsed);
        CleanedTopology[] report = [.. state.Traces().Select(name => TopologyCleaner.Clean(state, name))];
        if (json) context.PrintJson(report, NodeJson.Default.IReadOnlyListCleanedTopology);
        else Print(context.Terminal.Output, report);
        return Array.Exists(report, t => string.Equals(t.Result, TopologyCleaner.Incomplete, StringComparison.Ordinal)) ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static void Print(TextWriter output, CleanedTopology[] report)
    {
        if (report.Length == 0) output.WriteLine("nothing to clean up");
        foreach (var topology in report)
        {
            output.WriteLine($"{topology.Topology}: {topology.Result}");
            foreach (var thing in topology.Things) output.WriteLine($"  {thing.What}: {thing.Outcome}{(thing.Detail.Length == 0 ? "" : $" ({thing.Detail})")}");
        }
    }
}
