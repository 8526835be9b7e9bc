namespace ActorNet.Core.Sched;

/// <summary>What random early detection is told, in the kernel's form (<c>struct tc_red_qopt</c>): thresholds in bytes, logarithms, and a table for idle times.</summary>
public sealed record RedOptions : QdiscOptions
{
    /// <summary>Bytes that may be held.</summary>
    public uint Limit { get; init; }

    /// <summary>Average in bytes below which every frame passes.</summary>
    public uint Min { get; init; }

    /// <summary>Average in bytes from which none passes unmarked.</summary>
    public uint Max { get; init; }

    /// <summary>Binary logarithm of the weight of the past, 1 to 31.</summary>
    public int WeightLog { get; init; }

    /// <summary>Binary logarithm of the chance per byte; used when <see cref="MaxChance"/> is 0.</summary>
    public int ChanceLog { get; init; }

    /// <summary>Chance at <see cref="Max"/> as a share of 2^32.</summary>
    public uint MaxChance { get; init; }

    /// <summary>Binary logarithm of the grain of <see cref="IdleTable"/>, in microseconds.</summary>
    public int IdleLog { get; init; }

    /// <summary>By how many bits the average decays in an idle time, 256 entries; empty where idle times do not count.</summary>
    public IReadOnlyList<byte> IdleTable { get; init; } = [];

    /// <summary>Mark rather than drop.</summary>
    public bool Ecn { get; init; }

    /// <summary>Drop above <see cref="Max"/> even with <see cref="Ecn"/>.</summary>
    public bool HardDrop { get; init; }

    /// <summary>The chance adapts so that the average stays between the thresholds.</summary>
    public bool Adaptive { get; init; }

    /// <summary>With <see cref="Ecn"/>: queue what cannot be marked.</summary>
    public bool NoDrop { get; init; }

    /// <summary>Whether the kernel can compute with it (<c>red_check_params</c>).</summary>
    internal bool IsSound => BitLength(Min) + WeightLog < 32 && BitLength(Max) + WeightLog < 32 && IdleLog < 32 && Max >= Min && IdleTable.All(static bits => bits < 32);

    private static int BitLength(uint value) => 32 - System.Numerics.BitOperations.LeadingZeroCount(value);
}
