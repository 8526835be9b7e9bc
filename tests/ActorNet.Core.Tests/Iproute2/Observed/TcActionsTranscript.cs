namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>tc actions: add, change, replace, get, list, delete, flush, and how filters share them. Observed with iproute2 6.1.0 on Linux 6.18, with a pause behind each deletion. See <see cref="Transcript"/> for the notation.</summary>
internal static class TcActionsTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ ip link set ifb0 up
        $ ip link set va up
        $ ip link set vb up
        $ tc qdisc add dev vb ingress
        $ tc actions add action mirred egress mirror dev ifb0 index 1
        $ tc filter add dev vb ingress pref 1 protocol all u32 match u32 0 0 action mirred index 2
        E: Error: act_mirred: Unknown mirred option.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress pref 1 protocol all u32 match u32 0 0 action mirred egress redirect dev va index 2
        $ tc actions add action mirred egress mirror dev ifb0 index 3
        $ tc actions list action mirred
        total acts 3|
        |
        	action order 0: mirred (Egress Mirror to device ifb0) pipe|
        	index 1 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 1: mirred (Egress Redirect to device va) stolen|
        	index 2 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 2: mirred (Egress Mirror to device ifb0) pipe|
        	index 3 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc actions flush action mirred
        E: Warning: Unable to flush all TC actions.|
        $ tc actions list action mirred
        total acts 2|
        |
        	action order 0: mirred (Egress Redirect to device va) stolen|
        	index 2 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 3 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc actions add action mirred egress mirror dev ifb0 index 7
        $ tc filter add dev vb ingress pref 2 protocol all u32 match u32 0 0 action mirred index 7
        $ tc filter add dev vb ingress pref 3 protocol all u32 match u32 0 0 action mirred egress redirect dev va index 7
        $ tc actions get action mirred index 7
        total acts 0|
        |
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 7 ref 3 bind 2|
        	not_in_hw|
        $ tc actions change action mirred egress redirect dev va index 7
        $ tc actions get action mirred index 7
        total acts 0|
        |
        	action order 1: mirred (Egress Redirect to device va) stolen|
        	index 7 ref 3 bind 2|
        	not_in_hw|
        $ tc filter show dev vb ingress
        filter protocol all pref 1 u32 chain 0 |
        filter protocol all pref 1 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol all pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device va) stolen|
        	index 2 ref 1 bind 1|
        	used_hw_stats disabled|
        |
        filter protocol all pref 2 u32 chain 0 |
        filter protocol all pref 2 u32 chain 0 fh 801: ht divisor 1 |
        filter protocol all pref 2 u32 chain 0 fh 801::800 order 2048 key ht 801 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device va) stolen|
        	index 7 ref 3 bind 2|
        |
        filter protocol all pref 3 u32 chain 0 |
        filter protocol all pref 3 u32 chain 0 fh 802: ht divisor 1 |
        filter protocol all pref 3 u32 chain 0 fh 802::800 order 2048 key ht 802 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device va) stolen|
        	index 7 ref 3 bind 2|
        |
        $ tc actions replace action mirred egress redirect dev nope index 7
        E: Cannot find device "nope"|
        E: bad action parsing|
        E: parse_action: bad value (7:mirred)!|
        E: Illegal "action"|
        = 255
        $ tc actions change action mirred index 7
        E: Error: act_mirred: Unknown mirred option.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions get action mirred index 7
        total acts 0|
        |
        	action order 1: mirred (Egress Redirect to device va) stolen|
        	index 7 ref 3 bind 2|
        	not_in_hw|
        $ tc actions add action mirred index 99
        E: Error: act_mirred: Unknown mirred option.|
        E: We have an error talking to the kernel|
        = 255
        $ tc filter add dev vb ingress pref 4 protocol all u32 match u32 0 0 action mirred index 99
        E: Error: act_mirred: Unknown mirred option.|
        E: We have an error talking to the kernel|
        = 2
        $ tc actions delete action mirred index 7
        E: Error: Failed to delete TC action.|
        E: We have an error talking to the kernel|
        E: Command "action" is unknown, try "tc actions help".|
        = 255
        $ tc filter del dev vb ingress pref 2
        $ tc actions get action mirred index 7
        total acts 0|
        |
        	action order 1: mirred (Egress Redirect to device va) stolen|
        	index 7 ref 2 bind 1|
        	not_in_hw|
        $ tc filter del dev vb ingress pref 3
        $ tc actions get action mirred index 7
        total acts 0|
        |
        	action order 1: mirred (Egress Redirect to device va) stolen|
        	index 7 ref 1 bind 0|
        	not_in_hw|
        $ tc actions delete action mirred index 7
        $ tc actions get action mirred index 7
        E: Error: TC action with specified index not found.|
        E: We have an error talking to the kernel|
        E: Command "action" is unknown, try "tc actions help".|
        = 255
        $ tc actions add action mirred egress mirror dev ifb0 index 20 action mirred egress mirror dev va index 21
        $ tc actions add action mirred egress mirror dev ifb0 index 22 action mirred egress mirror dev va index 21
        E: RTNETLINK answers: File exists|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions list action mirred
        total acts 4|
        |
        	action order 0: mirred (Egress Redirect to device va) stolen|
        	index 2 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 3 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 2: mirred (Egress Mirror to device ifb0) pipe|
        	index 20 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 3: mirred (Egress Mirror to device va) pipe|
        	index 21 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc actions get action mirred index 20 action mirred index 21
        total acts 0|
        |
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 20 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 2: mirred (Egress Mirror to device va) pipe|
        	index 21 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc actions delete action mirred index 20 action mirred index 99
        E: Error: TC action with specified index not found.|
        E: We have an error talking to the kernel|
        E: Command "action" is unknown, try "tc actions help".|
        = 255
        $ tc actions list action mirred
        total acts 4|
        |
        	action order 0: mirred (Egress Redirect to device va) stolen|
        	index 2 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 3 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 2: mirred (Egress Mirror to device ifb0) pipe|
        	index 20 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 3: mirred (Egress Mirror to device va) pipe|
        	index 21 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc actions delete action mirred index 20 action mirred index 21
        $ tc actions list action mirred
        total acts 2|
        |
        	action order 0: mirred (Egress Redirect to device va) stolen|
        	index 2 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 1: mirred (Egress Mirror to device ifb0) pipe|
        	index 3 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ ip link del ifb0
        $ tc actions list action mirred
        total acts 2|
        |
        	action order 0: mirred (Egress Redirect to device va) stolen|
        	index 2 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 1: mirred (Egress Mirror to device *) pipe|
        	index 3 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc filter show dev vb ingress
        filter protocol all pref 1 u32 chain 0 |
        filter protocol all pref 1 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol all pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device va) stolen|
        	index 2 ref 1 bind 1|
        	used_hw_stats disabled|
        |
        $ tc actions change action mirred egress redirect dev vb index 2
        $ tc filter show dev vb ingress
        filter protocol all pref 1 u32 chain 0 |
        filter protocol all pref 1 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol all pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device vb) stolen|
        	index 2 ref 1 bind 1|
        	used_hw_stats disabled|
        |
        $ tc actions
        $ tc actions add
        E: Illegal "action"|
        = 255
        $ tc actions add action
        E: bad action empty 1|
        E: parse_action: bad value (0:(null))!|
        E: Illegal "action"|
        = 255
        $ tc actions add foo
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
        $ tc actions add action mirred
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action mirred egress
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action mirred egress foo
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action mirred egress redirect
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action mirred egress redirect dev
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action mirred egress redirect dev va index
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action mirred egress redirect dev va index x
        E: mirred: Illegal "index"|
        E: bad action parsing|
        E: parse_action: bad value (7:mirred)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action mirred egress redirect dev va index 0
        $ tc actions add action mirred egress redirect dev va bogus
        E: Bad action type bogus|
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
        $ tc actions add action mirred egress mirror dev va ok index 30
        $ tc actions add action mirred ingress mirror dev va continue index 31
        $ tc actions add action mirred ingress mirror dev va reclassify index 32
        $ tc actions add action mirred ingress mirror dev va drop index 33
        $ tc actions add action mirred ingress mirror dev va jump 2 index 34
        $ tc actions add action mirred ingress mirror dev va stolen index 35
        E: Bad action type stolen|
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
        $ tc actions add action mirred ingress mirror dev va trap index 36
        $ tc actions list action mirred
        total acts 9|
        |
        	action order 0: mirred (Egress Redirect to device va) stolen|
        	index 1 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 1: mirred (Egress Redirect to device vb) stolen|
        	index 2 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 2: mirred (Egress Mirror to device *) pipe|
        	index 3 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 3: mirred (Egress Mirror to device va) pass|
        	index 30 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 4: mirred (Ingress Mirror to device va) continue|
        	index 31 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 5: mirred (Ingress Mirror to device va) reclassify|
        	index 32 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 6: mirred (Ingress Mirror to device va) drop|
        	index 33 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 7: mirred (Ingress Mirror to device va) jump 2|
        	index 34 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 8: mirred (Ingress Mirror to device va) trap|
        	index 36 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc actions delete
        $ tc actions delete action
        $ tc actions delete action mirred
        E: Error: no index specified action: mirred|
        = 255
        $ tc actions delete action mirred index
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions delete action mirred index x
        E: Illegal "index"|
        = 255
        $ tc actions get
        total acts 0|
        $ tc actions get action mirred
        E: Error: no index specified action: mirred|
        = 255
        $ tc actions show action mirred
        total acts 9|
        |
        	action order 0: mirred (Egress Redirect to device va) stolen|
        	index 1 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 1: mirred (Egress Redirect to device vb) stolen|
        	index 2 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 2: mirred (Egress Mirror to device *) pipe|
        	index 3 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 3: mirred (Egress Mirror to device va) pass|
        	index 30 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 4: mirred (Ingress Mirror to device va) continue|
        	index 31 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 5: mirred (Ingress Mirror to device va) reclassify|
        	index 32 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 6: mirred (Ingress Mirror to device va) drop|
        	index 33 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 7: mirred (Ingress Mirror to device va) jump 2|
        	index 34 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 8: mirred (Ingress Mirror to device va) trap|
        	index 36 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc actions ls action mirred
        total acts 9|
        |
        	action order 0: mirred (Egress Redirect to device va) stolen|
        	index 1 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 1: mirred (Egress Redirect to device vb) stolen|
        	index 2 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 2: mirred (Egress Mirror to device *) pipe|
        	index 3 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 3: mirred (Egress Mirror to device va) pass|
        	index 30 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 4: mirred (Ingress Mirror to device va) continue|
        	index 31 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 5: mirred (Ingress Mirror to device va) reclassify|
        	index 32 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 6: mirred (Ingress Mirror to device va) drop|
        	index 33 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 7: mirred (Ingress Mirror to device va) jump 2|
        	index 34 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 8: mirred (Ingress Mirror to device va) trap|
        	index 36 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc actions lst action mirred
        total acts 9|
        |
        	action order 0: mirred (Egress Redirect to device va) stolen|
        	index 1 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 1: mirred (Egress Redirect to device vb) stolen|
        	index 2 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 2: mirred (Egress Mirror to device *) pipe|
        	index 3 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 3: mirred (Egress Mirror to device va) pass|
        	index 30 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 4: mirred (Ingress Mirror to device va) continue|
        	index 31 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 5: mirred (Ingress Mirror to device va) reclassify|
        	index 32 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 6: mirred (Ingress Mirror to device va) drop|
        	index 33 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 7: mirred (Ingress Mirror to device va) jump 2|
        	index 34 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 8: mirred (Ingress Mirror to device va) trap|
        	index 36 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc actions bogus
        E: Command "bogus" is unknown, try "tc actions help".|
        = 255
        $ tc actions list action mirred bogus
        total acts 9|
        |
        	action order 0: mirred (Egress Redirect to device va) stolen|
        	index 1 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 1: mirred (Egress Redirect to device vb) stolen|
        	index 2 ref 1 bind 1|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 2: mirred (Egress Mirror to device *) pipe|
        	index 3 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 3: mirred (Egress Mirror to device va) pass|
        	index 30 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 4: mirred (Ingress Mirror to device va) continue|
        	index 31 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 5: mirred (Ingress Mirror to device va) reclassify|
        	index 32 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 6: mirred (Ingress Mirror to device va) drop|
        	index 33 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 7: mirred (Ingress Mirror to device va) jump 2|
        	index 34 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        |
        	action order 8: mirred (Ingress Mirror to device va) trap|
        	index 36 ref 1 bind 0|
        	not_in_hw|
        	used_hw_stats disabled|
        $ tc actions add action mirred egress mirror dev va index 40 cookie 1234
        $ tc actions get action mirred index 40
        total acts 0|
        |
        	action order 1: mirred (Egress Mirror to device va) pipe|
        	index 40 ref 1 bind 0|
        	cookie 1234|
        	not_in_hw|
        """;
}
