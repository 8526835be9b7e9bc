namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>tc monitor while commands are refused, devices are down and blocks shared; notation as in <see cref="TcMonitorTranscript"/>. Observed with iproute2 6.1.0 on Linux 6.18.</summary>
internal static class TcMonitorRefusalTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ ip link set ifb0 up
        $ ip link set va up
        $ ip link set vb up
        $ tc qdisc add dev vb ingress
        M: qdisc ingress ffff: dev vb parent ffff:fff1 ---------------- |
        $ tc filter add dev vb ingress pref 1 protocol all u32 match u32 0 0 action mirred egress redirect dev nope
        $ tc filter add dev vb ingress chain 5 pref 1 protocol all u32 match u32 0 0 action mirred index 3
        M: added chain dev vb parent ffff: chain 5 |
        M: deleted chain dev vb parent ffff: chain 5 |
        $ tc filter change dev vb ingress chain 6 pref 1 protocol all u32 match u32 0 0 flowid 1:1
        M: added chain dev vb parent ffff: chain 6 |
        M: deleted chain dev vb parent ffff: chain 6 |
        $ tc filter add dev vb ingress chain 6 pref 1 protocol all u32 match u32 0 0 action mirred egress mirror dev va goto chain 8
        M: added chain dev vb parent ffff: chain 6 |
        M: added filter dev vb ingress protocol all pref 1 u32 chain 6 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
        M:   match 00000000/00000000 at 0|
        M: 	action order 1: mirred (Egress Mirror to device va) goto chain 8|
        M: 	index 1 ref 1 bind 1|
        M: |
        $ tc filter add dev vb ingress chain 8 pref 1 protocol all u32 match u32 0 0 flowid 1:1
        M: added chain dev vb parent ffff: chain 8 |
        M: added filter dev vb ingress protocol all pref 1 u32 chain 8 fh 801::800 order 2048 key ht 801 bkt 0 *flowid 1:1 not_in_hw |
        M:   match 00000000/00000000 at 0|
        $ tc filter del dev vb ingress chain 8
        M: deleted filter dev vb ingress protocol all pref 1 u32 chain 8 |
        M: deleted chain dev vb parent ffff: chain 8 |
        $ tc chain add dev vb ingress chain 8
        M: added chain dev vb parent ffff: chain 8 |
        $ tc chain del dev vb ingress chain 8
        M: deleted chain dev vb parent ffff: chain 8 |
        $ tc filter del dev vb ingress chain 6 pref 1
        M: deleted filter dev vb ingress protocol all pref 1 u32 chain 6 |
        M: deleted chain dev vb parent ffff: chain 6 |
        $ tc qdisc add dev va root tbf rate 1mbit burst 2000 limit 3000
        M: deleted qdisc noqueue 0: dev va root |
        M: qdisc tbf 8xxx: dev va root refcnt 2 rate 1Mbit burst 2000b lat 8ms |
        $ tc qdisc change dev va root tbf rate 2mbit burst 2000 limit 3000
        M: qdisc tbf 8xxx: dev va root refcnt 2 rate 2Mbit burst 2000b lat 4ms |
        $ tc qdisc add dev ifb0 root handle 7: pfifo
        M: deleted qdisc pfifo_fast 0: dev ifb0 root bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        M: qdisc pfifo 7: dev ifb0 root refcnt 2 limit 32p|
        $ tc qdisc replace dev ifb0 root handle 7: pfifo limit 9
        M: qdisc pfifo 7: dev ifb0 root refcnt 2 limit 9p|
        $ tc qdisc replace dev ifb0 root handle 8: pfifo limit 9
        M: deleted qdisc pfifo 7: dev ifb0 root limit 9p|
        M: qdisc pfifo 8: dev ifb0 root refcnt 2 limit 9p|
        $ tc qdisc change dev ifb0 handle 8: pfifo limit 10
        M: qdisc pfifo 8: dev ifb0 refcnt 2 limit 10p|
        $ ip link set ifb0 down
        $ tc qdisc replace dev ifb0 root handle 9: bfifo
        M: deleted qdisc pfifo 8: dev ifb0 root limit 10p|
        M: qdisc bfifo 9: dev ifb0 root refcnt 2 limit 48448b|
        $ tc qdisc del dev ifb0 root
        M: deleted qdisc bfifo 9: dev ifb0 root limit 48448b|
        $ tc qdisc add dev ifb0 root pfifo
        M: qdisc pfifo 8xxx: dev ifb0 root refcnt 2 limit 32p|
        $ tc qdisc del dev ifb0 root
        M: deleted qdisc pfifo 8xxx: dev ifb0 root limit 32p|
        $ tc qdisc replace dev vb ingress
        M: qdisc ingress ffff: dev vb parent ffff:fff1 ---------------- |
        $ tc qdisc replace dev vb clsact
        $ tc qdisc del dev vb ingress
        M: deleted qdisc ingress ffff: dev vb parent ffff:fff1 refcnt 0 ---------------- |
        $ tc qdisc add dev vb ingress_block 5 egress_block 5 clsact
        $ tc qdisc show dev vb
        $ tc qdisc del dev vb clsact
        $ tc qdisc add dev vb ingress_block 5 clsact
        M: qdisc clsact ffff: dev vb parent ffff:fff1 ingress_block 5 |
        $ tc qdisc add dev va ingress_block 5 ingress
        M: qdisc ingress ffff: dev va parent ffff:fff1 ingress_block 5 ---------------- |
        $ tc filter add block 5 chain 2 protocol all u32 match u32 0 0 flowid 1:1
        M: added chain block 5 chain 2 |
        M: added filter block 5 protocol all pref 49152 u32 chain 2 fh 800::800 order 2048 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
        M:   match 00000000/00000000 at 0|
        $ tc chain add block 5 chain 3
        M: added chain block 5 chain 3 |
        $ tc chain show block 5
        $ tc -j chain show block 5
        $ tc qdisc del dev vb clsact
        M: deleted qdisc clsact ffff: dev vb parent ffff:fff1 refcnt 0 ingress_block 5 |
        $ tc qdisc del dev va ingress
        M: deleted qdisc ingress ffff: dev va parent ffff:fff1 refcnt 0 ingress_block 5 ---------------- |
        M: deleted chain block 5 chain 2 |
        M: deleted chain block 5 chain 3 |
        """;
}
