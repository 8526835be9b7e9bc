namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.18: disciplines and filters in the classes of htb, depth of the tree.</summary>
internal static class HtbTreeTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link set ifb0 up
        $ tc qdisc add dev ifb0 root handle 1: htb default 10 r2q 5 direct_qlen 7
        $ tc class add dev ifb0 parent 1: classid 1:1 htb rate 100mbit
        E: Warning: sch_htb: quantum of class 10001 is big. Consider r2q change.|
        $ tc class add dev ifb0 parent 1:1 classid 1:10 htb rate 1mbit
        $ tc class add dev ifb0 root classid 1:15 htb rate 1mbit
        $ tc qdisc add dev ifb0 parent 1:10 handle 10: pfifo limit 5
        $ tc qdisc add dev ifb0 parent 1:1 handle 11: pfifo limit 5
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ tc qdisc add dev ifb0 parent 1:99 handle 11: pfifo limit 5
        E: Error: Specified class not found.|
        = 2
        $ tc qdisc add dev ifb0 parent 1: handle 11: pfifo limit 5
        E: Error: Specified class not found.|
        = 2
        $ tc qdisc add dev ifb0 parent 1:15 handle 15: htb default 2
        $ tc class add dev ifb0 parent 15: classid 15:1 htb rate 1mbit
        $ tc class add dev ifb0 parent 15: classid 15:2 htb rate 1mbit
        $ tc qdisc add dev ifb0 parent 15:2 handle 16: tbf rate 1mbit burst 10k limit 10k
        $ tc qdisc show dev ifb0
        qdisc htb 1: root refcnt 2 r2q 5 default 0x10 direct_packets_stat 0 direct_qlen 7|
        qdisc htb 15: parent 1:15 r2q 10 default 0x2 direct_packets_stat 0 direct_qlen 32|
        qdisc pfifo 10: parent 1:10 limit 5p|
        qdisc tbf 16: parent 15:2 rate 1Mbit burst 10Kb lat 0us |
        $ tc qdisc show dev ifb0 invisible
        qdisc htb 1: root refcnt 2 r2q 5 default 0x10 direct_packets_stat 0 direct_qlen 7|
        qdisc bfifo 0: parent 16:1 limit 10Kb|
        qdisc pfifo 0: parent 15:1 limit 32p|
        qdisc htb 15: parent 1:15 r2q 10 default 0x2 direct_packets_stat 0 direct_qlen 32|
        qdisc pfifo 10: parent 1:10 limit 5p|
        qdisc tbf 16: parent 15:2 rate 1Mbit burst 10Kb lat 0us |
        $ tc class show dev ifb0
        class htb 1:15 root leaf 15: prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:10 parent 1:1 leaf 10: prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:1 root rate 100Mbit ceil 100Mbit burst 1600b cburst 1600b |
        class htb 15:1 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 15:2 root leaf 16: prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class tbf 16:1 parent 16: |
        $ tc -s -j qdisc show dev ifb0
        [{"kind":"htb","handle":"1:","root":true,"refcnt":2,"options":{"r2q":5,"default":"0x10","direct_packets_stat":0,"direct_qlen":7},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},{"kind":"htb","handle":"15:","parent":"1:15","options":{"r2q":10,"default":"0x2","direct_packets_stat":0,"direct_qlen":32},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},{"kind":"pfifo","handle":"10:","parent":"1:10","options":{"limit":5},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},{"kind":"tbf","handle":"16:","parent":"15:2","options":{"rate":125000,"burst":10240,"lat":0},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0}]|
        $ tc qdisc del dev ifb0 parent 1:15
        $ tc qdisc show dev ifb0
        qdisc htb 1: root refcnt 2 r2q 5 default 0x10 direct_packets_stat 0 direct_qlen 7|
        qdisc pfifo 10: parent 1:10 limit 5p|
        $ tc qdisc show dev ifb0 invisible
        qdisc htb 1: root refcnt 2 r2q 5 default 0x10 direct_packets_stat 0 direct_qlen 7|
        qdisc pfifo 10: parent 1:10 limit 5p|
        $ tc class show dev ifb0
        class htb 1:15 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:10 parent 1:1 leaf 10: prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:1 root rate 100Mbit ceil 100Mbit burst 1600b cburst 1600b |
        $ tc filter add dev ifb0 parent 1: protocol all prio 1 u32 match u32 0 0 flowid 1:10
        $ tc filter add dev ifb0 parent 1:1 protocol all prio 2 u32 match u32 0 0 flowid 1:15
        $ tc filter add dev ifb0 parent 1:10 protocol all prio 3 u32 match u32 0 0 flowid 1:15
        $ tc filter add dev ifb0 parent 1:99 protocol all prio 1 u32 match u32 0 0 flowid 1:15
        E: Error: Specified class doesn't exist.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev ifb0 protocol all prio 4 u32 match u32 0 0 flowid 1:99
        $ tc filter show dev ifb0
        filter parent 1: protocol all pref 1 u32 chain 0 |
        filter parent 1: protocol all pref 1 u32 chain 0 fh 800: ht divisor 1 |
        filter parent 1: protocol all pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 *flowid 1:10 not_in_hw |
          match 00000000/00000000 at 0|
        filter parent 1: protocol all pref 4 u32 chain 0 |
        filter parent 1: protocol all pref 4 u32 chain 0 fh 803: ht divisor 1 |
        filter parent 1: protocol all pref 4 u32 chain 0 fh 803::800 order 2048 key ht 803 bkt 0 *flowid 1:99 not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter show dev ifb0 parent 1:
        filter protocol all pref 1 u32 chain 0 |
        filter protocol all pref 1 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol all pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 *flowid 1:10 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol all pref 4 u32 chain 0 |
        filter protocol all pref 4 u32 chain 0 fh 803: ht divisor 1 |
        filter protocol all pref 4 u32 chain 0 fh 803::800 order 2048 key ht 803 bkt 0 *flowid 1:99 not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter show dev ifb0 parent 1:1
        filter protocol all pref 2 u32 chain 0 |
        filter protocol all pref 2 u32 chain 0 fh 801: ht divisor 1 |
        filter protocol all pref 2 u32 chain 0 fh 801::800 order 2048 key ht 801 bkt 0 *flowid 1:15 not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter show dev ifb0 parent 1:10
        filter protocol all pref 3 u32 chain 0 |
        filter protocol all pref 3 u32 chain 0 fh 802: ht divisor 1 |
        filter protocol all pref 3 u32 chain 0 fh 802::800 order 2048 key ht 802 bkt 0 *flowid 1:15 not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter show dev ifb0 parent 1:99
        $ tc -j filter show dev ifb0 parent 1:1
        [{"protocol":"all","pref":2,"kind":"u32","chain":0},{"protocol":"all","pref":2,"kind":"u32","chain":0,"options":{"fh":"801:","ht_divisor":1}},{"protocol":"all","pref":2,"kind":"u32","chain":0,"options":{"fh":"801::800","order":2048,"key_ht":"801","bkt":"0","flowid":"1:15","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0}}}]|
        $ tc class del dev ifb0 classid 1:10
        E: Error: HTB class in use.|
        = 2
        $ tc class del dev ifb0 classid 1:15
        E: Error: HTB class in use.|
        = 2
        $ tc filter del dev ifb0 parent 1: prio 1
        $ tc class del dev ifb0 classid 1:10
        $ tc class del dev ifb0 classid 1:15
        $ tc class show dev ifb0
        class htb 1:1 root prio 0 rate 100Mbit ceil 100Mbit burst 1600b cburst 1600b |
        $ tc class del dev ifb0 classid 1:1
        $ tc filter del dev ifb0 parent 1:1
        E: Error: Specified class doesn't exist.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter show dev ifb0 parent 1:1
        $ tc qdisc replace dev ifb0 root handle 2: htb default 0x7
        $ tc qdisc show dev ifb0
        qdisc htb 2: root refcnt 2 r2q 10 default 0x7 direct_packets_stat 0 direct_qlen 32|
        $ tc qdisc replace dev ifb0 root handle 3: htb r2q 0
        $ tc -d qdisc show dev ifb0
        qdisc htb 3: root refcnt 2 r2q 1 default 0 direct_packets_stat 0 ver 3.17 direct_qlen 32|
        $ tc qdisc replace dev ifb0 root handle 4: htb default zz
        E: Illegal "default"|
        E: Usage: ... qdisc add ... htb [default N] [r2q N]|
        E:                       [direct_qlen P] [offload]|
        E:  default  minor id of class to which unclassified packets are sent {0}|
        E:  r2q      DRR quantums are computed as rate in Bps/r2q {10}|
        E:  debug    string of 16 numbers each 0-3 {0}|
        E: |
        E:  direct_qlen  Limit of the direct queue {in packets}|
        E:  offload  enable hardware offload|
        E: ... class add ... htb rate R1 [burst B1] [mpu B] [overhead O]|
        E:                       [prio P] [slot S] [pslot PS]|
        E:                       [ceil R2] [cburst B2] [mtu MTU] [quantum Q]|
        E:  rate     rate allocated to this class (class can still borrow)|
        E:  burst    max bytes burst which can be accumulated during idle period {computed}|
        E:  mpu      minimum packet size used in rate computations|
        E:  overhead per-packet size overhead used in rate computations|
        E:  linklay  adapting to a linklayer e.g. atm|
        E:  ceil     definite upper class rate (no borrows) {rate}|
        E:  cburst   burst but for ceil {computed}|
        E:  mtu      max packet size we create rate map for {1600}|
        E:  prio     priority of leaf; lower are served first {0}|
        E:  quantum  how much bytes to serve from leaf at once {use r2q}|
        E: |
        E: TC HTB version 3.3|
        = 1
        $ tc qdisc replace dev ifb0 root handle 4: htb default
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc qdisc replace dev ifb0 root handle 4: htb offload
        E: Error: hw-tc-offload ethtool feature flag must be on.|
        = 2
        $ tc qdisc replace dev ifb0 root handle 4: htb default 30000
        $ tc class add dev ifb0 parent 4: classid 4:1 htb rate 1mbit
        $ tc class add dev ifb0 parent 4:1 classid 4:2 htb rate 1mbit
        $ tc class add dev ifb0 parent 4:2 classid 4:3 htb rate 1mbit
        $ tc class add dev ifb0 parent 4:3 classid 4:4 htb rate 1mbit
        $ tc class add dev ifb0 parent 4:4 classid 4:5 htb rate 1mbit
        $ tc class add dev ifb0 parent 4:5 classid 4:6 htb rate 1mbit
        $ tc class add dev ifb0 parent 4:6 classid 4:7 htb rate 1mbit
        $ tc class add dev ifb0 parent 4:7 classid 4:8 htb rate 1mbit
        $ tc class add dev ifb0 parent 4:8 classid 4:9 htb rate 1mbit
        E: Error: sch_htb: tree is too deep.|
        = 2
        $ tc class add dev ifb0 parent 4:9 classid 4:a htb rate 1mbit
        $ tc -d class show dev ifb0
        class htb 4:1 root rate 1Mbit ceil 1Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 7 |
        class htb 4:2 parent 4:1 rate 1Mbit ceil 1Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 6 |
        class htb 4:3 parent 4:2 rate 1Mbit ceil 1Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 5 |
        class htb 4:4 parent 4:3 rate 1Mbit ceil 1Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 4 |
        class htb 4:5 parent 4:4 rate 1Mbit ceil 1Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 3 |
        class htb 4:6 parent 4:5 rate 1Mbit ceil 1Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 2 |
        class htb 4:7 parent 4:6 rate 1Mbit ceil 1Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 1 |
        class htb 4:8 parent 4:7 prio 0 quantum 12500 rate 1Mbit ceil 1Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 0 |
        class htb 4:a root prio 0 quantum 12500 rate 1Mbit ceil 1Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 0 |
        $ tc class add dev lo parent 1: classid 1:1 htb rate 1mbit
        E: RTNETLINK answers: No such file or directory|
        = 2
        $ tc qdisc add dev lo root handle 1: pfifo limit 10
        $ tc class add dev lo parent 1: classid 1:1 htb rate 1mbit
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ tc class del dev lo classid 1:1
        E: RTNETLINK answers: Invalid argument|
        = 2
        """;
}
