namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>csum: its words, how it is shown, sharing, and what tc and the kernel refuse. Observed with iproute2 6.1.0 on user-mode Linux 6.1.176; ages are written as 0, since no time passes between two commands here. See <see cref="Transcript"/> for the notation.</summary>
internal static class CsumTranscript
{
    public const string Text =
        """
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ tc qdisc add dev vb clsact
        $ tc actions add action csum ip4h and tcp or udp + icmp pipe index 4
        $ tc actions add action csum udplite sctp igmp cookie ab
        $ tc -s actions ls action csum
        total acts 2|
        |
        	action order 0: csum (igmp, udplite, sctp) action pass|
        	index 1 ref 1 bind 0 installed 0 sec used 0 sec|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        	cookie ab|
        	not_in_hw|
        |
        	action order 1: csum (iph, icmp, tcp, udp) action pipe|
        	index 4 ref 1 bind 0 installed 0 sec used 0 sec|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        	not_in_hw|
        $ tc -s -j actions ls action csum
        [{"total acts":2},{"actions":[{"order":0,"kind":"csum","csum":"igmp, udplite, sctp","control_action":{"type":"pass"},"index":1,"ref":1,"bind":0,"installed":0,"last_used":0,"stats":{"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},"cookie":"ab","not_in_hw":true},{"order":1,"kind":"csum","csum":"iph, icmp, tcp, udp","control_action":{"type":"pipe"},"index":4,"ref":1,"bind":0,"installed":0,"last_used":0,"stats":{"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},"not_in_hw":true}]}]|
        $ tc filter add dev vb ingress protocol ip prio 1 matchall action csum iph drop
        $ tc filter add dev vb ingress protocol ip prio 2 matchall action csum index 4
        E: Illegal csum construct, empty <UPDATE> list|
        E: bad action parsing|
        E: parse_action: bad value (3:csum)!|
        E: Illegal "action"|
        = 1
        $ tc filter add dev vb ingress protocol ip prio 2 matchall action csum help
        E: Usage: ... csum <UPDATE>|
        E: Where: UPDATE := <TARGET> [<UPDATE>]|
        E:        TARGET := { ip4h | icmp | igmp | tcp | udp | udplite | sctp | <SWEETS> }|
        E:        SWEETS := { and | or | '+' }|
        = 255
        $ tc -s filter show dev vb ingress
        filter protocol ip pref 1 matchall chain 0 |
        filter protocol ip pref 1 matchall chain 0 handle 0x1 |
          not_in_hw (rule hit 0)|
        	action order 1: csum (iph) action drop|
        	index 2 ref 1 bind 1 installed 0 sec used 0 sec|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        |
        $ tc actions add action csum
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action csum foo
        E: Illegal csum construct, empty <UPDATE> list|
        E: bad action parsing|
        E: parse_action: bad value (2:csum)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action csum tcp foo
        E: Bad action type foo|
        E: Usage: ... gact <ACTION> [RAND] [INDEX]|
        E: Where: 	ACTION := reclassify | drop | continue | pass | pipe ||
        E:        	          goto chain <CHAIN_INDEX> | jump <JUMP_COUNT>|
        E: 	RAND := random <RANDTYPE> <ACTION> <VAL>|
        E: 	RANDTYPE := netrand | determ|
        E: 	VAL : = value not exceeding 10000|
        E: 	JUMP_COUNT := Absolute jump from start of action list|
        E: 	INDEX := index value used|
        E: |
        = 255
        $ tc actions add action csum tcp index x
        E: Illegal "index" (x) <csum>|
        E: bad action parsing|
        E: parse_action: bad value (4:csum)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action csum tcp index 4
        E: RTNETLINK answers: File exists|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions replace action csum tcp ok index 4
        $ tc actions get action csum index 4
        total acts 0|
        |
        	action order 1: csum (tcp) action pass|
        	index 4 ref 1 bind 0|
        	not_in_hw|
        $ tc actions get action csum index 5
        E: Error: TC action with specified index not found.|
        E: We have an error talking to the kernel|
        E: Command "action" is unknown, try "tc actions help".|
        = 255
        $ tc actions flush action csum
        E: Warning: Unable to flush all TC actions.|
        $ tc actions ls action csum
        total acts 2|
        |
        	action order 0: csum (iph) action drop|
        	index 2 ref 1 bind 1|
        	not_in_hw|
        |
        	action order 1: csum (tcp) action pass|
        	index 4 ref 1 bind 0|
        	not_in_hw|
        """;
}
