namespace ActorNet.Core;

/// <summary>When mirred hands a frame to a receive path later, through the backlog, rather than within the call (rule MIR-08).</summary>
public enum MirredBacklog
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>When another mirred is at work above: nesting begins anew there, so that a loop through ingress never ends (6.1).</summary>
    WhenNested,

    /// <summary>When the frame was caught on its way out.</summary>
    WhenCaughtAtEgress,
}

/// <summary>What becomes of a redirected frame when its target refused it (rule MIR-09).</summary>
public enum MirredSendFailure
{
    /// <summary>It counts as redirected: the failure is an overlimit of the action.</summary>
    KeepsVerdict,

    /// <summary>When a copy had been sent, the original counts as a drop of the hook.</summary>
    ShootsAfterCopy,
}

/// <summary>Where Linux versions differ in what they do, as switches named for the behaviour. A box imitates one of them.</summary>
/// <param name="Version">The version's name in topology files.</param>
public sealed record KernelProfile(string Version)
{
    /// <summary>mirred without a target: redirect answers SHOT rather than its verdict; rule MIR-03.</summary>
    public bool MirredWithoutTargetShoots { get; init; }

    /// <summary>mirred refuses a target without carrier, not only one that is down; rule MIR-04.</summary>
    public bool MirredChecksCarrier { get; init; } = true;

    /// <summary>mirred at ingress sends the original instead of a clone; rule MIR-05.</summary>
    public bool MirredReinserts { get; init; } = true;

    /// <summary>mirred shows or hides the MAC header by the two directions alone, not by where the frame stands; rule MIR-06.</summary>
    public bool MirredAlignsByDirection { get; init; }

    /// <summary>When frames for a receive path take the backlog; rule MIR-08.</summary>
    public MirredBacklog MirredBacklog { get; init; } = MirredBacklog.WhenCaughtAtEgress;

    /// <summary>What a failed send does to the verdict; rule MIR-09.</summary>
    public MirredSendFailure MirredSendFailure { get; init; }

    /// <summary>Nested runs of mirred that are permitted, 0 for any number; rule MIR-12.</summary>
    public int MirredNestLimit { get; init; } = 4;

    /// <summary>mirred remembers the targets above it and refuses one that is among them, and counts on the frame how often it entered a receive path; rule MIR-18.</summary>
    public bool MirredFindsLoops { get; init; }

    /// <summary>mirred can send to all ports of a shared block; rule MIR-25.</summary>
    public bool MirredToBlocks { get; init; } = true;

    /// <summary>pedit's overlimits are shown; where not, the kernel counts them in one place and shows another.</summary>
    public bool PeditShowsOverlimits { get; init; } = true;

    /// <summary>A filter command with another protocol than the preference has is told so, rather than that nothing was found; rule FLT-01.</summary>
    public bool ExplainsProtocolMismatch { get; init; } = true;

    /// <summary>A qdisc command with the wrong kind is told what would be right; rule QD-10.</summary>
    public bool ExplainsQdiscNameMismatch { get; init; } = true;

    /// <summary>A listing of actions says that hardware counts nothing, and so does every later look at those actions.</summary>
    public bool ActionsReportHardwareStatistics { get; init; } = true;

    /// <summary>u32 counts how often its filters were asked and its keys agreed (CONFIG_CLS_U32_PERF of the reference kernel).</summary>
    public bool U32CountsMatches { get; init; }

    /// <summary>htb and drr say in words why they refuse a class, and htb warns of odd quanta, instead of writing to the log; rule HTB-09.</summary>
    public bool ExplainsClassRefusals { get; init; } = true;

    /// <summary>Asking for one link (<c>ip link show dev X</c>, <c>ip link set X ...</c>) first carries out a change of its carrier that was waiting; rule FLAG-03.</summary>
    public bool GetLinkSettlesCarrier { get; init; } = true;

    /// <summary>A frame that the noop qdisc swallows counts as tx_dropped of its device; rule QD-08.</summary>
    public bool NoopCountsDrops { get; init; } = true;

    /// <summary>Who asks for an address or another namespace that cannot be is told why, not only a number; rules INET-02, DEV-09.</summary>
    public bool ExplainsAddressesAndMoves { get; init; } = true;

    /// <summary>
    /// Whether a device without carrier waits for another one is seen by that device's carrier, looked up by its number in the same namespace; otherwise by its number
    /// alone, wherever it is; rule FLAG-02.
    /// </summary>
    public bool OperStateLooksAtPeer { get; init; } = true;

    /// <summary>Segmenting UDP goes when no checksum is left to the device, as segmenting TCP does; rule FEAT-01.</summary>
    public bool UdpSegmentationNeedsChecksum { get; init; } = true;

    /// <summary>A device that is up can be renamed; rule NAME-03.</summary>
    public bool RenamesWhileUp { get; init; } = true;

    /// <summary>Packet sockets get a frame ahead of an ingress hook also when that has no filter (since hooks hold programs, 6.6); rule HOOK-03.</summary>
    public bool EmptyHookServesCaptures { get; init; } = true;

