namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>bridge and ethtool. Observed with iproute2 6.1.0 on Linux 6.18 in a private network namespace; see <see cref="Transcript"/> for the notation.</summary>
internal static class BridgeTranscript
{
    public const string Text =
        """
        $ ip link add br0 address 02:00:00:00:00:20 type bridge
        $ ip link add vc address 02:00:00:00:00:0c type veth peer name vd
        $ ip link add ve address 02:00:00:00:00:0e type veth peer name vf
        $ ip link set br0 up
        $ bridge link
        $ ip link set vc master br0
        $ ip link set ve master br0
        $ ip link set vc up
        $ ip link set vd up
        $ ip link set ve up
        $ bridge link
        4: vc@vd: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 |
        6: ve@vf: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 2 |
        $ bridge link show dev vc
        4: vc@vd: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 |
        $ bridge link show dev nope
        E: Cannot find device "nope"|
        = 255
        $ bridge link show dev vd
        $ bridge -j link
        [{"ifindex":4,"link":"vd","ifname":"vc","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"master":"br0","state":"forwarding","priority":32,"cost":2},{"ifindex":6,"link":"vf","ifname":"ve","flags":["NO-CARRIER","BROADCAST","MULTICAST","UP","M-DOWN"],"mtu":1500,"master":"br0","state":"disabled","priority":32,"cost":2}]|
        $ bridge -d link show dev vc
        4: vc@vd: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 |
            hairpin off guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off |
        $ bridge -j -d link show dev vc
        [{"ifindex":4,"link":"vd","ifname":"vc","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"master":"br0","state":"forwarding","priority":32,"cost":2,"hairpin":false,"guard":false,"root_block":false,"fastleave":false,"learning":true,"flood":true,"mcast_flood":true,"bcast_flood":true,"mcast_router":1,"mcast_to_unicast":false,"neigh_suppress":false,"vlan_tunnel":false,"isolated":false,"locked":false}]|
        $ bridge link set dev vc learning off flood off mcast_flood off
        $ bridge -d link show dev vc
        4: vc@vd: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 |
            hairpin off guard off root_block off fastleave off learning off flood off mcast_flood off bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off |
        $ bridge fdb show br nope
        E: Cannot find bridge device "nope"|
        = 255
        $ bridge fdb show dev nope
        E: Cannot find device "nope"|
        = 255
        $ bridge fdb add xx dev vc master
        E: Invalid mac address xx|
        = 255
        $ bridge fdb add 02:00:00:00:00:99
        E: Device and address are required arguments.|
        = 255
        $ bridge fdb add dev vc
        E: Device and address are required arguments.|
        = 255
        $ bridge fdb add 02:00:00:00:00:99 dev nope master
        E: Cannot find device "nope"|
        = 255
        $ bridge fdb add 02:00:00:00:00:99 dev vd master
        E: RTNETLINK answers: Operation not supported|
        = 255
        $ bridge fdb add 02:00:00:00:00:99 dev vc master
        $ bridge fdb add 02:00:00:00:00:99 dev vc master
        E: RTNETLINK answers: File exists|
        = 255
        $ bridge fdb del 02:00:00:00:00:98 dev vc master
        E: RTNETLINK answers: No such file or directory|
        = 255
        $ bridge fdb del 02:00:00:00:00:99 dev vc master
        $ bridge frob
        E: Object "frob" is unknown, try "bridge help".|
        = 255
        $ bridge fdb frob
        E: Command "frob" is unknown, try "bridge fdb help".|
        = 255
        $ bridge link frob
        E: Command "frob" is unknown, try "bridge link help".|
        = 255
        $ bridge -frob link
        E: Option "-frob" is unknown, try "bridge help".|
        = 255
        $ ip link add ifb0 numtxqueues 2 type ifb
        $ ethtool -S ifb0
        NIC statistics:|
             rx_queue_0_packets: 0|
             rx_queue_0_bytes: 0|
             rx_queue_1_packets: 0|
             rx_queue_1_bytes: 0|
             tx_queue_0_packets: 0|
             tx_queue_0_bytes: 0|
             tx_queue_1_packets: 0|
             tx_queue_1_bytes: 0|
        $ ethtool -S br0
        E: no stats available|
        = 94
        $ ethtool -S nope
        E: Cannot get stats strings information: No such device|
        = 96
        $ ethtool -k nope
        E: netlink error: no device matches name (offset 24)|
        E: netlink error: No such device|
        = 1
        $ ethtool
        E: ethtool: bad command line argument(s)|
        E: For more information run ethtool -h|
        = 1
        $ ethtool -z vc
        E: ethtool: bad command line argument(s)|
        E: For more information run ethtool -h|
        = 1
        """;
}
