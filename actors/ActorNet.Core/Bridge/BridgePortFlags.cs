namespace ActorNet.Core.Bridge;

/// <summary>Switches of a port (<c>BR_*</c> in <c>net_bridge_port.flags</c>).</summary>
[Flags]
public enum BridgePortFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Frames may leave where they came in.</summary>
    Hairpin = 1 << 0,

    /// <summary>BPDUs are refused; without spanning tree it is only shown.</summary>
    Guard = 1 << 1,

    /// <summary>Never becomes the root port; without spanning tree it is only shown.</summary>
    RootBlock = 1 << 2,

    /// <summary>Leaves multicast groups at once; without snooping it is only shown.</summary>
    FastLeave = 1 << 3,

    /// <summary>Sources are learned.</summary>
    Learning = 1 << 4,

    /// <summary>Frames to unknown stations leave here.</summary>
    Flood = 1 << 5,

    /// <summary>Multicast leaves here.</summary>
    MulticastFlood = 1 << 6,

    /// <summary>Broadcast leaves here.</summary>
    BroadcastFlood = 1 << 7,

    /// <summary>Multicast is sent to each member on its own; without snooping it is only shown.</summary>
    MulticastToUnicast = 1 << 8,

    /// <summary>ARP is answered on behalf of others; without neighbours it is only shown.</summary>
    NeighSuppress = 1 << 9,

    /// <summary>Exchanges no frames with other isolated ports.</summary>
    Isolated = 1 << 10,

    /// <summary>Only stations that the table has on this port may send.</summary>
    Locked = 1 << 11,

    /// <summary>Tunnels are mapped to VLANs; only shown.</summary>
    VlanTunnel = 1 << 12,

    /// <summary>What a new port has.</summary>
    Default = Learning | Flood | MulticastFlood | BroadcastFlood,
}
