using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Actors;

/// <summary>
/// Loses frames between devices on purpose, for tests of what lies above. Asked on the lab's thread, for each frame that goes from one device to another or over the wire of
/// a port; what it loses counts as <see cref="DropReason.FaultInjected"/>, after the sender has counted it as sent.
/// </summary>
public interface IFrameFaults
{
    /// <summary>Whether this frame gets lost on its way.</summary>
    /// <param name="from">The device it leaves; null when it comes in over the wire of <paramref name="to"/>.</param>
    /// <param name="to">The device it is for; null when it goes out over the wire of <paramref name="from"/>.</param>
    /// <param name="path">The entry of <paramref name="to"/> it is for; <see cref="FramePath.Transmit"/> on the way out.</param>
    /// <param name="skb">The frame, borrowed for the call; must not be written.</param>
    bool Drops(NetDevice? from, NetDevice? to, FramePath path, SkBuff skb);
}
