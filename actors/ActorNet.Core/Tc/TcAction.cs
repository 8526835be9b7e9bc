using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;

namespace ActorNet.Core.Tc;

/// <summary>What an action sees of its surroundings when it runs.</summary>
public ref struct TcContext
{
    /// <summary>The device at whose hook the frame was caught.</summary>
    public required Devices.NetDevice Device { get; init; }

    /// <summary>Caught at ingress rather than on transmit.</summary>
    public required bool AtIngress { get; init; }

    /// <summary>The time of this turn.</summary>
    public required Instant Now { get; init; }

    /// <summary>Set with <see cref="TcVerdict.GotoChain"/>: where the walk goes on.</summary>
    public TcfChain? GotoChain { get; set; }

    /// <summary>Set with <see cref="TcVerdict.Jump"/>: how many actions are left out.</summary>
    public uint Jump { get; set; }

    /// <summary>Why the frame is shot, set by the action that says so; <see cref="DropReason.Consumed"/> stands for a plain verdict.</summary>
    public DropReason ShotBecause { get; set; }

    /// <summary>The reason to free a shot frame with.</summary>
    public readonly DropReason ShotReason => ShotBecause == DropReason.Consumed ? DropReason.TcVerdict : ShotBecause;

    /// <summary>The reason to free a stolen frame with: <see cref="DropReason.Consumed"/> when somebody has it, or has a copy of it; otherwise why it was lost.</summary>
    public DropReason StolenReason { get; set; }

    /// <summary>An action has chosen the transmit queue: none is picked behind the hook.</summary>
    public bool QueueIsChosen { get; set; }

    /// <summary>Class id of the filter that matched last.</summary>
    public uint ClassId { get; set; }
}

/// <summary>
/// An action of a filter (<c>struct tc_action</c>): an object of its namespace with an index, shared by the filters that bind it (rule MIR-23).
/// </summary>
public abstract class TcAction
{
    /// <summary>What the kernel looks at of a jump's count (TCA_ACT_MAX_PRIO_MASK).</summary>
    private const uint MaxJump = 0x1FF;

    /// <summary>Bytes and packets it ran on, drops, overlimits.</summary>
    public Sched.QdiscStats Stats;

    /// <summary>Kind as tc names it.</summary>
    public abstract string Kind { get; }

    /// <summary>Number in its namespace and kind, from 1.</summary>
    public uint Index { get; internal set; }

    /// <summary>Filters that use it.</summary>
    public int Binds { get; internal set; }

    /// <summary>References: binds, and one more when it was created by itself.</summary>
    public int References { get; internal set; }

    /// <summary>When it was created.</summary>
    public Instant Installed { get; internal set; }

    /// <summary>When it ran last; before the first time, when it was created.</summary>
    public Instant LastUsed { get; internal set; }

    /// <summary>When it ran first; null while it never did.</summary>
    public Instant? FirstUsed { get; private set; }

    /// <summary>What it answers when it did its work.</summary>
    public TcControl Control { get; protected internal set; }

    /// <summary>Where it lives; null until it is in a table.</summary>
    public NetNamespace? Namespace { get; internal set; }

    /// <summary>The user's mark on it (<c>cookie</c>), shown and otherwise unused; empty for none.</summary>
    public string Cookie { get; internal set; } = "";

    /// <summary>A listing has asked about hardware: from then on every look at it says that hardware counts nothing.</summary>
    internal bool HardwareStatisticsAsked { get; set; }

    /// <summary>A filter has bound it in the old way, by <c>police</c> without <c>action</c>: filters that name it first print a line of counters of their own.</summary>
    internal bool IsBoundOldStyle { get; set; }

    /// <summary>It was last named in the old way, which knows nothing of counters of hardware.</summary>
    internal bool WantsNoHardwareStatistics { get; set; }

    /// <summary>Whether no hardware could do it, of which the kernel warns who makes it apart from filters (<c>offload_act_setup</c>).</summary>
    internal virtual bool IsRefusedByHardware => false;

    /// <summary>The chain that a goto leads to, held as long as the action exists.</summary>
    internal TcfChain? GotoTarget { get; set; }

    /// <summary>Runs on a frame. With <see cref="TcVerdict.Consumed"/> the action owns the frame, with any other verdict the caller still does.</summary>
    public abstract TcVerdict Run(SkBuff skb, ref TcContext context);

    /// <summary>Prints its kind and what it does, up to the word <c>index</c>; <see cref="ActionPrinter"/> prints the rest.</summary>
    public abstract void Print(ShowWriter writer);

    /// <summary>Prints index and references.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="references">References to print.</param>
    internal virtual void PrintUses(ShowWriter writer, int references) =>
        writer.Unsigned("index", "index {0}", Index).Number("ref", " ref {0}", references).Number("bind", " bind {0}", Binds);

    /// <summary>It has its place in a table: namespace and index are known.</summary>
    internal virtual void OnListed()
    {
        // Few depend on them.
    }

    /// <summary>Prints what stands behind index, references and ages, in front of the end of the line; most kinds have nothing there.</summary>
    public virtual void PrintBehindAges(ShowWriter writer)
    {
        // Most have said everything.
    }

    /// <summary>Counts a run on a frame (rule MIR-02).</summary>
    protected void CountRun(SkBuff skb, Instant now)
    {
        Stats.Packets += skb.Segments;
        Stats.Bytes += skb.QdiscPktLen;
        LastUsed = now;
        FirstUsed ??= now;
    }

    /// <summary>The configured verdict, with what belongs to a goto or a jump noted in the context.</summary>
    protected TcVerdict Decide(ref TcContext context) => Answer(Control, ref context);

    /// <summary>A verdict, with what belongs to a goto or a jump noted in the context. A goto leads where <see cref="Control"/> goes: kernels allow none besides.</summary>
    protected TcVerdict Answer(TcControl control, ref TcContext context)
    {
        if (control.Verdict == TcVerdict.GotoChain) context.GotoChain = GotoTarget;
        else if (control.Verdict == TcVerdict.Jump) context.Jump = control.Argument & MaxJump;
        return control.Verdict;
    }
}
