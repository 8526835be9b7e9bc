using ActorNet.Core.Frames;

namespace ActorNet.Core.Devices;

/// <content>VLAN devices on top of this one (rule HOOK-01 step 8).</content>
public abstract partial class NetDevice
{
    private const int VidMask = 0xFFF;

    /// <summary>The VLAN devices on top of it; null while there are none.</summary>
    public VlanGroup? Vlans { get; internal set; }

    /// <summary>Whether frames of it can carry VLAN tags; a loopback's cannot (<c>NETIF_F_VLAN_CHALLENGED</c>).</summary>
    public virtual bool TakesVlans => HasMacHeader && (Flags & DeviceFlags.Loopback) == 0;

    /// <summary>Refuses an MTU that the driver cannot have although it lies within the limits (<c>ndo_change_mtu</c>).</summary>
    /// <exception cref="RtnlException">It cannot.</exception>
    protected internal virtual void CheckMtu(int mtu)
    {
        // Most kinds have limits only.
    }

    /// <summary>A tagged frame belongs to the VLAN device of its tag (<c>vlan_do_receive</c>). True when that has it; <paramref name="accepted"/> then is the result.</summary>
    private bool GoesToVlan(SkBuff skb, out bool accepted)
    {
        accepted = false;
        if (Vlans?.Find(skb.VlanProtocol, skb.VlanTci & VidMask) is not { } vlan) return false;
        accepted = vlan.TakeTagged(skb, Runtime);
        return true;
    }

    /// <summary>
    /// Nobody has the tag's VLAN: the frame is another's. A priority tag (VLAN 0) alone does not make it so, but what is behind it may.
    /// </summary>
    /// <returns>True when the frame was dealt with; <paramref name="accepted"/> then is the result.</returns>
    private bool StripUnknownTag(SkBuff skb, out bool accepted)
    {
        accepted = false;
        while (true)
        {
            var priorityOnly = (skb.VlanTci & VidMask) == 0;
            var another = priorityOnly && skb.Protocol is EtherType.Vlan or EtherType.VlanService;
            skb.VlanPresent = false;
            skb.VlanProtocol = skb.VlanTci = 0;
            if (!priorityOnly) skb.PacketType = PacketType.OtherHost;
            if (!another) return false;
            if (!VlanTag.Untag(skb))
            {
                accepted = RefuseTag(skb);
                return true;
            }

            if (GoesToVlan(skb, out accepted)) return true;
        }
    }
}
