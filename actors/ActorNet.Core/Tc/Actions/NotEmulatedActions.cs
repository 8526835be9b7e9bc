using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>The kinds of actions that tc 6.1 knows and that are not emulated: each is refused by a sentence that says what can be done instead.</summary>
internal static class NotEmulatedActions
{
    private const int ExitCode = 255;

    private static readonly Dictionary<string, string> Advice = new(StringComparer.Ordinal)
    {
        ["bpf"] = "programs are not run as actions; a bpf classifier can choose the frames",
        ["connmark"] = "there is no connection tracking; mark with skbedit",
        ["ct"] = "there is no connection tracking; nat translates without state",
        ["ctinfo"] = "there is no connection tracking; mark with skbedit",
        ["gate"] = "there is no time-aware gate; netem with slots sends at intervals",
        ["ife"] = "there is no encapsulation between forwarding elements",
        ["mpls"] = "there are no MPLS labels",
        ["skbmod"] = "pedit ex munge eth changes Ethernet headers",
        ["tunnel_key"] = "there are no tunnels that would read it",
        ["xt"] = "there are no netfilter targets",
    };

    /// <summary>The refusal of a kind; null when it is none of these.</summary>
    public static Iproute2Exception? Refuse(string kind) =>
        Advice.TryGetValue(kind, out var advice) ? new Iproute2Exception($"Error: action \"{kind}\" is not emulated: {advice}.", ExitCode) : null;
}
