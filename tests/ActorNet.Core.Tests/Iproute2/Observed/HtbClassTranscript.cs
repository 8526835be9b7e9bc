namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.18: the classes of htb, their words, complaints and print.</summary>
internal static class HtbClassTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link set ifb0 up
        $ tc qdisc add dev ifb0 root handle 1: htb
        $ tc qdisc show dev ifb0
        qdisc htb 1: root refcnt 2 r2q 10 default 0 direct_packets_stat 0 direct_qlen 32|
        $ tc -d qdisc show dev ifb0
        qdisc htb 1: root refcnt 2 r2q 10 default 0 direct_packets_stat 0 ver 3.17 direct_qlen 32|
        $ tc -j qdisc show dev ifb0
        [{"kind":"htb","handle":"1:","root":true,"refcnt":2,"options":{"r2q":10,"default":"0","direct_packets_stat":0,"direct_qlen":32}}]|
        $ tc -j -d qdisc show dev ifb0
        [{"kind":"htb","handle":"1:","root":true,"refcnt":2,"options":{"r2q":10,"default":"0","direct_packets_stat":0,"ver":"3.17","direct_qlen":32}}]|
        $ tc -s qdisc show dev ifb0
        qdisc htb 1: root refcnt 2 r2q 10 default 0 direct_packets_stat 0 direct_qlen 32|
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        $ tc qdisc change dev ifb0 root handle 1: htb default 10
        E: Error: Change operation not supported by specified qdisc.|
        = 2
        $ tc qdisc change dev ifb0 root htb
        E: Error: Change operation not supported by specified qdisc.|
        = 2
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: htb default 10 r2q 5 direct_qlen 7
        $ tc qdisc show dev ifb0
        qdisc htb 1: root refcnt 2 r2q 5 default 0x10 direct_packets_stat 0 direct_qlen 7|
        $ tc class show dev ifb0
        $ tc class add dev ifb0 parent 1: classid 1:1 htb rate 100mbit
        E: Warning: sch_htb: quantum of class 10001 is big. Consider r2q change.|
        $ tc class show dev ifb0
        class htb 1:1 root prio 0 rate 100Mbit ceil 100Mbit burst 1600b cburst 1600b |
        $ tc -d class show dev ifb0
        class htb 1:1 root prio 0 quantum 200000 rate 100Mbit ceil 100Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 0 |
        $ tc -j class show dev ifb0
        class htb 1:1 root prio 0 rate 100Mbit ceil 100Mbit burst 1600b cburst 1600b |
        $ tc -s -d class show dev ifb0
        class htb 1:1 root prio 0 quantum 200000 rate 100Mbit ceil 100Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 0 |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         lended: 0 borrowed: 0 giants: 0|
         tokens: 2000 ctokens: 2000|
        |
        $ tc class add dev ifb0 parent 1: classid 1:1 htb rate 100mbit
        E: RTNETLINK answers: File exists|
        = 2
        $ tc class add dev ifb0 parent 1:1 classid 1:10 htb rate 8kbit ceil 10mbit burst 15k cburst 1600 prio 3
        E: Warning: sch_htb: quantum of class 10010 is small. Consider r2q change.|
        $ tc class add dev ifb0 parent 1:1 classid 1:20 htb rate 40gbit ceil 50gbit quantum 1500 prio 9
        $ tc class add dev ifb0 parent 1:10 classid 1:11 htb rate 1mbit mtu 9000 overhead 20 mpu 64 linklayer atm
        $ tc class add dev ifb0 parent 1:10 classid 1:12 htb rate 1bit
        E: "rate" is required.|
        = 1
        $ tc class add dev ifb0 parent 1:10 classid 1:12 htb ceil 1mbit
        E: "rate" is required.|
        = 1
        $ tc class add dev ifb0 parent 1:10 classid 2:12 htb rate 1mbit
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ tc class add dev ifb0 parent 2:10 classid 2:12 htb rate 1mbit
        E: RTNETLINK answers: No such file or directory|
        = 2
        $ tc class add dev ifb0 parent 1:99 classid 1:12 htb rate 1mbit
        $ tc class add dev ifb0 parent 1:10 htb rate 1mbit
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ tc class add dev ifb0 classid 1:14 htb rate 1mbit
        $ tc class add dev ifb0 parent root classid 1:15 htb rate 1mbit
        $ tc class add dev ifb0 root classid 1:16 htb rate 1mbit burst 0 cburst 0
        $ tc class add dev ifb0 root classid 1:17 htb rate 1mbit ceil 10kbit burst 10b cburst 20b
        $ tc class add dev ifb0 root classid 1:18 htb rate 1mbit rate 2mbit
        E: Double "rate" spec|
        = 1
        $ tc class add dev ifb0 root classid 1:18 htb rate 1mbit ceil 2mbit ceil 3mbit
        E: Double "ceil" spec|
        = 1
        $ tc class add dev ifb0 root classid 1:18 htb rate 1mbit burst 10k burst 20k
        $ tc class add dev ifb0 root classid 1:19 htb rate 8bit burst 10k/8 cburst 20k/16
        E: Warning: sch_htb: quantum of class 10019 is small. Consider r2q change.|
        $ tc class add dev ifb0 root classid 1:1a htb rate 3333333 ceil 7777777 burst 2222 cburst 3333
        $ tc class add dev ifb0 root classid 1:1b htb rate
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc class add dev ifb0 root classid zz htb rate 1mbit
        E: Error: argument "zz" is wrong: invalid class ID|
        = 255
        $ tc class add dev ifb0 parent zz classid 1:1 htb rate 1mbit
        E: Error: argument "zz" is wrong: invalid parent ID|
        = 255
        $ tc class add dev ifb0 root parent 1: classid 1:1 htb rate 1mbit
        E: Error: duplicate "parent": "1:" is the second value.|
        = 255
        $ tc class add dev ifb0 parent 1: root classid 1:1 htb rate 1mbit
        E: Error: "root" is duplicate parent ID.|
        = 255
        $ tc class add dev ifb0 parent 1: classid 1:1 classid 1:2 htb rate 1mbit
        E: Error: duplicate "classid": "1:2" is the second value.|
        = 255
        $ tc class add dev ifb0 parent 1: handle 1:1 htb rate 1mbit
        E: Error: try "classid" instead of "handle"|
        = 255
        $ tc class add dev ifb0 dev ifb0 parent 1: classid 1:1 htb rate 1mbit
        E: Error: duplicate "dev": "ifb0" is the second value.|
        = 255
        $ tc class add dev ifb0 parent 1: classid 1:77
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ tc class add dev ifb0 parent 1: classid 1:77 frob x
        E: Error: Qdisc "frob" is classless.|
        = 1
        $ tc class add dev nope parent 1: classid 1:77 htb rate 1mbit
        E: Cannot find device "nope"|
        = 1
        $ tc class add parent 1: classid 1:77 htb rate 1mbit
        E: RTNETLINK answers: No such device|
        = 2
        $ tc class add dev
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc class show dev ifb0
        class htb 1:11 parent 1:10 prio 0 rate 1Mbit overhead 20 ceil 1Mbit linklayer atm burst 9000b cburst 9000b |
        class htb 1:10 parent 1:1 rate 8Kbit ceil 10Mbit burst 15Kb cburst 1600b |
        class htb 1:1 root rate 100Mbit ceil 100Mbit burst 1600b cburst 1600b |
        class htb 1:20 parent 1:1 prio 7 rate 40Gbit ceil 50Gbit burst 0b cburst 0b |
        class htb 1:12 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:15 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:14 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:17 root prio 0 rate 1Mbit ceil 10Kbit burst 10b cburst 20b |
        class htb 1:16 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:19 root prio 0 rate 8bit ceil 8bit burst 0b cburst 1b |
        class htb 1:18 root prio 0 rate 1Mbit ceil 1Mbit burst 20Kb cburst 1600b |
        class htb 1:1a root prio 0 rate 3333Kbit ceil 7777Kbit burst 2221b cburst 3331b |
        $ tc -d class show dev ifb0
        class htb 1:11 parent 1:10 prio 0 quantum 25000 rate 1Mbit overhead 20 ceil 1Mbit linklayer atm burst 9000b/1 mpu 64b cburst 9000b/1 mpu 64b level 0 |
        class htb 1:10 parent 1:1 rate 8Kbit ceil 10Mbit linklayer ethernet burst 15Kb/1 mpu 0b cburst 1600b/1 mpu 0b level 6 |
        class htb 1:1 root rate 100Mbit ceil 100Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 7 |
        class htb 1:20 parent 1:1 prio 7 quantum 1500 rate 40Gbit ceil 50Gbit linklayer ethernet burst 0b/1 mpu 0b cburst 0b/1 mpu 0b level 0 |
        class htb 1:12 root prio 0 quantum 25000 rate 1Mbit ceil 1Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 0 |
        class htb 1:15 root prio 0 quantum 25000 rate 1Mbit ceil 1Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 0 |
        class htb 1:14 root prio 0 quantum 25000 rate 1Mbit ceil 1Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 0 |
        class htb 1:17 root prio 0 quantum 25000 rate 1Mbit ceil 10Kbit linklayer ethernet burst 10b/1 mpu 0b cburst 20b/1 mpu 0b level 0 |
        class htb 1:16 root prio 0 quantum 25000 rate 1Mbit ceil 1Mbit linklayer ethernet burst 1600b/1 mpu 0b cburst 1600b/1 mpu 0b level 0 |
        class htb 1:19 root prio 0 quantum 1000 rate 8bit ceil 8bit linklayer ethernet burst 0b/1 mpu 0b cburst 1b/1 mpu 0b level 0 |
        class htb 1:18 root prio 0 quantum 25000 rate 1Mbit ceil 1Mbit linklayer ethernet burst 20Kb/1 mpu 0b cburst 1600b/1 mpu 0b level 0 |
        class htb 1:1a root prio 0 quantum 83333 rate 3333Kbit ceil 7777Kbit linklayer ethernet burst 2221b/1 mpu 0b cburst 3331b/1 mpu 0b level 0 |
        $ tc -s class show dev ifb0
        class htb 1:11 parent 1:10 prio 0 rate 1Mbit overhead 20 ceil 1Mbit linklayer atm burst 9000b cburst 9000b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         lended: 0 borrowed: 0 giants: 0|
         tokens: 1125000 ctokens: 1125000|
        |
        class htb 1:10 parent 1:1 rate 8Kbit ceil 10Mbit burst 15Kb cburst 1600b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         lended: 0 borrowed: 0 giants: 0|
         tokens: 240000000 ctokens: 20000|
        |
        class htb 1:1 root rate 100Mbit ceil 100Mbit burst 1600b cburst 1600b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         lended: 0 borrowed: 0 giants: 0|
         tokens: 2000 ctokens: 2000|
        |
        class htb 1:20 parent 1:1 prio 7 rate 40Gbit ceil 50Gbit burst 0b cburst 0b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         lended: 0 borrowed: 0 giants: 0|
         tokens: 0 ctokens: 0|
        |
        class htb 1:12 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         lended: 0 borrowed: 0 giants: 0|
         tokens: 200000 ctokens: 200000|
        |
        class htb 1:15 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         lended: 0 borrowed: 0 giants: 0|
         tokens: 200000 ctokens: 200000|
        |
        class htb 1:14 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         lended: 0 borrowed: 0 giants: 0|
         tokens: 200000 ctokens: 200000|
        |
        class htb 1:17 root prio 0 rate 1Mbit ceil 10Kbit burst 10b cburst 20b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         lended: 0 borrowed: 0 giants: 0|
         tokens: 1250 ctokens: 250000|
        |
        class htb 1:16 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         lended: 0 borrowed: 0 giants: 0|
         tokens: 200000 ctokens: 200000|
        |
        class htb 1:19 root prio 0 rate 8bit ceil 8bit burst 0b cburst 1b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         lended: 0 borrowed: 0 giants: 0|
         tokens: 12468224 ctokens: 24936448|
        |
        class htb 1:18 root prio 0 rate 1Mbit ceil 1Mbit burst 20Kb cburst 1600b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         lended: 0 borrowed: 0 giants: 0|
         tokens: 2560000 ctokens: 200000|
        |
        class htb 1:1a root prio 0 rate 3333Kbit ceil 7777Kbit burst 2221b cburst 3331b |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
         lended: 0 borrowed: 0 giants: 0|
         tokens: 83312 ctokens: 53562|
        |
        $ tc class show dev ifb0 parent 1:10
        class htb 1:11 parent 1:10 prio 0 rate 1Mbit overhead 20 ceil 1Mbit linklayer atm burst 9000b cburst 9000b |
        class htb 1:10 parent 1:1 rate 8Kbit ceil 10Mbit burst 15Kb cburst 1600b |
        class htb 1:1 root rate 100Mbit ceil 100Mbit burst 1600b cburst 1600b |
        class htb 1:20 parent 1:1 prio 7 rate 40Gbit ceil 50Gbit burst 0b cburst 0b |
        class htb 1:12 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:15 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:14 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:17 root prio 0 rate 1Mbit ceil 10Kbit burst 10b cburst 20b |
        class htb 1:16 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:19 root prio 0 rate 8bit ceil 8bit burst 0b cburst 1b |
        class htb 1:18 root prio 0 rate 1Mbit ceil 1Mbit burst 20Kb cburst 1600b |
        class htb 1:1a root prio 0 rate 3333Kbit ceil 7777Kbit burst 2221b cburst 3331b |
        $ tc class show dev ifb0 parent 2:10
        $ tc class show dev ifb0 root
        $ tc class show dev ifb0 classid 1:11
        class htb 1:11 parent 1:10 prio 0 rate 1Mbit overhead 20 ceil 1Mbit linklayer atm burst 9000b cburst 9000b |
        $ tc class show dev ifb0 qdisc 1:
        class htb :11 parent :10 prio 0 rate 1Mbit overhead 20 ceil 1Mbit linklayer atm burst 9000b cburst 9000b |
        class htb :10 parent :1 rate 8Kbit ceil 10Mbit burst 15Kb cburst 1600b |
        class htb :1 root rate 100Mbit ceil 100Mbit burst 1600b cburst 1600b |
        class htb :20 parent :1 prio 7 rate 40Gbit ceil 50Gbit burst 0b cburst 0b |
        class htb :12 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb :15 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb :14 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb :17 root prio 0 rate 1Mbit ceil 10Kbit burst 10b cburst 20b |
        class htb :16 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb :19 root prio 0 rate 8bit ceil 8bit burst 0b cburst 1b |
        class htb :18 root prio 0 rate 1Mbit ceil 1Mbit burst 20Kb cburst 1600b |
        class htb :1a root prio 0 rate 3333Kbit ceil 7777Kbit burst 2221b cburst 3331b |
        $ tc class show dev ifb0 qdisc 2:
        $ tc class show dev ifb0 qdisc zz
        E: Error: argument "zz" is wrong: invalid qdisc ID|
        = 255
        $ tc class change dev ifb0 classid 1:11 htb rate 2mbit
        $ tc class change dev ifb0 parent 1:1 classid 1:11 htb rate 2mbit prio 5
        $ tc class change dev ifb0 classid 1:88 htb rate 2mbit
        E: RTNETLINK answers: No such file or directory|
        = 2
        $ tc class replace dev ifb0 parent 1:1 classid 1:88 htb rate 2mbit
        $ tc class replace dev ifb0 parent 1:10 classid 1:88 htb rate 3mbit
        $ tc class show dev ifb0 classid 1:88
        class htb 1:88 parent 1:1 prio 0 rate 3Mbit ceil 3Mbit burst 1599b cburst 1599b |
        $ tc class show dev ifb0 classid 1:11
        class htb 1:11 parent 1:10 prio 5 rate 2Mbit ceil 2Mbit burst 1600b cburst 1600b |
        $ tc class del dev ifb0 classid 1:10
        E: Error: HTB class in use.|
        = 2
        $ tc class del dev ifb0 classid 1:11
        $ tc class del dev ifb0 classid 1:11
        E: RTNETLINK answers: No such file or directory|
        = 2
        $ tc class del dev ifb0 classid 1:88 htb
        E: "rate" is required.|
        = 1
        $ tc class del dev ifb0 parent 1:1 classid 1:20
        $ tc class del dev ifb0
        E: RTNETLINK answers: No such file or directory|
        = 2
        $ tc class del dev ifb0 parent 1:10
        E: RTNETLINK answers: No such file or directory|
        = 2
        $ tc class del dev ifb0 classid 5:1
        E: RTNETLINK answers: No such file or directory|
        = 2
        $ tc class show dev ifb0
        class htb 1:10 parent 1:1 prio 3 rate 8Kbit ceil 10Mbit burst 15Kb cburst 1600b |
        class htb 1:12 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:15 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:14 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:17 root prio 0 rate 1Mbit ceil 10Kbit burst 10b cburst 20b |
        class htb 1:16 root prio 0 rate 1Mbit ceil 1Mbit burst 1600b cburst 1600b |
        class htb 1:19 root prio 0 rate 8bit ceil 8bit burst 0b cburst 1b |
        class htb 1:18 root prio 0 rate 1Mbit ceil 1Mbit burst 20Kb cburst 1600b |
        class htb 1:1a root prio 0 rate 3333Kbit ceil 7777Kbit burst 2221b cburst 3331b |
        class htb 1:88 parent 1:1 prio 0 rate 3Mbit ceil 3Mbit burst 1599b cburst 1599b |
        class htb 1:1 root rate 100Mbit ceil 100Mbit burst 1600b cburst 1600b |
        """;
}
