namespace ActorNet.Linux.Native;

/// <summary>
/// Constants of <c>linux/if.h</c>, <c>linux/if_tun.h</c>, <c>linux/if_packet.h</c>, <c>linux/if_ether.h</c> and <c>sys/socket.h</c>.
/// </summary>
internal static class NetConstants
{
    internal const int IFNAMSIZ = 16;

    internal const short IFF_TAP = 0x0002;
    internal const short IFF_NO_PI = 0x1000;
    internal const short IFF_VNET_HDR = 0x4000;
    internal const short IFF_MULTI_QUEUE = 0x0100;
    internal const short IFF_TUN_EXCL = unchecked((short)0x8000);

    internal const nuint TUNSETIFF = 0x400454ca;
    internal const nuint TUNSETPERSIST = 0x400454cb;
    internal const nuint TUNSETOFFLOAD = 0x400454d0;
    internal const nuint TUNGETIFF = 0x800454d2;
    internal const nuint TUNSETVNETHDRSZ = 0x400454d8;
    internal const nuint TUNGETDEVNETNS = 0x54e3;

    internal const int AF_INET = 2;
    internal const int AF_NETLINK = 16;
    internal const int AF_PACKET = 17;
    internal const int SOCK_DGRAM = 2;
    internal const int SOCK_RAW = 3;
    internal const int SOCK_NONBLOCK = 0x800;
    internal const int SOCK_CLOEXEC = 0x80000;
    internal const int SOL_SOCKET = 1;
    internal const int SOL_PACKET = 263;
    internal const int SO_SNDBUFFORCE = 32;
    internal const int SO_RCVBUFFORCE = 33;
    internal const int SO_TIMESTAMPNS = 35;
    internal const int SO_NETNS_COOKIE = 71;
    internal const int PACKET_AUXDATA = 8;
    internal const ushort ETH_P_ALL = 3;

    internal const int NETLINK_ROUTE = 0;
    internal const ushort NLMSG_ERROR = 2;
    internal const ushort NLM_F_REQUEST = 1;
    internal const ushort NLM_F_ACK = 4;
    internal const ushort RTM_DELLINK = 17;
}
