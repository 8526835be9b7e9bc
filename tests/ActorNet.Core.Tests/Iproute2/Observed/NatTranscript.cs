namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>nat: its words, how it is shown, sharing, and what tc and the kernel refuse. Observed with iproute2 6.1.0 on user-mode Linux 6.1.176; ages are written as 0, since no time passes between two commands here. See <see cref="Transcript"/> for the notation.</summary>
internal static class NatTranscript
{
    public const string Text =
        """
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ tc qdisc add dev vb clsact
        $ tc actions add action nat ingress 10.0.0.0/24 192.0.2.1 index 4
        $ tc actions add action nat egress 10.0.0.0/3 192.0.2.1 pipe cookie ab
        $ tc actions add action nat eg any 192.0.2.1/8 continue
        $ tc -s actions ls action nat
        total acts 3|
        |
        	action order 0:  nat egress 10.0.0.0/27 192.0.2.1 pipe|
        	 index 1 ref 1 bind 0 installed 0 sec used 0 sec|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        	cookie ab|
        	not_in_hw|
        |
        	action order 1:  nat egress 0.0.0.0/32 192.0.2.1 continue|
        	 index 2 ref 1 bind 0 installed 0 sec used 0 sec|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        	not_in_hw|
        |
        	action order 2:  nat ingress 10.0.0.0/32 192.0.2.1 pass|
        	 index 4 ref 1 bind 0 installed 0 sec used 0 sec|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        	not_in_hw|
        $ tc -s -j actions ls action nat
        [{"total acts":3},{"actions":[{"order":0,"type":"nat","direction":"egress","old_addr":"10.0.0.0/27","new_addr":"192.0.2.1","control_action":{"type":"pipe"},"index":1,"ref":1,"bind":0,"installed":0,"last_used":0,"stats":{"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},"cookie":"ab","not_in_hw":true},{"order":1,"type":"nat","direction":"egress","old_addr":"0.0.0.0/32","new_addr":"192.0.2.1","control_action":{"type":"continue"},"index":2,"ref":1,"bind":0,"installed":0,"last_used":0,"stats":{"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},"not_in_hw":true},{"order":2,"type":"nat","direction":"ingress","old_addr":"10.0.0.0/32","new_addr":"192.0.2.1","control_action":{"type":"pass"},"index":4,"ref":1,"bind":0,"installed":0,"last_used":0,"stats":{"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},"not_in_hw":true}]}]|
        $ tc filter add dev vb ingress protocol ip prio 1 matchall action nat ingress 10.0.0.1 10.0.0.2 pipe csum udp
        $ tc filter add dev vb ingress protocol ip prio 2 matchall action nat index 4
        E: Illegal nat construct (index)|
        E: Usage: ... nat NAT|
        E: NAT := DIRECTION OLD NEW|
        E: DIRECTION := { ingress | egress }|
        E: OLD := PREFIX|
        E: NEW := ADDRESS|
        E: bad action parsing|
        E: parse_action: bad value (3:nat)!|
        E: Illegal "action"|
        = 1
        $ tc filter add dev vb ingress protocol ip prio 2 matchall action nat ingress 10.0.0.1 10.0.0.2 help
        E: Usage: ... nat NAT|
        E: NAT := DIRECTION OLD NEW|
        E: DIRECTION := { ingress | egress }|
        E: OLD := PREFIX|
        E: NEW := ADDRESS|
        = 255
        $ tc -s filter show dev vb ingress
        filter protocol ip pref 1 matchall chain 0 |
        filter protocol ip pref 1 matchall chain 0 handle 0x1 |
          not_in_hw (rule hit 0)|
        	action order 1:  nat ingress 10.0.0.1/32 10.0.0.2 pipe|
        	 index 3 ref 1 bind 1 installed 0 sec used 0 sec|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        |
        	action order 2: csum (udp) action pass|
        	index 1 ref 1 bind 1 installed 0 sec used 0 sec|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        |
        $ tc actions add action nat
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action nat ingress foo 1.1.1.1
        E: Illegal nat construct (ingress)|
        E: Usage: ... nat NAT|
        E: NAT := DIRECTION OLD NEW|
        E: DIRECTION := { ingress | egress }|
        E: OLD := PREFIX|
        E: NEW := ADDRESS|
        E: bad action parsing|
        E: parse_action: bad value (4:nat)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action nat ingress 1.1.1.1/33 1.1.1.1
        E: Illegal nat construct (ingress)|
        E: Usage: ... nat NAT|
        E: NAT := DIRECTION OLD NEW|
        E: DIRECTION := { ingress | egress }|
        E: OLD := PREFIX|
        E: NEW := ADDRESS|
        E: bad action parsing|
        E: parse_action: bad value (4:nat)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action nat help
        E: Illegal nat construct (help)|
        E: Usage: ... nat NAT|
        E: NAT := DIRECTION OLD NEW|
        E: DIRECTION := { ingress | egress }|
        E: OLD := PREFIX|
        E: NEW := ADDRESS|
        E: bad action parsing|
        E: parse_action: bad value (2:nat)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action nat ingress 1.1.1.1 2.2.2.2 index x
        E: Nat: Illegal "index"|
        E: bad action parsing|
        E: parse_action: bad value (6:nat)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action nat ingress 1.1.1.1 2.2.2.2 index 4
        E: RTNETLINK answers: File exists|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions replace action nat ingress 1.1.1.1 2.2.2.2 drop index 4
        $ tc actions get action nat index 4
        total acts 0|
        |
        	action order 1:  nat ingress 1.1.1.1/32 2.2.2.2 drop|
        	 index 4 ref 1 bind 0|
        	not_in_hw|
        $ tc actions flush action nat
        E: Warning: Unable to flush all TC actions.|
        $ tc actions ls action nat
        total acts 2|
        |
        	action order 0:  nat ingress 10.0.0.1/32 10.0.0.2 pipe|
        	 index 3 ref 1 bind 1|
        	not_in_hw|
        |
        	action order 1:  nat ingress 1.1.1.1/32 2.2.2.2 drop|
        	 index 4 ref 1 bind 0|
        	not_in_hw|
        """;
}
