using ActorNet.Shell;

namespace ActorNet.Node.Shell.Help;

/// <summary>Help on the shell's verbs: what they say of themselves, with examples that begin with nothing.</summary>
internal static class VerbTopics
{
    private const string Pair =
        """
        ip link add va type veth peer name vb
        ip link set va up
        ip link set vb up

        """;

    private const string Ifb =
        """
        ip link add ifb0 numtxqueues 2 type ifb
        ip link set ifb0 up

        """;

    private const string Redirect = Pair + Ifb +
        """
        tc qdisc add dev vb clsact
        tc filter add dev vb ingress matchall action mirred egress redirect dev ifb0

        """;

    private const string Tap =
        """
        ip tuntap add dev tap0 mode tap
        ip link set tap0 up
        plug tap0

        """;

    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["inject"] = Pair + "inject va udp from 10.9.0.1:1000 to 10.9.0.2:9 size 200 count 5 gap 10ms\nip -s link show dev vb",
        ["receive"] = Pair + "receive vb eth size 64 count 2\nip -s link show dev vb",
        ["advance"] = "advance 250ms",
        ["sleep"] = "sleep 1s",
        ["listen"] = Pair + "listen vb\ninject va eth size 60\nsniff vb\nunlisten vb",
        ["unlisten"] = Pair + "listen vb\nunlisten vb",
        ["sniff"] = Redirect + "inject va udp size 60 count 2\nsniff vb\nsniff ifb0",
        ["plug"] = Tap + "inject tap0 eth size 100\nread tap0",
        ["unplug"] = Tap + "unplug tap0",
        ["read"] = Tap + "inject tap0 eth size 100\nread tap0",
        ["queues"] = Ifb + "queues ifb0",
        ["hold"] = Redirect + "hold ifb0\ninject va eth size 100 count 3\nqueues ifb0\nrelease ifb0",
        ["step"] = Redirect + "hold ifb0\ninject va eth size 100\nstep ifb0 0",
        ["release"] = Ifb + "hold ifb0\nrelease ifb0",
        ["trace"] = Redirect + "trace on\ninject va udp size 100\ntrace off",
        ["echo"] = "echo the ifb is full now",
        ["source"] = "source /dev/null",
        ["reset"] = "ip link add d0 type dummy\nreset\nip link show",
        ["help"] = "help tc filter",
        ["exit"] = "exit",
    };

    /// <summary>The topics: verbs in their own order, then what only the prompt has.</summary>
    public static IReadOnlyList<HelpTopic> All { get; } =
    [
        .. ShellVerbs.All.Select(Topic),
        new("use", "make a namespace the default of the prompt", "use [NETNS]",
            "Without a name: the one that the shell began with. Scripts write -n NETNS instead.",
            "ip netns add a\nuse a\nip link show\nuse"),
    ];

    private static HelpTopic Topic(ShellVerb verb)
    {
        var example = verb.Help.IndexOf("Example:", StringComparison.Ordinal);
        var text = example < 0 ? verb.Help : verb.Help[..example];
        return new HelpTopic(verb.Name, verb.Summary, verb.Usage, text.Trim(), Examples.GetValueOrDefault(verb.Name, verb.Name));
    }
}
