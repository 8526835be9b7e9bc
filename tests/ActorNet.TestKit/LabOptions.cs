namespace ActorNet.TestKit;

/// <summary>How a lab is run. The defaults repeat its topology exactly.</summary>
public sealed record LabOptions
{
    /// <summary>Stands in for the <c>seed</c> of the topology: it decides addresses, losses and everything else random. Null leaves the topology's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>0 runs actors in a fixed order; any other value permutes it within what actors promise. <see cref="Lab.Explore(LabPlan, int, ulong, Action{Lab}, LabOptions?)"/> sets it.</summary>
    public ulong Interleaving { get; init; }

    /// <summary>Follow every frame for <see cref="Lab.Trace"/>. Without it a lab takes about a third less time, and failures say less.</summary>
    public bool Trace { get; init; } = true;

    /// <summary>Stations that the trace keeps, 1 or more; the oldest give way. Some 150 bytes each.</summary>
    public int TraceRoom { get; init; } = 100_000;

    /// <summary>Most frames under way or queued, 64 or more.</summary>
    public int PoolFrames { get; init; } = 65536;

    /// <summary>Most bytes of their buffers, 128 KiB or more.</summary>
    public long PoolBytes { get; init; } = 256L << 20;

    /// <summary>Check conservation when the lab is disposed of.</summary>
    public bool CheckOnDispose { get; init; } = true;
}
