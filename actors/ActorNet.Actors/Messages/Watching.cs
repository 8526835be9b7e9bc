using ActorNet.Core;
using ActorNet.Core.Frames;

namespace ActorNet.Actors.Messages;

/// <summary>To a namespace: open a packet socket on a device, as tcpdump does; it counts as a receiver (rule HOOK-03). Answered with <see cref="Done"/>.</summary>
/// <param name="Device">Name of the device.</param>
/// <param name="Owner">Who watches: each owner has a recording of its own.</param>
public sealed record Listen(string Device, long Owner) : IDeviceRequest;

/// <summary>To a namespace: close the packet socket. Answered with <see cref="Done"/>, or <see cref="Refused"/> when there is none.</summary>
/// <param name="Device">Name of the device.</param>
/// <param name="Owner">Who watches.</param>
public sealed record Unlisten(string Device, long Owner) : IDeviceRequest;

/// <summary>To a namespace: what passed a device since the last such request? The first one begins a recording if there is none. Answered with <see cref="Sniffed"/>.</summary>
/// <param name="Device">Name of the device; one that is gone still answers once to those who listened to it.</param>
/// <param name="Owner">Who watches.</param>
public sealed record Sniff(string Device, long Owner) : IDeviceRequest;

/// <summary>To a namespace, or to a lab for all of them: close what an owner has open, give back what it holds. Answered with <see cref="Done"/>.</summary>
/// <param name="Owner">Who leaves.</param>
public sealed record LeaveDevices(long Owner);

/// <summary>Answer to <see cref="Sniff"/>.</summary>
/// <param name="Frames">The frames, in order.</param>
/// <param name="Lost">Older frames that the recording had no room for.</param>
public sealed record Sniffed(IReadOnlyList<SniffedFrame> Frames, long Lost);

/// <summary>A frame as a packet socket shows it.</summary>
/// <param name="Time">When it passed.</param>
/// <param name="Outgoing">Sent rather than received.</param>
/// <param name="Type">For whom it was; <see cref="PacketType.Outgoing"/> for what was sent.</param>
/// <param name="Bytes">From its MAC header on, a VLAN tag put back into its place.</param>
public sealed record SniffedFrame(Instant Time, bool Outgoing, PacketType Type, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Number that a trace follows it by; 0 while nothing traces.</summary>
    public ulong Frame { get; init; }
}
