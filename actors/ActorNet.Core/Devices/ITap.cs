using ActorNet.Core.Frames;

namespace ActorNet.Core.Devices;

/// <summary>
/// Sees the frames of a device without owning them (rules HOOK-01 step 5, HOOK-04 step 8): a packet socket, or a recorder that leaves no trace in the counters.
/// </summary>
public interface ITap
{
    /// <summary>
    /// Whether it counts among those who take a received frame, as a packet socket for all protocols does: a frame that nobody else wants is then not a drop (rule HOOK-03).
    /// </summary>
    bool IsReceiver => false;

    /// <summary>A frame passes. It is borrowed for the call: copy what is to be kept.</summary>
    /// <param name="skb">The frame; <see cref="SkBuff.Frame"/> is its whole length.</param>
    /// <param name="outgoing">Left its qdisc and goes to the driver, rather than received.</param>
    /// <param name="now">The time.</param>
    void OnFrame(SkBuff skb, bool outgoing, Instant now);
}
