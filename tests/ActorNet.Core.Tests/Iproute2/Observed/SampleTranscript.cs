namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Sample. Observed with iproute2 6.1.0 on user-mode Linux 6.1.176. See <see cref="Transcript"/> for the notation.</summary>
internal static class SampleTranscript
{
    public const string Text =
        """
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ tc qdisc add dev vb clsact
        $ tc actions add action sample
        E: sample bad argument count 1|
        E: Usage: sample SAMPLE_CONF|
        E: where:|
        E: 	SAMPLE_CONF := SAMPLE_PARAMS | SAMPLE_INDEX|
        E: 	SAMPLE_PARAMS := rate RATE group GROUP [trunc SIZE] [SAMPLE_INDEX]|
        E: 	SAMPLE_INDEX := index INDEX|
        E: 	RATE := The ratio of packets observed at the data source to the samples generated.|
        E: 	GROUP := the psample sampling group|
        E: 	SIZE := the truncation size|
        E: 	INDEX := integer index of the sample action|
        = 255
        $ tc actions add action sample help
        E: Usage: sample SAMPLE_CONF|
        E: where:|
        E: 	SAMPLE_CONF := SAMPLE_PARAMS | SAMPLE_INDEX|
        E: 	SAMPLE_PARAMS := rate RATE group GROUP [trunc SIZE] [SAMPLE_INDEX]|
        E: 	SAMPLE_INDEX := index INDEX|
        E: 	RATE := The ratio of packets observed at the data source to the samples generated.|
        E: 	GROUP := the psample sampling group|
        E: 	SIZE := the truncation size|
        E: 	INDEX := integer index of the sample action|
        = 255
        $ tc actions add action sample rate 10
        E: param "group" not set|
        E: Usage: sample SAMPLE_CONF|
        E: where:|
        E: 	SAMPLE_CONF := SAMPLE_PARAMS | SAMPLE_INDEX|
        E: 	SAMPLE_PARAMS := rate RATE group GROUP [trunc SIZE] [SAMPLE_INDEX]|
        E: 	SAMPLE_INDEX := index INDEX|
        E: 	RATE := The ratio of packets observed at the data source to the samples generated.|
        E: 	GROUP := the psample sampling group|
        E: 	SIZE := the truncation size|
        E: 	INDEX := integer index of the sample action|
        = 255
        $ tc actions add action sample group 10
        E: param "rate" not set|
        E: Usage: sample SAMPLE_CONF|
        E: where:|
        E: 	SAMPLE_CONF := SAMPLE_PARAMS | SAMPLE_INDEX|
        E: 	SAMPLE_PARAMS := rate RATE group GROUP [trunc SIZE] [SAMPLE_INDEX]|
        E: 	SAMPLE_INDEX := index INDEX|
        E: 	RATE := The ratio of packets observed at the data source to the samples generated.|
        E: 	GROUP := the psample sampling group|
        E: 	SIZE := the truncation size|
        E: 	INDEX := integer index of the sample action|
        = 255
        $ tc actions add action sample rate 10 group 5
        $ tc actions add action sample rate 10 group 5 trunc 100 index 5
        $ tc actions add action sample rate 10 group 5 trunc 0 drop index 6
        $ tc actions add action sample rate 0 group 5
        E: Error: invalid sample rate.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action sample rate x group 5
        E: Illegal rate x|
        E: Usage: sample SAMPLE_CONF|
        E: where:|
        E: 	SAMPLE_CONF := SAMPLE_PARAMS | SAMPLE_INDEX|
        E: 	SAMPLE_PARAMS := rate RATE group GROUP [trunc SIZE] [SAMPLE_INDEX]|
        E: 	SAMPLE_INDEX := index INDEX|
        E: 	RATE := The ratio of packets observed at the data source to the samples generated.|
        E: 	GROUP := the psample sampling group|
        E: 	SIZE := the truncation size|
        E: 	INDEX := integer index of the sample action|
        = 255
        $ tc actions add action sample rate 10 group x
        E: Illegal group num x|
        E: Usage: sample SAMPLE_CONF|
        E: where:|
        E: 	SAMPLE_CONF := SAMPLE_PARAMS | SAMPLE_INDEX|
        E: 	SAMPLE_PARAMS := rate RATE group GROUP [trunc SIZE] [SAMPLE_INDEX]|
        E: 	SAMPLE_INDEX := index INDEX|
        E: 	RATE := The ratio of packets observed at the data source to the samples generated.|
        E: 	GROUP := the psample sampling group|
        E: 	SIZE := the truncation size|
        E: 	INDEX := integer index of the sample action|
        = 255
        $ tc actions add action sample rate 10 group 5 trunc x
        E: Illegal truncation size x|
        E: Usage: sample SAMPLE_CONF|
        E: where:|
        E: 	SAMPLE_CONF := SAMPLE_PARAMS | SAMPLE_INDEX|
        E: 	SAMPLE_PARAMS := rate RATE group GROUP [trunc SIZE] [SAMPLE_INDEX]|
        E: 	SAMPLE_INDEX := index INDEX|
        E: 	RATE := The ratio of packets observed at the data source to the samples generated.|
        E: 	GROUP := the psample sampling group|
        E: 	SIZE := the truncation size|
        E: 	INDEX := integer index of the sample action|
        = 255
        $ tc actions add action sample rate 10 group 5 index x
        E: sample: Illegal "index"|
        E: bad action parsing|
        E: parse_action: bad value (7:sample)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action sample index 50
        E: Error: sample rate and group are required.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action sample rate 10 group 5 goto chain 5
        E: Error: can't goto NULL proto/chain.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action sample rate 10 group 5 continue index 7
        $ tc actions add action sample r 10 g 5 t 7 c ind 8
        $ tc actions add action sample rate 10 group 0 index 9
        $ tc actions add action sample rate 10 group 4294967295 index 10
        $ tc actions add action sample drop rate 10 group 4 index 11
        E: param "group" not set|
        E: Usage: sample SAMPLE_CONF|
        E: where:|
        E: 	SAMPLE_CONF := SAMPLE_PARAMS | SAMPLE_INDEX|
        E: 	SAMPLE_PARAMS := rate RATE group GROUP [trunc SIZE] [SAMPLE_INDEX]|
        E: 	SAMPLE_INDEX := index INDEX|
        E: 	RATE := The ratio of packets observed at the data source to the samples generated.|
        E: 	GROUP := the psample sampling group|
        E: 	SIZE := the truncation size|
        E: 	INDEX := integer index of the sample action|
        = 255
        $ tc actions add action sample index 12 rate 10 group 4
        E: Bad action type rate|
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
        $ tc actions add action sample rate 10 group 4 index 13 trap
        $ tc actions add action sample rate 10 rate 20 group 4 index 14
        $ tc actions add action sample rate
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions ls action sample
        total acts 9|
        |
        	action order 0: sample rate 1/10 group 5 pipe|
        	 index 1 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 1: sample rate 1/10 group 5 trunc_size 100 pipe|
        	 index 5 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 2: sample rate 1/10 group 5 trunc_size 0 drop|
        	 index 6 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 3: sample rate 1/10 group 5 continue|
        	 index 7 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 4: sample rate 1/10 group 5 trunc_size 7 continue|
        	 index 8 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 5: sample rate 1/10 group 0 pipe|
        	 index 9 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 6: sample rate 1/10 group 4294967295 pipe|
        	 index 10 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 7: sample rate 1/10 group 4 pipe|
        	 index 13 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 8: sample rate 1/20 group 4 pipe|
        	 index 14 ref 1 bind 0|
        	not_in_hw|
        $ tc actions change action sample rate 20 group 6 index 5
        $ tc actions get action sample index 5
        total acts 0|
        |
        	action order 1: sample rate 1/20 group 6 trunc_size 100 pipe|
        	 index 5 ref 1 bind 0|
        	not_in_hw|
        $ tc actions change action sample index 5
        E: Error: sample rate and group are required.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions change action sample rate 7 index 5
        E: Error: sample rate and group are required.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions get action sample index 5
        total acts 0|
        |
        	action order 1: sample rate 1/20 group 6 trunc_size 100 pipe|
        	 index 5 ref 1 bind 0|
        	not_in_hw|
        $ tc filter add dev vb ingress pref 1 protocol ip matchall action sample index 5
        $ tc filter add dev vb ingress pref 2 protocol ip matchall action sample rate 1 group 5 action drop
        $ tc filter add dev vb ingress pref 3 protocol ip matchall action sample index 500
        E: Error: sample rate and group are required.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress pref 3 protocol ip matchall action sample rate 5
        E: param "group" not set|
        E: Usage: sample SAMPLE_CONF|
        E: where:|
        E: 	SAMPLE_CONF := SAMPLE_PARAMS | SAMPLE_INDEX|
        E: 	SAMPLE_PARAMS := rate RATE group GROUP [trunc SIZE] [SAMPLE_INDEX]|
        E: 	SAMPLE_INDEX := index INDEX|
        E: 	RATE := The ratio of packets observed at the data source to the samples generated.|
        E: 	GROUP := the psample sampling group|
        E: 	SIZE := the truncation size|
        E: 	INDEX := integer index of the sample action|
        = 255
        $ tc filter show dev vb ingress
        filter protocol ip pref 1 matchall chain 0 |
        filter protocol ip pref 1 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1: sample rate 1/20 group 6 trunc_size 100 pipe|
        	 index 5 ref 2 bind 1|
        |
        filter protocol ip pref 2 matchall chain 0 |
        filter protocol ip pref 2 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1: sample rate 1/1 group 5 pipe|
        	 index 2 ref 1 bind 1|
        |
        	action order 2: gact action drop|
        	 random type none pass val 0|
        	 index 2 ref 1 bind 1|
        |
        $ tc filter del dev vb ingress
        $ tc actions flush action sample
        $ tc -j actions ls action sample
        []|
        """;
}
