namespace ActorNet.Linux.Packets;

/// <summary>How the kernel classed a captured frame: <c>sll_pkttype</c> of <c>linux/if_packet.h</c>.</summary>
public enum PacketDirection : byte
{
    /// <summary>Received, addressed to this interface (PACKET_HOST).</summary>
    Host = 0,

    /// <summary>Received, a broadcast.</summary>
    Broadcast = 1,

    /// <summary>Received, a multicast.</summary>
    Multicast = 2,

    /// <summary>Received, addressed to somebody else.</summary>
    OtherHost = 3,

    /// <summary>Sent by this machine.</summary>
    Outgoing = 4,
}
