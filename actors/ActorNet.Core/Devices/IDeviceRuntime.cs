using ActorNet.Core.Frames;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Devices;

/// <summary>Which entry of the target a frame is handed to.</summary>
public enum FramePath : byte
{
    /// <summary>From the wire into the driver: counted as received, then into the receive path.</summary>
    Wire,

    /// <summary>Straight into the receive path, the driver's counters untouched (<c>netif_receive_skb</c>).</summary>
    Receive,

    /// <summary>Into the transmit path (<c>dev_queue_xmit</c>).</summary>
    Transmit,

    /// <summary>From a port to its bridge; <see cref="SkBuff.Dev"/> is the port.</summary>
    BridgeInput,

    /// <summary>From an IFB's drain back to where the frame came from; direction by <see cref="SkBuff.FromIngress"/>.</summary>
    Reinject,

    /// <summary>From an IFB to the actor of its queue, which is named by <see cref="SkBuff.QueueMapping"/>.</summary>
    IfbQueue,
}

/// <summary>
/// What a device needs from whoever runs it: a clock, buffers, and a way to hand frames on. The actor of the device implements it with messages,
/// unit tests with a plain list. Everything is called during the device's own turn.
/// </summary>
public interface IDeviceRuntime
{
    /// <summary>The time of this turn.</summary>
    Instant Now { get; }

    /// <summary>The time as it was a short while ago (under a millisecond while busy), for ageing and "last used": costs nothing to read, as jiffies do not.</summary>
    Instant Jiffies { get; }

    /// <summary>Buffers for clones and segments.</summary>
    SkBuffPool Pool { get; }

    /// <summary>Hands a frame to another device (or to this one, later). The callee owns the frame; order per target and path is kept.</summary>
    /// <param name="target">The device that gets it.</param>
    /// <param name="path">The entry.</param>
    /// <param name="skb">The frame, owned by the callee afterwards.</param>
    /// <param name="via">The mirred action that sent it, which is told of a failure (rule MIR-09); otherwise null.</param>
    void Send(NetDevice target, FramePath path, SkBuff skb, MirredAction? via = null);

    /// <summary>
    /// Sends a frame through the device below a stacked one, and says what became of it: a call within a call where both share a loop, as on Linux. Otherwise the frame is
    /// sent as a message and counts as taken. The frame is the callee's afterwards.
    /// </summary>
    /// <param name="from">The stacked device, whose turn it is.</param>
    /// <param name="target">The device below.</param>
    /// <param name="skb">The frame, standing at its MAC header.</param>
    Sched.XmitResult SendThrough(NetDevice from, NetDevice target, SkBuff skb)
    {
        Send(target, FramePath.Transmit, skb);
        return Sched.XmitResult.Success;
    }

    /// <summary>Asks for a later call of <see cref="NetDevice.RunTxQueues"/> (the NET_TX softirq). Several calls before it collapse into one.</summary>
    void RaiseTx();

    /// <summary>Asks for a call of <see cref="NetDevice.RunTxQueues"/> at <paramref name="deadline"/>; a new call replaces the old one, <see cref="Instant.Never"/> cancels.</summary>
    void ArmWatchdog(Instant deadline);

    /// <summary>Told that a drain began later than its deadline by more than <see cref="DrainLateness.ToleranceNanoseconds"/>; it is counted already.</summary>
    /// <param name="late">Nanoseconds after the deadline.</param>
    /// <param name="frames">Frames that it sent.</param>
    void RanLate(long late, long frames)
    {
        // Only whoever runs in real time has anybody to tell.
    }
}

/// <summary>The runtime of a device that nobody runs yet: nothing can move, so whatever is sent is freed with a reason.</summary>
public sealed class DetachedRuntime : IDeviceRuntime
{
    /// <summary>The only one.</summary>
    public static readonly DetachedRuntime Instance = new();

    private DetachedRuntime()
    {
    }

    /// <inheritdoc/>
    public Instant Now => Instant.Zero;

    /// <inheritdoc/>
    public Instant Jiffies => Instant.Zero;

    /// <summary>Refuses: a device without runtime makes no frames.</summary>
    public SkBuffPool Pool => throw new InvalidOperationException("The device is not attached to a runtime; set NetDevice.Runtime first.");

    /// <inheritdoc/>
    public void Send(NetDevice target, FramePath path, SkBuff skb, MirredAction? via = null) => skb.Free(DropReason.DeviceGone);

    /// <inheritdoc/>
    public void RaiseTx()
    {
        // Nothing runs this device; it has nothing queued either.
    }

    /// <inheritdoc/>
    public void ArmWatchdog(Instant deadline)
    {
        // See RaiseTx.
    }
}
