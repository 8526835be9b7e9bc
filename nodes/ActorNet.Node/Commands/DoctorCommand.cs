using System.CommandLine;
using System.Runtime.InteropServices;
using ActorNet.Linux.Probe;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.Showing;

namespace ActorNet.Node.Commands;

/// <summary>A line of <c>doctor</c>.</summary>
/// <param name="Name">What was looked for.</param>
/// <param name="Level">ok, optional or missing.</param>
/// <param name="Found">What was found.</param>
/// <param name="Remedy">How to get it.</param>
internal sealed record DoctorLine(string Name, string Level, string Found, string? Remedy);

/// <summary><c>doctor</c>: what the machine lacks, and how to get it.</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandContext context)
    {
        var json = GlobalOptions.Json();
        var command = new Command("doctor", "find out what this machine lacks, and how to get it") { json };
        command.SetAction((parsed, stop) => RunAsync(context, parsed, parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, ParseResult parsed, bool json, CancellationToken stop)
    {
        var results = await MachineProbe.RunAsync(stop).ConfigureAwait(false);
        DoctorLine[] lines =
        [
            new DoctorLine(".NET", "ok", RuntimeInformation.FrameworkDescription, null),
            .. results.Select(r => new DoctorLine(r.Name, Level(r.Level), r.Found, r.Remedy)),
            StateDirectoryLine(context.State(parsed).Path),
        ];
        if (json) context.PrintJson(lines, NodeJson.Default.IReadOnlyListDoctorLine);
        else Print(context, lines);
        return Array.Exists(lines, l => string.Equals(l.Level, "missing", StringComparison.Ordinal)) ? ExitCodes.Lacking : ExitCodes.Done;
    }

    private static void Print(CommandContext context, DoctorLine[] lines)
    {
        var table = ShowTables.New("", ["what", "level", "found"], [], [], []);
        table.Title = null;
        foreach (var l in lines) ShowTables.Row(table, l.Name, l.Level, l.Found);
        context.Terminal.Tables().Write(table);
        foreach (var l in lines.Where(l => l.Remedy is not null)) context.Terminal.Output.WriteLine($"{l.Name}: {l.Remedy}");
    }

    private static string Level(ProbeLevel level) => level switch { ProbeLevel.Ok => "ok", ProbeLevel.Optional => "optional", _ => "missing" };

    /// <summary>Looks without making anything: the nearest existing folder must be writable.</summary>
    private static DoctorLine StateDirectoryLine(string path)
    {
        var folder = path;
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent) folder = parent;
        try
        {
            using var probe = new FileStream(Path.Combine(folder, $".actornet-{Environment.ProcessId}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return new DoctorLine("state directory", "ok", path, null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new DoctorLine("state directory", "missing", failure.Message, "Run as root (sudo), or choose another folder (--state-dir DIR).");
        }
    }
}
