namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>tc filter and tc actions. Observed with iproute2 6.1.0 on Linux 6.18 in a private network namespace; see <see cref="Transcript"/> for the notation.</summary>
internal static class FilterTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ tc filter show dev vb
        $ tc filter show dev vb ingress
        $ tc filter add dev vb ingress u32 match u32 0 0 action mirred egress redirect dev ifb0
        E: Error: Parent Qdisc doesn't exists.|
        E: We have an error talking to the kernel|
        = 2
        $ tc qdisc add dev vb ingress
        $ tc filter add dev vb parent ffff: protocol all prio 10 u32 match u32 0 0 action mirred egress redirect dev ifb0
        $ tc filter show dev vb parent ffff:
        filter protocol all pref 10 u32 chain 0 |
        filter protocol all pref 10 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol all pref 10 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device ifb0) stolen|
        	index 1 ref 1 bind 1|
        |
        $ tc filter show dev vb ingress
        filter parent ffff: protocol all pref 10 u32 chain 0 |
        filter parent ffff: protocol all pref 10 u32 chain 0 fh 800: ht divisor 1 |
        filter parent ffff: protocol all pref 10 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device ifb0) stolen|
        	index 1 ref 1 bind 1|
        |
        $ tc -j filter show dev vb ingress
        [{"parent":"ffff:","protocol":"all","pref":10,"kind":"u32","chain":0},{"parent":"ffff:","protocol":"all","pref":10,"kind":"u32","chain":0,"options":{"fh":"800:","ht_divisor":1}},{"parent":"ffff:","protocol":"all","pref":10,"kind":"u32","chain":0,"options":{"fh":"800::800","order":2048,"key_ht":"800","bkt":"0","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0},"actions":[{"order":1,"kind":"mirred","mirred_action":"redirect","direction":"egress","to_dev":"ifb0","control_action":{"type":"stolen"},"index":1,"ref":1,"bind":1}]}}]|
        $ tc -s filter show dev vb parent ffff:
        filter protocol all pref 10 u32 chain 0 |
        filter protocol all pref 10 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol all pref 10 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device ifb0) stolen|
        	index 1 ref 1 bind 1 installed 0 sec used 0 sec|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        |
        $ tc filter show dev vb egress
        filter parent ffff: protocol all pref 10 u32 chain 0 |
        filter parent ffff: protocol all pref 10 u32 chain 0 fh 800: ht divisor 1 |
        filter parent ffff: protocol all pref 10 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device ifb0) stolen|
        	index 1 ref 1 bind 1|
        |
        $ tc filter show dev vb
        $ tc filter show
        $ tc filter show dev nope
        E: Cannot find device "nope"|
        = 1
        $ tc filter show dev vb ingress prio 10
        filter parent ffff: protocol all u32 chain 0 |
        filter parent ffff: protocol all u32 chain 0 fh 800: ht divisor 1 |
        filter parent ffff: protocol all u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device ifb0) stolen|
        	index 1 ref 1 bind 1|
        |
        $ tc filter show dev vb ingress prio 11
        $ tc filter show dev vb ingress protocol ip
        $ tc filter show dev vb ingress chain 3
        $ tc filter show block 9
        E: Cannot find block "9"|
        = 1
        $ tc filter show dev vb ingress bogus
        E:  What is "bogus"? Try "tc filter help"|
        = 255
        $ tc filter add dev vb
        E: Error: Qdisc not classful.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress
        E: Error: Filter kind and protocol must be specified.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress protocol ip prio 11 frob
        E: Error: TC classifier not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress protocol ip prio 11 frob x
        E: Unknown filter "frob", hence option "x" is unparsable|
        = 1
        $ tc filter add dev vb ingress protocol bogus prio 11 u32 match u32 0 0
        E: Error: argument "bogus" is wrong: invalid protocol|
        = 255
        $ tc filter add dev vb ingress prio x u32 match u32 0 0
        E: Error: argument "x" is wrong: invalid priority value|
        = 255
        $ tc filter add dev vb ingress prio 70000 protocol ip u32 match u32 0 0
        E: Error: argument "70000" is wrong: invalid priority value|
        = 255
        $ tc filter add dev vb ingress protocol ip protocol ip u32 match u32 0 0
        E: Error: duplicate "protocol": "ip" is the second value.|
        = 255
        $ tc filter add dev vb ingress chain x u32 match u32 0 0
        E: Error: argument "x" is wrong: invalid chain index value|
        = 255
        $ tc filter add dev vb ingress chain 268435456 u32 match u32 0 0
        E: Error: Specified chain index exceeds upper limit.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress prio 1 prio 2 u32 match u32 0 0
        E: Error: duplicate "priority": "2" is the second value.|
        = 255
        $ tc filter add dev vb ingress ingress u32 match u32 0 0
        E: Error: "ingress" is duplicate parent ID|
        = 255
        $ tc filter add dev vb parent zz u32 match u32 0 0
        E: Error: argument "zz" is wrong: Invalid parent ID|
        = 255
        $ tc filter add dev vb parent 1: protocol ip u32 match u32 0 0
        E: Error: Parent Qdisc doesn't exists.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev nope ingress protocol ip u32 match u32 0 0
        E: Cannot find device "nope"|
        = 1
        $ tc filter add protocol ip u32 match u32 0 0
        E: RTNETLINK answers: No such device|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add block 9 protocol ip u32 match u32 0 0
        E: Error: Block of given index was not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add block x protocol ip u32 match u32 0 0
        E: Error: argument "x" is wrong: invalid block index value|
        = 255
        $ tc filter add dev vb block 9 protocol ip u32 match u32 0 0
        E: Error: "dev" and "block" are mutually exclusive|
        = 255
        $ tc filter add dev vb ingress protocol ip prio 10 u32 match u32 0 0
        E: Error: Protocol mismatch for filter with specified priority.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress prio 11 protocol ip u32 match u32 0 0 flowid 1:1
        $ tc filter add dev vb ingress prio 11 u32 match u32 0 0
        E: Error: Protocol mismatch for filter with specified priority.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress protocol all prio 10 matchall
        E: Error: Specified filter kind does not match existing one.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter del dev vb ingress prio 99
        E: Error: Filter with specified priority/protocol not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter del dev vb ingress prio 11 protocol arp
        E: Error: Protocol mismatch for filter with specified priority.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter del dev vb ingress handle 800::800 u32
        E: Error: Cannot flush filters with protocol, handle or kind set.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter show dev vb ingress
        filter protocol all pref 10 u32 chain 0 |
        filter protocol all pref 10 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol all pref 10 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device ifb0) stolen|
        	index 1 ref 1 bind 1|
        |
        filter protocol ip pref 11 u32 chain 0 |
        filter protocol ip pref 11 u32 chain 0 fh 801: ht divisor 1 |
        filter protocol ip pref 11 u32 chain 0 fh 801::800 order 2048 key ht 801 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter del dev vb ingress prio 11 u32
        $ tc filter change dev vb ingress protocol ip prio 77 u32 match u32 0 0
        E: Error: Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter del dev vb ingress
        $ tc filter show dev vb ingress
        $ tc filter frob
        E: Command "frob" is unknown, try "tc filter help".|
        = 255
        $ tc filter
        $ tc filter add dev vb ingress protocol ip u32 match u32 0 0 action mirred egress redirect dev nope
        E: Cannot find device "nope"|
        E: bad action parsing|
        E: parse_action: bad value (5:mirred)!|
        E: Illegal "action"|
        = 1
        $ tc qdisc add dev va ingress_block 22 ingress
        $ tc filter add dev va ingress protocol ip u32 match u32 0 0
        E: Error: This filter block is shared. Please use the block index to manipulate the filters.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add block 22 protocol ip u32 match u32 0 0 action mirred egress mirror dev ifb0
        $ tc filter show block 22
        filter protocol ip pref 49152 u32 chain 0 |
        filter protocol ip pref 49152 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol ip pref 49152 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 1 ref 1 bind 1|
        |
        $ tc -j filter show block 22
        [{"protocol":"ip","pref":49152,"kind":"u32","chain":0},{"protocol":"ip","pref":49152,"kind":"u32","chain":0,"options":{"fh":"800:","ht_divisor":1}},{"protocol":"ip","pref":49152,"kind":"u32","chain":0,"options":{"fh":"800::800","order":2048,"key_ht":"800","bkt":"0","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0},"actions":[{"order":1,"kind":"mirred","mirred_action":"mirror","direction":"egress","to_dev":"ifb0","control_action":{"type":"pipe"},"index":1,"ref":1,"bind":1}]}}]|
        $ tc filter show dev va ingress
        filter block 22 protocol ip pref 49152 u32 chain 0 |
        filter block 22 protocol ip pref 49152 u32 chain 0 fh 800: ht divisor 1 |
        filter block 22 protocol ip pref 49152 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 1 ref 1 bind 1|
        |
        $ tc actions ls action mirred
        total acts 1|
        |
        	action order 0: mirred (Egress Mirror to device ifb0) pipe|
        	index 1 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc -s actions ls action mirred
        total acts 1|
        |
        	action order 0: mirred (Egress Mirror to device ifb0) pipe|
        	index 1 ref 1 bind 1 installed 0 sec used 0 sec|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc -s -j actions ls action mirred
        [{"total acts":1},{"actions":[{"order":0,"kind":"mirred","mirred_action":"mirror","direction":"egress","to_dev":"ifb0","control_action":{"type":"pipe"},"index":1,"ref":1,"bind":1,"installed":0,"last_used":0,"stats":{"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},"not_in_hw":true,"used_hw_stats":["disabled"]}]}]|
        $ tc actions add action mirred egress redirect dev ifb0 index 77
        $ tc actions add action mirred egress redirect dev ifb0 index 77
        E: RTNETLINK answers: File exists|
        E: We have an error talking to the kernel|
        = 255
        $ tc action show action mirred
        total acts 2|
        |
        	action order 0: mirred (Egress Mirror to device ifb0) pipe|
        	index 1 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 1: mirred (Egress Redirect to device ifb0) stolen|
        	index 77 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc -j actions get action mirred index 77
        [{"total acts":0},{"actions":[{"order":1,"kind":"mirred","mirred_action":"redirect","direction":"egress","to_dev":"ifb0","control_action":{"type":"stolen"},"index":77,"ref":1,"bind":0,"not_in_hw":true,"used_hw_stats":["disabled"]}]}]|
        $ tc actions get action mirred index 77
        total acts 0|
        |
        	action order 1: mirred (Egress Redirect to device ifb0) stolen|
        	index 77 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc actions get action mirred index 78
        E: Error: TC action with specified index not found.|
        E: We have an error talking to the kernel|
        E: Command "action" is unknown, try "tc actions help".|
        = 255
        $ tc actions flush action mirred
        E: RTNETLINK answers: Operation not permitted|
        E: We have an error flushing|
        = 1
        $ tc actions del action mirred index 77
        $ tc actions del action mirred index 77
        E: Error: TC action with specified index not found.|
        E: We have an error talking to the kernel|
        E: Command "action" is unknown, try "tc actions help".|
        = 255
        $ tc actions ls action mirred
        total acts 1|
        |
        	action order 0: mirred (Egress Mirror to device ifb0) pipe|
        	index 1 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc actions ls action frob
        $ tc actions
        $ tc actions frob
        E: Command "frob" is unknown, try "tc actions help".|
        = 255
        $ tc actions add
        E: Illegal "action"|
        = 255
        $ tc actions add action
        E: bad action empty 1|
        E: parse_action: bad value (0:(null))!|
        E: Illegal "action"|
        = 255
        $ tc actions del action mirred
        E: Error: no index specified action: mirred|
        = 255
        $ tc qdisc add dev ifb0 clsact
        $ tc filter add dev ifb0 ingress pref 3 protocol arp u32 match u32 0 0 flowid 1:1
        $ tc filter add dev ifb0 ingress protocol 0x88b5 u32 match u32 0 0 flowid 1:1
        $ tc filter add dev ifb0 ingress preference 4 protocol ipv6 u32 match u32 0 0 flowid 1:1
        $ tc filter add dev ifb0 ingress prio 6 protocol 802.1ad u32 match u32 0 0 flowid 1:1
        $ tc filter add dev ifb0 ingress prio 0 protocol IP u32 match u32 0 0 flowid 1:1
        $ tc filter add dev ifb0 ingress chain 5 protocol ipv4 prio 5 u32 match u32 0 0 action mirred egress redirect dev va
        $ tc filter show dev ifb0 ingress
        filter protocol arp pref 3 u32 chain 0 |
        filter protocol arp pref 3 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol arp pref 3 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol ipv6 pref 4 u32 chain 0 |
        filter protocol ipv6 pref 4 u32 chain 0 fh 802: ht divisor 1 |
        filter protocol ipv6 pref 4 u32 chain 0 fh 802::800 order 2048 key ht 802 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol 802.1ad pref 6 u32 chain 0 |
        filter protocol 802.1ad pref 6 u32 chain 0 fh 803: ht divisor 1 |
        filter protocol 802.1ad pref 6 u32 chain 0 fh 803::800 order 2048 key ht 803 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol ip pref 49151 u32 chain 0 |
        filter protocol ip pref 49151 u32 chain 0 fh 804: ht divisor 1 |
        filter protocol ip pref 49151 u32 chain 0 fh 804::800 order 2048 key ht 804 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol [34997] pref 49152 u32 chain 0 |
        filter protocol [34997] pref 49152 u32 chain 0 fh 801: ht divisor 1 |
        filter protocol [34997] pref 49152 u32 chain 0 fh 801::800 order 2048 key ht 801 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        filter protocol ip pref 5 u32 chain 5 |
        filter protocol ip pref 5 u32 chain 5 fh 805: ht divisor 1 |
        filter protocol ip pref 5 u32 chain 5 fh 805::800 order 2048 key ht 805 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device va) stolen|
        	index 2 ref 1 bind 1|
        |
        $ tc filter show dev ifb0 ingress chain 5
        filter protocol ip pref 5 u32 |
        filter protocol ip pref 5 u32 fh 805: ht divisor 1 |
        filter protocol ip pref 5 u32 fh 805::800 order 2048 key ht 805 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device va) stolen|
        	index 2 ref 1 bind 1|
        |
        $ tc -j filter show dev ifb0 ingress chain 5
        [{"protocol":"ip","pref":5,"kind":"u32"},{"protocol":"ip","pref":5,"kind":"u32","options":{"fh":"805:","ht_divisor":1}},{"protocol":"ip","pref":5,"kind":"u32","options":{"fh":"805::800","order":2048,"key_ht":"805","bkt":"0","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0},"actions":[{"order":1,"kind":"mirred","mirred_action":"redirect","direction":"egress","to_dev":"va","control_action":{"type":"stolen"},"index":2,"ref":1,"bind":1}]}}]|
        $ tc -j filter show dev ifb0 ingress prio 3 protocol arp
        [{"kind":"u32","chain":0},{"kind":"u32","chain":0,"options":{"fh":"800:","ht_divisor":1}},{"kind":"u32","chain":0,"options":{"fh":"800::800","order":2048,"key_ht":"800","bkt":"0","flowid":"1:1","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0}}}]|
        $ tc filter del dev ifb0 ingress chain 5
        $ tc filter del dev ifb0 egress prio 5
        E: Error: Cannot find specified filter chain.|
        E: We have an error talking to the kernel|
        = 2
        """;
}
