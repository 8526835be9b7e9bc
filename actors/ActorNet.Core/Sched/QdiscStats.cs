namespace ActorNet.Core.Sched;

/// <summary>Counters of a qdisc or class (<c>gnet_stats_basic</c>, <c>gnet_stats_queue</c>, rule QD-06).</summary>
public struct QdiscStats
{
    /// <summary>Bytes that left; counted at dequeue, or at the bypass.</summary>
    public long Bytes;

    /// <summary>Packets that left; super-frames count their segments.</summary>
    public long Packets;

    /// <summary>Packets refused.</summary>
    public long Drops;

    /// <summary>How often a limit held something back; meaning by kind (rule D.13).</summary>
    public long Overlimits;

    /// <summary>Frames given back because the driver could not take them.</summary>
    public long Requeues;
}
