namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: what netem refuses, keeps over a change, and its child.</summary>
internal static class NetemErrorTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link set ifb0 up
        $ tc qdisc replace dev ifb0 root netem bla
        E: What is "bla"?|
        E: Usage: ... netem [ limit PACKETS ]|
        E:                  [ delay TIME [ JITTER [CORRELATION]]]|
        E:                  [ distribution {uniform|normal|pareto|paretonormal} ]|
        E:                  [ corrupt PERCENT [CORRELATION]]|
        E:                  [ duplicate PERCENT [CORRELATION]]|
        E:                  [ loss random PERCENT [CORRELATION]]|
        E:                  [ loss state P13 [P31 [P32 [P23 P14]]]|
        E:                  [ loss gemodel PERCENT [R [1-H [1-K]]]|
        E:                  [ ecn ]|
        E:                  [ reorder PERCENT [CORRELATION] [ gap DISTANCE ]]|
        E:                  [ rate RATE [PACKETOVERHEAD] [CELLSIZE] [CELLOVERHEAD]]|
        E:                  [ slot MIN_DELAY [MAX_DELAY] [packets MAX_PACKETS] [bytes MAX_BYTES]]|
        E:                  [ slot distribution {uniform|normal|pareto|paretonormal|custom}|
        E:                    DELAY JITTER [packets MAX_PACKETS] [bytes MAX_BYTES]]|
        = 1
        $ tc qdisc replace dev ifb0 root netem delay
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc qdisc replace dev ifb0 root netem delay xx
        E: Illegal "latency"|
        = 1
        $ tc qdisc replace dev ifb0 root netem delay 10ms xx
        E: What is "xx"?|
        E: Usage: ... netem [ limit PACKETS ]|
        E:                  [ delay TIME [ JITTER [CORRELATION]]]|
        E:                  [ distribution {uniform|normal|pareto|paretonormal} ]|
        E:                  [ corrupt PERCENT [CORRELATION]]|
        E:                  [ duplicate PERCENT [CORRELATION]]|
        E:                  [ loss random PERCENT [CORRELATION]]|
        E:                  [ loss state P13 [P31 [P32 [P23 P14]]]|
        E:                  [ loss gemodel PERCENT [R [1-H [1-K]]]|
        E:                  [ ecn ]|
        E:                  [ reorder PERCENT [CORRELATION] [ gap DISTANCE ]]|
        E:                  [ rate RATE [PACKETOVERHEAD] [CELLSIZE] [CELLOVERHEAD]]|
        E:                  [ slot MIN_DELAY [MAX_DELAY] [packets MAX_PACKETS] [bytes MAX_BYTES]]|
        E:                  [ slot distribution {uniform|normal|pareto|paretonormal|custom}|
        E:                    DELAY JITTER [packets MAX_PACKETS] [bytes MAX_BYTES]]|
        = 1
        $ tc qdisc replace dev ifb0 root netem delay 10ms 2ms 120%
        E: Illegal "latency"|
        = 1
        $ tc qdisc replace dev ifb0 root netem delay -5ms
        E: Illegal 4294962296 time (too large)|
        E: Illegal "latency"|
        = 1
        $ tc qdisc replace dev ifb0 root netem limit xx
        E: Illegal "limit"|
        = 1
        $ tc qdisc replace dev ifb0 root netem loss xx
        E: Unknown loss parameter: xx|
        = 1
        $ tc qdisc replace dev ifb0 root netem loss 101%
        E: Illegal "loss percent"|
        = 1
        $ tc qdisc replace dev ifb0 root netem loss -1%
        E: Unknown loss parameter: -1%|
        = 1
        $ tc qdisc replace dev ifb0 root netem loss state
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc qdisc replace dev ifb0 root netem loss state xx
        E: Illegal "loss p13"|
        = 1
        $ tc qdisc replace dev ifb0 root netem loss gemodel
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc qdisc replace dev ifb0 root netem loss gemodel xx
        E: Illegal "loss gemodel p"|
        = 1
        $ tc qdisc replace dev ifb0 root netem loss bla
        E: Unknown loss parameter: bla|
        = 1
        $ tc qdisc replace dev ifb0 root netem duplicate xx
        E: Illegal "duplicate"|
        = 1
        $ tc qdisc replace dev ifb0 root netem corrupt xx
        E: Illegal "corrupt"|
        = 1
        $ tc qdisc replace dev ifb0 root netem delay 1ms reorder xx
        E: Illegal "reorder"|
        = 1
        $ tc qdisc replace dev ifb0 root netem gap xx
        E: Illegal "gap"|
        = 1
        $ tc qdisc replace dev ifb0 root netem rate xx
        E: Illegal "rate"|
        = 1
        $ tc qdisc replace dev ifb0 root netem rate 0
        $ tc qdisc replace dev ifb0 root netem slot xx
        E: Unknown slot parameter: xx|
        = 1
        $ tc qdisc replace dev ifb0 root netem slot 10ms 5ms
        E: Illegal "slot max_delay"|
        = 1
        $ tc qdisc replace dev ifb0 root netem slot 10ms packets xx
        E: Illegal "slot packets"|
        = 1
        $ tc qdisc replace dev ifb0 root netem slot 10ms bytes xx
        E: Illegal "slot bytes"|
        = 1
        $ tc qdisc replace dev ifb0 root netem slot distribution
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc qdisc replace dev ifb0 root netem slot distribution normal
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000|
        $ tc qdisc replace dev ifb0 root netem delay 10ms
        $ tc qdisc change dev ifb0 root netem loss 5%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 loss 5%|
        $ tc qdisc change dev ifb0 root netem delay 5ms duplicate 1%
        $ tc qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 5ms duplicate 1%|
        $ tc -s qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 5ms duplicate 1%|
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        $ tc -s -j qdisc show dev ifb0
        [{"kind":"netem","handle":"8001:","root":true,"refcnt":2,"options":{"limit":1000,"delay":{"delay":0.005,"jitter":0,"correlation":0},"duplicate":{"duplicate":0.01,"correlation":0},"ecn":false,"gap":0},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0}]|
        $ tc -d qdisc show dev ifb0
        qdisc netem 8001: root refcnt 2 limit 1000 delay 5ms duplicate 1%|
        $ tc class show dev ifb0
        $ tc -s class show dev ifb0
        $ tc qdisc del dev ifb0 root
        $ tc qdisc replace dev ifb0 root handle 1: netem delay 10ms
        $ tc class show dev ifb0
        $ tc -s class show dev ifb0
        $ tc qdisc add dev ifb0 parent 1:1 handle 10: pfifo limit 5
        $ tc class show dev ifb0
        class netem 1:1 parent 1: leaf 10: |
        $ tc -s class show dev ifb0
        class netem 1:1 parent 1: leaf 10: |
        |
        $ tc qdisc show dev ifb0
        qdisc netem 1: root refcnt 2 limit 1000 delay 10ms|
        qdisc pfifo 10: parent 1:1 limit 5p|
        $ tc qdisc add dev ifb0 parent 1:2 handle 11: pfifo limit 6
        E: Error: NLM_F_REPLACE needed to override.|
        = 2
        $ tc qdisc replace dev ifb0 parent 1:2 handle 11: pfifo limit 6
        $ tc qdisc show dev ifb0
        qdisc netem 1: root refcnt 2 limit 1000 delay 10ms|
        qdisc pfifo 11: parent 1:2 limit 6p|
        $ tc class show dev ifb0
        class netem 1:1 parent 1: leaf 11: |
        $ tc qdisc del dev ifb0 parent 1:1
        $ tc qdisc show dev ifb0
        qdisc netem 1: root refcnt 2 limit 1000 delay 10ms|
        $ tc qdisc show dev ifb0 invisible
        qdisc netem 1: root refcnt 2 limit 1000 delay 10ms|
        $ tc class show dev ifb0
        $ tc class add dev ifb0 parent 1: classid 1:1 htb rate 1mbit
        E: RTNETLINK answers: File exists|
        = 2
        $ tc class del dev ifb0 classid 1:1
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ tc filter add dev ifb0 parent 1: matchall action drop
        E: Error: Class doesn't support blocks.|
        E: We have an error talking to the kernel|
        = 2
        $ tc qdisc add dev ifb0 parent 1:1 handle 10: netem duplicate 1%
        E: Error: netem: cannot mix duplicating netems with other netems in tree.|
        = 2
        $ tc qdisc add dev ifb0 parent 1:1 handle 10: netem delay 1ms
        $ tc qdisc add dev ifb0 parent 10:1 handle 12: netem loss 1%
        $ tc qdisc change dev ifb0 parent 10:1 handle 12: netem duplicate 1%
        E: Error: netem: cannot mix duplicating netems with other netems in tree.|
        = 2
        $ tc qdisc show dev ifb0
        qdisc netem 1: root refcnt 2 limit 1000 delay 10ms|
        qdisc netem 10: parent 1:1 limit 1000 delay 1ms|
        qdisc netem 12: parent 10:1 limit 1000|
        $ tc class show dev ifb0
        class netem 1:1 parent 1: leaf 10: |
        class netem 10:1 parent 10: leaf 12: |
        """;
}
