namespace ActorNet.Core.Frames;

/// <summary>Ethernet protocol numbers in host order (<c>include/uapi/linux/if_ether.h</c>).</summary>
public static class EtherType
{
    /// <summary>ETH_P_ALL, of filters and taps: any protocol.</summary>
    public const ushort All = 0x0003;

    /// <summary>ETH_P_802_2: a frame whose third field is a length.</summary>
    public const ushort Ieee8022 = 0x0004;

    /// <summary>IPv4.</summary>
    public const ushort IPv4 = 0x0800;

    /// <summary>ARP.</summary>
    public const ushort Arp = 0x0806;

    /// <summary>IEEE 802.1Q customer tag.</summary>
    public const ushort Vlan = 0x8100;

    /// <summary>IEEE 802.1ad service tag.</summary>
    public const ushort VlanService = 0x88A8;

    /// <summary>IPv6.</summary>
    public const ushort IPv6 = 0x86DD;

    /// <summary>Smallest value that is a protocol and not a length.</summary>
    public const ushort FirstProtocol = 0x0600;
}
