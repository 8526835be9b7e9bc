namespace ActorNet.Core.Sched;

/// <summary>A chance as a share of 2^32 - 1, and how much the next draw depends on the last one, likewise (rule NETEM-02).</summary>
/// <param name="Probability">0 never, <see cref="uint.MaxValue"/> always.</param>
/// <param name="Correlation">0 independent.</param>
public readonly record struct NetemChance(uint Probability, uint Correlation);

/// <summary>How delay, loss and duplication each depend on their last draw; a command that names one of them sets all three.</summary>
/// <param name="Delay">Of jitter.</param>
/// <param name="Loss">Of random loss.</param>
/// <param name="Duplicate">Of duplication.</param>
public readonly record struct NetemCorrelations(uint Delay, uint Loss, uint Duplicate);

/// <summary>How it is decided what gets lost.</summary>
public enum NetemLossKind
{
    /// <summary>By a draw for each frame.</summary>
    Random,

    /// <summary>By a Markov chain of four states (rule NETEM-08).</summary>
    State,

    /// <summary>By the model of Gilbert and Elliott (rule NETEM-09).</summary>
    GilbertElliott,
}

/// <summary>A loss model with its transition chances as shares of 2^32 - 1; their meaning depends on the kind.</summary>
/// <param name="Kind">Which model.</param>
/// <param name="A1">p13, or p: good to bad.</param>
/// <param name="A2">p31, or r: bad to good.</param>
/// <param name="A3">p32, or h: passing while bad.</param>
/// <param name="A4">p14, or 1-k: loss while good.</param>
/// <param name="A5">p23; of the four states only.</param>
public readonly record struct NetemLossModel(NetemLossKind Kind, uint A1 = 0, uint A2 = 0, uint A3 = 0, uint A4 = 0, uint A5 = 0);

/// <summary>A link's rate (rule NETEM-05).</summary>
/// <param name="BytesPerSecond">0 for none.</param>
/// <param name="PacketOverhead">Bytes every frame has more, or fewer.</param>
/// <param name="CellSize">Payload of a cell; 0 for no cells.</param>
/// <param name="CellOverhead">Bytes every cell has more, or fewer.</param>
public readonly record struct NetemRate(ulong BytesPerSecond, int PacketOverhead, uint CellSize, int CellOverhead);

/// <summary>When frames may leave together (rule NETEM-07); times in nanoseconds.</summary>
public sealed record NetemSlot
{
    /// <summary>Shortest time to the next opening.</summary>
    public long MinDelay { get; init; }

    /// <summary>Longest time to the next opening, when there is no table.</summary>
    public long MaxDelay { get; init; }

    /// <summary>Mean time to the next opening, with a table.</summary>
    public long DistributionDelay { get; init; }

    /// <summary>Deviation from it.</summary>
    public long DistributionJitter { get; init; }

    /// <summary>Packets of an opening; 0 for any number.</summary>
    public int MaxPackets { get; init; }

    /// <summary>Bytes of an opening; 0 for any number.</summary>
    public int MaxBytes { get; init; }

    /// <summary>Shape of the deviation; null for uniform.</summary>
    public short[]? Table { get; init; }
}

/// <summary>Options of the network emulator as one command gives them. What is null was not named, and stays as it was.</summary>
public sealed record NetemOptions : QdiscOptions
{
    /// <summary>Frames that it holds.</summary>
    public uint Limit { get; init; } = 1000;

    /// <summary>Delay in ticks of 64 ns.</summary>
    public uint LatencyTicks { get; init; }

    /// <summary>Deviation from it in ticks.</summary>
    public uint JitterTicks { get; init; }

    /// <summary>Chance of random loss.</summary>
    public uint Loss { get; init; }

    /// <summary>Chance of being sent twice.</summary>
    public uint Duplicate { get; init; }

    /// <summary>Every how manieth frame may be put in front of all others; 0 for none.</summary>
    public uint Gap { get; init; }

    /// <summary>What gets lost.</summary>
    public NetemLossModel LossModel { get; init; }

    /// <summary>Dependence on the last draws.</summary>
    public NetemCorrelations? Correlations { get; init; }

    /// <summary>Chance of being put in front.</summary>
    public NetemChance? Reorder { get; init; }

    /// <summary>Chance of a wrong bit.</summary>
    public NetemChance? Corrupt { get; init; }

    /// <summary>The link's rate.</summary>
    public NetemRate? Rate { get; init; }

    /// <summary>Whether frames that know ECN are marked instead of lost.</summary>
    public bool? Ecn { get; init; }

    /// <summary>Openings.</summary>
    public NetemSlot? Slot { get; init; }

    /// <summary>Shape of the jitter.</summary>
    public short[]? Table { get; init; }

    /// <summary>Whether the command named a shape; a null table then is the uniform one.</summary>
    public bool HasTable { get; init; }

    /// <summary>Start of the random numbers.</summary>
    public ulong? Seed { get; init; }
}
