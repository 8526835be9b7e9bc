namespace ActorNet.Linux.Tap;

/// <summary>How a TAP is made.</summary>
public sealed record TapOptions
{
    /// <summary>Most queues a TAP can have: <c>MAX_TAP_QUEUES</c> of drivers/net/tun.c.</summary>
    public const int MaxQueues = 256;

    /// <summary>
    /// Queues, each with its own descriptor: 1 to 256, 1 unless said otherwise. Above 1 the kernel spreads flows over them.
    /// </summary>
    public int Queues { get; init; } = 1;

    /// <summary>
    /// Offloads to ask for; what the kernel does not know is left out, see <see cref="TapDevice.Offloads"/>. All unless said otherwise.
    /// </summary>
    public TapOffloads Offloads { get; init; } = TapOffloads.All;
}
