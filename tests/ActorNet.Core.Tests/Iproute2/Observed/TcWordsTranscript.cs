namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>jump, cookie, skip_sw, u32 without match, shared blocks. Observed with iproute2 6.1.0 on Linux 6.18. See <see cref="Transcript"/> for the notation.</summary>
internal static class TcWordsTranscript
{
    public const string Text =
        """
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ ip link set va up
        $ ip link set vb up
        $ tc qdisc add dev vb ingress
        $ tc actions add action mirred egress mirror dev va jump
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action mirred egress mirror dev va jump x
        E: Invalid "jump count" (x)|
        E: Invalid "jump count" (x)|
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
        $ tc actions add action mirred egress mirror dev va jump 0 index 3
        $ tc actions add action mirred egress mirror dev va jump 600 index 4
        $ tc actions add action jump x
        E: Invalid "jump count" (x)|
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
        $ tc actions add action jump
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action mirred egress mirror dev va cookie zz
        E: Error: argument "zz" is wrong: cookie must be a hex string|
        E: |
        = 255
        $ tc actions add action mirred egress mirror dev va cookie 123
        E: Error: argument "123" is wrong: cookie must be a hex string|
        E: |
        = 255
        $ tc actions add action mirred egress mirror dev va cookie 12345678901234567890123456789012345678
        E: Error: argument "12345678901234567890123456789012345678" is wrong: 38 Max allowed size 32|
        = 255
        $ tc actions add action mirred egress mirror dev va cookie
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action mirred egress mirror dev va index 9 cookie AbCd action mirred egress mirror dev va
        $ tc -j actions list action mirred
        [{"total acts":4},{"actions":[{"order":0,"kind":"mirred","mirred_action":"mirror","direction":"egress","to_dev":"va","control_action":{"type":"pipe"},"index":1,"ref":1,"bind":0,"cookie":"abcd","not_in_hw":true,"used_hw_stats":["disabled"]},{"order":1,"kind":"mirred","mirred_action":"mirror","direction":"egress","to_dev":"va","control_action":{"type":"jump","jump":0},"index":3,"ref":1,"bind":0,"not_in_hw":true,"used_hw_stats":["disabled"]},{"order":2,"kind":"mirred","mirred_action":"mirror","direction":"egress","to_dev":"va","control_action":{"type":"jump","jump":600},"index":4,"ref":1,"bind":0,"not_in_hw":true,"used_hw_stats":["disabled"]},{"order":3,"kind":"mirred","mirred_action":"mirror","direction":"egress","to_dev":"va","control_action":{"type":"pipe"},"index":9,"ref":1,"bind":0,"cookie":"abcd","not_in_hw":true,"used_hw_stats":["disabled"]}]}]|
        $ tc filter add dev vb ingress protocol all pref 1 u32 match u32 0 0 action mirred index 9 cookie 77
        $ tc filter add dev vb ingress protocol all pref 1 u32 match u32 0 0 action mirred egress redirect dev va cookie 77 flowid 1:5
        $ tc filter show dev vb ingress
        filter protocol all pref 1 u32 chain 0 |
        filter protocol all pref 1 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol all pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Mirror to device va) pipe|
        	index 9 ref 2 bind 1|
        	cookie 77|
        	used_hw_stats disabled|
        |
        filter protocol all pref 1 u32 chain 0 fh 800::801 order 2049 key ht 800 bkt 0 *flowid 1:5 not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: mirred (Egress Redirect to device va) stolen|
        	index 2 ref 1 bind 1|
        	cookie 77|
        |
        $ tc filter add dev va ingress protocol all u32 match u32 0 0 action mirred egress redirect dev nope
        E: Cannot find device "nope"|
        E: bad action parsing|
        E: parse_action: bad value (5:mirred)!|
        E: Illegal "action"|
        = 1
        $ tc filter add dev va ingress protocol all frob
        E: Error: Parent Qdisc doesn't exists.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev nope ingress protocol all u32 match u32 0 0 action mirred egress redirect dev nope2
        E: Cannot find device "nope"|
        = 1
        $ tc filter add dev vb ingress protocol all pref 2 u32 match u32 0 0 action mirred egress mirror dev va action mirred egress redirect dev nope
        E: Cannot find device "nope"|
        E: bad action parsing|
        E: parse_action: bad value (5:mirred)!|
        E: Illegal "action"|
        = 1
        $ tc filter add dev vb ingress protocol all pref 2 u32 match u32 0 0 action foo
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
        $ tc filter add dev vb ingress protocol all pref 2 u32 match u32 0 0 action mirred egress mirror dev va foo
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
        $ tc filter add dev vb ingress protocol all pref 2 u32 match u32 0 0 skip_hw skip_sw flowid 1:1
        E: skip_hw and skip_sw are mutually exclusive|
        = 1
        $ tc filter add dev vb ingress protocol all pref 2 u32 match u32 0 0 skip_sw flowid 1:1
        $ tc filter show dev vb ingress pref 2
        filter protocol all u32 chain 0 |
        filter protocol all u32 chain 0 fh 801: ht divisor 1 |
        filter protocol all u32 chain 0 fh 801::800 order 2048 key ht 801 bkt 0 *flowid 1:1 skip_sw not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter add dev vb ingress protocol all pref 3 u32 match u32 0 0 skip_sw skip_sw flowid 1:1
        $ tc filter add dev vb ingress protocol all pref 4 u32 flowid 1:1
        E: Error: cls_u32: Selector not specified.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress protocol all pref 4 handle 1 u32
        E: Illegal filter ID|
        = 1
        $ tc filter add dev vb ingress protocol all pref 4 handle 800:: u32
        E: Error: Filter already exists.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress protocol all pref 4 handle 801:: u32
        E: Error: Filter already exists.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter show dev vb ingress pref 4
        $ tc chain add dev vb ingress chain 5
        $ tc -j chain show dev vb ingress
        [{"parent":"ffff:","chain":0},{"parent":"ffff:","chain":5}]|
        $ tc qdisc del dev vb ingress
        $ tc qdisc add dev vb ingress_block 22 ingress
        $ tc chain add block 22 chain 5
        $ tc chain add block 22
        $ tc chain show block 22
        chain chain 5 |
        chain chain 0 |
        $ tc -j chain show block 22
        [{"chain":5},{"chain":0}]|
        $ tc chain show dev vb ingress
        chain block 22 chain 5 |
        chain block 22 chain 0 |
        $ tc chain get block 22 chain 5
        E: Must specify filter parent|
        = 255
        $ tc chain add dev vb ingress chain 6
        E: Error: This filter block is shared. Please use the block index to manipulate the filters.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain del block 22 chain 5
        $ tc filter add block 22 protocol all pref 2 u32 match u32 0 0 flowid 1:1
        $ tc filter get block 22 protocol all pref 2 handle 800::800 u32
        E: Must specify filter parent|
        = 255
        $ tc filter show block 22
        filter protocol all pref 2 u32 chain 0 |
        filter protocol all pref 2 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol all pref 2 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        $ tc filter show dev vb ingress
        filter block 22 protocol all pref 2 u32 chain 0 |
        filter block 22 protocol all pref 2 u32 chain 0 fh 800: ht divisor 1 |
        filter block 22 protocol all pref 2 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 *flowid 1:1 not_in_hw |
          match 00000000/00000000 at 0|
        $ tc -j filter show dev vb ingress
        [{"block":22,"protocol":"all","pref":2,"kind":"u32","chain":0},{"block":22,"protocol":"all","pref":2,"kind":"u32","chain":0,"options":{"fh":"800:","ht_divisor":1}},{"block":22,"protocol":"all","pref":2,"kind":"u32","chain":0,"options":{"fh":"800::800","order":2048,"key_ht":"800","bkt":"0","flowid":"1:1","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0}}}]|
        $ tc qdisc show dev vb
        qdisc noqueue 0: root refcnt 2 |
        qdisc ingress ffff: parent ffff:fff1 ingress_block 22 ---------------- |
        $ tc -j qdisc show dev vb
        [{"kind":"noqueue","handle":"0:","root":true,"refcnt":2,"options":{}},{"kind":"ingress","handle":"ffff:","parent":"ffff:fff1","ingress_block":22,"options":{}}]|
        """;
}
