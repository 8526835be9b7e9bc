namespace ActorNet.Core.Devices;

/// <summary>Interface flags (<c>IFF_*</c>, <c>include/uapi/linux/if.h</c>).</summary>
[Flags]
public enum DeviceFlags : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Administratively up.</summary>
    Up = 0x1,

    /// <summary>Has a broadcast address.</summary>
    Broadcast = 0x2,

    /// <summary>Debugging asked for.</summary>
    Debug = 0x4,

    /// <summary>Loopback.</summary>
    Loopback = 0x8,

    /// <summary>Point-to-point link.</summary>
    PointToPoint = 0x10,

    /// <summary>No trailers.</summary>
    NoTrailers = 0x20,

    /// <summary>Operational; derived, never stored (rule FLAG-01).</summary>
    Running = 0x40,

    /// <summary>No ARP.</summary>
    NoArp = 0x80,

    /// <summary>The user asked for promiscuity.</summary>
    Promisc = 0x100,

    /// <summary>Receives all multicast.</summary>
    AllMulti = 0x200,

    /// <summary>Supports multicast.</summary>
    Multicast = 0x1000,

    /// <summary>Addresses are lost when it goes down.</summary>
    Dynamic = 0x8000,

    /// <summary>Carrier present; derived, never stored.</summary>
    LowerUp = 0x10000,

    /// <summary>Waits for an event; derived.</summary>
    Dormant = 0x20000,
}

/// <summary>Offloads of a device (<c>NETIF_F_*</c>): what need not be done in software before the driver sees the frame.</summary>
[Flags]
public enum DeviceFeatures : ulong
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Scatter-gather.</summary>
    Sg = 1 << 0,

    /// <summary>Checksums any protocol on transmit.</summary>
    HwCsum = 1 << 1,

    /// <summary>Checksums TCP and UDP over IPv4.</summary>
    IpCsum = 1 << 2,

    /// <summary>Checksums TCP and UDP over IPv6.</summary>
    Ipv6Csum = 1 << 3,

    /// <summary>Segments TCP over IPv4.</summary>
    Tso = 1 << 4,

    /// <summary>Segments TCP over IPv6.</summary>
    Tso6 = 1 << 5,

    /// <summary>Segments TCP with CWR.</summary>
    TsoEcn = 1 << 6,

    /// <summary>May repeat IP identifiers while segmenting.</summary>
    TsoMangleId = 1 << 7,

    /// <summary>Segments UDP datagrams.</summary>
    GsoUdpL4 = 1 << 8,

    /// <summary>Takes super-frames that the core then segments as late as possible.</summary>
    Gso = 1 << 9,

    /// <summary>Merges received segments.</summary>
    Gro = 1 << 10,

    /// <summary>Takes chained fragments.</summary>
    FragList = 1 << 11,

    /// <summary>Reaches all memory.</summary>
    HighDma = 1 << 12,

    /// <summary>Inserts 802.1Q tags on transmit.</summary>
    HwVlanCtagTx = 1 << 13,

    /// <summary>Inserts 802.1ad tags on transmit.</summary>
    HwVlanStagTx = 1 << 14,

    /// <summary>Segments tunnelled traffic.</summary>
    GsoTunnel = 1 << 15,

    /// <summary>Segments SCTP.</summary>
    GsoSctp = 1 << 16,

    /// <summary>Segments frame lists.</summary>
    GsoFragList = 1 << 17,

    /// <summary>The driver locks for itself.</summary>
    Lltx = 1 << 18,

    /// <summary>May not leave its namespace.</summary>
    NetnsLocal = 1 << 19,

    /// <summary>Copies received payload past the cache.</summary>
    NoCacheCopy = 1 << 20,

    /// <summary>Segments TCP with accurate congestion marks (since 6.18; software can, so it depends on nothing).</summary>
    GsoAccEcn = 1 << 21,

    /// <summary>Every kind of TCP segmentation (NETIF_F_ALL_TSO).</summary>
    AllTso = Tso | Tso6 | TsoEcn | TsoMangleId,

    /// <summary>Every software segmentation (NETIF_F_GSO_SOFTWARE).</summary>
    GsoSoftware = AllTso | GsoUdpL4 | GsoSctp | GsoFragList | GsoAccEcn,
}

/// <summary>Where a device is in its life (<c>NETREG_*</c>, rule DEV-01).</summary>
public enum RegState
{
    /// <summary>Allocated, not yet registered.</summary>
    Uninitialized,

    /// <summary>Visible.</summary>
    Registered,

    /// <summary>Unlisted, users are being told.</summary>
    Unregistering,

    /// <summary>Unlisted, waiting for the last user.</summary>
    Unregistered,

    /// <summary>Given up; nothing may touch it.</summary>
    Released,
}

/// <summary>RFC 2863 state (<c>IF_OPER_*</c>).</summary>
public enum OperState
{
    /// <summary>The driver never said.</summary>
    Unknown,

    /// <summary>Not present.</summary>
    NotPresent,

    /// <summary>Down.</summary>
    Down,

    /// <summary>A layer below is down.</summary>
    LowerLayerDown,

    /// <summary>Testing.</summary>
    Testing,

    /// <summary>Waiting for an event.</summary>
    Dormant,

    /// <summary>Up.</summary>
    Up,
}
