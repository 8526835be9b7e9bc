namespace ActorNet.Node.Shell.Help;

/// <summary>Help on <c>ip</c>, <c>tc</c>, <c>bridge</c> and <c>ethtool</c>.</summary>
internal static class ProgramTopics
{
    /// <summary>The topics.</summary>
    public static IReadOnlyList<HelpTopic> All { get; } =
    [
        new("ip link", "make, change, remove and show devices",
            """
            ip [-s] [-d] [-j] [-n NETNS] link show [DEV] [up] [master DEV] [type KIND]
            ip link add [name] NAME [mtu N] [txqueuelen N] [address MAC] [numtxqueues N] [netns NETNS] type KIND [options of the kind]
            ip link set DEV [up|down] [name NAME] [mtu N] [txqueuelen N] [address MAC] [master DEV|nomaster] [netns NETNS] [promisc on|off]
            ip link del DEV
            """,
            "A veth is made with its peer. An ifb has as many queues as numtxqueues says. The shell has no hosts: what a veth's last end receives ends there.",
            """
            ip link add va type veth peer name vb
            ip link set va up
            ip link set vb up
            ip -s link show dev va
            """),
        new("ip address", "give devices addresses",
            """
            ip address {add|replace|del} ADDRESS/LENGTH dev DEV [peer ADDRESS] [broadcast ADDRESS|+|-] [scope SCOPE] [label LABEL]
            ip [-j] address show [DEV]
            ip address flush DEV
            """,
            "Devices answer no ARP and route nothing: addresses are there to be shown.",
            """
            ip link add d0 type dummy
            ip address add 10.9.0.1/24 broadcast + dev d0
            ip address show dev d0
            """),
        new("ip netns", "make namespaces and run commands in them",
            """
            ip netns {add|del} NETNS
            ip [-j] netns list
            ip netns exec NETNS {ip|tc|bridge|ethtool} ...
            """,
            "The shell starts in a namespace without a name. Every command takes -n NETNS; 'use NETNS' makes it the default of the prompt.",
            """
            ip netns add a
            ip link add va type veth peer name vb netns a
            ip -n a link set vb up
            ip netns exec a ip link show
            """),
        new("tc qdisc", "attach queueing disciplines and the hooks of filters",
            """
            tc qdisc {add|change|replace|del} dev DEV {root|parent CLASS} [handle HANDLE] KIND [options of the kind]
            tc qdisc {add|del} dev DEV {ingress|clsact}
            tc [-s] [-d] [-j] qdisc show [dev DEV] [root|ingress|parent CLASS] [invisible]
            """,
            "clsact has a hook for each direction, ingress only one for frames that arrive. A handle is hexadecimal: 1: or ffff:.",
            """
            ip link add ifb0 type ifb
            ip link set ifb0 up
            tc qdisc add dev ifb0 root handle 1: tbf rate 1mbit burst 10kb latency 50ms
            tc -s qdisc show dev ifb0
            """),
        new("tc class", "show the classes of a device's qdiscs",
            "tc [-s] class show dev DEV [root|parent CLASS] [classid CLASS]",
            "",
            """
            ip link add ifb0 numtxqueues 4 type ifb
            ip link set ifb0 up
            tc class show dev ifb0
            """),
        new("tc filter", "say which frames an action takes, and which action",
            """
            tc filter {add|change|replace|del} {dev DEV {ingress|egress|parent CLASS} | block N} [protocol P] [pref N] [chain N] [handle H] KIND [options]
            tc [-s] [-j] filter show {dev DEV [ingress|egress|parent CLASS] | block N}
            """,
            "Filters are tried by pref, lowest first; the first that matches runs its actions. The action 'mirred egress redirect dev ifb0' takes the frame to an ifb, which "
            + "brings it back to where it was taken; 'mirror' sends a copy.",
            """
            ip link add va type veth peer name vb
            ip link add ifb0 type ifb
            ip link set va up
            ip link set vb up
            ip link set ifb0 up
            tc qdisc add dev vb clsact
            tc filter add dev vb ingress protocol all pref 10 matchall action mirred egress redirect dev ifb0
            inject va udp size 100 count 3
            tc -s filter show dev vb ingress
            """),
        new("tc actions", "make actions that several filters share",
            """
            tc actions add action KIND options [index N]
            tc actions {get|del} action KIND index N
            tc [-s] [-j] actions {list|flush} action KIND
            """,
            "A filter uses one by 'action mirred index N'.",
            """
            ip link add ifb0 type ifb
            tc actions add action mirred egress redirect dev ifb0 index 5
            tc -s actions list action mirred
            """),
        new("bridge link", "show and switch the ports of bridges",
            """
            bridge [-d] [-j] link show [dev DEV]
            bridge link set dev DEV [learning on|off] [flood on|off] [mcast_flood on|off]
            """,
            "",
            """
            ip link add br0 type bridge
            ip link add d0 master br0 type dummy
            bridge link set dev d0 learning off
            bridge -d link show
            """),
        new("bridge fdb", "show and change the forwarding tables of bridges",
            """
            bridge [-s] [-j] fdb show [br BRIDGE|brport DEV]
            bridge fdb {add|replace|del} MAC dev DEV {master|self} [static|permanent]
            """,
            "",
            """
            ip link add br0 type bridge
            ip link add d0 master br0 type dummy
            bridge fdb add 02:00:00:00:00:09 dev d0 master static
            bridge fdb show br br0
            """),
        new("ethtool", "show counters of a driver and offloads",
            """
            ethtool -S DEV
            ethtool -k DEV
            """,
            "An ifb counts packets and bytes of each of its queues.",
            """
            ip link add ifb0 numtxqueues 2 type ifb
            ethtool -S ifb0
            """),
    ];
}
