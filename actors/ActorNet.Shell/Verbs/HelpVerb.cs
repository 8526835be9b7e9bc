using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ActorNet.Shell.Verbs;

/// <summary><c>help</c>: what there is, and how each is used.</summary>
internal static class HelpVerb
{
    private static readonly Dictionary<string, (string Summary, string Example)> Programs = new(StringComparer.Ordinal)
    {
        ["ip"] = ("devices, addresses, namespaces, as iproute2's ip", "ip -s link show"),
        ["tc"] = ("qdiscs, classes, filters, actions, as iproute2's tc", "tc -s qdisc show"),
        ["bridge"] = ("forwarding tables and ports, as iproute2's bridge", "bridge fdb show"),
        ["ethtool"] = ("offloads and counters of a device", "ethtool -k lo"),
    };

    public static ShellVerb Verb { get; } = new(
        "help", "help [COMMAND]", "list the commands, or explain one",
        """
        Lists programs and verbs; with COMMAND it explains that one.
        Example: help inject
        """,
        Run, ShellArgument.Topic);

    private static Task Run(VerbCall call)
    {
        var text = call.Words.AtEnd ? Overview() : Explain(call.Words.Next("the command"));
        call.Words.End();
        call.Say(text, JsonValue.Create(text));
        return Task.CompletedTask;
    }

    private static string Overview()
    {
        var text = new StringBuilder("Programs (each has its own help: ip link help)\n");
        foreach (var name in ShellVerbs.Programs) text.Append(CultureInfo.InvariantCulture, $"  {name,-10} {Programs[name].Summary}\n");
        text.Append("Verbs (help VERB tells more; -n NETNS after a verb names the namespace)\n");
        foreach (var verb in ShellVerbs.All) text.Append(CultureInfo.InvariantCulture, $"  {verb.Name,-10} {verb.Summary}\n");
        return text.Append("A # begins a comment, a \\ at the end of a line continues it, a ! in front of a command says that it must fail.\n").ToString();
    }

    private static string Explain(string name)
    {
        if (Programs.TryGetValue(name, out var program)) return $"{name}: {program.Summary}\nSee \"{name} help\".\nExample: {program.Example}\n";
        var verb = ShellVerbs.Find(name) ?? throw new ShellException($"there is no help on \"{name}\"; \"help\" lists the commands");
        return $"{verb.Usage}\n{verb.Help}\n";
    }
}
