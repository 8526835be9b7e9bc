namespace ActorNet.Core.Frames;

/// <summary>How a super-frame is to be cut (<c>SKB_GSO_*</c>).</summary>
[Flags]
public enum GsoType : byte
{
    /// <summary>Not a super-frame.</summary>
    None = 0,

    /// <summary>TCP over IPv4.</summary>
    TcpV4 = 1,

    /// <summary>TCP over IPv6.</summary>
    TcpV6 = 2,

    /// <summary>UDP, one datagram a segment (USO).</summary>
    UdpL4 = 4,

    /// <summary>CWR is kept on the first segment only; accompanies a TCP type.</summary>
    TcpEcn = 8,
}

/// <summary>What is known of the transport checksum (<c>skb-&gt;ip_summed</c>).</summary>
public enum IpSummed : byte
{
    /// <summary>Nothing; what stands in the frame counts.</summary>
    None = 0,

    /// <summary>Checked already.</summary>
    Unnecessary = 1,

    /// <summary>The checksum field holds the pseudo-header sum; whoever sends it out must finish it.</summary>
    Partial = 3,
}
