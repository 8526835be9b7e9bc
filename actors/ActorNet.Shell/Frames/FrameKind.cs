namespace ActorNet.Shell.Frames;

/// <summary>What a frame is made of.</summary>
public enum FrameKind
{
    /// <summary>Bytes as given.</summary>
    Hex,

    /// <summary>An Ethernet frame with a number in it.</summary>
    Eth,

    /// <summary>UDP over IPv4.</summary>
    Udp,

    /// <summary>TCP over IPv4, a segment with ACK.</summary>
    Tcp,

    /// <summary>ICMP echo request.</summary>
    Icmp,

    /// <summary>ARP request.</summary>
    Arp,
}
