namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>The action vlan. Observed with iproute2 6.1.0 on user-mode Linux 6.1.176. See <see cref="Transcript"/> for the notation.</summary>
internal static class VlanActionTranscript
{
    public const string Text =
        """
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ tc qdisc add dev vb clsact
        $ tc actions add action vlan
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action vlan help
        E: Usage: vlan pop [CONTROL]|
        E:        vlan push [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan modify [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan pop_eth [CONTROL]|
        E:        vlan push_eth dst_mac LLADDR src_mac LLADDR [CONTROL]|
        E:        VLANPROTO is one of 802.1Q or 802.1AD|
        E:             with default: 802.1Q|
        E:        CONTROL := reclassify | pipe | drop | continue | pass ||
        E:                   goto chain <CHAIN_INDEX>|
        = 255
        $ tc actions add action vlan push
        E: id needs to be set for push|
        E: Usage: vlan pop [CONTROL]|
        E:        vlan push [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan modify [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan pop_eth [CONTROL]|
        E:        vlan push_eth dst_mac LLADDR src_mac LLADDR [CONTROL]|
        E:        VLANPROTO is one of 802.1Q or 802.1AD|
        E:             with default: 802.1Q|
        E:        CONTROL := reclassify | pipe | drop | continue | pass ||
        E:                   goto chain <CHAIN_INDEX>|
        E: bad action parsing|
        E: parse_action: bad value (2:vlan)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action vlan push id 5
        $ tc actions add action vlan push id 0
        $ tc actions add action vlan push id 4095
        E: RTNETLINK answers: Numerical result out of range|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action vlan push id x
        E: Error: argument "x" is wrong: id is invalid|
        = 255
        $ tc actions add action vlan push id 5 priority 7 index 20
        $ tc actions add action vlan push id 5 protocol 802.1Q index 21
        $ tc actions add action vlan push id 5 protocol 802.1ad index 22
        $ tc actions add action vlan push id 5 protocol 0x88a8 index 23
        $ tc actions add action vlan push id 5 protocol ip index 24
        E: protocol not supported|
        E: Usage: vlan pop [CONTROL]|
        E:        vlan push [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan modify [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan pop_eth [CONTROL]|
        E:        vlan push_eth dst_mac LLADDR src_mac LLADDR [CONTROL]|
        E:        VLANPROTO is one of 802.1Q or 802.1AD|
        E:             with default: 802.1Q|
        E:        CONTROL := reclassify | pipe | drop | continue | pass ||
        E:                   goto chain <CHAIN_INDEX>|
        E: bad action parsing|
        E: parse_action: bad value (8:vlan)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action vlan push protocol 802.1Q
        E: id needs to be set for push|
        E: Usage: vlan pop [CONTROL]|
        E:        vlan push [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan modify [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan pop_eth [CONTROL]|
        E:        vlan push_eth dst_mac LLADDR src_mac LLADDR [CONTROL]|
        E:        VLANPROTO is one of 802.1Q or 802.1AD|
        E:             with default: 802.1Q|
        E:        CONTROL := reclassify | pipe | drop | continue | pass ||
        E:                   goto chain <CHAIN_INDEX>|
        E: bad action parsing|
        E: parse_action: bad value (4:vlan)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action vlan pop index 30
        $ tc actions add action vlan pop id 5
        E: Error: argument "id" is wrong: only valid for push/modify|
        = 255
        $ tc actions add action vlan pop drop index 31
        $ tc actions add action vlan modify
        E: id needs to be set for modify|
        E: Usage: vlan pop [CONTROL]|
        E:        vlan push [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan modify [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan pop_eth [CONTROL]|
        E:        vlan push_eth dst_mac LLADDR src_mac LLADDR [CONTROL]|
        E:        VLANPROTO is one of 802.1Q or 802.1AD|
        E:             with default: 802.1Q|
        E:        CONTROL := reclassify | pipe | drop | continue | pass ||
        E:                   goto chain <CHAIN_INDEX>|
        E: bad action parsing|
        E: parse_action: bad value (2:vlan)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action vlan modify id 6 index 32
        $ tc actions add action vlan modify id 6 priority 0 protocol 802.1ad index 34
        $ tc actions add action vlan modify id 0 index 35
        $ tc actions add action vlan pop push id 5
        E: unexpected "push" - action already specified|
        E: Usage: vlan pop [CONTROL]|
        E:        vlan push [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan modify [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan pop_eth [CONTROL]|
        E:        vlan push_eth dst_mac LLADDR src_mac LLADDR [CONTROL]|
        E:        VLANPROTO is one of 802.1Q or 802.1AD|
        E:             with default: 802.1Q|
        E:        CONTROL := reclassify | pipe | drop | continue | pass ||
        E:                   goto chain <CHAIN_INDEX>|
        E: bad action parsing|
        E: parse_action: bad value (5:vlan)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action vlan push id 5 pop
        E: unexpected "pop" - action already specified|
        E: Usage: vlan pop [CONTROL]|
        E:        vlan push [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan modify [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan pop_eth [CONTROL]|
        E:        vlan push_eth dst_mac LLADDR src_mac LLADDR [CONTROL]|
        E:        VLANPROTO is one of 802.1Q or 802.1AD|
        E:             with default: 802.1Q|
        E:        CONTROL := reclassify | pipe | drop | continue | pass ||
        E:                   goto chain <CHAIN_INDEX>|
        E: bad action parsing|
        E: parse_action: bad value (5:vlan)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action vlan pop_eth index 40
        $ tc actions ls action vlan
        total acts 12|
        |
        	action order 0: vlan  push id 5 protocol 802.1Q priority 0 pipe|
        	 index 1 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 1: vlan  push id 0 protocol 802.1Q priority 0 pipe|
        	 index 2 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 2: vlan  push id 5 protocol 802.1Q priority 7 pipe|
        	 index 20 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 3: vlan  push id 5 protocol 802.1Q priority 0 pipe|
        	 index 21 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 4: vlan  push id 5 protocol 802.1ad priority 0 pipe|
        	 index 22 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 5: vlan  push id 5 protocol 802.1ad priority 0 pipe|
        	 index 23 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 6: vlan  pop pipe|
        	 index 30 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 7: vlan  pop drop|
        	 index 31 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 8: vlan  modify id 6 protocol 802.1Q pipe|
        	 index 32 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 9: vlan  modify id 6 protocol 802.1ad priority 0 pipe|
        	 index 34 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 10: vlan  modify id 0 protocol 802.1Q pipe|
        	 index 35 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 11: vlan  pop_eth pipe|
        	 index 40 ref 1 bind 0|
        	not_in_hw|
        $ tc -j actions ls action vlan
        [{"total acts":12},{"actions":[{"order":0,"kind":"vlan","vlan_action":"push","id":5,"protocol":"802.1Q","priority":0,"control_action":{"type":"pipe"},"index":1,"ref":1,"bind":0,"not_in_hw":true},{"order":1,"kind":"vlan","vlan_action":"push","id":0,"protocol":"802.1Q","priority":0,"control_action":{"type":"pipe"},"index":2,"ref":1,"bind":0,"not_in_hw":true},{"order":2,"kind":"vlan","vlan_action":"push","id":5,"protocol":"802.1Q","priority":7,"control_action":{"type":"pipe"},"index":20,"ref":1,"bind":0,"not_in_hw":true},{"order":3,"kind":"vlan","vlan_action":"push","id":5,"protocol":"802.1Q","priority":0,"control_action":{"type":"pipe"},"index":21,"ref":1,"bind":0,"not_in_hw":true},{"order":4,"kind":"vlan","vlan_action":"push","id":5,"protocol":"802.1ad","priority":0,"control_action":{"type":"pipe"},"index":22,"ref":1,"bind":0,"not_in_hw":true},{"order":5,"kind":"vlan","vlan_action":"push","id":5,"protocol":"802.1ad","priority":0,"control_action":{"type":"pipe"},"index":23,"ref":1,"bind":0,"not_in_hw":true},{"order":6,"kind":"vlan","vlan_action":"pop","control_action":{"type":"pipe"},"index":30,"ref":1,"bind":0,"not_in_hw":true},{"order":7,"kind":"vlan","vlan_action":"pop","control_action":{"type":"drop"},"index":31,"ref":1,"bind":0,"not_in_hw":true},{"order":8,"kind":"vlan","vlan_action":"modify","id":6,"protocol":"802.1Q","control_action":{"type":"pipe"},"index":32,"ref":1,"bind":0,"not_in_hw":true},{"order":9,"kind":"vlan","vlan_action":"modify","id":6,"protocol":"802.1ad","priority":0,"control_action":{"type":"pipe"},"index":34,"ref":1,"bind":0,"not_in_hw":true},{"order":10,"kind":"vlan","vlan_action":"modify","id":0,"protocol":"802.1Q","control_action":{"type":"pipe"},"index":35,"ref":1,"bind":0,"not_in_hw":true},{"order":11,"kind":"vlan","vlan_action":"pop_eth","control_action":{"type":"pipe"},"index":40,"ref":1,"bind":0,"not_in_hw":true}]}]|
        $ tc actions flush action vlan
        $ tc actions add action vlan push_eth
        E: dst_mac needs to be set for push_eth|
        E: Usage: vlan pop [CONTROL]|
        E:        vlan push [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan modify [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan pop_eth [CONTROL]|
        E:        vlan push_eth dst_mac LLADDR src_mac LLADDR [CONTROL]|
        E:        VLANPROTO is one of 802.1Q or 802.1AD|
        E:             with default: 802.1Q|
        E:        CONTROL := reclassify | pipe | drop | continue | pass ||
        E:                   goto chain <CHAIN_INDEX>|
        E: bad action parsing|
        E: parse_action: bad value (2:vlan)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action vlan push_eth dst_mac 02:00:00:00:00:01
        E: src_mac needs to be set for push_eth|
        E: Usage: vlan pop [CONTROL]|
        E:        vlan push [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan modify [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan pop_eth [CONTROL]|
        E:        vlan push_eth dst_mac LLADDR src_mac LLADDR [CONTROL]|
        E:        VLANPROTO is one of 802.1Q or 802.1AD|
        E:             with default: 802.1Q|
        E:        CONTROL := reclassify | pipe | drop | continue | pass ||
        E:                   goto chain <CHAIN_INDEX>|
        E: bad action parsing|
        E: parse_action: bad value (4:vlan)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action vlan push_eth src_mac 02:00:00:00:00:01
        E: dst_mac needs to be set for push_eth|
        E: Usage: vlan pop [CONTROL]|
        E:        vlan push [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan modify [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan pop_eth [CONTROL]|
        E:        vlan push_eth dst_mac LLADDR src_mac LLADDR [CONTROL]|
        E:        VLANPROTO is one of 802.1Q or 802.1AD|
        E:             with default: 802.1Q|
        E:        CONTROL := reclassify | pipe | drop | continue | pass ||
        E:                   goto chain <CHAIN_INDEX>|
        E: bad action parsing|
        E: parse_action: bad value (4:vlan)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action vlan push_eth dst_mac 02:00:00:00:00:01 src_mac 02:00:00:00:00:02 index 41
        $ tc actions add action vlan push_eth dst_mac x src_mac 02:00:00:00:00:02
        E: "x" is invalid lladdr.|
        E: Error: argument "x" is wrong: dst_mac is invalid|
        = 255
        $ tc actions add action vlan push_eth dst_mac 02:00:00:00:00:01 src_mac x
        E: "x" is invalid lladdr.|
        E: Error: argument "x" is wrong: src_mac is invalid|
        = 255
        $ tc actions add action vlan push_eth dst_mac 02:00:00:00:00:01 src_mac 02:00:00:00:00:02 id 5
        E: Error: argument "id" is wrong: only valid for push/modify|
        = 255
        $ tc actions add action vlan push id 5 dst_mac 02:00:00:00:00:01
        E: Error: argument "dst_mac" is wrong: only valid for push_eth|
        = 255
        $ tc actions add action vlan id 5
        E: Error: argument "id" is wrong: only valid for push/modify|
        = 255
        $ tc actions add action vlan dst_mac 02:00:00:00:00:01
        E: Error: argument "dst_mac" is wrong: only valid for push_eth|
        = 255
        $ tc actions add action vlan index 50
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action vlan pop index x
        E: vlan: Illegal "index"|
        E: bad action parsing|
        E: parse_action: bad value (4:vlan)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action vlan pop goto chain 5
        E: Error: can't goto NULL proto/chain.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action vlan pu id 6 prio 3 proto 802.1ad c ind 53
        $ tc actions add action vlan mod i 7
        $ tc actions add action vlan push id
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action vlan index 57 pop
        E: Bad action type pop|
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
        $ tc actions ls action vlan
        total acts 3|
        |
        	action order 0: vlan  modify id 7 protocol 802.1Q pipe|
        	 index 1 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 1: vlan  push_eth dst_mac 02:00:00:00:00:01 src_mac 02:00:00:00:00:02 pipe|
        	 index 41 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 2: vlan  push id 6 protocol 802.1ad priority 3 continue|
        	 index 53 ref 1 bind 0|
        	not_in_hw|
        $ tc -j actions ls action vlan
        [{"total acts":3},{"actions":[{"order":0,"kind":"vlan","vlan_action":"modify","id":7,"protocol":"802.1Q","control_action":{"type":"pipe"},"index":1,"ref":1,"bind":0,"not_in_hw":true},{"order":1,"kind":"vlan","vlan_action":"push_eth","dst_mac":"02:00:00:00:00:01","src_mac":"02:00:00:00:00:02","control_action":{"type":"pipe"},"index":41,"ref":1,"bind":0,"not_in_hw":true},{"order":2,"kind":"vlan","vlan_action":"push","id":6,"protocol":"802.1ad","priority":3,"control_action":{"type":"continue"},"index":53,"ref":1,"bind":0,"not_in_hw":true}]}]|
        $ tc actions add action vlan pop index 30
        $ tc actions change action vlan push id 9 index 30
        $ tc actions get action vlan index 30
        total acts 0|
        |
        	action order 1: vlan  push id 9 protocol 802.1Q priority 0 pipe|
        	 index 30 ref 1 bind 0|
        	not_in_hw|
        $ tc actions change action vlan index 30
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions change action vlan modify index 30
        E: id needs to be set for modify|
        E: Usage: vlan pop [CONTROL]|
        E:        vlan push [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan modify [ protocol VLANPROTO ] id VLANID [ priority VLANPRIO ] [CONTROL]|
        E:        vlan pop_eth [CONTROL]|
        E:        vlan push_eth dst_mac LLADDR src_mac LLADDR [CONTROL]|
        E:        VLANPROTO is one of 802.1Q or 802.1AD|
        E:             with default: 802.1Q|
        E:        CONTROL := reclassify | pipe | drop | continue | pass ||
        E:                   goto chain <CHAIN_INDEX>|
        E: bad action parsing|
        E: parse_action: bad value (4:vlan)!|
        E: Illegal "action"|
        = 255
        $ tc actions change action vlan push_eth dst_mac 02:00:00:00:00:01 src_mac 02:00:00:00:00:02 index 30
        $ tc actions get action vlan index 30
        total acts 0|
        |
        	action order 1: vlan  push_eth dst_mac 02:00:00:00:00:01 src_mac 02:00:00:00:00:02 pipe|
        	 index 30 ref 1 bind 0|
        	not_in_hw|
        $ tc filter add dev vb ingress pref 1 protocol ip matchall action vlan index 30
        $ tc filter add dev vb ingress pref 2 protocol ip matchall action vlan push id 5 pipe action vlan modify id 7 goto chain 5
        $ tc filter add dev vb ingress pref 3 protocol ip matchall action vlan index 3600
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress pref 3 protocol ip matchall action vlan push id x
        E: Error: argument "x" is wrong: id is invalid|
        = 255
        $ tc filter add dev vb ingress pref 3 protocol ip matchall action vlan pop id 5
        E: Error: argument "id" is wrong: only valid for push/modify|
        = 255
        $ tc filter show dev vb ingress
        filter protocol ip pref 1 matchall chain 0 |
        filter protocol ip pref 1 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1: vlan  push_eth dst_mac 02:00:00:00:00:01 src_mac 02:00:00:00:00:02 pipe|
        	 index 30 ref 2 bind 1|
        |
        filter protocol ip pref 2 matchall chain 0 |
        filter protocol ip pref 2 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1: vlan  push id 5 protocol 802.1Q priority 0 pipe|
        	 index 2 ref 1 bind 1|
        |
        	action order 2: vlan  modify id 7 protocol 802.1Q goto chain 5|
        	 index 3 ref 1 bind 1|
        |
        $ tc filter del dev vb ingress
        $ tc actions flush action vlan
        """;
}
