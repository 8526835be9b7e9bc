using System.CommandLine;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.State;

namespace ActorNet.Node.Commands;

/// <summary><c>ip</c>, <c>tc</c>, <c>bridge</c>, <c>ethtool</c>: words for a box, passed on as they stand but for <c>-n BOX</c>, which says for which one.</summary>
internal static class BoxToolCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Command Create(CommandContext context, string tool, string description)
    {
        var words = new Argument<string[]>("WORDS") { Description = "iproute2's own words; -n BOX or -n TOPOLOGY/BOX chooses the box, needed when there are several", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(tool, description) { words };
        command.SetAction((parsed, stop) => RunAsync(context, context.State(parsed), tool, stop));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, StateDirectory state, string tool, CancellationToken stop)
    {
        var (name, rest) = BoxOption.Take(tool, context.Tail);
        var (topology, box) = new TopologyCatalog(state).Box(name);
        var answer = await ControlClient.AskAsync(state.SocketOf(topology.Name), ControlRequest.Run(box, [tool, .. rest]), Patience, stop).ConfigureAwait(false);
        if (answer.Error is not null) throw new NodeException(answer.Error);
        context.Terminal.Output.Write(answer.Output);
        context.Terminal.Error.Write(answer.Complaint);
        return answer.ExitCode;
    }
}