    /// <summary>A netem that duplicates must be the only one of its device, lest copies be copied again; rule NETEM-10.</summary>
    public bool RefusesSecondNetem { get; init; }

    /// <summary>fq_codel whose limits are lowered throws away a frame that a shaper had looked at, but goes on counting its bytes until it is reset (before 6.12).</summary>
    public bool FqCodelForgetsPeekedBytes { get; init; }

    /// <summary>An IFB tells its counters per queue (<c>ethtool -S</c>); rule IFB-33.</summary>
    public bool IfbReportsQueues { get; init; } = true;

    /// <summary>An IFB takes super-frames of more than 64 KiB; rule IFB-45.</summary>
    public bool IfbTakesBigSuperFrames { get; init; }

    /// <summary>An IFB segments nothing that can be segmented in software: UDP, SCTP and frame lists too, not only TCP; rule IFB-44.</summary>
    public bool IfbHasAllSoftwareOffloads { get; init; } = true;

    /// <summary>A packet socket's frame has its network header behind the VLAN tags in its bytes (since 5.19), where filters count from; rule U32-01.</summary>
    public bool SocketsStepOverTags { get; init; } = true;

    /// <summary>Actions made apart from filters are offered to hardware, and whoever makes one that no hardware could do is warned (since 5.17).</summary>
    public bool OffersActionsToHardware { get; init; } = true;

    /// <summary>police measures frames caught at ingress with their MAC header against its mtu (since 5.18).</summary>
    public bool PoliceCountsMacHeader { get; init; } = true;

    /// <summary>skbedit on transmit chooses the queue itself, rather than that queues are picked as for frames of a received queue (since 5.19).</summary>
    public bool SkbeditChoosesQueue { get; init; } = true;

    /// <summary>A second VLAN tag moves the network header to itself, where filters count from (since 6.12).</summary>
    public bool SecondTagMovesNetworkHeader { get; init; } = true;

    /// <summary>A refusal of an address or a move, in words if this kernel has them; <see cref="ExplainsAddressesAndMoves"/>.</summary>
    internal RtnlException Refusal(Errno errno, string sentence) => ExplainsAddressesAndMoves ? new RtnlException(errno, sentence) : new RtnlException(errno);

    /// <summary>6.18, the default.</summary>
    public static readonly KernelProfile Linux618 = new("6.18") { IfbTakesBigSuperFrames = true };

    /// <summary>6.12 with the stable fixes of 2026.</summary>
    public static readonly KernelProfile Linux612 = new("6.12") { RefusesSecondNetem = true, MirredWithoutTargetShoots = true, MirredFindsLoops = true };

    /// <summary>6.1 with its stable fixes, as user-mode Linux 6.1.176 behaves.</summary>
    public static readonly KernelProfile Linux61 = new("6.1")
    {
        PeditShowsOverlimits = false,
        EmptyHookServesCaptures = false,
        SecondTagMovesNetworkHeader = false,
        FqCodelForgetsPeekedBytes = true,
        MirredWithoutTargetShoots = true,
        MirredBacklog = MirredBacklog.WhenNested,
        MirredToBlocks = false,
        ExplainsProtocolMismatch = false,
        ExplainsQdiscNameMismatch = false,
        ExplainsClassRefusals = false,
        RefusesSecondNetem = true,
        ActionsReportHardwareStatistics = false,
        U32CountsMatches = true,
        GetLinkSettlesCarrier = false,
        NoopCountsDrops = false,
        RenamesWhileUp = false,
        ExplainsAddressesAndMoves = false,
        OperStateLooksAtPeer = false,
        UdpSegmentationNeedsChecksum = false,
    };

    /// <summary>5.14.</summary>
    public static readonly KernelProfile Linux514 = Linux61 with
    {
        Version = "5.14",
        PeditShowsOverlimits = true,
        OffersActionsToHardware = false,
        PoliceCountsMacHeader = false,
        SkbeditChoosesQueue = false,
        SocketsStepOverTags = false,
        RefusesSecondNetem = false,
        U32CountsMatches = false,
        MirredChecksCarrier = false,
        MirredBacklog = MirredBacklog.Never,
        MirredSendFailure = MirredSendFailure.ShootsAfterCopy,
        IfbReportsQueues = false,
    };

    /// <summary>4.17.</summary>
    public static readonly KernelProfile Linux417 = Linux514 with
    {
        Version = "4.17",
        MirredReinserts = false,
        MirredAlignsByDirection = true,
        MirredNestLimit = 0,
        IfbHasAllSoftwareOffloads = false,
    };

    private static readonly KernelProfile[] Known = [Linux417, Linux514, Linux61, Linux612, Linux618];

    /// <summary>The profile of that name; null when there is none.</summary>
    public static KernelProfile? Find(string version) => Array.Find(Known, k => string.Equals(k.Version, version, StringComparison.Ordinal));

    /// <summary>The names that <see cref="Find"/> knows, for error messages.</summary>
    public static string Names => string.Join(", ", Known.Select(k => k.Version));

    /// <summary>Every version that can be imitated, the oldest first.</summary>
    public static IReadOnlyList<KernelProfile> All => Known;
}
