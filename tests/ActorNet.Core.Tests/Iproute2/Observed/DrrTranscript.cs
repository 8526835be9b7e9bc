namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: drr, its classes, complaints and print.</summary>
internal static class DrrTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link set ifb0 up
        $ tc qdisc add dev ifb0 root handle 1: drr
        $ tc qdisc show dev ifb0
        qdisc drr 1: root refcnt 2 |
        $ tc -j -s qdisc show dev ifb0
        [{"kind":"drr","handle":"1:","root":true,"refcnt":2,"options":{},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0}]|
        $ tc -s qdisc show dev ifb0
        qdisc drr 1: root refcnt 2 |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        $ tc class show dev ifb0
        $ tc class add dev ifb0 parent 1: classid 1:1 drr
        $ tc class add dev ifb0 parent 1: classid 1:2 drr quantum 500
        $ tc class add dev ifb0 parent 1: classid 1:3 drr quantum 2k
        $ tc class add dev ifb0 parent 1: classid 1:3 drr quantum 2k
        E: RTNETLINK answers: File exists|
        = 2
        $ tc class add dev ifb0 parent 1: classid 1:4 drr quantum 0
        E: Error: Specified DRR quantum cannot be zero.|
        = 2
        $ tc class add dev ifb0 parent 1: classid 1:4 drr quantum xx
        E: Illegal "quantum"|
        = 1
        $ tc class add dev ifb0 parent 1: classid 1:4 drr bla
        E: What is "bla"?|
        E: Usage: ... drr quantum SIZE|
        = 1
        $ tc class add dev ifb0 parent 1: classid 1:4 drr help
        E: Usage: ... drr quantum SIZE|
        = 1
        $ tc class add dev ifb0 parent 1: classid 1:4 drr quantum
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc class add dev ifb0 parent 1: classid 2:4 drr
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ tc class add dev ifb0 parent 1:2 classid 1:4 drr
        $ tc class add dev ifb0 parent 1:99 classid 1:5 drr
        $ tc class add dev ifb0 root classid 1:6 drr
        $ tc class add dev ifb0 parent 1: classid 1:7
        E: Error: DRR options are required for this operation.|
        = 2
        $ tc class show dev ifb0
        class drr 1:1 root quantum 1514b |
        class drr 1:2 root quantum 500b |
        class drr 1:3 root quantum 2Kb |
        class drr 1:4 root quantum 1514b |
        class drr 1:5 root quantum 1514b |
        class drr 1:6 root quantum 1514b |
        $ tc -d class show dev ifb0
        class drr 1:1 root quantum 1514b |
        class drr 1:2 root quantum 500b |
        class drr 1:3 root quantum 2Kb |
        class drr 1:4 root quantum 1514b |
        class drr 1:5 root quantum 1514b |
        class drr 1:6 root quantum 1514b |
        $ tc -s class show dev ifb0
        class drr 1:1 root quantum 1514b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         deficit 0b |
        class drr 1:2 root quantum 500b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         deficit 0b |
        class drr 1:3 root quantum 2Kb |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         deficit 0b |
        class drr 1:4 root quantum 1514b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         deficit 0b |
        class drr 1:5 root quantum 1514b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         deficit 0b |
        class drr 1:6 root quantum 1514b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         deficit 0b |
        $ tc -j class show dev ifb0
        class drr 1:1 root quantum 1514b |
        class drr 1:2 root quantum 500b |
        class drr 1:3 root quantum 2Kb |
        class drr 1:4 root quantum 1514b |
        class drr 1:5 root quantum 1514b |
        class drr 1:6 root quantum 1514b |
        $ tc class change dev ifb0 classid 1:2 drr quantum 700
        $ tc class change dev ifb0 classid 1:3 drr
        $ tc class change dev ifb0 classid 1:3 drr quantum 0
        E: Error: Specified DRR quantum cannot be zero.|
        = 2
        $ tc class change dev ifb0 classid 1:9 drr
        E: RTNETLINK answers: No such file or directory|
        = 2
        $ tc class replace dev ifb0 parent 1: classid 1:9 drr quantum 9000
        $ tc class show dev ifb0
        class drr 1:1 root quantum 1514b |
        class drr 1:2 root quantum 700b |
        class drr 1:3 root quantum 2Kb |
        class drr 1:4 root quantum 1514b |
        class drr 1:5 root quantum 1514b |
        class drr 1:6 root quantum 1514b |
        class drr 1:9 root quantum 9000b |
        $ tc qdisc add dev ifb0 parent 1:2 handle 10: pfifo limit 5
        $ tc qdisc show dev ifb0
        qdisc drr 1: root refcnt 2 |
        qdisc pfifo 10: parent 1:2 limit 5p|
        $ tc qdisc show dev ifb0 invisible
        qdisc drr 1: root refcnt 2 |
        qdisc pfifo 0: parent 1:9 limit 32p|
        qdisc pfifo 0: parent 1:6 limit 32p|
        qdisc pfifo 0: parent 1:5 limit 32p|
        qdisc pfifo 0: parent 1:4 limit 32p|
        qdisc pfifo 0: parent 1:3 limit 32p|
        qdisc pfifo 0: parent 1:1 limit 32p|
        qdisc pfifo 10: parent 1:2 limit 5p|
        $ tc -s class show dev ifb0 classid 1:2
        class drr 1:2 root leaf 10: quantum 700b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         deficit 0b |
        $ tc qdisc del dev ifb0 parent 1:2
        $ tc qdisc show dev ifb0 invisible
        qdisc drr 1: root refcnt 2 |
        qdisc pfifo 0: parent 1:9 limit 32p|
        qdisc pfifo 0: parent 1:6 limit 32p|
        qdisc pfifo 0: parent 1:5 limit 32p|
        qdisc pfifo 0: parent 1:4 limit 32p|
        qdisc pfifo 0: parent 1:3 limit 32p|
        qdisc pfifo 0: parent 1:1 limit 32p|
        $ tc class show dev ifb0 classid 1:2
        class drr 1:2 root quantum 700b |
        $ tc filter add dev ifb0 parent 1: protocol all prio 1 u32 match u32 0 0 flowid 1:2
        $ tc filter add dev ifb0 parent 1:2 protocol all prio 1 u32 match u32 0 0 flowid 1:2
        E: Error: DRR classid must be zero.|
        E: We have an error talking to the kernel|
        = 2
        $ tc class del dev ifb0 classid 1:2
        E: RTNETLINK answers: Device or resource busy|
        = 2
        $ tc class del dev ifb0 classid 1:3
        $ tc class del dev ifb0 classid 1:99
        E: RTNETLINK answers: No such file or directory|
        = 2
        $ tc filter del dev ifb0 parent 1:
        $ tc class del dev ifb0 classid 1:2
        $ tc class show dev ifb0
        class drr 1:1 root quantum 1514b |
        class drr 1:4 root quantum 1514b |
        class drr 1:5 root quantum 1514b |
        class drr 1:6 root quantum 1514b |
        class drr 1:9 root quantum 9000b |
        $ tc qdisc change dev ifb0 root handle 1: drr
        $ tc qdisc add dev ifb0 parent 1:1 handle 20: drr bla
        E: What is "bla"?|
        E: Usage: ... drr|
        = 1
        $ tc qdisc add dev ifb0 parent 1:1 handle 20: drr help
        E: Usage: ... drr|
        = 1
        $ tc qdisc add dev ifb0 parent 1:1 handle 20: drr
        $ tc class add dev ifb0 parent 20: classid 20:1 drr
        $ tc qdisc show dev ifb0
        qdisc drr 1: root refcnt 2 |
        qdisc drr 20: parent 1:1 |
        """;
}
