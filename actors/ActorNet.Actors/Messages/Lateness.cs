using ActorNet.Core.Devices;

namespace ActorNet.Actors.Messages;

/// <summary>To a lab: tell an actor, at most once a second, which devices sent frames later than their qdiscs meant to. Replaces the one that was told before.</summary>
/// <param name="Watcher">Gets <see cref="RanBehind"/>.</param>
public sealed record WatchLateness(IActorRef Watcher);

/// <summary>From a lab: these devices fell behind since the last such message.</summary>
/// <param name="Devices">The devices.</param>
/// <param name="Others">Late drains of devices for which there was no room.</param>
public sealed record RanBehind(IReadOnlyList<LateDevice> Devices, long Others);

/// <summary>How far behind a device was.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Device">Its name.</param>
/// <param name="Lateness">Of its drains.</param>
public sealed record LateDevice(string Namespace, string Device, DrainLateness Lateness);

/// <summary>To a lab, from its timer: the next report about late drains may go out.</summary>
internal sealed class LatenessDue
{
    private LatenessDue()
    {
    }

    /// <summary>The only one.</summary>
    public static LatenessDue Instance { get; } = new();
}
