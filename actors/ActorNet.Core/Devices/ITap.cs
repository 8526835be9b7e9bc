using ActorNet.Core.Frames;

namespace ActorNet.Core.Devices;

/// <summary>A packet socket: sees the frames of a device without owning them (rules HOOK-01 step 5, HOOK-04 step 8).</summary>
public interface ITap
{
    /// <summary>A frame passes. It is borrowed for the call: copy what is to be kept.</summary>
    /// <param name="skb">The frame; <see cref="SkBuff.Frame"/> is its whole length.</param>
    /// <param name="outgoing">Left its qdisc and goes to the driver, rather than received.</param>
    /// <param name="now">The time.</param>
    void OnFrame(SkBuff skb, bool outgoing, Instant now);
}
