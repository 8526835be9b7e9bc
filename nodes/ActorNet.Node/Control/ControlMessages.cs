using ActorNet.Labs.Links;
using ActorNet.Node.Links;
using ActorNet.Node.Showing;
using ActorNet.Shell;

namespace ActorNet.Node.Control;

/// <summary>What a client asks a daemon.</summary>
/// <param name="Protocol">Version of the protocol, <see cref="ControlWire.Version"/>.</param>
/// <param name="Do">One of <see cref="Verbs"/>.</param>
/// <param name="Box">For <see cref="Verbs.Run"/>: the box.</param>
/// <param name="Words">For <see cref="Verbs.Run"/>: the command, program first. For <see cref="Verbs.Link"/>: the link, and what is to happen to it.</param>
/// <param name="Line">For <see cref="Verbs.Shell"/>: the line; null only begins. For <see cref="Verbs.Links"/>: the link; null for all.</param>
/// <param name="Json">For the beginning of a <see cref="Verbs.Shell"/>: show commands answer with JSON.</param>
/// <param name="Since">For <see cref="Verbs.Events"/>: number of the first event that is wanted.</param>
/// <param name="Wait">For <see cref="Verbs.Events"/>: wait a while when there is none yet.</param>
internal sealed record ControlRequest(
    int Protocol, string Do, string? Box = null, IReadOnlyList<string>? Words = null, string? Line = null, bool Json = false, long Since = 0, bool Wait = false)
{
    /// <summary>A request without particulars.</summary>
    public static ControlRequest For(string verb) => new(ControlWire.Version, verb);

    /// <summary>A command for a box.</summary>
    public static ControlRequest Run(string box, IReadOnlyList<string> words) => new(ControlWire.Version, Verbs.Run, box, words);

    /// <summary>A change of links.</summary>
    public static ControlRequest Link(IReadOnlyList<string> words) => new(ControlWire.Version, Verbs.Link, Words: words);

    /// <summary>What holds for a link, or for all.</summary>
    public static ControlRequest Links(string? link) => new(ControlWire.Version, Verbs.Links, Line: link);

    /// <summary>Events from a number on.</summary>
    public static ControlRequest Events(long since, bool wait) => new(ControlWire.Version, Verbs.Events, Since: since, Wait: wait);

    /// <summary>Begins a shell.</summary>
    public static ControlRequest BeginShell(bool json) => new(ControlWire.Version, Verbs.Shell, Json: json);

    /// <summary>A line of a shell that has begun.</summary>
    public static ControlRequest ShellLine(string line) => new(ControlWire.Version, Verbs.Shell, Line: line);
}

/// <summary>What can be asked.</summary>
internal static class Verbs
{
    /// <summary>Run a command of ip, tc, bridge or ethtool in a box.</summary>
    public const string Run = "run";

    /// <summary>Give all counters.</summary>
    public const string Show = "show";

    /// <summary>A line of a shell, which begins with the first such request of a connection and ends with the connection.</summary>
    public const string Shell = "shell";

    /// <summary>Change links.</summary>
    public const string Link = "link";

    /// <summary>What holds for links, and what they have counted.</summary>
    public const string Links = "links";

    /// <summary>What happened.</summary>
    public const string Events = "events";

    /// <summary>How far behind its time the topology was.</summary>
    public const string Behind = "behind";

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
/// <param name="Boxes">When a shell begins: the boxes, its own one first.</param>
/// <param name="Reply">What a line of a shell has led to.</param>
/// <param name="Links">The links.</param>
/// <param name="Events">Events.</param>
/// <param name="Behind">How far behind it was.</param>
internal sealed record ControlAnswer(
    int Protocol, string? Error = null, int ExitCode = 0, string? Output = null, string? Complaint = null, ShowReport? Show = null, IReadOnlyList<string>? Boxes = null,
    ShellReply? Reply = null, LinkReport? Links = null, EventPage? Events = null, BehindReport? Behind = null)
{
    /// <summary>Carried out, nothing to tell.</summary>
    public static ControlAnswer Done { get; } = new(ControlWire.Version);

    /// <summary>Not carried out.</summary>
    public static ControlAnswer Refused(string why) => new(ControlWire.Version, why);
}
