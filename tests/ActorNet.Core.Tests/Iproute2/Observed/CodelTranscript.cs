namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: the options of codel, as text and as JSON, and what is refused.</summary>
internal static class CodelTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link set ifb0 up
        $ tc qdisc add dev ifb0 root handle 1: codel
        $ tc qdisc show dev ifb0 root
        qdisc codel 1: root refcnt 2 limit 1000p target 5ms interval 100ms |
        $ tc -s qdisc show dev ifb0 root
        qdisc codel 1: root refcnt 2 limit 1000p target 5ms interval 100ms |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
          count 0 lastcount 0 ldelay 0us drop_next 0us|
          maxpacket 0 ecn_mark 0 drop_overlimit 0|
        $ tc class show dev ifb0
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: codel limit 5 target 10ms interval 50ms ecn ce_threshold 1ms
        $ tc qdisc show dev ifb0 root
        qdisc codel 1: root refcnt 2 limit 5p target 10ms ce_threshold 999us interval 50ms ecn |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":5,"target":9999,"ce_threshold":999,"interval":49999,"ecn":true}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: codel ecn noecn
        $ tc qdisc show dev ifb0 root
        qdisc codel 1: root refcnt 2 limit 1000p target 5ms interval 100ms |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":1000,"target":4999,"interval":99999}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: codel limit 0x10
        $ tc qdisc show dev ifb0 root
        qdisc codel 1: root refcnt 2 limit 16p target 5ms interval 100ms |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":16,"target":4999,"interval":99999}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: codel limit 0
        $ tc qdisc show dev ifb0 root
        qdisc codel 1: root refcnt 2 limit 1000p target 5ms interval 100ms |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":1000,"target":4999,"interval":99999}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: codel target 1500us
        $ tc qdisc show dev ifb0 root
        qdisc codel 1: root refcnt 2 limit 1000p target 1.5ms interval 100ms |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":1000,"target":1499,"interval":99999}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: codel target 1us
        $ tc qdisc show dev ifb0 root
        qdisc codel 1: root refcnt 2 limit 1000p target 0us interval 100ms |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":1000,"target":0,"interval":99999}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: codel interval 0
        $ tc qdisc show dev ifb0 root
        qdisc codel 1: root refcnt 2 limit 1000p target 5ms interval 100ms |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":1000,"target":4999,"interval":99999}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: codel ce_threshold 0
        $ tc qdisc show dev ifb0 root
        qdisc codel 1: root refcnt 2 limit 1000p target 5ms ce_threshold 0us interval 100ms |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":1000,"target":4999,"ce_threshold":0,"interval":99999}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: codel ce_threshold -1
        $ tc qdisc show dev ifb0 root
        qdisc codel 1: root refcnt 2 limit 1000p target 5ms interval 100ms |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":1000,"target":4999,"interval":99999}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: codel target 5000s
        $ tc qdisc show dev ifb0 root
        qdisc codel 1: root refcnt 2 limit 1000p target 705s interval 100ms |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":1000,"target":705032704,"interval":99999}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: codel target 4294967295us
        $ tc qdisc show dev ifb0 root
        qdisc codel 1: root refcnt 2 limit 1000p target 4.29e+03s interval 100ms |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":1000,"target":4294967294,"interval":99999}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: codel limit x
        E: Illegal "limit"|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: codel limit
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc qdisc add dev ifb0 root handle 1: codel target
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc qdisc add dev ifb0 root handle 1: codel target 5x
        E: Illegal "target"|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: codel interval 1min
        E: Illegal "interval"|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: codel bogus
        E: What is "bogus"?|
        E: Usage: ... codel [ limit PACKETS ] [ target TIME ]|
        E: 		 [ interval TIME ] [ ecn | noecn ]|
        E: 		 [ ce_threshold TIME ]|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: codel limit -1
        E: Illegal "limit"|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: codel limit 99999999999
        E: Illegal "limit"|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: codel target 100ns
        E: Illegal "target"|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: codel interval 1ns
        E: Illegal "interval"|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: codel ce_threshold x
        E: Illegal "ce_threshold"|
        = 1
        """;
}
