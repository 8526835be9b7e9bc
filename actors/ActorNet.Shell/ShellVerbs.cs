using ActorNet.Shell.Verbs;

namespace ActorNet.Shell;

/// <summary>All verbs of the shell. A new one is a file in <c>Verbs/</c> and a line here.</summary>
public static class ShellVerbs
{
    /// <summary>The verbs, in the order in which help lists them.</summary>
    public static IReadOnlyList<ShellVerb> All { get; } =
    [
        InjectVerb.Verb,
        ReceiveVerb.Verb,
        AdvanceVerb.Advance,
        AdvanceVerb.Sleep,
        ListenVerb.Verb,
        UnlistenVerb.Verb,
        SniffVerb.Verb,
        PlugVerb.Verb,
        UnplugVerb.Verb,
        ReadVerb.Verb,
        QueuesVerb.Verb,
        HoldVerb.Verb,
        StepVerb.Verb,
        ReleaseVerb.Verb,
        TraceVerb.Verb,
        EchoVerb.Verb,
        SourceVerb.Verb,
        ResetVerb.Verb,
        HelpVerb.Verb,
        ExitVerb.Verb,
    ];

    /// <summary>The programs of iproute2 whose lines the shell takes.</summary>
    public static IReadOnlyList<string> Programs { get; } = ["ip", "tc", "bridge", "ethtool"];

    private static readonly Dictionary<string, ShellVerb> ByName = All.ToDictionary(v => v.Name, StringComparer.Ordinal);

    /// <summary>The verb of that name; null when there is none.</summary>
    public static ShellVerb? Find(string name) => ByName.GetValueOrDefault(name);
}
