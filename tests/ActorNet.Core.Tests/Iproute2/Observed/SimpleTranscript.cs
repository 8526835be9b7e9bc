namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Simple, which tc prints as text into JSON too. Observed with iproute2 6.1.0 on user-mode Linux 6.1.176. See <see cref="Transcript"/> for the notation.</summary>
internal static class SimpleTranscript
{
    public const string Text =
        """
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ tc qdisc add dev vb clsact
        $ tc actions add action simple sdata "hello"
        $ tc actions add action simple
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action simple help
        E: Usage:... simple [sdata STRING] [index INDEX] [CONTROL]|
        E: 	STRING being an arbitrary string|
        E: 	INDEX := optional index value used|
        E: 	CONTROL := reclassify|pipe|drop|continue|ok|
        = 255
        $ tc actions add action simple sdata
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action simple sdata hello index 5
        $ tc actions add action simple sdata hello drop index 6
        $ tc actions add action simple sdata hello goto chain 5 index 7
        E: Error: can't goto NULL proto/chain.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action simple sdata 0123456789012345678901234567890 index 8
        $ tc actions add action simple sdata 01234567890123456789012345678901 index 9
        E: simple: Illegal string len 32 <01234567890123456789012345678901>|
        E: bad action parsing|
        E: parse_action: bad value (5:simple)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action simple index 10
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action simple index x
        E: simple: Illegal "index" (x)|
        E: bad action parsing|
        E: parse_action: bad value (3:simple)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action simple sdata a index x
        E: simple: Illegal "index" (x)|
        E: bad action parsing|
        E: parse_action: bad value (5:simple)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action simple sdata "" index 11
        $ tc actions add action simple sd a ind 12
        $ tc actions add action simple sdata a jump 3 index 13
        $ tc actions add action simple sdata a bogus
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
        $ tc actions add action simple sdata a index 14 drop
        $ tc actions add action simple sdata a sdata b index 15
        $ tc actions add action simple index 16 sdata b
        E: Bad action type sdata|
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
        $ tc actions add action simple drop sdata b index 17
        E: Usage:... simple [sdata STRING] [index INDEX] [CONTROL]|
        E: 	STRING being an arbitrary string|
        E: 	INDEX := optional index value used|
        E: 	CONTROL := reclassify|pipe|drop|continue|ok|
        E: bad action parsing|
        E: parse_action: bad value (6:simple)!|
        E: Illegal "action"|
        = 255
        $ tc actions ls action simple
        total acts 9|
        |
        	action order 0: Simple <hello>|
        	 index 1 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 1: Simple <hello>|
        	 index 5 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 2: Simple <hello>|
        	 index 6 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 3: Simple <0123456789012345678901234567890>|
        	 index 8 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 4: Simple <>|
        	 index 11 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 5: Simple <a>|
        	 index 12 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 6: Simple <a>|
        	 index 13 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 7: Simple <a>|
        	 index 14 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 8: Simple <b>|
        	 index 15 ref 1 bind 0|
        	not_in_hw|
        $ tc actions change action simple sdata world index 5
        $ tc actions get action simple index 5
        total acts 0|
        |
        	action order 1: Simple <world>|
        	 index 5 ref 1 bind 0|
        	not_in_hw|
        $ tc actions change action simple index 5
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions get action simple index 5
        total acts 0|
        |
        	action order 1: Simple <world>|
        	 index 5 ref 1 bind 0|
        	not_in_hw|
        $ tc actions change action simple drop index 5
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions get action simple index 5
        total acts 0|
        |
        	action order 1: Simple <world>|
        	 index 5 ref 1 bind 0|
        	not_in_hw|
        $ tc filter add dev vb ingress pref 1 protocol ip matchall action simple index 5
        $ tc filter add dev vb ingress pref 2 protocol ip matchall action simple sdata xx reclassify
        $ tc filter add dev vb ingress pref 3 protocol ip matchall action simple sdata xx goto chain 7
        $ tc filter add dev vb ingress pref 4 protocol ip matchall action simple index 500
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter show dev vb ingress
        filter protocol ip pref 1 matchall chain 0 |
        filter protocol ip pref 1 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1: Simple <world>|
        	 index 5 ref 2 bind 1|
        |
        filter protocol ip pref 2 matchall chain 0 |
        filter protocol ip pref 2 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1: Simple <xx>|
        	 index 2 ref 1 bind 1|
        |
        filter protocol ip pref 3 matchall chain 0 |
        filter protocol ip pref 3 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1: Simple <xx>|
        	 index 3 ref 1 bind 1|
        |
        $ tc -j filter show dev vb ingress
        [{"protocol":"ip","pref":1,"kind":"matchall","chain":0},{"protocol":"ip","pref":1,"kind":"matchall","chain":0,"options":{"handle":1,"not_in_hw":true,"actions":[{"order":1Simple <world>|
        	 index 5 ref 2 bind 1}]}},{"protocol":"ip","pref":2,"kind":"matchall","chain":0},{"protocol":"ip","pref":2,"kind":"matchall","chain":0,"options":{"handle":1,"not_in_hw":true,"actions":[{"order":1Simple <xx>|
        	 index 2 ref 1 bind 1}]}},{"protocol":"ip","pref":3,"kind":"matchall","chain":0},{"protocol":"ip","pref":3,"kind":"matchall","chain":0,"options":{"handle":1,"not_in_hw":true,"actions":[{"order":1Simple <xx>|
        	 index 3 ref 1 bind 1}]}}]|
        $ tc filter del dev vb ingress
        $ tc actions flush action simple
        """;
}
