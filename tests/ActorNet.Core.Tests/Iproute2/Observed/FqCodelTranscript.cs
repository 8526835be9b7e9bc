namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: the options of fq_codel, as text and as JSON, and what is refused.</summary>
internal static class FqCodelTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link set ifb0 up
        $ tc qdisc add dev ifb0 root handle 1: fq_codel
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -s qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
          maxpacket 0 drop_overlimit 0 new_flow_count 0 ecn_mark 0|
          new_flows_len 0 old_flows_len 0|
        $ tc -d -s qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
          maxpacket 0 drop_overlimit 0 new_flow_count 0 ecn_mark 0|
          new_flows_len 0 old_flows_len 0|
        $ tc -s -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0,"maxpacket":0,"drop_overlimit":0,"new_flow_count":0,"ecn_mark":0,"new_flows_len":0,"old_flows_len":0}]|
        $ tc class show dev ifb0
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel flows 1
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1 quantum 1514 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1,"quantum":1514,"target":4999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel flows 0
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel flows 65536
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 65536 quantum 1514 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":65536,"quantum":1514,"target":4999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel quantum 0
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel quantum 100
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 256 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":256,"target":4999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel quantum 300
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 300 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":300,"target":4999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel quantum 1048576
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1048576 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1048576,"target":4999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel memory_limit 0
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 0b ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"interval":99999,"memory_limit":0,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel memory_limit 1kb
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 1Kb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"interval":99999,"memory_limit":1024,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel memory_limit 3gb
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 2048Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"interval":99999,"memory_limit":2147483648,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel memory_limit 4294967295
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel drop_batch 0
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel drop_batch 7
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 7 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":7}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel limit 0
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel ce_threshold 1ms
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms ce_threshold 999us interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"ce_threshold":999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel ce_threshold_selector 0x01/0x3
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel ce_threshold 1ms ce_threshold_selector 0x01/0x3
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms ce_threshold 999us ce_threshold_selector 0x1/0x3 interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"ce_threshold":999,"ce_threshold_selector":1,"ce_threshold_mask":3,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel ce_threshold 1ms ce_threshold_selector 0/3
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms ce_threshold 999us ce_threshold_selector 0/0x3 interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"ce_threshold":999,"ce_threshold_selector":0,"ce_threshold_mask":3,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel ce_threshold 1ms ce_threshold_selector 3/0
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms ce_threshold 999us ce_threshold_selector 0x3/0 interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"ce_threshold":999,"ce_threshold_selector":3,"ce_threshold_mask":0,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel noecn
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 32Mb drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"interval":99999,"memory_limit":33554432,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel ecn
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":10240,"flows":1024,"quantum":1514,"target":4999,"interval":99999,"memory_limit":33554432,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel target 1ms interval 20ms flows 16 limit 20 quantum 500 memory_limit 8mb
        $ tc qdisc show dev ifb0 root
        qdisc fq_codel 1: root refcnt 2 limit 20p flows 16 quantum 500 target 999us interval 20ms memory_limit 8Mb ecn drop_batch 64 |
        $ tc -d -j qdisc show dev ifb0 root
        [{"kind":"fq_codel","handle":"1:","root":true,"refcnt":2,"options":{"limit":20,"flows":16,"quantum":500,"target":999,"interval":19999,"memory_limit":8388608,"ecn":true,"drop_batch":64}}]|
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 root handle 1: fq_codel flows 65537
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ tc qdisc add dev ifb0 root handle 1: fq_codel quantum 1048577
        E: Error: Invalid quantum.|
        = 2
        $ tc qdisc add dev ifb0 root handle 1: fq_codel quantum 1kb
        E: Illegal "quantum"|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: fq_codel ce_threshold_selector 1
        E: Missing mask for "ce_threshold_selector"|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: fq_codel ce_threshold_selector 300/1
        E: Illegal "ce_threshold_selector"|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: fq_codel ce_threshold_selector 1/300
        E: Illegal mask for "ce_threshold_selector"|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: fq_codel ce_threshold_selector x/1
        E: Illegal "ce_threshold_selector"|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: fq_codel ce_threshold_selector 1/
        E: Illegal mask for "ce_threshold_selector"|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: fq_codel bogus
        E: What is "bogus"?|
        E: Usage: ... fq_codel	[ limit PACKETS ] [ flows NUMBER ]|
        E: [ memory_limit BYTES ]|
        E: [ target TIME ] [ interval TIME ]|
        E: [ quantum BYTES ] [ [no]ecn ]|
        E: [ ce_threshold TIME ]|
        E: [ ce_threshold_selector VALUE/MASK ]|
        E: [ drop_batch SIZE ]|
        = 1
        """;
}
