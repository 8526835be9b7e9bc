namespace ActorNet.Core.Frames;

/// <summary>Why a frame was given up. Every frame that is freed undelivered carries one; <see cref="SkBuffPool"/> counts them.</summary>
public enum DropReason : byte
{
    /// <summary>Not a drop: delivered, or consumed by an action.</summary>
    Consumed = 0,

    /// <summary>Shorter than an Ethernet header, or its headers contradict its length.</summary>
    Malformed,

    /// <summary>The offload header that came with it lies.</summary>
    BadOffloadHeader,

    /// <summary>No frame buffer was left.</summary>
    NoMemory,

    /// <summary>A filter's verdict (TC_ACT_SHOT).</summary>
    TcVerdict,

    /// <summary>mirred: more than the permitted nesting; the rule that closed the loop is in the trace.</summary>
    MirredLoop,

    /// <summary>mirred: the target is down, has no carrier, or is gone.</summary>
    MirredTarget,

    /// <summary>Refused by a queueing discipline that was full.</summary>
    QdiscFull,

    /// <summary>Queued when its queueing discipline was reset, replaced or destroyed.</summary>
    QdiscReset,

    /// <summary>Larger than a shaper's bucket and not divisible.</summary>
    TooBigForQdisc,

    /// <summary>The device is down, or its qdisc is noop.</summary>
    DeviceDown,

    /// <summary>The device's transmit queue is stopped and nothing queues above it.</summary>
    QueueStopped,

    /// <summary>Transmit recursion deeper than the limit.</summary>
    DeadLoop,

    /// <summary>IFB: not redirected, or without an input interface (rule IFB-03).</summary>
    IfbNotRedirected,

    /// <summary>IFB: the device the frame came from is gone (rule IFB-12).</summary>
    IfbNoDevice,

    /// <summary>IFB: in a queue when the device was freed (rule IFB-39).</summary>
    IfbPurged,

    /// <summary>Over the receiver's MTU.</summary>
    TooBigForMtu,

    /// <summary>The other end is down or gone.</summary>
    PeerDown,

    /// <summary>The receiver's backlog was full.</summary>
    BacklogFull,

    /// <summary>Bridge: invalid source, or the port does not forward.</summary>
    BridgeFiltered,

    /// <summary>No protocol wanted it.</summary>
    NoHandler,

    /// <summary>For another station.</summary>
    OtherHost,

    /// <summary>The host's end of a TAP refused it.</summary>
    WireRefused,

    /// <summary>In flight towards a device that was unregistered or stopped.</summary>
    DeviceGone,

    /// <summary>Lost because an emulated link was told to lose it (netem).</summary>
    Emulated,

    /// <summary>Swallowed by a device whose purpose that is (dummy).</summary>
    Sink,

    /// <summary>Lost on its way because a test wanted it.</summary>
    FaultInjected,
}
