namespace ActorNet.Labs.Links;

/// <summary>Something that happened to a running topology.</summary>
/// <param name="Number">Counts up from 1 without gaps.</param>
/// <param name="Time">When, by the machine's clock.</param>
/// <param name="Seconds">Seconds since the topology was up, by the clock of the emulation.</param>
/// <param name="Kind">One of <see cref="EventKinds"/>.</param>
/// <param name="By">schedule, hand, or the daemon itself.</param>
/// <param name="Text">What happened, in a few words.</param>
/// <param name="Link">The link or the direction of it, as it is called; null when it is about none.</param>
public sealed record LabEvent(long Number, DateTimeOffset Time, double Seconds, string Kind, string By, string Text, string? Link = null);

/// <summary>Kinds of events; scripts read them.</summary>
public static class EventKinds
{
    /// <summary>The topology is up.</summary>
    public const string Up = "up";

    /// <summary>The topology is being taken down.</summary>
    public const string Down = "down";

    /// <summary>Settings of a link changed.</summary>
    public const string Set = "set";

    /// <summary>A link is as in its file again.</summary>
    public const string Reset = "reset";

    /// <summary>A link's devices came up.</summary>
    public const string LinkUp = "link-up";

    /// <summary>A link's devices went down.</summary>
    public const string LinkDown = "link-down";

    /// <summary>A command of ip, tc, bridge or ethtool changed a box.</summary>
    public const string Command = "command";

    /// <summary>A step of the schedule could not be carried out.</summary>
    public const string Refused = "refused";

    /// <summary>Frames left later, or a step of the schedule came later, than they should have.</summary>
    public const string Behind = "behind";
}

/// <summary>Some events of a topology, the oldest first.</summary>
/// <param name="Topology">Its name.</param>
/// <param name="Events">The events.</param>
/// <param name="Next">Ask for those from this number on.</param>
/// <param name="Lost">Events that were asked for and are forgotten.</param>
/// <param name="Ended">Nothing will happen any more.</param>
public sealed record EventPage(string Topology, IReadOnlyList<LabEvent> Events, long Next, long Lost, bool Ended);

/// <summary>How far behind its time a topology was so far.</summary>
/// <param name="Drains">Times at which a qdisc, or the schedule, was woken more than 1 ms late.</param>
/// <param name="Frames">Frames that therefore left late.</param>
/// <param name="WorstMilliseconds">The longest delay.</param>
/// <param name="Last">The last one in words; null for none.</param>
public sealed record BehindReport(long Drains, long Frames, double WorstMilliseconds, string? Last = null)
{
    /// <summary>Always in time.</summary>
    public static BehindReport None { get; } = new(0, 0, 0);

    /// <summary>Adds another delay.</summary>
    public BehindReport With(long drains, long frames, long worstNanoseconds, string last) =>
        new(Drains + drains, Frames + frames, Math.Max(WorstMilliseconds, Math.Round(worstNanoseconds / 1e6, 3)), last);
}
