using ActorNet.Engine.Loops;

namespace ActorNet.Labs;

/// <summary>The clock of a virtual system as the time of day: 2000-01-01 when the topology is up, so that nothing of a run depends on when it was run.</summary>
internal sealed class VirtualTimeProvider(VirtualSystem system) : TimeProvider
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long _origin = system.Now;

    /// <summary>Now is the epoch.</summary>
    public void Begin() => _origin = system.Now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Epoch.AddTicks((system.Now - _origin) / TimeSpan.NanosecondsPerTick);
}
