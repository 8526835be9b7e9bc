namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>gact, matchall, filter get and chains. Observed with iproute2 6.1.0 on user-mode Linux 6.1.176. See <see cref="Transcript"/> for the notation.</summary>
internal static class TcGactTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ tc qdisc add dev vb clsact
        $ tc qdisc del dev vb clsact
        $ tc qdisc del dev vb clsact
        E: Error: Invalid handle.|
        = 2
        $ tc qdisc del dev vb parent ffff:fff1
        E: Error: Cannot delete qdisc with handle of zero.|
        = 2
        $ tc qdisc add dev vb ingress
        $ tc filter add dev vb ingress protocol ip pref 5 u32
        $ tc filter add dev vb ingress protocol ip pref 6 u32 match u32 0 0 action drop
        $ tc actions change action drop index 555
        $ tc actions change action drop
        $ tc actions replace action drop index 556
        $ tc actions get action gact index 556
        total acts 0|
        |
        	action order 1: gact action drop|
        	 random type none pass val 0|
        	 index 556 ref 1 bind 0|
        	not_in_hw|
        $ tc actions delete action gact index 1
        E: Error: Failed to delete TC action.|
        E: We have an error talking to the kernel|
        E: Command "action" is unknown, try "tc actions help".|
        = 255
        $ tc actions delete action gact index 556
        $ tc actions flush action gact
        E: RTNETLINK answers: Operation not permitted|
        E: We have an error flushing|
        = 1
        $ tc actions list action gact
        total acts 3|
        |
        	action order 0: gact action drop|
        	 random type none pass val 0|
        	 index 1 ref 1 bind 1|
        	not_in_hw|
        |
        	action order 1: gact action drop|
        	 random type none pass val 0|
        	 index 2 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 2: gact action drop|
        	 random type none pass val 0|
        	 index 555 ref 1 bind 0|
        	not_in_hw|
        $ tc actions flush action gact
        E: RTNETLINK answers: Operation not permitted|
        E: We have an error flushing|
        = 1
        $ tc actions flush action nope
        E: Error: Cannot flush unknown TC action.|
        E: We have an error flushing|
        = 1
        $ tc actions list action nope
        $ tc actions delete action nope index 1
        E: Error: Failed to delete TC action.|
        E: We have an error talking to the kernel|
        E: Command "action" is unknown, try "tc actions help".|
        = 255
        $ tc actions get action nope index 1
        total acts 0|
        |
        	action order 1: gact action drop|
        	 random type none pass val 0|
        	 index 1 ref 1 bind 1|
        	not_in_hw|
        $ tc actions add action nope
        E: Bad action type nope|
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
        $ tc filter get dev vb ingress pref 6 handle 801::800 protocol ip u32
        filter ingress protocol ip pref 6 u32 chain 0 fh 801::800 order 2048 key ht 801 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: gact action drop|
        	 random type none pass val 0|
        	 index 1 ref 1 bind 1|
        |
        $ tc -j filter get dev vb ingress pref 6 handle 801::800 protocol ip u32
        [{"ingress":true,"protocol":"ip","pref":6,"kind":"u32","chain":0,"options":{"fh":"801::800","order":2048,"key_ht":"801","bkt":"0","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0},"actions":[{"order":1,"kind":"gact","control_action":{"type":"drop"},"prob":{"random_type":"none","control_action":{"type":"pass"},"val":0},"index":1,"ref":1,"bind":1}]}}]|
        $ tc filter get dev vb ingress pref 6 protocol ip u32
        E: Must specify filter "handle"|
        = 255
        $ tc filter get dev vb ingress
        E: Must specify filter protocol|
        = 255
        $ tc filter get dev vb ingress pref 6 handle 801::805 protocol ip u32
        E: Error: Specified filter handle not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter get dev vb ingress pref 6 handle 801::800 protocol arp u32
        E: Error: Filter with specified priority/protocol not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter get dev vb ingress pref 6 handle 801::800 protocol ip matchall
        E: Error: Specified filter kind does not match existing one.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter get dev vb ingress pref 7 handle 801::800 protocol ip u32
        E: Error: Filter with specified priority/protocol not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter get dev vb ingress pref 6 handle 801::800 protocol ip
        E: Must specify filter type|
        = 255
        $ tc filter get dev vb ingress pref 6 handle 801: protocol ip u32
        filter ingress protocol ip pref 6 u32 chain 0 fh 801: ht divisor 1 |
        $ tc filter add dev vb ingress protocol ip pref 8 matchall action drop
        $ tc filter show dev vb ingress
        filter protocol ip pref 5 u32 chain 0 |
        filter protocol ip pref 5 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol ip pref 6 u32 chain 0 |
        filter protocol ip pref 6 u32 chain 0 fh 801: ht divisor 1 |
        filter protocol ip pref 6 u32 chain 0 fh 801::800 order 2048 key ht 801 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: gact action drop|
        	 random type none pass val 0|
        	 index 1 ref 1 bind 1|
        |
        filter protocol ip pref 8 matchall chain 0 |
        filter protocol ip pref 8 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1: gact action drop|
        	 random type none pass val 0|
        	 index 3 ref 1 bind 1|
        |
        $ tc filter get dev vb ingress pref 8 handle 1 protocol ip matchall
        filter ingress protocol ip pref 8 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1: gact action drop|
        	 random type none pass val 0|
        	 index 3 ref 1 bind 1|
        |
        $ tc filter get dev vb ingress pref 8 handle 2 protocol ip matchall
        E: Error: Specified filter handle not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter del dev vb ingress pref 8 handle 1 protocol ip matchall
        $ tc filter add dev vb ingress chain 3 protocol ip pref 8 matchall action drop
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        chain parent ffff: chain 3 |
        $ tc -j chain show dev vb ingress
        [{"parent":"ffff:","chain":0},{"parent":"ffff:","chain":3}]|
        $ tc chain add dev vb ingress chain 5
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        chain parent ffff: chain 3 |
        chain parent ffff: chain 5 |
        $ tc chain add dev vb ingress chain 5
        E: Error: Filter chain already exists.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain get dev vb ingress chain 5
        chain parent ffff: chain 5 |
        $ tc chain get dev vb ingress chain 6
        E: Error: Cannot find specified filter chain.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain get dev vb ingress
        chain parent ffff: chain 0 |
        $ tc -j chain show dev vb ingress
        [{"parent":"ffff:","chain":0},{"parent":"ffff:","chain":3},{"parent":"ffff:","chain":5}]|
        $ tc chain del dev vb ingress chain 3
        $ tc chain del dev vb ingress chain 6
        E: Error: Cannot find specified filter chain.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain del dev vb ingress chain 5
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        $ tc chain add dev vb ingress
        E: Error: Filter chain already exists.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        $ tc chain add dev vb chain 5
        E: Error: Qdisc not classful.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain add dev vb egress chain 5
        $ tc chain add block 5 chain 5
        E: Error: Block of given index was not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain add dev nope ingress chain 5
        E: Cannot find device "nope"|
        = 1
        $ tc chain show dev nope
        E: Cannot find device "nope"|
        = 1
        $ tc chain bogus
        E: Command "bogus" is unknown, try "tc chain help".|
        = 255
        $ tc chain add dev vb ingress chain 9 bogus
        E: Error: TC classifier not found.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain add dev vb ingress chain x
        E: Error: argument "x" is wrong: invalid chain index value|
        = 255
        $ tc chain add dev vb ingress chain 9 u32
        E: Error: Chain templates are not supported with specified classifier.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain add dev vb ingress chain 9 matchall
        E: Error: Chain templates are not supported with specified classifier.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress chain 11 protocol ip pref 1 matchall action goto chain 12
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        chain parent ffff: chain 5 |
        chain parent ffff: chain 11 |
        $ tc filter del dev vb ingress chain 11
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        chain parent ffff: chain 5 |
        $ tc filter show dev vb ingress chain 3
        $ tc chain show
        """;
}
