using ActorNet.Core.Frames;

namespace ActorNet.Core.Devices;

/// <summary>What became of a frame on the wire.</summary>
public enum WireStatus
{
    /// <summary>The other side has it.</summary>
    Written,

    /// <summary>It waits for a reader; <see cref="TapEndpointDevice.CountRead"/> follows when it is read, which is when it counts as sent (rule TUN-01).</summary>
    Buffered,

    /// <summary>The other side is full; <see cref="TapEndpointDevice.OnWritable"/> follows when it is not.</summary>
    WouldBlock,

    /// <summary>The other side refused it: malformed, or down.</summary>
    Refused,

    /// <summary>It left and got lost, because a test wanted it.</summary>
    Lost,
}

/// <summary>What lies behind a TAP endpoint: a real TAP of the machine, or a host made of code.</summary>
public interface IWire
{
    /// <summary>Offloads the other side understands.</summary>
    DeviceFeatures Offloads { get; }

    /// <summary>Writes a frame that stands at its MAC header. The frame is borrowed: the caller keeps it in every case.</summary>
    WireStatus Write(SkBuff skb, int queue);
}

/// <summary>Where a wire puts what it reads. All calls come on the loop of the endpoint's actor.</summary>
public interface IWireSink
{
    /// <summary>Buffers to read into.</summary>
    SkBuffPool Pool { get; }

    /// <summary>A frame that stands at its MAC header, offload fields set. The sink owns it; it is delivered no later than at <see cref="EndOfBurst"/>.</summary>
    void Receive(SkBuff skb);

    /// <summary>A frame could not be taken: it was malformed, or no buffer was left.</summary>
    /// <param name="reason"><see cref="DropReason.NoMemory"/> counts as dropped, anything else as an error.</param>
    void ReceiveFailed(DropReason reason);

    /// <summary>Nothing more for now.</summary>
    void EndOfBurst();

    /// <summary>The wire takes frames again after <see cref="WireStatus.WouldBlock"/>.</summary>
    void Writable(int queue);
}
