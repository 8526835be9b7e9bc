namespace ActorNet.Linux.Packets;

/// <summary>What the kernel says about a captured frame.</summary>
/// <param name="Direction">How it was classed; <see cref="PacketDirection.Outgoing"/> for what this machine sent.</param>
/// <param name="Length">Bytes of the whole frame, even when the buffer was shorter; without a VLAN tag that the kernel took off.</param>
/// <param name="HasVlanTag">True when the frame had a VLAN tag which is not in the bytes but in the next two values.</param>
/// <param name="VlanTci">Priority, drop flag and VLAN number of that tag.</param>
/// <param name="VlanProtocol">Its ethertype, 0x8100 or 0x88a8.</param>
public readonly record struct PacketInfo(PacketDirection Direction, int Length, bool HasVlanTag, ushort VlanTci, ushort VlanProtocol)
{
    /// <summary>When the frame came in, or was handed to the driver: nanoseconds of the wall clock since 1970 (SO_TIMESTAMPNS). 0 unless the socket was opened for
    /// it.</summary>
    public long Nanoseconds { get; init; }
}
