namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>tc chain, and goto chain. Observed with iproute2 6.1.0 on Linux 6.18 in a private network namespace. See <see cref="Transcript"/> for the notation.</summary>
internal static class TcChainTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ ip link set ifb0 up
        $ ip link set va up
        $ ip link set vb up
        $ tc qdisc add dev vb clsact
        $ tc chain show dev vb ingress
        $ tc filter add dev vb ingress protocol ip pref 5 u32 match u32 0 0 flowid 1:1
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        $ tc -j chain show dev vb ingress
        [{"parent":"ffff:","chain":0}]|
        $ tc chain show dev vb egress
        $ tc chain show dev vb
        $ tc chain add dev vb ingress chain 5
        $ tc chain add dev vb ingress chain 5
        E: Error: Filter chain already exists.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain get dev vb ingress chain 5
        chain parent ffff: chain 5 |
        $ tc -j chain get dev vb ingress chain 5
        [{"parent":"ffff:","chain":5}]|
        $ tc chain get dev vb ingress chain 6
        E: Error: Cannot find specified filter chain.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain show dev vb ingress chain 5
        chain parent ffff: |
        $ tc filter add dev vb ingress chain 5 protocol ip pref 8 u32 match u32 0 0 flowid 1:1
        $ tc chain del dev vb ingress chain 5
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        $ tc filter show dev vb ingress chain 5
        $ tc filter add dev vb ingress chain 6 protocol ip pref 8 u32 match u32 0 0 flowid 1:1
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        chain parent ffff: chain 6 |
        $ tc filter del dev vb ingress chain 6 pref 8
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        $ tc chain add dev vb ingress chain 6
        $ tc filter add dev vb ingress chain 6 protocol ip pref 8 u32 match u32 0 0 flowid 1:1
        $ tc filter del dev vb ingress chain 6
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        chain parent ffff: chain 6 |
        $ tc filter add dev vb ingress chain 6 protocol ip pref 8 u32 match u32 0 0 action mirred egress mirror dev va goto chain 9
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        chain parent ffff: chain 6 |
        $ tc filter show dev vb ingress chain 6
        filter protocol ip pref 8 u32 |
        filter protocol ip pref 8 u32 fh 804: ht divisor 1 |
        filter protocol ip pref 8 u32 fh 804::800 order 2048 key ht 804 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Mirror to device va) goto chain 9|
        	index 1 ref 1 bind 1|
        |
        $ tc chain del dev vb ingress chain 9
        E: Error: Cannot find specified filter chain.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter show dev vb ingress chain 9
        $ tc chain add dev vb ingress chain 9
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        chain parent ffff: chain 6 |
        chain parent ffff: chain 9 |
        $ tc chain del dev vb ingress chain 9
        $ tc chain show dev vb ingress
        chain parent ffff: chain 0 |
        chain parent ffff: chain 6 |
        $ tc actions add action mirred egress mirror dev va goto chain 9
        E: Error: can't goto NULL proto/chain.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action mirred egress mirror dev va goto chain 9 index 12
        E: Error: can't goto NULL proto/chain.|
        E: We have an error talking to the kernel|
        = 255
        $ tc filter add dev vb ingress chain 6 protocol ip pref 9 u32 match u32 0 0 action mirred egress mirror dev va goto chain x
        E: Illegal "chain index"|
        E: Illegal "chain index"|
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
        $ tc filter add dev vb ingress chain 6 protocol ip pref 9 u32 match u32 0 0 action mirred egress mirror dev va goto 7
        E: "chain index" expected|
        E: "chain index" expected|
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
        $ tc filter add dev vb ingress chain 6 protocol ip pref 9 u32 match u32 0 0 action mirred egress mirror dev va goto chain 268435456
        E: Illegal "chain index"|
        E: Illegal "chain index"|
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
        $ tc chain show block 5
        E: Cannot find block "5"|
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
        $ tc chain del dev vb ingress
        $ tc chain del dev vb ingress chain 0
        E: Error: Cannot find specified filter chain.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain show dev vb ingress
        chain parent ffff: chain 6 |
        $ tc chain add dev vb ingress chain 268435456
        E: Error: Specified chain index exceeds upper limit.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain flush dev vb ingress
        E: Command "flush" is unknown, try "tc chain help".|
        = 255
        $ tc chain add
        E: RTNETLINK answers: No such device|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain add chain 7
        E: RTNETLINK answers: No such device|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain add dev vb parent ffff: chain 7
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain add dev vb parent ffff:fff2 chain 7
        $ tc chain show dev vb parent ffff:fff2
        chain parent ffff: chain 6 |
        chain parent ffff: chain 7 |
        chain parent ffff: chain 7 |
        $ tc chain show dev vb parent ffff:
        $ tc chain add dev va ingress chain 7
        E: Error: Parent Qdisc doesn't exists.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain show dev va ingress
        $ tc chain del dev va ingress chain 7
        E: Error: Parent Qdisc doesn't exists.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain add dev vb ingress protocol ip chain 77
        $ tc chain add dev vb ingress protocol ip pref 5 chain 78
        $ tc chain add dev vb ingress handle 5 chain 79
        E: Must specify filter type when using "handle"|
        = 255
        $ tc chain replace dev vb ingress chain 79
        E: Command "replace" is unknown, try "tc chain help".|
        = 255
        $ tc chain change dev vb ingress chain 79
        E: Command "change" is unknown, try "tc chain help".|
        = 255
        $ tc chain list dev vb ingress
        chain parent ffff: chain 6 |
        chain parent ffff: chain 7 |
        chain parent ffff: chain 77 |
        chain parent ffff: chain 78 |
        chain parent ffff: chain 78 |
        """;
}
