using ActorNet.Node.Showing;

namespace ActorNet.Node.Control;

/// <summary>What a client asks a daemon.</summary>
/// <param name="Protocol">Version of the protocol, <see cref="ControlWire.Version"/>.</param>
/// <param name="Do">One of <see cref="Verbs"/>.</param>
/// <param name="Box">For <see cref="Verbs.Run"/>: the box.</param>
/// <param name="Words">For <see cref="Verbs.Run"/>: the command, program first.</param>
internal sealed record ControlRequest(int Protocol, string Do, string? Box = null, IReadOnlyList<string>? Words = null)
{
    /// <summary>A request without particulars.</summary>
    public static ControlRequest For(string verb) => new(ControlWire.Version, verb);

    /// <summary>A command for a box.</summary>
    public static ControlRequest Run(string box, IReadOnlyList<string> words) => new(ControlWire.Version, Verbs.Run, box, words);
}

/// <summary>What can be asked.</summary>
internal static class Verbs
{
    /// <summary>Run a command of ip, tc, bridge or ethtool in a box.</summary>
    public const string Run = "run";

    /// <summary>Give all counters.</summary>
    public const string Show = "show";

    /// <summary>Take the topology down; answered when that is done.</summary>
    public const string Stop = "stop";

    /// <summary>Say whether you are there.</summary>
    public const string Ping = "ping";
}

/// <summary>What the daemon answers.</summary>
/// <param name="Protocol">Version of the protocol.</param>
/// <param name="Error">Why the request was not carried out; null when it was.</param>
/// <param name="ExitCode">Of a command.</param>
/// <param name="Output">What the command printed.</param>
/// <param name="Complaint">What the command said on its error stream.</param>
/// <param name="Show">The counters.</param>
internal sealed record ControlAnswer(int Protocol, string? Error = null, int ExitCode = 0, string? Output = null, string? Complaint = null, ShowReport? Show = null)
{
    /// <summary>Carried out, nothing to tell.</summary>
    public static ControlAnswer Done { get; } = new(ControlWire.Version);

    /// <summary>Not carried out.</summary>
    public static ControlAnswer Refused(string why) => new(ControlWire.Version, why);
}
