namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>
/// bridge monitor fdb. Observed with iproute2 6.1.0 on Linux 6.18: <c>$</c> and a command, then the lines that the monitor printed during it, each ended by a bar; commands behind
/// <c>!</c> are carried out and what they print is not compared, since it holds random addresses or waits for a timer.
/// </summary>
internal static class FdbMonitorTranscript
{
    public const string Text =
        """
        $ ip link add br0 address 02:00:00:00:00:20 type bridge
        02:00:00:00:00:20 dev br0 master br0 permanent|
        Deleted 02:00:00:00:00:20 dev br0 master br0 permanent|
        02:00:00:00:00:20 dev br0 master br0 permanent|
        $ ip link add va address 02:00:00:00:00:0a numtxqueues 1 numrxqueues 1 type veth peer name vb address 02:00:00:00:00:0b numtxqueues 1 numrxqueues 1
        $ ip link add vc address 02:00:00:00:00:0c numtxqueues 1 numrxqueues 1 type veth peer name vd address 02:00:00:00:00:0d numtxqueues 1 numrxqueues 1
        $ ip link set va up
        $ ip link set vb up
        $ ip link set vc up
        $ ip link set vd up
        ! ip link set br0 up
        $ ip link set va master br0
        02:00:00:00:00:0a dev va master br0 permanent|
        $ ip link set vc master br0
        02:00:00:00:00:0c dev vc master br0 permanent|
        $ bridge fdb add 02:00:00:00:00:55 dev va master static
        02:00:00:00:00:55 dev va master br0 static|
        $ bridge fdb add 02:00:00:00:00:56 dev va master
        02:00:00:00:00:56 dev va master br0 permanent|
        $ bridge fdb add 02:00:00:00:00:57 dev va master dynamic
        02:00:00:00:00:57 dev va master br0 |
        $ bridge fdb add 02:00:00:00:00:58 dev br0
        02:00:00:00:00:58 dev br0 master br0 permanent|
        $ bridge fdb add 02:00:00:00:00:59 dev va master sticky static
        02:00:00:00:00:59 dev va sticky master br0 static|
        $ bridge link set dev va learning off flood off mcast_flood off bcast_flood off hairpin on isolated on locked on guard on root_block on fastleave on mcast_to_unicast on neigh_suppress on
        $ bridge link set dev va cost 7 priority 9
        $ bridge link set dev va state 0
        $ bridge link set dev va state forwarding
        $ bridge link set dev va state bogus
        $ bridge link set dev vb state 3
        $ bridge link set dev va cost 0
        $ bridge link set dev va priority 64
        $ bridge link set dev va learning maybe
        $ bridge link set
        $ bridge link set dev nope learning on
        $ bridge link set dev va bogus
        $ bridge fdb flush dev va
        ! bridge fdb flush dev va master dynamic
        ! bridge fdb flush dev br0 static
        $ bridge fdb flush
        ! ip link set br0 down
        ! ip link set br0 up
        ! ip link set br0 address 02:00:00:00:00:99
        $ ip link set va mtu 1400
        $ ip link set br0 mtu 1300
        $ ip link del va
        Deleted 02:00:00:00:00:56 dev va master br0 permanent|
        Deleted 02:00:00:00:00:0a dev va master br0 permanent|
        $ ip link del br0
        Deleted 02:00:00:00:00:0c dev vc master br0 permanent|
        Deleted 02:00:00:00:00:99 dev br0 master br0 permanent|
        Deleted 02:00:00:00:00:58 dev br0 master br0 permanent|
        ! ip link add br1 type bridge
        ! ip link set br1 address 02:00:00:00:00:98
        $ ip link set br1 up
        """;
}
