namespace ActorNet.Core.Frames;

/// <summary>Sizes of the Ethernet header and its relatives, in bytes, without frame check sequence.</summary>
public static class EthernetHeader
{
    /// <summary>Two addresses and the type (ETH_HLEN).</summary>
    public const int Size = 14;

    /// <summary>One VLAN tag (VLAN_HLEN).</summary>
    public const int VlanSize = 4;
}
