namespace ActorNet.Core.Frames;

/// <summary>Ethernet protocol numbers in host order (<c>include/uapi/linux/if_ether.h</c>).</summary>
public static class EtherType
{
    /// <summary>ETH_P_ALL, of filters and taps: any protocol.</summary>
    public const ushort All = 0x0003;

    /// <summary>ETH_P_802_3: a frame whose third field is a length, and whose payload begins with FFFF: raw, without a header of its own.</summary>
    public const ushort Ieee8023 = 0x0001;

    /// <summary>ETH_P_802_2: any other frame whose third field is a length.</summary>
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

    /// <summary>The protocol of a received frame (<c>eth_type_trans</c>).</summary>
    /// <param name="field">Type or length.</param>
    /// <param name="payload">What follows it.</param>
    public static ushort Of(ushort field, ReadOnlySpan<byte> payload)
    {
        if (field >= FirstProtocol) return field;
        return payload is [0xFF, 0xFF, ..] ? Ieee8023 : Ieee8022;
    }
}
