using System.CommandLine;
using ActorNet.Labs.Links;
using ActorNet.Node.Cli;
using ActorNet.Node.Control;
using ActorNet.Node.Links;
using ActorNet.Node.State;

namespace ActorNet.Node.Commands;

/// <summary><c>link</c>: changes and shows what links do to frames, while they run.</summary>
internal static class LinkCommand
{
    private const string Naming = "LEFT--RIGHT (both ways) or LEFT-to-RIGHT (one way), each end a box or box:device; TOPOLOGY in front where several run";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Command Create(CommandContext context) => new("link", "change or show what links between boxes do: delay, loss, rate, up, down")
    {
        Set(context),
        Reset(context),
        Show(context),
    };

    private static Command Set(CommandContext context)
    {
        var words = new Argument<string[]>("LINK SETTINGS")
        {
            Description = $"the link: {Naming}. Then up, down, or settings as in a topology file: delay 20ms loss 1%; 'none' takes one away. What is not named stays, and so does what is queued",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("set", "change settings of a link: actornet link set left--right delay 20ms loss 1%") { words };
        command.SetAction((parsed, stop) =>
        {
            var (topology, rest) = Part(parsed.GetRequiredValue(words));
            if (rest.Count < 2) throw NodeException.Usage($"say what is to happen to link '{rest[0]}': up, down, or settings such as delay 20ms.");
            return ChangeAsync(context, context.State(parsed), topology, rest, stop);
        });
        return command;
    }

    private static Command Reset(CommandContext context)
    {
        var words = new Argument<string[]>("LINK") { Description = $"the link: {Naming}; 'all' for all", Arity = new ArgumentArity(1, 2) };
        var command = new Command("reset", "make a link what its file says again") { words };
        command.SetAction((parsed, stop) =>
        {
            var (topology, rest) = Part(parsed.GetRequiredValue(words));
            if (rest.Count > 1) throw NodeException.Usage($"name one link, or say all; '{rest[1]}' is one word too many.");
            return ChangeAsync(context, context.State(parsed), topology, [rest[0], "reset"], stop);
        });
        return command;
    }

    private static Command Show(CommandContext context)
    {
        var words = new Argument<string[]>("LINK") { Description = $"the link: {Naming}; all of them when left out", Arity = new ArgumentArity(0, 2) };
        var json = GlobalOptions.Json();
        var command = new Command("show", "show settings, queue limits and counters of links") { words, json };
        command.SetAction((parsed, stop) =>
        {
            var given = parsed.GetValue(words) ?? [];
            var (topology, rest) = given is [var only] && !IsLink(only) && !only.Contains('/', StringComparison.Ordinal) ? (only, []) : Part(given);
            return ShowAsync(context, context.State(parsed), topology, rest.Count == 0 ? null : rest[0], parsed.GetValue(json), stop);
        });
        return command;
    }

    private static async Task<int> ChangeAsync(CommandContext context, StateDirectory state, string? topology, IReadOnlyList<string> words, CancellationToken stop)
    {
        var found = new TopologyCatalog(state).Running(topology);
        var answer = await ControlClient.AskAsync(state.SocketOf(found.Name), ControlRequest.Link(words), Patience, stop).ConfigureAwait(false);
        context.Terminal.Output.Write(answer.Output);
        return answer.Error is null ? ExitCodes.Done : throw new NodeException(answer.Error, answer.ExitCode == ExitCodes.Done ? ExitCodes.Failed : answer.ExitCode);
    }

    private static async Task<int> ShowAsync(CommandContext context, StateDirectory state, string? topology, string? link, bool json, CancellationToken stop)
    {
        var found = new TopologyCatalog(state).Running(topology);
        var answer = await ControlClient.AskAsync(state.SocketOf(found.Name), ControlRequest.Links(link), Patience, stop).ConfigureAwait(false);
        var report = answer.Links ?? throw new NodeException(answer.Error ?? "the daemon sent no links.");
        if (json) context.PrintJson(report, NodeJson.Default.LinkReport);
        else if (report.Links.Count == 0) context.Terminal.Output.WriteLine($"{report.Topology} has no links");
        else LinkTables.Write(context.Terminal.Tables(), report);
        return ExitCodes.Done;
    }

    /// <summary>The topology that stands in front, if one does: <c>TOPOLOGY LINK ...</c> or <c>TOPOLOGY/LINK ...</c>.</summary>
    private static (string? Topology, IReadOnlyList<string> Words) Part(string[] words)
    {
        if (words.Length == 0) return (null, words);
        var slash = words[0].IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0) return (words[0][..slash], [words[0][(slash + 1)..], .. words.Skip(1)]);
        return words.Length > 1 && IsLink(words[1]) ? (words[0], [.. words.Skip(1)]) : (null, words);
    }

    private static bool IsLink(string word) =>
        word.Contains("--", StringComparison.Ordinal) || word.Contains("-to-", StringComparison.Ordinal) || string.Equals(word, LinksActor.All, StringComparison.Ordinal);
}
