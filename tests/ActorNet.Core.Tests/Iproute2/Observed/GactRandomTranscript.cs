namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Gact with random verdicts. Observed with iproute2 6.1.0 on user-mode Linux 6.1.176. See <see cref="Transcript"/> for the notation.</summary>
internal static class GactRandomTranscript
{
    public const string Text =
        """
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ tc qdisc add dev vb clsact
        $ tc actions add action gact drop random determ pass 10
        $ tc actions add action drop random netrand ok 5
        $ tc actions add action pipe random netrand drop 0
        $ tc actions add action pipe random determ drop 10000
        $ tc actions add action pipe random determ drop 10001
        E: Illegal probability val  0x2711|
        E: bad action parsing|
        E: parse_action: bad value (5:pipe)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pipe random determ drop x
        E: Illegal probability val 0x1000|
        E: bad action parsing|
        E: parse_action: bad value (5:pipe)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pipe random determ drop
        E: Illegal probability val 0x1000|
        E: bad action parsing|
        E: parse_action: bad value (4:pipe)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pipe random determ bogus 5
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
        $ tc actions add action pipe random bogus drop 5
        E: Illegal "random type"|
        E: bad action parsing|
        E: parse_action: bad value (5:pipe)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pipe random
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action pipe random determ
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action pipe random determ goto chain 5 7
        E: Error: goto chain not allowed on fallback.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action pipe random determ jump 2 7
        $ tc actions add action p
        $ tc actions add action c index 71
        $ tc actions add action ga d index 72
        $ tc actions add action gact t index 73
        $ tc actions add action gact r index 74
        $ tc actions add action gact s index 75
        $ tc actions add action gact j 2 index 76
        $ tc actions add action gact g chain 2 index 77
        E: Error: can't goto NULL proto/chain.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action gact help
        E: Bad action type help|
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
        $ tc actions add action gact drop help
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
        $ tc actions add action gact drop index
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action gact drop index x
        E: Illegal "index"|
        E: bad action parsing|
        E: parse_action: bad value (4:gact)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action gact drop ind 0x50
        E: Illegal "index"|
        E: bad action parsing|
        E: parse_action: bad value (4:gact)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action gact drop index 010
        $ tc actions add action gact index 80
        $ tc actions add action gact index 80
        E: RTNETLINK answers: File exists|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action gact
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action gact drop random determ pipe 3 index 81
        $ tc actions ls action gact
        total acts 15|
        |
        	action order 0: gact action drop|
        	 random type determ pass val 10|
        	 index 1 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 1: gact action drop|
        	 random type netrand pass val 5|
        	 index 2 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 2: gact action pipe|
        	 random type netrand drop val 1|
        	 index 3 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 3: gact action pipe|
        	 random type determ drop val 10000|
        	 index 4 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 4: gact action pipe|
        	 random type determ jump 2 val 7|
        	 index 5 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 5: gact action pass|
        	 random type none pass val 0|
        	 index 6 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 6: gact action drop|
        	 random type none pass val 0|
        	 index 10 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 7: gact action pass|
        	 random type none pass val 0|
        	 index 71 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 8: gact action drop|
        	 random type none pass val 0|
        	 index 72 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 9: gact action trap|
        	 random type none pass val 0|
        	 index 73 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 10: gact action reclassify|
        	 random type none pass val 0|
        	 index 74 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 11: gact action drop|
        	 random type none pass val 0|
        	 index 75 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 12: gact action jump 2|
        	 random type none pass val 0|
        	 index 76 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 13: gact action pass|
        	 random type none pass val 0|
        	 index 80 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 14: gact action drop|
        	 random type determ pipe val 3|
        	 index 81 ref 1 bind 0|
        	not_in_hw|
        $ tc actions change action gact pass index 81
        $ tc actions get action gact index 81
        total acts 0|
        |
        	action order 1: gact action pass|
        	 random type determ pipe val 3|
        	 index 81 ref 1 bind 0|
        	not_in_hw|
        $ tc actions change action gact pass random netrand drop 4 index 81
        $ tc actions get action gact index 81
        total acts 0|
        |
        	action order 1: gact action pass|
        	 random type netrand drop val 4|
        	 index 81 ref 1 bind 0|
        	not_in_hw|
        $ tc actions change action gact pass random determ drop 0 index 81
        $ tc actions get action gact index 81
        total acts 0|
        |
        	action order 1: gact action pass|
        	 random type determ drop val 1|
        	 index 81 ref 1 bind 0|
        	not_in_hw|
        $ tc filter add dev vb ingress pref 1 protocol ip matchall action gact index 81
        $ tc filter add dev vb ingress pref 2 protocol ip matchall action gact goto chain 5 random determ drop 3
        $ tc filter add dev vb ingress pref 3 protocol ip matchall action gact drop random determ goto chain 5 3
        E: Error: goto chain not allowed on fallback.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter show dev vb ingress
        filter protocol ip pref 1 matchall chain 0 |
        filter protocol ip pref 1 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1: gact action pass|
        	 random type determ drop val 1|
        	 index 81 ref 2 bind 1|
        |
        filter protocol ip pref 2 matchall chain 0 |
        filter protocol ip pref 2 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1: gact action goto chain 5|
        	 random type determ drop val 3|
        	 index 7 ref 1 bind 1|
        |
        $ tc filter del dev vb ingress
        $ tc actions flush action gact
        """;
}
