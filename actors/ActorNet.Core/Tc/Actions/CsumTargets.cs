namespace ActorNet.Core.Tc;

/// <summary>Checksums that csum computes (<c>TCA_CSUM_UPDATE_FLAG_*</c>).</summary>
[Flags]
public enum CsumTargets
{
    /// <summary>None; tc does not ask for that.</summary>
    None = 0,

    /// <summary>Of the IPv4 header.</summary>
    IPv4Header = 1,

    /// <summary>Of ICMP and ICMPv6.</summary>
    Icmp = 2,

    /// <summary>Of IGMP.</summary>
    Igmp = 4,

    /// <summary>Of TCP.</summary>
    Tcp = 8,

    /// <summary>Of UDP, where there is one.</summary>
    Udp = 16,

    /// <summary>Of UDP-Lite, over the part that its header names.</summary>
    UdpLite = 32,

    /// <summary>Of SCTP.</summary>
    Sctp = 64,
}
