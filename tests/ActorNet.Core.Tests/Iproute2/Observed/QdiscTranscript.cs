namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>tc qdisc and tc class. Observed with iproute2 6.1.0 on Linux 6.18 in a private network namespace; see <see cref="Transcript"/> for the notation.</summary>
internal static class QdiscTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link add ifb4 numtxqueues 3 type ifb
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ tc qdisc
        $ ip link set ifb0 up
        $ ip link set ifb4 up
        $ ip link set va up
        $ ip link set vb up
        $ tc qdisc
        qdisc pfifo_fast 0: dev ifb0 root refcnt 2 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        qdisc mq 0: dev ifb4 root |
        qdisc pfifo_fast 0: dev ifb4 parent :3 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        qdisc pfifo_fast 0: dev ifb4 parent :2 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        qdisc pfifo_fast 0: dev ifb4 parent :1 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        qdisc noqueue 0: dev vb root refcnt 2 |
        qdisc noqueue 0: dev va root refcnt 2 |
        $ tc -j qdisc
        [{"kind":"pfifo_fast","handle":"0:","dev":"ifb0","root":true,"refcnt":2,"options":{"bands":3,"priomap":[1,2,2,2,1,2,0,0,1,1,1,1,1,1,1,1],"multiqueue":false}},{"kind":"mq","handle":"0:","dev":"ifb4","root":true,"options":{}},{"kind":"pfifo_fast","handle":"0:","dev":"ifb4","parent":":3","options":{"bands":3,"priomap":[1,2,2,2,1,2,0,0,1,1,1,1,1,1,1,1],"multiqueue":false}},{"kind":"pfifo_fast","handle":"0:","dev":"ifb4","parent":":2","options":{"bands":3,"priomap":[1,2,2,2,1,2,0,0,1,1,1,1,1,1,1,1],"multiqueue":false}},{"kind":"pfifo_fast","handle":"0:","dev":"ifb4","parent":":1","options":{"bands":3,"priomap":[1,2,2,2,1,2,0,0,1,1,1,1,1,1,1,1],"multiqueue":false}},{"kind":"noqueue","handle":"0:","dev":"vb","root":true,"refcnt":2,"options":{}},{"kind":"noqueue","handle":"0:","dev":"va","root":true,"refcnt":2,"options":{}}]|
        $ tc -s qdisc show dev ifb0
        qdisc pfifo_fast 0: root refcnt 2 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        $ tc -s -j qdisc show dev ifb4
        [{"kind":"mq","handle":"0:","root":true,"options":{},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},{"kind":"pfifo_fast","handle":"0:","parent":":3","options":{"bands":3,"priomap":[1,2,2,2,1,2,0,0,1,1,1,1,1,1,1,1],"multiqueue":false},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},{"kind":"pfifo_fast","handle":"0:","parent":":2","options":{"bands":3,"priomap":[1,2,2,2,1,2,0,0,1,1,1,1,1,1,1,1],"multiqueue":false},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},{"kind":"pfifo_fast","handle":"0:","parent":":1","options":{"bands":3,"priomap":[1,2,2,2,1,2,0,0,1,1,1,1,1,1,1,1],"multiqueue":false},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0}]|
        $ tc -s qdisc show dev ifb4
        qdisc mq 0: root |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        qdisc pfifo_fast 0: parent :3 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        qdisc pfifo_fast 0: parent :2 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        qdisc pfifo_fast 0: parent :1 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        $ tc qdisc add dev ifb0 root handle 1: tbf rate 8kbit burst 1600 limit 3000
        $ tc qdisc show dev ifb0
        qdisc tbf 1: root refcnt 2 rate 8Kbit burst 1600b lat 1.4s |
        $ tc -j qdisc show dev ifb0
        [{"kind":"tbf","handle":"1:","root":true,"refcnt":2,"options":{"rate":1000,"burst":1600,"lat":1400000}}]|
        $ tc -p -j qdisc show dev ifb0
        [ {|
                "kind": "tbf",|
                "handle": "1:",|
                "root": true,|
                "refcnt": 2,|
                "options": {|
                    "rate": 1000,|
                    "burst": 1600,|
                    "lat": 1400000|
                }|
            } ]|
        $ tc -s -j qdisc show dev ifb0
        [{"kind":"tbf","handle":"1:","root":true,"refcnt":2,"options":{"rate":1000,"burst":1600,"lat":1400000},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0}]|
        $ tc qdisc add dev ifb0 root tbf rate 8kbit burst 1600 limit 3000
        E: Error: Exclusivity flag on, cannot modify.|
        = 2
        $ tc qdisc add dev ifb0 root handle 1: tbf rate 8kbit burst 1600 limit 3000
        E: Error: Exclusivity flag on, cannot modify.|
        = 2
        $ tc qdisc replace dev ifb0 root handle 1: pfifo
        E: Error: Invalid qdisc name: must match existing qdisc.|
        = 2
        $ tc qdisc change dev ifb0 root handle 1: pfifo
        E: Error: Invalid qdisc name: must match existing qdisc.|
        = 2
        $ tc qdisc replace dev ifb0 root handle 2: pfifo limit 10
        $ tc qdisc show dev ifb0
        qdisc pfifo 2: root refcnt 2 limit 10p|
        $ tc qdisc change dev ifb0 root pfifo limit 11
        $ tc qdisc show dev ifb0
        qdisc pfifo 2: root refcnt 2 limit 11p|
        $ tc qdisc del dev ifb0 root handle 77:
        E: Error: Invalid handle.|
        = 2
        $ tc qdisc del dev ifb0 root bfifo
        E: Error: Invalid qdisc name: must match existing qdisc.|
        = 2
        $ tc qdisc del dev ifb0 root
        $ tc qdisc del dev ifb0 root
        E: Error: Cannot delete qdisc with handle of zero.|
        = 2
        $ tc qdisc del dev ifb0
        E: Error: Failed to find qdisc with specified handle.|
        = 2
        $ tc qdisc del dev ifb0 parent 1:1
        E: Error: Failed to find qdisc with specified classid.|
        = 2
        $ tc qdisc add dev ifb0
        E: Error: Handle cannot be zero.|
        = 2
        $ tc qdisc add dev ifb0 root
        E: Error: Specified qdisc kind is unknown.|
        = 2
        $ tc qdisc add dev ifb0 root frobnicate
        E: Error: Specified qdisc kind is unknown.|
        = 2
        $ tc qdisc add dev ifb0 root frobnicate x
        E: Unknown qdisc "frobnicate", hence option "x" is unparsable|
        = 1
        $ tc qdisc add dev ifb0 pfifo
        E: Error: Handle cannot be zero.|
        = 2
        $ tc qdisc add root pfifo
        E: RTNETLINK answers: No such device|
        = 2
        $ tc qdisc add dev nope root pfifo
        E: Cannot find device "nope"|
        = 1
        $ tc qdisc add dev ifb0 root pfifo limit
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc qdisc add dev ifb0 root pfifo limit x
        E: pfifo: Illegal value for "limit": "x"|
        = 1
        $ tc qdisc add dev ifb0 root root pfifo
        E: Error: "root" is duplicate parent ID|
        = 255
        $ tc qdisc add dev ifb0 root parent 1: pfifo
        E: Error: duplicate "parent": "1:" is the second value.|
        = 255
        $ tc qdisc add dev ifb0 dev ifb0 root pfifo
        E: Error: duplicate "dev": "ifb0" is the second value.|
        = 255
        $ tc qdisc add dev ifb0 root handle zz pfifo
        E: Error: argument "zz" is wrong: invalid qdisc ID|
        = 255
        $ tc qdisc add dev ifb0 root handle 1: handle 2: pfifo
        E: Error: duplicate "handle": "handle" is the second value.|
        = 255
        $ tc qdisc add dev ifb0 parent zz pfifo
        E: Error: argument "zz" is wrong: invalid parent ID|
        = 255
        $ tc qdisc add dev ifb0 parent 5:1 pfifo
        E: Error: Failed to find specified qdisc.|
        = 2
        $ tc qdisc add dev ifb0 root handle 1:5 pfifo
        $ tc qdisc add dev ifb0 root handle 1: pfifo
        E: Error: Exclusivity flag on, cannot modify.|
        = 2
        $ tc qdisc add dev ifb0 parent 1:1 pfifo
        E: Error: Parent qdisc is not classful.|
        = 2
        $ tc qdisc del dev ifb0 root
        $ tc qdisc add dev ifb0 ingress
        $ tc qdisc add dev ifb0 ingress
        E: Error: Exclusivity flag on, cannot modify.|
        = 2
        $ tc qdisc add dev ifb0 clsact
        E: Error: Exclusivity flag on, cannot modify.|
        = 2
        $ tc qdisc show dev ifb0
        qdisc pfifo_fast 0: root refcnt 2 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        qdisc ingress ffff: parent ffff:fff1 ---------------- |
        $ tc -s -j qdisc show dev ifb0
        [{"kind":"pfifo_fast","handle":"0:","root":true,"refcnt":2,"options":{"bands":3,"priomap":[1,2,2,2,1,2,0,0,1,1,1,1,1,1,1,1],"multiqueue":false},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},{"kind":"ingress","handle":"ffff:","parent":"ffff:fff1","options":{},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0}]|
        $ tc qdisc show dev ifb0 ingress
        qdisc ingress ffff: parent ffff:fff1 ---------------- |
        $ tc qdisc show ingress
        qdisc ingress ffff: dev ifb0 parent ffff:fff1 ---------------- |
        $ tc qdisc show dev ifb0 root
        qdisc pfifo_fast 0: root refcnt 2 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        $ tc qdisc replace dev ifb0 clsact
        E: Error: Invalid qdisc name: must match existing qdisc.|
        = 2
        $ tc qdisc del dev ifb0 ingress
        $ tc qdisc add dev ifb0 handle ffff: ingress
        $ tc qdisc add dev ifb0 parent ffff: ingress
        E: Error: "ingress" is a duplicate parent ID|
        = 255
        $ tc qdisc add dev vb ingress_block 22 egress_block 23 clsact
        $ tc qdisc show dev vb
        qdisc noqueue 0: root refcnt 2 |
        qdisc clsact ffff: parent ffff:fff1 ingress_block 22 egress_block 23 |
        $ tc -j qdisc show dev vb
        [{"kind":"noqueue","handle":"0:","root":true,"refcnt":2,"options":{}},{"kind":"clsact","handle":"ffff:","parent":"ffff:fff1","ingress_block":22,"egress_block":23,"options":{}}]|
        $ tc qdisc add dev va ingress_block x ingress
        E: Error: argument "x" is wrong: invalid ingress block index value|
        = 255
        $ tc qdisc add dev va ingress_block 0 ingress
        E: Error: argument "0" is wrong: invalid ingress block index value|
        = 255
        $ tc qdisc add dev va egress_block 5 ingress
        E: Error: Egress block sharing is not supported.|
        = 2
        $ tc qdisc add dev va ingress_block 5 root pfifo
        E: Error: Ingress block sharing is not supported.|
        = 2
        $ tc qdisc add dev ifb4 root handle 10: mq
        $ tc qdisc show dev ifb4
        qdisc mq 10: root |
        qdisc pfifo_fast 0: parent 10:3 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        qdisc pfifo_fast 0: parent 10:2 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        qdisc pfifo_fast 0: parent 10:1 bands 3 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 1|
        $ tc -s class show dev ifb4
        class mq 10:1 root |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        class mq 10:2 root |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        class mq 10:3 root |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        $ tc class show dev ifb4
        class mq 10:1 root |
        class mq 10:2 root |
        class mq 10:3 root |
        $ tc class show dev ifb0
        $ tc class show
        $ tc class show dev nope
        E: Cannot find device "nope"|
        = 1
        $ tc qdisc add dev ifb0 root handle 1: tbf rate 8kbit burst 1600 limit 3000
        $ tc class show dev ifb0
        class tbf 1:1 parent 1: |
        $ tc -s class show dev ifb0
        class tbf 1:1 parent 1: |
        |
        $ tc -j class show dev ifb0
        class tbf 1:1 parent 1: |
        $ tc qdisc add dev ifb0 parent 1:1 handle 10: pfifo limit 3
        $ tc qdisc show dev ifb0
        qdisc tbf 1: root refcnt 2 rate 8Kbit burst 1600b lat 1.4s |
        qdisc pfifo 10: parent 1:1 limit 3p|
        qdisc ingress ffff: parent ffff:fff1 ---------------- |
        $ tc -j -s qdisc show dev ifb0
        [{"kind":"tbf","handle":"1:","root":true,"refcnt":2,"options":{"rate":1000,"burst":1600,"lat":1400000},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},{"kind":"pfifo","handle":"10:","parent":"1:1","options":{"limit":3},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},{"kind":"ingress","handle":"ffff:","parent":"ffff:fff1","options":{},"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0}]|
        $ tc class show dev ifb0
        class tbf 1:1 parent 1: leaf 10: |
        $ tc class add dev ifb0 parent 1: classid 1:2 tbf
        E: Error: Qdisc "tbf" is classless.|
        = 1
        $ tc class show dev ifb0 frob
        E: What is "frob"? Try "tc class help".|
        = 255
        $ tc qdisc show dev nope
        E: Cannot find device "nope"|
        = 1
        $ tc qdisc show nope
        E: What is "nope"? Try "tc qdisc help".|
        = 255
        $ tc qdisc show root ingress
        E: Error: argument "ingress" is wrong: parent is already specified|
        = 255
        $ tc qdisc show dev va handle zz
        E: Error: argument "zz" is wrong: invalid handle ID|
        = 255
        $ tc qdisc show dev va parent zz
        E: Error: argument "zz" is wrong: invalid parent ID|
        = 255
        $ tc qdisc show dev
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc qdisc frob
        E: Command "frob" is unknown, try "tc qdisc help".|
        = 255
        $ tc class frob
        E: Command "frob" is unknown, try "tc class help".|
        = 255
        $ tc frob
        E: Object "frob" is unknown, try "tc help".|
        = 255
        $ tc -frob qdisc
        E: Option "-frob" is unknown, try "tc -help".|
        = 255
        $ tc q s dev lo
        $ tc q ls dev ifb4 root
        qdisc mq 10: root |
        $ tc qdisc list dev lo invisible
        $ tc -n nope qdisc
        E: Cannot open network namespace "nope": No such file or directory|
        = 255
        $ tc -s -s -d qdisc show dev ifb0
        qdisc tbf 1: root refcnt 2 rate 8Kbit burst 1600b/1 mpu 0b lat 1.4s linklayer ethernet |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        qdisc pfifo 10: parent 1:1 limit 3p|
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        qdisc ingress ffff: parent ffff:fff1 ---------------- |
         Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
         backlog 0b 0p requeues 0|
        $ tc -d -j qdisc show dev ifb0
        [{"kind":"tbf","handle":"1:","root":true,"refcnt":2,"options":{"rate":1000,"burst":"1600b/1","mpu":0,"lat":1400000,"linklayer":"ethernet"}},{"kind":"pfifo","handle":"10:","parent":"1:1","options":{"limit":3}},{"kind":"ingress","handle":"ffff:","parent":"ffff:fff1","options":{}}]|
        """;
}
