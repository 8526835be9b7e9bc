using System.CommandLine;
using System.CommandLine.Completions;
using ActorNet.Core;
using ActorNet.Linux.Terminals;
using ActorNet.Node.Cli;
using ActorNet.Node.Shell;
using ActorNet.Node.Shell.Attach;
using ActorNet.Node.State;
using ActorNet.Shell;
using ActorNet.Shell.Labs;

namespace ActorNet.Node.Commands;

/// <summary>
/// <c>shell</c>: lines of ip, tc, bridge, ethtool and the verbs of the shell, on a lab in memory with a virtual clock or on a running topology; at a prompt where somebody
/// sits in front of it, otherwise as a script.
/// </summary>
internal static class ShellCommand
{
    public static Command Create(CommandContext context)
    {
        var batch = new Option<string?>("--batch") { Description = "run the lines of FILE, - for standard input", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "print one JSON object per line; no prompt" };
        var kernel = new Option<string?>("--kernel") { Description = $"the Linux to imitate: {KernelProfile.Names}", HelpName = "VERSION" };
        var seed = new Option<ulong?>("--seed") { Description = "seed of everything random: addresses, flow hashes; default 1", HelpName = "N" };
        var attach = new Option<string?>("--attach") { Description = "work on a running topology, in real time", HelpName = "TOPOLOGY" };
        attach.CompletionSources.Add(asked => Running(context.State(asked.ParseResult)));
        var plain = new Option<bool>("--plain") { Description = "no colours at the prompt" };
        var command = new Command("shell", "a prompt for lines of ip and tc, and frames: in memory on virtual time without root, or on a running topology")
        {
            batch, json, kernel, seed, attach, plain,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(attach) is not null && (result.GetValue(kernel) is not null || result.GetValue(seed) is not null))
                result.AddError("--kernel and --seed are of a lab in memory; the boxes of a running topology have theirs from its file.");
        });
        command.SetAction(async (parsed, stop) =>
        {
            var isJson = parsed.GetValue(json);
            var runner = parsed.GetValue(attach) is { } topology
                ? await AttachAsync(context.State(parsed), topology, isJson, stop).ConfigureAwait(false)
                : InMemory(new VirtualLabOptions { Kernel = Profile(parsed.GetValue(kernel)), Seed = parsed.GetValue(seed) ?? 1 }, isJson);
            await using (runner.ConfigureAwait(false))
            {
                var file = parsed.GetValue(batch);
                if (file is null && !isJson && RawTerminal.IsThere) return await PromptAsync(context, runner, parsed.GetValue(plain)).ConfigureAwait(false);
                using var input = Open(file);
                return await ShellBatch.RunAsync(line => runner.RunAsync(line, stop), input, context.Terminal.Output, context.Terminal.Error, isJson).ConfigureAwait(false);
            }
        });
        return command;
    }

    private static SessionRunner InMemory(VirtualLabOptions options, bool json) =>
        new SessionRunner(new VirtualShellLab(options), new ShellOptions { Json = json, ReadFile = static file => File.ReadAllTextAsync(file) });

    private static async Task<ILineRunner> AttachAsync(StateDirectory state, string name, bool json, CancellationToken stop)
    {
        var topology = new TopologyCatalog(state).Running(name);
        return new SourcingRunner(await AttachedRunner.OpenAsync(state.SocketOf(topology.Name), topology.Name, json, stop).ConfigureAwait(false));
    }

    private static async Task<int> PromptAsync(CommandContext context, ILineRunner runner, bool plain)
    {
        using var prompt = new PromptLoop(runner, context.Terminal, plain);
        await prompt.RunAsync().ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private static KernelProfile? Profile(string? version) => version is null
        ? null
        : KernelProfile.Find(version) ?? throw NodeException.Usage($"there is no kernel \"{version}\" to imitate; known are {KernelProfile.Names}.");

    private static TextReader Open(string? file) => file is null or "-" ? Console.In : new StreamReader(file);

    /// <summary>Topologies to attach to, for completion.</summary>
    private static IEnumerable<CompletionItem> Running(StateDirectory state) => [.. new TopologyCatalog(state).All().Where(t => t.IsRunning).Select(t => new CompletionItem(t.Name))];
}
