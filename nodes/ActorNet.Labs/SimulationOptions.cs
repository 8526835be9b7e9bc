using ActorNet.Actors;
using ActorNet.Actors.Messages;
using ActorNet.Engine.Loops;

namespace ActorNet.Labs;

/// <summary>How a topology is simulated. The defaults repeat the topology's file exactly.</summary>
public sealed record SimulationOptions
{
    /// <summary>Stands in for the <c>seed</c> of the file, and so decides addresses, losses and everything else random; null leaves the file's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>0 runs actors in the order in which they got something to do; any other value permutes that order, within what actors promise, to find what depends on it.</summary>
    public ulong Interleaving { get; init; }

    /// <summary>Called for every station of every frame, in order, on the thread that lets time pass; must not touch the lab. Null traces nothing and costs nothing.</summary>
    public Action<TracedHop>? OnHop { get; init; }

    /// <summary>Loses frames on purpose; null loses none and costs nothing.</summary>
    public IFrameFaults? Faults { get; init; }

    /// <summary>Most frames under way or queued, 64 or more.</summary>
    public int PoolFrames { get; init; } = new LabSettings().PoolFrames;

    /// <summary>Most bytes of their buffers, 128 KiB or more.</summary>
    public long PoolBytes { get; init; } = new LabSettings().PoolBytes;

    /// <summary>Takes what the engine logs, an actor that threw above all; null writes warnings to standard error.</summary>
    public Action<EngineLogEntry>? Log { get; init; }
}
