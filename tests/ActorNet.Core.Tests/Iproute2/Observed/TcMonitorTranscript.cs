namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>tc monitor: <c>$</c> and a command, then the lines that the monitor printed, begun by <c>M: </c> and ended by a bar. Handles that the kernel chose are written 8xxx. Observed with iproute2 6.1.0 on Linux 6.18.</summary>
internal static class TcMonitorTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ ip link set ifb0 up
        $ ip link set va up
        $ ip link set vb up
        $ tc qdisc add dev vb clsact
        M: qdisc clsact ffff: dev vb parent ffff:fff1 |
        $ tc qdisc add dev vb clsact
        $ tc qdisc add dev va root pfifo limit 5
        M: deleted qdisc noqueue 0: dev va root |
        M: qdisc pfifo 8xxx: dev va root refcnt 2 limit 5p|
        $ tc qdisc change dev va root pfifo limit 6
        M: qdisc pfifo 8xxx: dev va root refcnt 2 limit 6p|
        $ tc qdisc replace dev va root pfifo limit 7
        M: qdisc pfifo 8xxx: dev va root refcnt 2 limit 7p|
        $ tc qdisc replace dev va root handle 1: tbf rate 1mbit burst 2000 limit 3000
        M: deleted qdisc pfifo 8xxx: dev va root limit 7p|
        M: qdisc tbf 1: dev va root refcnt 2 rate 1Mbit burst 2000b lat 8ms |
        $ tc qdisc add dev va parent 1:1 handle 10: pfifo limit 3
        M: qdisc pfifo 10: dev va parent 1:1 limit 3p|
        $ tc qdisc del dev va parent 1:1
        M: deleted qdisc pfifo 10: dev va parent 1:1 limit 3p|
        $ tc qdisc del dev va root
        M: deleted qdisc tbf 1: dev va root rate 1Mbit burst 2000b lat 8ms |
        $ tc filter add dev vb ingress protocol all pref 10 u32 match u32 0 0 action mirred egress redirect dev ifb0
        M: added chain dev vb parent ffff: chain 0 |
        M: added filter dev vb ingress protocol all pref 10 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
        M:   match 00000000/00000000 at 0|
        M: 	action order 1: mirred (Egress Redirect to device ifb0) stolen|
        M: 	index 1 ref 1 bind 1|
        M: |
        $ tc filter add dev vb ingress protocol all u32 match u32 0 0 flowid 1:1
        M: added filter dev vb ingress protocol all pref 49152 u32 chain 0 fh 801::800 order 2048 key ht 801 bkt 0 *flowid 1:1 not_in_hw |
        M:   match 00000000/00000000 at 0|
        $ tc filter change dev vb ingress protocol all pref 10 handle 800::800 u32 match u32 0 0 action mirred egress redirect dev va
        M: filter dev vb ingress protocol all pref 10 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
        M:   match 00000000/00000000 at 0|
        M: 	action order 1: mirred (Egress Redirect to device ifb0) stolen|
        M: 	index 1 ref 1 bind 1|
        M: |
        $ tc filter replace dev vb ingress protocol all pref 10 handle 800::800 u32 match u32 0 0 flowid 1:2
        M: replaced filter dev vb ingress protocol all pref 10 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
        M:   match 00000000/00000000 at 0|
        M: 	action order 1: mirred (Egress Redirect to device va) stolen|
        M: 	index 2 ref 1 bind 1|
        M: |
        $ tc filter replace dev vb ingress protocol all pref 11 u32 match u32 0 0 flowid 1:2
        M: replaced filter dev vb ingress protocol all pref 11 u32 chain 0 fh 802::800 order 2048 key ht 802 bkt 0 *flowid 1:2 not_in_hw |
        M:   match 00000000/00000000 at 0|
        $ tc filter add dev vb egress protocol ip pref 3 u32 match ip dst 10.0.0.1 flowid 1:2
        M: added chain dev vb parent ffff: chain 0 |
        M: added filter dev vb egress protocol ip pref 3 u32 chain 0 fh 803::800 order 2048 key ht 803 bkt 0 *flowid 1:2 not_in_hw |
        M:   match 0a000001/ffffffff at 16|
        $ tc filter add dev vb ingress protocol ip pref 7 u32
        M: added filter dev vb ingress protocol ip pref 7 u32 chain 0 |
        $ tc filter get dev vb ingress protocol all pref 11 handle 802::800 u32
        $ tc filter del dev vb ingress protocol all pref 11 handle 802::800 u32
        M: deleted filter dev vb ingress protocol all pref 11 u32 chain 0 fh 802::800 order 2048 key ht 802 bkt 0 *flowid 1:2 not_in_hw |
        M:   match 00000000/00000000 at 0|
        $ tc filter del dev vb ingress pref 10
        M: deleted filter dev vb ingress protocol all pref 10 u32 chain 0 |
        $ tc filter del dev vb ingress
        M: deleted filter dev vb ingress protocol ip pref 7 u32 chain 0 |
        M: deleted filter dev vb ingress protocol all pref 11 u32 chain 0 |
        M: deleted filter dev vb ingress protocol all pref 49152 u32 chain 0 |
        M: deleted chain dev vb parent ffff: chain 0 |
        $ tc filter add dev vb ingress chain 4 protocol all pref 10 u32 match u32 0 0 flowid 1:1
        M: added chain dev vb parent ffff: chain 4 |
        M: added filter dev vb ingress protocol all pref 10 u32 chain 4 fh 805::800 order 2048 key ht 805 bkt 0 *flowid 1:1 not_in_hw |
        M:   match 00000000/00000000 at 0|
        $ tc chain add dev vb ingress chain 5
        M: added chain dev vb parent ffff: chain 5 |
        $ tc chain get dev vb ingress chain 5
        $ tc chain del dev vb ingress chain 5
        M: deleted chain dev vb parent ffff: chain 5 |
        $ tc chain del dev vb ingress chain 4
        M: deleted filter dev vb ingress protocol all pref 10 u32 chain 4 |
        M: deleted chain dev vb parent ffff: chain 4 |
        $ tc actions add action mirred egress mirror dev ifb0 index 7
        M: total acts 0|
        M: Added action |
        M: 	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        M: 	index 7 ref 1 bind 0|
        M: 	not_in_hw|
        $ tc actions add action mirred egress mirror dev ifb0 action mirred egress mirror dev va
        M: total acts 0|
        M: Added action |
        M: 	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        M: 	index 1 ref 1 bind 0|
        M: 	not_in_hw|
        M: |
        M: 	action order 2: mirred (Egress Mirror to device va) pipe|
        M: 	index 2 ref 1 bind 0|
        M: 	not_in_hw|
        $ tc actions change action mirred egress mirror dev va index 7
        M: total acts 0|
        M: Replaced action |
        M: 	action order 1: mirred (Egress Mirror to device va) pipe|
        M: 	index 7 ref 2 bind 0|
        M: 	not_in_hw|
        $ tc actions replace action mirred egress mirror dev va index 9
        M: total acts 0|
        M: Replaced action |
        M: 	action order 1: mirred (Egress Mirror to device va) pipe|
        M: 	index 9 ref 1 bind 0|
        M: 	not_in_hw|
        $ tc actions get action mirred index 7
        $ tc actions delete action mirred index 7
        M: total acts 0|
        M: Deleted action |
        M: 	action order 1: mirred (Egress Mirror to device va) pipe|
        M: 	index 7 ref 0 bind 0|
        M: 	not_in_hw|
        $ tc actions delete action mirred index 1 action mirred index 2
        M: total acts 0|
        M: Deleted action |
        M: 	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        M: 	index 1 ref 0 bind 0|
        M: 	not_in_hw|
        M: |
        M: 	action order 2: mirred (Egress Mirror to device va) pipe|
        M: 	index 2 ref 0 bind 0|
        M: 	not_in_hw|
        $ tc actions flush action mirred
        M: total acts 0|
        M: Flushed table  mirred (1 entries)|
        $ tc actions flush action mirred
        $ tc qdisc del dev vb clsact
        M: deleted qdisc clsact ffff: dev vb parent ffff:fff1 refcnt 0 |
        M: deleted chain dev vb parent ffff: chain 0 |
        $ tc qdisc add dev vb ingress_block 22 egress_block 23 clsact
        M: qdisc clsact ffff: dev vb parent ffff:fff1 ingress_block 22 egress_block 23 |
        $ tc filter add block 22 protocol all pref 10 u32 match u32 0 0 flowid 1:1
        M: added chain block 22 chain 0 |
        M: added filter block 22 protocol all pref 10 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
        M:   match 00000000/00000000 at 0|
        $ tc filter del block 22 protocol all pref 10
        M: deleted filter block 22 protocol all pref 10 u32 chain 0 |
        M: deleted chain block 22 chain 0 |
        $ tc qdisc del dev vb clsact
        M: deleted qdisc clsact ffff: dev vb parent ffff:fff1 refcnt 0 ingress_block 22 egress_block 23 |
        $ tc qdisc add dev vb ingress
        M: qdisc ingress ffff: dev vb parent ffff:fff1 ---------------- |
        $ tc filter add dev vb ingress protocol all pref 10 u32 match u32 0 0 action mirred egress redirect dev ifb0
        M: added chain dev vb parent ffff: chain 0 |
        M: added filter dev vb ingress protocol all pref 10 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
        M:   match 00000000/00000000 at 0|
        M: 	action order 1: mirred (Egress Redirect to device ifb0) stolen|
        M: 	index 1 ref 1 bind 1|
        M: |
        $ ip link del ifb0
        $ ip link set vb down
        $ ip link set va down
        $ ip link del va
        M: deleted chain dev vb parent ffff: chain 0 |
        $ ip link add ifb4 numtxqueues 3 type ifb
        $ ip link set ifb4 up
        $ tc qdisc replace dev ifb4 root pfifo
        M: deleted qdisc mq 0: dev ifb4 root |
        M: qdisc pfifo 8xxx: dev ifb4 root refcnt 4 limit 32p|
        $ tc qdisc del dev ifb4 root
        M: deleted qdisc pfifo 8xxx: dev ifb4 root limit 32p|
        $ tc qdisc replace dev ifb4 root handle 5: mq
        M: deleted qdisc mq 0: dev ifb4 root |
        M: qdisc mq 5: dev ifb4 root |
        $ tc qdisc replace dev ifb4 parent 5:2 pfifo limit 3
        M: deleted qdisc pfifo_fast 0: dev ifb4 parent 5:2 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        M: qdisc pfifo 8xxx: dev ifb4 parent 5:2 limit 3p|
        $ tc qdisc del dev ifb4 parent 5:2
        M: deleted qdisc pfifo 8xxx: dev ifb4 parent 5:2 limit 3p|
        """;
}
