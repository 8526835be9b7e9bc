namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>bridge fdb and bridge link. Observed with iproute2 6.1.0 on Linux 6.18 in a private network namespace; see <see cref="Transcript"/> for the notation.</summary>
internal static class FdbTranscript
{
    public const string Text =
        """
        $ ip link add br0 address 02:00:00:00:00:20 type bridge
        $ ip link add va address 02:00:00:00:00:0a numtxqueues 1 numrxqueues 1 type veth peer name vb address 02:00:00:00:00:0b numtxqueues 1 numrxqueues 1
        $ ip link add vc address 02:00:00:00:00:0c numtxqueues 1 numrxqueues 1 type veth peer name vd address 02:00:00:00:00:0d numtxqueues 1 numrxqueues 1
        $ bridge fdb
        33:33:00:00:00:01 dev br0 self permanent|
        02:00:00:00:00:20 dev br0 master br0 permanent|
        33:33:00:00:00:01 dev vb self permanent|
        33:33:00:00:00:01 dev va self permanent|
        33:33:00:00:00:01 dev vd self permanent|
        33:33:00:00:00:01 dev vc self permanent|
        $ ip link set va master br0
        $ ip link set vc master br0
        $ ip link set br0 up
        $ ip link set va up
        $ ip link set vb up
        $ ip link set vc up
        $ ip link set vd up
        $ bridge fdb show
        33:33:00:00:00:01 dev br0 self permanent|
        01:00:5e:00:00:6a dev br0 self permanent|
        33:33:00:00:00:6a dev br0 self permanent|
        01:00:5e:00:00:01 dev br0 self permanent|
        02:00:00:00:00:20 dev br0 master br0 permanent|
        33:33:00:00:00:01 dev vb self permanent|
        01:00:5e:00:00:01 dev vb self permanent|
        02:00:00:00:00:0a dev va master br0 permanent|
        33:33:00:00:00:01 dev va self permanent|
        01:00:5e:00:00:01 dev va self permanent|
        33:33:00:00:00:01 dev vd self permanent|
        01:00:5e:00:00:01 dev vd self permanent|
        02:00:00:00:00:0c dev vc master br0 permanent|
        33:33:00:00:00:01 dev vc self permanent|
        01:00:5e:00:00:01 dev vc self permanent|
        $ bridge fdb show br br0
        33:33:00:00:00:01 dev br0 self permanent|
        01:00:5e:00:00:6a dev br0 self permanent|
        33:33:00:00:00:6a dev br0 self permanent|
        01:00:5e:00:00:01 dev br0 self permanent|
        02:00:00:00:00:20 dev br0 master br0 permanent|
        02:00:00:00:00:0a dev va master br0 permanent|
        33:33:00:00:00:01 dev va self permanent|
        01:00:5e:00:00:01 dev va self permanent|
        02:00:00:00:00:0c dev vc master br0 permanent|
        33:33:00:00:00:01 dev vc self permanent|
        01:00:5e:00:00:01 dev vc self permanent|
        $ bridge fdb add 02:00:00:00:00:66 dev va master
        $ bridge fdb add 02:00:00:00:00:67 dev va master static
        $ bridge fdb add 02:00:00:00:00:68 dev va master dynamic
        $ bridge fdb add 02:00:00:00:00:69 dev va master temp
        $ bridge fdb add 02:00:00:00:00:6a dev va
        $ bridge fdb add 02:00:00:00:00:6b dev va self
        $ bridge fdb add 02:00:00:00:00:6b dev va self
        E: RTNETLINK answers: File exists|
        = 255
        $ bridge fdb add 02:00:00:00:00:6c dev br0
        $ bridge fdb add 02:00:00:00:00:6d dev br0 self local
        $ bridge fdb add 02:00:00:00:00:6e dev va master static sticky
        $ bridge fdb add 02:00:00:00:00:6f dev va master sticky
        E: RTNETLINK answers: Invalid argument|
        = 255
        $ bridge fdb add 02:00:00:00:00:70 dev va master use dynamic
        $ bridge fdb add 01:00:5e:00:00:70 dev va master static
        $ bridge fdb add 01:00:5e:00:00:71 dev va self
        $ bridge fdb add 02:00:00:00:00:72 dev va self static
        E: RTNETLINK answers: Invalid argument|
        = 255
        $ bridge fdb add 02:00:00:00:00:73 dev br0 self static
        E: RTNETLINK answers: Invalid argument|
        = 255
        $ bridge fdb add 02:00:00:00:00:74 dev lo self
        E: Error: FDB add only supported for Ethernet devices.|
        = 255
        $ bridge fdb add 00:00:00:00:00:00 dev va master
        E: RTNETLINK answers: Invalid argument|
        = 255
        $ bridge fdb add 02:00:00:00:00:66 dev va master
        E: RTNETLINK answers: File exists|
        = 255
        $ bridge fdb replace 02:00:00:00:00:66 dev va master static
        $ bridge fdb append 02:00:00:00:00:66 dev va master static
        $ bridge fdb replace 02:00:00:00:00:78 dev vc master dynamic
        $ bridge fdb show
        33:33:00:00:00:01 dev br0 self permanent|
        01:00:5e:00:00:6a dev br0 self permanent|
        33:33:00:00:00:6a dev br0 self permanent|
        01:00:5e:00:00:01 dev br0 self permanent|
        02:00:00:00:00:6d dev br0 master br0 permanent|
        02:00:00:00:00:6c dev br0 master br0 permanent|
        02:00:00:00:00:20 dev br0 master br0 permanent|
        33:33:00:00:00:01 dev vb self permanent|
        01:00:5e:00:00:01 dev vb self permanent|
        01:00:5e:00:00:70 dev va master br0 static|
        02:00:00:00:00:70 dev va master br0 |
        02:00:00:00:00:6e dev va sticky master br0 static|
        02:00:00:00:00:69 dev va master br0 static|
        02:00:00:00:00:68 dev va master br0 |
        02:00:00:00:00:67 dev va master br0 static|
        02:00:00:00:00:66 dev va master br0 static|
        02:00:00:00:00:0a dev va master br0 permanent|
        02:00:00:00:00:6a dev va self permanent|
        02:00:00:00:00:6b dev va self permanent|
        33:33:00:00:00:01 dev va self permanent|
        01:00:5e:00:00:01 dev va self permanent|
        01:00:5e:00:00:71 dev va self permanent|
        33:33:00:00:00:01 dev vd self permanent|
        01:00:5e:00:00:01 dev vd self permanent|
        02:00:00:00:00:78 dev vc master br0 |
        02:00:00:00:00:0c dev vc master br0 permanent|
        33:33:00:00:00:01 dev vc self permanent|
        01:00:5e:00:00:01 dev vc self permanent|
        $ bridge -j fdb show br br0
        [{"mac":"33:33:00:00:00:01","ifname":"br0","flags":["self"],"state":"permanent"},{"mac":"01:00:5e:00:00:6a","ifname":"br0","flags":["self"],"state":"permanent"},{"mac":"33:33:00:00:00:6a","ifname":"br0","flags":["self"],"state":"permanent"},{"mac":"01:00:5e:00:00:01","ifname":"br0","flags":["self"],"state":"permanent"},{"mac":"02:00:00:00:00:6d","ifname":"br0","flags":[],"master":"br0","state":"permanent"},{"mac":"02:00:00:00:00:6c","ifname":"br0","flags":[],"master":"br0","state":"permanent"},{"mac":"02:00:00:00:00:20","ifname":"br0","flags":[],"master":"br0","state":"permanent"},{"mac":"01:00:5e:00:00:70","ifname":"va","flags":[],"master":"br0","state":"static"},{"mac":"02:00:00:00:00:70","ifname":"va","flags":[],"master":"br0","state":""},{"mac":"02:00:00:00:00:6e","ifname":"va","flags":["sticky"],"master":"br0","state":"static"},{"mac":"02:00:00:00:00:69","ifname":"va","flags":[],"master":"br0","state":"static"},{"mac":"02:00:00:00:00:68","ifname":"va","flags":[],"master":"br0","state":""},{"mac":"02:00:00:00:00:67","ifname":"va","flags":[],"master":"br0","state":"static"},{"mac":"02:00:00:00:00:66","ifname":"va","flags":[],"master":"br0","state":"static"},{"mac":"02:00:00:00:00:0a","ifname":"va","flags":[],"master":"br0","state":"permanent"},{"mac":"02:00:00:00:00:6a","ifname":"va","flags":["self"],"state":"permanent"},{"mac":"02:00:00:00:00:6b","ifname":"va","flags":["self"],"state":"permanent"},{"mac":"33:33:00:00:00:01","ifname":"va","flags":["self"],"state":"permanent"},{"mac":"01:00:5e:00:00:01","ifname":"va","flags":["self"],"state":"permanent"},{"mac":"01:00:5e:00:00:71","ifname":"va","flags":["self"],"state":"permanent"},{"mac":"02:00:00:00:00:78","ifname":"vc","flags":[],"master":"br0","state":""},{"mac":"02:00:00:00:00:0c","ifname":"vc","flags":[],"master":"br0","state":"permanent"},{"mac":"33:33:00:00:00:01","ifname":"vc","flags":["self"],"state":"permanent"},{"mac":"01:00:5e:00:00:01","ifname":"vc","flags":["self"],"state":"permanent"}]|
        $ bridge fdb show brport va
        01:00:5e:00:00:70 master br0 static|
        02:00:00:00:00:70 master br0 |
        02:00:00:00:00:6e sticky master br0 static|
        02:00:00:00:00:69 master br0 static|
        02:00:00:00:00:68 master br0 |
        02:00:00:00:00:67 master br0 static|
        02:00:00:00:00:66 master br0 static|
        02:00:00:00:00:0a master br0 permanent|
        02:00:00:00:00:6a self permanent|
        02:00:00:00:00:6b self permanent|
        33:33:00:00:00:01 self permanent|
        01:00:5e:00:00:01 self permanent|
        01:00:5e:00:00:71 self permanent|
        $ bridge fdb show dev va
        01:00:5e:00:00:70 master br0 static|
        02:00:00:00:00:70 master br0 |
        02:00:00:00:00:6e sticky master br0 static|
        02:00:00:00:00:69 master br0 static|
        02:00:00:00:00:68 master br0 |
        02:00:00:00:00:67 master br0 static|
        02:00:00:00:00:66 master br0 static|
        02:00:00:00:00:0a master br0 permanent|
        02:00:00:00:00:6a self permanent|
        02:00:00:00:00:6b self permanent|
        33:33:00:00:00:01 self permanent|
        01:00:5e:00:00:01 self permanent|
        01:00:5e:00:00:71 self permanent|
        $ bridge fdb show state static
        01:00:5e:00:00:70 dev va master br0 static|
        02:00:00:00:00:6e dev va sticky master br0 static|
        02:00:00:00:00:69 dev va master br0 static|
        02:00:00:00:00:67 dev va master br0 static|
        02:00:00:00:00:66 dev va master br0 static|
        $ bridge fdb show state permanent
        33:33:00:00:00:01 dev br0 self permanent|
        01:00:5e:00:00:6a dev br0 self permanent|
        33:33:00:00:00:6a dev br0 self permanent|
        01:00:5e:00:00:01 dev br0 self permanent|
        02:00:00:00:00:6d dev br0 master br0 permanent|
        02:00:00:00:00:6c dev br0 master br0 permanent|
        02:00:00:00:00:20 dev br0 master br0 permanent|
        33:33:00:00:00:01 dev vb self permanent|
        01:00:5e:00:00:01 dev vb self permanent|
        02:00:00:00:00:0a dev va master br0 permanent|
        02:00:00:00:00:6a dev va self permanent|
        02:00:00:00:00:6b dev va self permanent|
        33:33:00:00:00:01 dev va self permanent|
        01:00:5e:00:00:01 dev va self permanent|
        01:00:5e:00:00:71 dev va self permanent|
        33:33:00:00:00:01 dev vd self permanent|
        01:00:5e:00:00:01 dev vd self permanent|
        02:00:00:00:00:0c dev vc master br0 permanent|
        33:33:00:00:00:01 dev vc self permanent|
        01:00:5e:00:00:01 dev vc self permanent|
        $ bridge fdb show state bogus
        E: Error: argument "bogus" is wrong: invalid state|
        = 255
        $ bridge fdb show br nope
        E: Cannot find bridge device "nope"|
        = 255
        $ bridge fdb show vlan 1
        $ bridge fdb get 02:00:00:00:00:67 dev va master
        02:00:00:00:00:67 dev va master br0 static|
        $ bridge fdb get 02:00:00:00:00:67 br br0
        02:00:00:00:00:67 dev va master br0 static|
        $ bridge -j fdb get 02:00:00:00:00:67 br br0
        [{"mac":"02:00:00:00:00:67","ifname":"va","flags":[],"master":"br0","state":"static"}]|
        $ bridge fdb get 02:00:00:00:00:01 br br0
        E: Error: Fdb entry not found.|
        = 254
        $ bridge fdb del 02:00:00:00:00:67 dev va
        E: RTNETLINK answers: No such file or directory|
        = 255
        $ bridge fdb del 02:00:00:00:00:67 dev va master
        $ bridge fdb del 02:00:00:00:00:67 dev va master
        E: RTNETLINK answers: No such file or directory|
        = 255
        $ bridge fdb del 02:00:00:00:00:6d dev br0 self
        $ bridge fdb del 02:00:00:00:00:6b dev va self
        $ bridge fdb flush dev va
        E: RTNETLINK answers: Operation not supported|
        = 255
        $ bridge fdb flush dev va master dynamic
        $ bridge fdb show dev va
        01:00:5e:00:00:70 master br0 static|
        02:00:00:00:00:6e sticky master br0 static|
        02:00:00:00:00:69 master br0 static|
        02:00:00:00:00:66 master br0 static|
        02:00:00:00:00:0a master br0 permanent|
        02:00:00:00:00:6a self permanent|
        33:33:00:00:00:01 self permanent|
        01:00:5e:00:00:01 self permanent|
        01:00:5e:00:00:71 self permanent|
        $ bridge fdb flush dev br0 static
        $ bridge fdb show br br0
        33:33:00:00:00:01 dev br0 self permanent|
        01:00:5e:00:00:6a dev br0 self permanent|
        33:33:00:00:00:6a dev br0 self permanent|
        01:00:5e:00:00:01 dev br0 self permanent|
        02:00:00:00:00:6c dev br0 master br0 permanent|
        02:00:00:00:00:20 dev br0 master br0 permanent|
        02:00:00:00:00:0a dev va master br0 permanent|
        02:00:00:00:00:6a dev va self permanent|
        33:33:00:00:00:01 dev va self permanent|
        01:00:5e:00:00:01 dev va self permanent|
        01:00:5e:00:00:71 dev va self permanent|
        02:00:00:00:00:78 dev vc master br0 |
        02:00:00:00:00:0c dev vc master br0 permanent|
        33:33:00:00:00:01 dev vc self permanent|
        01:00:5e:00:00:01 dev vc self permanent|
        $ bridge fdb flush dev br0 nopermanent
        $ bridge fdb show br br0
        33:33:00:00:00:01 dev br0 self permanent|
        01:00:5e:00:00:6a dev br0 self permanent|
        33:33:00:00:00:6a dev br0 self permanent|
        01:00:5e:00:00:01 dev br0 self permanent|
        02:00:00:00:00:6c dev br0 master br0 permanent|
        02:00:00:00:00:20 dev br0 master br0 permanent|
        02:00:00:00:00:0a dev va master br0 permanent|
        02:00:00:00:00:6a dev va self permanent|
        33:33:00:00:00:01 dev va self permanent|
        01:00:5e:00:00:01 dev va self permanent|
        01:00:5e:00:00:71 dev va self permanent|
        02:00:00:00:00:0c dev vc master br0 permanent|
        33:33:00:00:00:01 dev vc self permanent|
        01:00:5e:00:00:01 dev vc self permanent|
        $ bridge fdb flush dev br0
        $ bridge fdb show
        33:33:00:00:00:01 dev br0 self permanent|
        01:00:5e:00:00:6a dev br0 self permanent|
        33:33:00:00:00:6a dev br0 self permanent|
        01:00:5e:00:00:01 dev br0 self permanent|
        33:33:00:00:00:01 dev vb self permanent|
        01:00:5e:00:00:01 dev vb self permanent|
        02:00:00:00:00:6a dev va self permanent|
        33:33:00:00:00:01 dev va self permanent|
        01:00:5e:00:00:01 dev va self permanent|
        01:00:5e:00:00:71 dev va self permanent|
        33:33:00:00:00:01 dev vd self permanent|
        01:00:5e:00:00:01 dev vd self permanent|
        33:33:00:00:00:01 dev vc self permanent|
        01:00:5e:00:00:01 dev vc self permanent|
        $ bridge fdb flush
        E: Device is a required argument.|
        = 255
        $ bridge fdb flush dev nope
        E: Cannot find bridge device "nope"|
        = 255
        $ bridge fdb add 02:00:00:00:00:66 dev va master vlan 5
        E: RTNETLINK answers: Invalid argument|
        = 255
        $ bridge fdb add zz dev va master
        E: Invalid mac address zz|
        = 255
        $ bridge fdb add dev va master
        E: Device and address are required arguments.|
        = 255
        $ bridge fdb add 02:00:00:00:00:66 dev nope master
        E: Cannot find device "nope"|
        = 255
        $ bridge fdb add 02:00:00:00:00:66 dev vb master
        E: RTNETLINK answers: Operation not supported|
        = 255
        $ bridge fdb bogus
        E: Command "bogus" is unknown, try "bridge fdb help".|
        = 255
        $ bridge fdb add 02:00:00:00:00:66 dev va master bogus
        E: Error: either "to" is duplicate, or "bogus" is a garbage.|
        = 255
        $ bridge fdb show dev nope
        E: Cannot find device "nope"|
        = 255
        $ ip link set va address 02:00:00:00:00:1a
        $ bridge fdb show br br0
        33:33:00:00:00:01 dev br0 self permanent|
        01:00:5e:00:00:6a dev br0 self permanent|
        33:33:00:00:00:6a dev br0 self permanent|
        01:00:5e:00:00:01 dev br0 self permanent|
        02:00:00:00:00:1a dev va master br0 permanent|
        02:00:00:00:00:6a dev va self permanent|
        33:33:00:00:00:01 dev va self permanent|
        01:00:5e:00:00:01 dev va self permanent|
        01:00:5e:00:00:71 dev va self permanent|
        33:33:00:00:00:01 dev vc self permanent|
        01:00:5e:00:00:01 dev vc self permanent|
        $ bridge link set dev va learning off flood off mcast_flood off bcast_flood off hairpin on isolated on locked on guard on root_block on fastleave on mcast_to_unicast on neigh_suppress on
        $ bridge -d link show dev va
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 |
            hairpin on guard on root_block on fastleave on learning off flood off mcast_flood off bcast_flood off mcast_router 1 mcast_to_unicast on neigh_suppress on vlan_tunnel off isolated on locked on |
        $ bridge link set dev va cost 7 priority 9
        $ bridge link show
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 9 cost 7 |
        6: vc@vd: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 |
        $ bridge link set dev va state 0
        $ bridge link show
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state disabled priority 9 cost 7 |
        6: vc@vd: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2 |
        $ bridge link set dev va state forwarding
        $ bridge link show dev va
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 9 cost 7 |
        $ bridge link set dev va state bogus
        E: Error: invalid STP port state|
        = 255
        $ bridge link set dev va state 9
        E: RTNETLINK answers: Invalid argument|
        = 255
        $ bridge link set dev vb state 3
        E: RTNETLINK answers: Operation not supported|
        = 255
        $ bridge link set dev va cost 0
        $ bridge link set dev va priority 64
        E: RTNETLINK answers: Numerical result out of range|
        = 255
        $ bridge link set dev va cost 70000
        E: RTNETLINK answers: Numerical result out of range|
        = 255
        $ bridge link show dev va
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 9 cost 7 |
        $ bridge link set dev va learning maybe
        E: Error: argument of "learning" must be one of "off", "on", not "maybe"|
        = 234
        $ bridge link set
        E: Device is a required argument.|
        = 255
        $ bridge link set dev nope learning on
        E: Cannot find bridge device "nope"|
        = 255
        $ bridge -j -d link show
        [{"ifindex":4,"link":"vb","ifname":"va","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"master":"br0","state":"forwarding","priority":9,"cost":7,"hairpin":true,"guard":true,"root_block":true,"fastleave":true,"learning":false,"flood":false,"mcast_flood":false,"bcast_flood":false,"mcast_router":1,"mcast_to_unicast":true,"neigh_suppress":true,"vlan_tunnel":false,"isolated":true,"locked":true},{"ifindex":6,"link":"vd","ifname":"vc","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"master":"br0","state":"forwarding","priority":32,"cost":2,"hairpin":false,"guard":false,"root_block":false,"fastleave":false,"learning":true,"flood":true,"mcast_flood":true,"bcast_flood":true,"mcast_router":1,"mcast_to_unicast":false,"neigh_suppress":false,"vlan_tunnel":false,"isolated":false,"locked":false}]|
        $ ip link set br0 down
        $ bridge link show
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state disabled priority 9 cost 7 |
        6: vc@vd: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state disabled priority 32 cost 2 |
        $ ip link set br0 address 02:00:00:00:00:99
        $ bridge fdb show br br0
        33:33:00:00:00:01 dev br0 self permanent|
        02:00:00:00:00:99 dev br0 master br0 permanent|
        02:00:00:00:00:1a dev va master br0 permanent|
        02:00:00:00:00:6a dev va self permanent|
        33:33:00:00:00:01 dev va self permanent|
        01:00:5e:00:00:01 dev va self permanent|
        01:00:5e:00:00:71 dev va self permanent|
        33:33:00:00:00:01 dev vc self permanent|
        01:00:5e:00:00:01 dev vc self permanent|
        $ ip link set vc nomaster
        $ bridge fdb show br br0
        33:33:00:00:00:01 dev br0 self permanent|
        02:00:00:00:00:99 dev br0 master br0 permanent|
        02:00:00:00:00:1a dev va master br0 permanent|
        02:00:00:00:00:6a dev va self permanent|
        33:33:00:00:00:01 dev va self permanent|
        01:00:5e:00:00:01 dev va self permanent|
        01:00:5e:00:00:71 dev va self permanent|
        $ ip link del br0
        $ bridge fdb
        33:33:00:00:00:01 dev vb self permanent|
        01:00:5e:00:00:01 dev vb self permanent|
        02:00:00:00:00:6a dev va self permanent|
        33:33:00:00:00:01 dev va self permanent|
        01:00:5e:00:00:01 dev va self permanent|
        01:00:5e:00:00:71 dev va self permanent|
        33:33:00:00:00:01 dev vd self permanent|
        01:00:5e:00:00:01 dev vd self permanent|
        33:33:00:00:00:01 dev vc self permanent|
        01:00:5e:00:00:01 dev vc self permanent|
        """;
}
