using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;

namespace ActorNet.Node.Commands;

/// <summary>What <c>version --json</c> prints.</summary>
internal sealed record VersionLine(string Version, string Runtime, string System);

/// <summary><c>version</c>.</summary>
internal static class VersionCommand
{
    public static Command Create(CommandContext context)
    {
        var json = GlobalOptions.Json();
        var command = new Command("version", "show the version") { json };
        command.SetAction(parsed =>
        {
            var version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
            var line = new VersionLine(version, RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription);
            if (parsed.GetValue(json)) context.PrintJson(line, NodeJson.Default.VersionLine);
            else context.Terminal.Output.WriteLine($"actornet {line.Version} ({line.Runtime}, {line.System})");
            return ExitCodes.Done;
        });
        return command;
    }
}
