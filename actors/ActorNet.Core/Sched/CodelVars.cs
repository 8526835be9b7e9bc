namespace ActorNet.Core.Sched;

/// <summary>What CoDel remembers of one queue (<c>struct codel_vars</c>); times are those of <see cref="CodelTime"/>.</summary>
internal struct CodelVars
{
    /// <summary>Drops since the dropping began.</summary>
    public uint Count;

    /// <summary><see cref="Count"/> when the dropping began.</summary>
    public uint LastCount;

    /// <summary>Frames are being dropped until the delay is back below the target.</summary>
    public bool Dropping;

    /// <summary>1/sqrt(<see cref="Count"/>) as a fraction of 2^16.</summary>
    public ushort InverseRoot;

    /// <summary>When the delay will have been above the target for a whole interval; 0 while it is below.</summary>
    public uint FirstAbove;

    /// <summary>When the next frame is to be dropped, or the last one was.</summary>
    public uint DropNext;

    /// <summary>How long the latest frame has waited.</summary>
    public uint Delay;
}
