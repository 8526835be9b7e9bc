using System.CommandLine;
using ActorNet.Node.Cli;
using ActorNet.Topology;

namespace ActorNet.Node.Commands;

/// <summary><c>plan</c>: everything that <c>up</c> would do, in order. Makes nothing.</summary>
internal static class PlanCommand
{
    public static Command Create(CommandContext context)
    {
        var file = TopologyFile.Argument();
        var json = GlobalOptions.Json();
        var command = new Command("plan", "show what 'up' would do, step by step") { file, json };
        command.SetAction(parsed =>
        {
            var plan = TopologyPlan.For(TopologyFile.Load(parsed.GetRequiredValue(file)));
            if (parsed.GetValue(json)) context.Terminal.Output.WriteLine(plan.ToJson(indented: true));
            else context.Terminal.Output.Write(plan.ToText());
            return ExitCodes.Done;
        });
        return command;
    }
}
