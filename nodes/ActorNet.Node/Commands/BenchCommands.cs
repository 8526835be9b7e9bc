using System.CommandLine;
using ActorNet.Node.Bench;
using ActorNet.Node.Bench.Accuracy;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Commands;

/// <summary><c>bench</c>: measurements. A new one is a class with a factory of its command and a line in <see cref="Subcommands"/>.</summary>
internal static class BenchCommands
{
    /// <summary>Makes the subcommands, in the order in which they are listed.</summary>
    public static IReadOnlyList<Func<CommandContext, Command>> Subcommands { get; } = [TapCommand.Create, AccuracyCommand.Create];

    /// <summary>Puts <c>bench</c> with its subcommands into the program.</summary>
    public static void Register(Command root, CommandContext context)
    {
        var bench = new Command("bench", "measure; without a subcommand, list what can be measured");
        foreach (var subcommand in Subcommands) bench.Add(subcommand(context));
        bench.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            if (bench.Subcommands.Count == 0) output.WriteLine("nothing can be measured in this build");
            foreach (var subcommand in bench.Subcommands) output.WriteLine($"bench {subcommand.Name}: {subcommand.Description}");
            return ExitCodes.Done;
        });
        root.Add(bench);
    }
}
