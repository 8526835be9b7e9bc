namespace ActorNet.Core.Frames;

/// <summary>For whom a frame is, seen from the device it arrived on (<c>skb-&gt;pkt_type</c>).</summary>
public enum PacketType : byte
{
    /// <summary>PACKET_HOST: to this station.</summary>
    Host = 0,

    /// <summary>PACKET_BROADCAST.</summary>
    Broadcast = 1,

    /// <summary>PACKET_MULTICAST.</summary>
    Multicast = 2,

    /// <summary>PACKET_OTHERHOST: to somebody else; protocols ignore it.</summary>
    OtherHost = 3,

    /// <summary>PACKET_OUTGOING: what taps see on transmit.</summary>
    Outgoing = 4,
}
