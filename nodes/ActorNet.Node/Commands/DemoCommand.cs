using System.CommandLine;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.Demo;
using ActorNet.Node.Hosting;

namespace ActorNet.Node.Commands;

/// <summary><c>demo</c>: the whole thing once, with traffic and a table of what happened; real where the machine allows it, else in memory.</summary>
internal static class DemoCommand
{
    public static Command Create(CommandContext context)
    {
        var inMemory = new Option<bool>("--virtual") { Description = "in memory on a virtual clock, even where the real thing could run" };
        var json = GlobalOptions.Json();
        var command = new Command("demo", "show a redirect into an IFB with a shaper: two hosts, traffic, a table of what happened hop by hop") { inMemory, json };
        command.SetAction(async parsed =>
        {
            using var signals = new StopSignals(_ => context.Terminal.Complain("taking the demo down."));
            var lack = parsed.GetValue(inMemory) ? "asked for" : Prerequisites.FirstLack();
            var result = lack is null
                ? await RealDemo.RunAsync(context.Settings(parsed), context.Terminal, signals.Token).ConfigureAwait(false)
                : VirtualDemo.Run(lack.TrimEnd('.'));
            if (parsed.GetValue(json)) context.PrintJson(result, NodeJson.Default.DemoResult);
            else DemoPrinter.Print(context.Terminal, result);
            return result.PingMilliseconds.Count > 0 ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }
}
