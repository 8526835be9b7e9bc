using ActorNet.Core.Devices;

namespace ActorNet.Core.Sched;

/// <summary>Chances of disciplines, drawn from the seed of the box: runs repeat, while devices and disciplines differ.</summary>
internal static class QdiscRandom
{
    /// <summary>A generator of its own for a discipline.</summary>
    /// <param name="device">Where it sits.</param>
    /// <param name="order">Which discipline of the device it is.</param>
    public static NetemRandom NewRandom(this NetDevice device, long order) =>
        new(((ulong)device.Namespace.HashSeed << 32) ^ ((ulong)device.IfIndex << 20) ^ (ulong)order);
}
