using System.CommandLine;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Topology;

namespace ActorNet.Node.Commands;

/// <summary>What <c>validate --json</c> prints.</summary>
/// <param name="File">The file.</param>
/// <param name="Valid">It has no mistakes.</param>
/// <param name="Topology">Name of the topology, when valid.</param>
/// <param name="Mistakes">All mistakes, in the order of their places.</param>
internal sealed record ValidatedFile(string File, bool Valid, string? Topology, IReadOnlyList<FileMistake> Mistakes);

/// <summary>A mistake of a topology file.</summary>
internal sealed record FileMistake(string File, int Line, int Column, string What, string Remedy);

/// <summary><c>validate</c>: all mistakes of a file at once. Needs no rights and makes nothing.</summary>
internal static class ValidateCommand
{
    public static Command Create(CommandContext context)
    {
        var file = TopologyFile.Argument();
        var json = GlobalOptions.Json();
        var command = new Command("validate", "check a topology file; all mistakes at once, nothing is made") { file, json };
        command.SetAction(parsed => Run(context, parsed.GetRequiredValue(file), parsed.GetValue(json)));
        return command;
    }

    private static int Run(CommandContext context, string file, bool json)
    {
        var result = TopologyLoader.LoadFile(file);
        if (json)
        {
            FileMistake[] mistakes = [.. result.Errors.Select(e => new FileMistake(e.Origin.File, e.Origin.Line, e.Origin.Column, e.What, e.Remedy))];
            context.PrintJson(new ValidatedFile(file, result.IsValid, result.Topology?.Name, mistakes), NodeJson.Default.ValidatedFile);
        }
        else if (result.IsValid)
        {
            var t = result.Topology;
            context.Terminal.Output.WriteLine($"{file}: topology '{t.Name}' is valid: {t.Hosts.Count} hosts, {t.Boxes.Count} boxes, {t.Links.Count} links{Schedule(t.Schedule.Count)}{Traffic(t)}");
        }
        else
        {
            foreach (var mistake in result.Errors) context.Terminal.Error.WriteLine(mistake.ToString());
        }

        return result.IsValid ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static string Traffic(TopologyModel t) => t.Traffic.Count + t.Expectations.Count == 0 ? "" : $", {t.Traffic.Count} lines of traffic, {t.Expectations.Count} expectations";

    private static string Schedule(int lines) => lines == 0 ? "" : $", a schedule of {lines} lines";
}
