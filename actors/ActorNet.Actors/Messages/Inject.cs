using ActorNet.Core;
using ActorNet.Core.Frames;

namespace ActorNet.Actors.Messages;

/// <summary>To a namespace: something for one of its devices. Answered by the device, or with <see cref="Refused"/> when there is none of that name.</summary>
public interface IDeviceRequest
{
    /// <summary>Name of the device.</summary>
    string Device { get; }
}

/// <summary>
/// To a namespace: send frames on a device as a packet socket does, one after another, in one turn: what they cause happens after the last, as one softirq's work.
/// Answered with <see cref="Injected"/>.
/// </summary>
/// <param name="Device">Name of the device.</param>
/// <param name="Frames">The frames, each from its MAC header on; copied.</param>
/// <param name="BypassQdisc">Straight to the driver.</param>
public sealed record Inject(string Device, IReadOnlyList<ReadOnlyMemory<byte>> Frames, bool BypassQdisc = false) : IDeviceRequest
{
    /// <summary>Receive queue that the frames are marked as coming from, which chooses the transmit queue (rule IFB-41); null for none.</summary>
    public int? Queue { get; init; }

    /// <summary>Priority or class (<c>SO_PRIORITY</c>).</summary>
    public uint Priority { get; init; }

    /// <summary>Mark (<c>SO_MARK</c>).</summary>
    public uint Mark { get; init; }

    /// <summary>Offload header that stands for every frame (<c>PACKET_VNET_HDR</c>): <see cref="VnetHeader.Size"/> bytes; empty for none.</summary>
    public ReadOnlyMemory<byte> Offload { get; init; }
}

/// <summary>Answer to <see cref="Inject"/>.</summary>
/// <param name="Ok">Frames taken.</param>
/// <param name="NoBuffers">Frames refused with ENOBUFS.</param>
/// <param name="NetDown">Frames refused because the device is down.</param>
/// <param name="TooLong">Frames refused because they exceed the MTU.</param>
public sealed record Injected(int Ok, int NoBuffers, int NetDown, int TooLong)
{
    /// <summary>Frames refused for another reason, by error number; null when there are none.</summary>
    public IReadOnlyDictionary<Errno, int>? Other { get; init; }
}

/// <summary>
/// To a namespace: frames arrive at a device from outside. A TAP endpoint gets them as written by the program that has it open, one end of a cable as sent by the other.
/// Answered with <see cref="Arrived"/>.
/// </summary>
/// <param name="Device">Name of the device.</param>
/// <param name="Frames">The frames, each from its MAC header on; copied.</param>
public sealed record Arrive(string Device, IReadOnlyList<ReadOnlyMemory<byte>> Frames) : IDeviceRequest
{
    /// <summary>Receive queue that they come from; null for none.</summary>
    public int? Queue { get; init; }

    /// <summary>Mark.</summary>
    public uint Mark { get; init; }

    /// <summary>Offload header that stands for every frame; empty for none.</summary>
    public ReadOnlyMemory<byte> Offload { get; init; }
}

/// <summary>Answer to <see cref="Arrive"/>.</summary>
/// <param name="Received">Frames the device took.</param>
/// <param name="Dropped">Frames it refused: it is down, they are malformed, or no buffer was left.</param>
public sealed record Arrived(int Received, int Dropped);
