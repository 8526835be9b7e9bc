namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: prio and multiq, their bands, complaints and print.</summary>
internal static class PrioTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link set ifb0 up
        $ tc qdisc add dev ifb0 root handle 1: prio
        $ tc qdisc show dev ifb0
        qdisc prio 1: root refcnt 2 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        $ tc -d qdisc show dev ifb0
        qdisc prio 1: root refcnt 2 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        $ tc -j qdisc show dev ifb0
        [{"kind":"prio","handle":"1:","root":true,"refcnt":2,"options":{"bands":3,"priomap":[1,2,2,2,1,2,0,0,1,1,1,1,1,1,1,1],"multiqueue":false}}]|
        $ tc -s -j qdisc show dev ifb0
        [{"kind":"prio","handle":"1:","root":true,"refcnt":2,"options":{"bands":3,"priomap":[1,2,2,2,1,2,0,0,1,1,1,1,1,1,1,1],"multiqueue":false},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0}]|
        $ tc qdisc show dev ifb0 invisible
        qdisc prio 1: root refcnt 2 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        qdisc pfifo 0: parent 1:3 limit 32p|
        qdisc pfifo 0: parent 1:2 limit 32p|
        qdisc pfifo 0: parent 1:1 limit 32p|
        $ tc class show dev ifb0
        class prio 1:1 parent 1: |
        class prio 1:2 parent 1: |
        class prio 1:3 parent 1: |
        $ tc -d class show dev ifb0
        class prio 1:1 parent 1: |
        class prio 1:2 parent 1: |
        class prio 1:3 parent 1: |
        $ tc qdisc add dev ifb0 parent 1:1 handle 10: pfifo limit 5
        $ tc qdisc add dev ifb0 parent 1:4 handle 11: pfifo limit 5
        E: Error: Specified class not found.|
        = 2
        $ tc qdisc add dev ifb0 parent 1:0 handle 11: pfifo limit 5
        E: Error: Specified class not found.|
        = 2
        $ tc class show dev ifb0
        class prio 1:1 parent 1: leaf 10: |
        class prio 1:2 parent 1: |
        class prio 1:3 parent 1: |
        $ tc qdisc change dev ifb0 root handle 1: prio bands 4
        $ tc qdisc show dev ifb0
        qdisc prio 1: root refcnt 2 bands 4 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        qdisc pfifo 10: parent 1:1 limit 5p|
        $ tc class show dev ifb0
        class prio 1:1 parent 1: leaf 10: |
        class prio 1:2 parent 1: |
        class prio 1:3 parent 1: |
        class prio 1:4 parent 1: |
        $ tc qdisc change dev ifb0 root handle 1: prio bands 4 priomap 3 3 3 3 2 2 2 2 1 1 1 1 0 0 0 0
        $ tc qdisc show dev ifb0
        qdisc prio 1: root refcnt 2 bands 4 priomap 3 3 3 3 2 2 2 2 1 1 1 1 0 0 0 0|
        qdisc pfifo 10: parent 1:1 limit 5p|
        $ tc qdisc add dev ifb0 parent 1:4 handle 14: pfifo limit 7
        $ tc qdisc change dev ifb0 root handle 1: prio bands 2 priomap 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 0
        $ tc qdisc show dev ifb0
        qdisc prio 1: root refcnt 2 bands 2 priomap 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 0|
        qdisc pfifo 10: parent 1:1 limit 5p|
        $ tc class show dev ifb0
        class prio 1:1 parent 1: leaf 10: |
        class prio 1:2 parent 1: |
        $ tc qdisc del dev ifb0 parent 1:1
        $ tc qdisc show dev ifb0
        qdisc prio 1: root refcnt 2 bands 2 priomap 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 0|
        $ tc class show dev ifb0
        class prio 1:1 parent 1: |
        class prio 1:2 parent 1: |
        $ tc class add dev ifb0 parent 1: classid 1:3 prio
        E: Error: Qdisc "prio" is classless.|
        = 1
        $ tc class add dev ifb0 parent 1: classid 1:1 htb rate 1mbit
        E: RTNETLINK answers: File exists|
        = 2
        $ tc class del dev ifb0 classid 1:1
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ tc class del dev ifb0 classid 1:9
        E: RTNETLINK answers: No such file or directory|
        = 2
        $ tc qdisc replace dev ifb0 root handle 2: prio bands 1
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ tc qdisc replace dev ifb0 root handle 2: prio bands 17
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ tc qdisc replace dev ifb0 root handle 2: prio bands xx
        E: Illegal "bands"|
        = 1
        $ tc qdisc replace dev ifb0 root handle 2: prio bands
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc qdisc replace dev ifb0 root handle 2: prio bands 2
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ tc qdisc replace dev ifb0 root handle 2: prio priomap 1 1
        $ tc qdisc show dev ifb0
        qdisc prio 2: root refcnt 2 bands 3 priomap 1 1 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        $ tc qdisc replace dev ifb0 root handle 3: prio priomap 1 5
        E: "priomap" element is out of bands|
        = 1
        $ tc qdisc replace dev ifb0 root handle 3: prio priomap 1 xx
        E: Illegal "priomap" element|
        = 1
        $ tc qdisc replace dev ifb0 root handle 3: prio priomap
        $ tc qdisc replace dev ifb0 root handle 3: prio priomap 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1
        E: "priomap" index > TC_PRIO_MAX=15|
        = 1
        $ tc qdisc replace dev ifb0 root handle 3: prio bla
        E: What is "bla"?|
        E: Usage: ... prio bands NUMBER priomap P1 P2...[multiqueue]|
        = 1
        $ tc qdisc replace dev ifb0 root handle 3: prio help
        E: Usage: ... prio bands NUMBER priomap P1 P2...[multiqueue]|
        = 1
        $ tc qdisc replace dev ifb0 root handle 3: prio multiqueue
        $ tc qdisc show dev ifb0
        qdisc prio 3: root refcnt 2 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        $ tc -j qdisc show dev ifb0
        [{"kind":"prio","handle":"3:","root":true,"refcnt":2,"options":{"bands":3,"priomap":[1,2,2,2,1,2,0,0,1,1,1,1,1,1,1,1],"multiqueue":false}}]|
        $ tc filter add dev ifb0 parent 3: protocol all prio 1 u32 match u32 0 0 flowid 3:2
        $ tc filter add dev ifb0 parent 3:1 protocol all prio 1 u32 match u32 0 0 flowid 3:2
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter show dev ifb0
        filter parent 3: protocol all pref 1 u32 chain 0 |
        filter parent 3: protocol all pref 1 u32 chain 0 fh 800: ht divisor 1 |
        filter parent 3: protocol all pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 *flowid 3:2 not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter show dev ifb0 parent 3:1
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 5: multiq
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ tc qdisc del dev ifb0 root
        E: Error: Cannot delete qdisc with handle of zero.|
        = 2
        $ ip link add ifb4 numtxqueues 4 type ifb
        $ ip link set ifb4 up
        $ tc qdisc add dev ifb4 root handle 5: multiq
        $ tc qdisc show dev ifb4
        qdisc multiq 5: root refcnt 5 bands 4/4 |
        $ tc -s qdisc show dev ifb4
        qdisc multiq 5: root refcnt 5 bands 4/4 |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        $ tc class show dev ifb4
        class multiq 5:1 parent 5: |
        class multiq 5:2 parent 5: |
        class multiq 5:3 parent 5: |
        class multiq 5:4 parent 5: |
        $ tc -s class show dev ifb4
        class multiq 5:1 parent 5: |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        class multiq 5:2 parent 5: |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        class multiq 5:3 parent 5: |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        class multiq 5:4 parent 5: |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        $ tc qdisc add dev ifb4 parent 5:2 handle 10: pfifo limit 5
        $ tc qdisc add dev ifb4 parent 5:5 handle 11: pfifo limit 5
        E: Error: Specified class not found.|
        = 2
        $ tc qdisc show dev ifb4
        qdisc multiq 5: root refcnt 5 bands 4/4 |
        qdisc pfifo 10: parent 5:2 limit 5p|
        $ tc class show dev ifb4
        class multiq 5:1 parent 5: |
        class multiq 5:2 parent 5: leaf 10: |
        class multiq 5:3 parent 5: |
        class multiq 5:4 parent 5: |
        $ tc qdisc change dev ifb4 root handle 5: multiq
        $ tc qdisc replace dev ifb4 root handle 6: multiq bla
        E: What is "bla"?|
        E: Usage: ... multiq [help]|
        = 1
        $ tc qdisc show dev ifb4 invisible
        qdisc multiq 5: root refcnt 5 bands 4/4 |
        qdisc pfifo 0: parent 5:4 limit 32p|
        qdisc pfifo 0: parent 5:3 limit 32p|
        qdisc pfifo 0: parent 5:1 limit 32p|
        qdisc pfifo 10: parent 5:2 limit 5p|
        $ tc qdisc add dev ifb4 parent 5:3 handle 7: multiq
        """;
}
