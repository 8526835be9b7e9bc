namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Police apart from filters: words, refusals, how it is shown. Observed with iproute2 6.1.0 on user-mode Linux 6.1.176. See <see cref="Transcript"/> for the notation.</summary>
internal static class PoliceTranscript
{
    public const string Text =
        """
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ tc qdisc add dev vb clsact
        $ tc actions add action police
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action police help
        E: Usage: ... police [ rate BPS burst BYTES[/BYTES] ] |
        E: 		[ pkts_rate RATE pkts_burst PACKETS ] [ mtu BYTES[/BYTES] ]|
        E: 		[ peakrate BPS ] [ avrate BPS ] [ overhead BYTES ]|
        E: 		[ linklayer TYPE ] [ CONTROL ]|
        E: Where: CONTROL := conform-exceed <EXCEEDACT>[/NOTEXCEEDACT]|
        E: 		  Define how to handle packets which exceed (<EXCEEDACT>)|
        E: 		  or conform (<NOTEXCEEDACT>) the configured bandwidth limit.|
        E:        EXCEEDACT/NOTEXCEEDACT := { pipe | ok | reclassify | drop | continue ||
        E: 				   goto chain <CHAIN_INDEX> }|
        = 255
        $ tc actions add action police bogus
        E: bad action parsing|
        E: parse_action: bad value (2:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police rate 1mbit
        E: 'burst' requires 'rate'.|
        E: bad action parsing|
        E: parse_action: bad value (3:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police burst 1000
        E: 'rate' or 'avrate' or 'mtu' or 'pkts_rate' MUST be specified.|
        E: bad action parsing|
        E: parse_action: bad value (3:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police rate 1mbit burst 10k
        E: Warning: act_api: Failed to setup tc actions for offload.|
        $ tc actions add action police rate 1mbit burst 10k conform-exceed drop/pipe
        $ tc actions add action police rate 1mbit burst 10k conform-exceed pipe / continue index 5
        $ tc actions add action police rate 1mbit burst 10k conform-exceed d/s index 6
        $ tc actions add action police rate 1mbit burst 10k conform-exceed 3/77 index 7
        E: Warning: act_api: Failed to setup tc actions for offload.|
        $ tc actions add action police rate 1mbit burst 10k conform-exceed 4/5 index 8
        E: Warning: act_api: Failed to setup tc actions for offload.|
        $ tc actions add action police rate 1mbit burst 10k conform-exceed jump 2 / pipe index 9
        $ tc actions add action police rate 1mbit burst 10k conform-exceed -1/268435457 index 10
        $ tc actions add action police rate 1mbit burst 10k trap index 11
        E: Warning: act_api: Failed to setup tc actions for offload.|
        $ tc actions ls action police
        total acts 9|
        |
        	action order 0:  police 0x1 rate 1Mbit burst 10Kb mtu 2Kb action reclassify overhead 0b |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 1:  police 0x2 rate 1Mbit burst 10Kb mtu 2Kb action drop/pipe overhead 0b |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 2:  police 0x3 rate 1Mbit burst 10Kb mtu 2Kb action reclassify overhead 0b |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 3:  police 0x5 rate 1Mbit burst 10Kb mtu 2Kb action pipe/continue overhead 0b |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 4:  police 0x6 rate 1Mbit burst 10Kb mtu 2Kb action drop/drop overhead 0b |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 5:  police 0x7 rate 1Mbit burst 10Kb mtu 2Kb action pipe/77 overhead 0b |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 6:  police 0x8 rate 1Mbit burst 10Kb mtu 2Kb action stolen/5 overhead 0b |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 7:  police 0x9 rate 1Mbit burst 10Kb mtu 2Kb action jump 2/pipe overhead 0b |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 8:  police 0xa rate 1Mbit burst 10Kb mtu 2Kb action continue/jump 1 overhead 0b |
        	ref 1 bind 0 |
        	not_in_hw|
        $ tc -d actions ls action police
        total acts 9|
        |
        	action order 0:  police 0x1 rate 1Mbit burst 10Kb mtu 2Kb action reclassify overhead 0b linklayer ethernet |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 1:  police 0x2 rate 1Mbit burst 10Kb mtu 2Kb action drop/pipe overhead 0b linklayer ethernet |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 2:  police 0x3 rate 1Mbit burst 10Kb mtu 2Kb action reclassify overhead 0b linklayer ethernet |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 3:  police 0x5 rate 1Mbit burst 10Kb mtu 2Kb action pipe/continue overhead 0b linklayer ethernet |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 4:  police 0x6 rate 1Mbit burst 10Kb mtu 2Kb action drop/drop overhead 0b linklayer ethernet |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 5:  police 0x7 rate 1Mbit burst 10Kb mtu 2Kb action pipe/77 overhead 0b linklayer ethernet |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 6:  police 0x8 rate 1Mbit burst 10Kb mtu 2Kb action stolen/5 overhead 0b linklayer ethernet |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 7:  police 0x9 rate 1Mbit burst 10Kb mtu 2Kb action jump 2/pipe overhead 0b linklayer ethernet |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 8:  police 0xa rate 1Mbit burst 10Kb mtu 2Kb action continue/jump 1 overhead 0b linklayer ethernet |
        	ref 1 bind 0 |
        	not_in_hw|
        $ tc -j actions ls action police
        [{"total acts":9},{"actions":[{"order":0,"kind":"police","index":1,"control_action":{"type":"reclassify"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":1,"kind":"police","index":2,"control_action":{"type":"drop"},"control_action":{"type":"pipe"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":2,"kind":"police","index":3,"control_action":{"type":"reclassify"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":3,"kind":"police","index":5,"control_action":{"type":"pipe"},"control_action":{"type":"continue"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":4,"kind":"police","index":6,"control_action":{"type":"drop"},"control_action":{"type":"drop"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":5,"kind":"police","index":7,"control_action":{"type":"pipe"},"control_action":{"type":"77"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":6,"kind":"police","index":8,"control_action":{"type":"stolen"},"control_action":{"type":"5"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":7,"kind":"police","index":9,"control_action":{"type":"jump","jump":2},"control_action":{"type":"pipe"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":8,"kind":"police","index":10,"control_action":{"type":"continue"},"control_action":{"type":"jump","jump":1},"overhead":0,"ref":1,"bind":0,"not_in_hw":true}]}]|
        $ tc actions flush action police
        $ tc actions add action police mtu 1k conform-exceed drop/bogus
        E: bad action parsing|
        E: parse_action: bad value (5:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police mtu 1k conform-exceed bogus
        E: Bad action type bogus|
        E: bad action parsing|
        E: parse_action: bad value (5:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police mtu 1k conform-exceed drop/
        E: bad action parsing|
        E: parse_action: bad value (5:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police mtu 1k conform-exceed drop / bogus
        E: Bad action type bogus|
        E: bad action parsing|
        E: parse_action: bad value (7:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police mtu 1k conform-exceed
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action police mtu 1k conform-exceed goto chain 5
        E: Error: can't goto NULL proto/chain.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action police mtu 1k conform-exceed goto chain x
        E: Illegal "chain index"|
        E: bad action parsing|
        E: parse_action: bad value (7:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police mtu 1k conform-exceed goto / pipe
        E: "chain index" expected|
        E: bad action parsing|
        E: parse_action: bad value (7:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police mtu 1k conform-exceed jump x
        E: Invalid "jump count" (x)|
        E: bad action parsing|
        E: parse_action: bad value (6:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police mtu 1k conform-exceed drop/goto
        E: Error: goto chain not allowed on fallback.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action police mtu 1k conform-exceed 77
        E: Error: invalid control action.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action police mtu 1k drop/jump
        E: Bad action type drop/jump|
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
        $ tc actions add action police rate 1mbit burst 10k peakrate 2mbit
        E: 'mtu' is required, if 'peakrate' is requested.|
        E: bad action parsing|
        E: parse_action: bad value (7:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police peakrate 2mbit mtu 1500
        E: 'peakrate' requires 'rate'.|
        E: bad action parsing|
        E: parse_action: bad value (5:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police rate 1mbit burst 10k peakrate 2mbit mtu 1500 drop
        $ tc actions add action police rate 1mbit burst 10k mtu 2kb mpu 64 overhead 14 linklayer atm drop index 77
        $ tc actions add action police rate 1mbit burst 10k avrate 500kbit
        E: bad action parsing|
        E: parse_action: bad value (7:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police avrate 500kbit
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action police mtu 1000 drop index 99
        $ tc actions add action police pkts_rate 1000 pkts_burst 100 drop
        $ tc actions add action police pkts_rate 1000
        E: 'pkts_burst' requires 'pkts_rate'.|
        E: bad action parsing|
        E: parse_action: bad value (3:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police rate 1mbit burst 10k pkts_rate 1000 pkts_burst 100
        E: 'rate' and 'pkts_rate' are not allowed in same action.|
        E: bad action parsing|
        E: parse_action: bad value (9:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police rate 5bit burst 10k
        E: 'rate' or 'avrate' or 'mtu' or 'pkts_rate' MUST be specified.|
        E: bad action parsing|
        E: parse_action: bad value (5:police)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action police rate 8bit burst 10k drop
        $ tc actions add action police rate 100gbit burst 10mb drop
        $ tc actions add action police rate 33gbit burst 1mb peakrate 400gbit mtu 64kb drop
        $ tc actions add action police rate 1mbit maxburst 5k/16 drop index 35
        $ tc actions add action police rate 1mbit burst 5k/1
        E: RTNETLINK answers: Cannot allocate memory|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action police rate 1mbit burst 5k mtu 255
        E: RTNETLINK answers: Cannot allocate memory|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action police pkts_rate 10 pkts_burst 5000000000 drop
        $ tc -d actions ls action police
        total acts 9|
        |
        	action order 0:  police 0x1 rate 1Mbit burst 10Kb mtu 1500b peakrate 2Mbit action drop overhead 0b linklayer ethernet |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 1:  police 0x2 rate 0bit burst 0b mtu 4096Mb pkts_rate 1000 pkts_burst 100 action drop overhead 0b linklayer unspec |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 2:  police 0x3 rate 8bit burst 0b mtu 2Kb action drop overhead 0b linklayer ethernet |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 3:  police 0x4 rate 100Gbit burst 10462500b mtu 2Kb action drop overhead 0b linklayer ethernet |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 4:  police 0x5 rate 33Gbit burst 1043625b mtu 64Kb peakrate 400Gbit action drop overhead 0b linklayer ethernet |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 5:  police 0x6 rate 0bit burst 0b mtu 4096Mb pkts_rate 10 pkts_burst 78 action drop overhead 0b linklayer unspec |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 6:  police 0x23 rate 1Mbit burst 5Kb mtu 4080b action drop overhead 0b linklayer ethernet |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 7:  police 0x4d rate 1Mbit burst 10Kb mtu 2Kb action drop overhead 14b linklayer atm |
        	ref 1 bind 0 |
        	not_in_hw|
        |
        	action order 8:  police 0x63 rate 0bit burst 0b mtu 1000b action drop overhead 0b linklayer unspec |
        	ref 1 bind 0 |
        	not_in_hw|
        $ tc -j actions ls action police
        [{"total acts":9},{"actions":[{"order":0,"kind":"police","index":1,"control_action":{"type":"drop"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":1,"kind":"police","index":2,"pkts_rate":1000,"pkts_burst":100,"control_action":{"type":"drop"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":2,"kind":"police","index":3,"control_action":{"type":"drop"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":3,"kind":"police","index":4,"control_action":{"type":"drop"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":4,"kind":"police","index":5,"control_action":{"type":"drop"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":5,"kind":"police","index":6,"pkts_rate":10,"pkts_burst":78,"control_action":{"type":"drop"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":6,"kind":"police","index":35,"control_action":{"type":"drop"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true},{"order":7,"kind":"police","index":77,"control_action":{"type":"drop"},"overhead":14,"linklayer":"atm","ref":1,"bind":0,"not_in_hw":true},{"order":8,"kind":"police","index":99,"control_action":{"type":"drop"},"overhead":0,"ref":1,"bind":0,"not_in_hw":true}]}]|
        $ tc actions get action police index 99
        total acts 0|
        |
        	action order 1:  police 0x63 rate 0bit burst 0b mtu 1000b action drop overhead 0b |
        	ref 1 bind 0 |
        	not_in_hw|
        $ tc actions add action police mtu 5k index 99
        E: RTNETLINK answers: File exists|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions change action police rate 2mbit burst 20k peakrate 4mbit mtu 5k conform-exceed drop/pipe index 99
        $ tc actions get action police index 99
        total acts 0|
        |
        	action order 1:  police 0x63 rate 2Mbit burst 20Kb mtu 5Kb peakrate 4Mbit action drop/pipe overhead 0b |
        	ref 1 bind 0 |
        	not_in_hw|
        $ tc actions change action police drop index 99
        $ tc actions get action police index 99
        total acts 0|
        |
        	action order 1:  police 0x63 rate 0bit burst 0b mtu 4096Mb action drop overhead 0b |
        	ref 1 bind 0 |
        	not_in_hw|
        $ tc actions add action police mtu 5k action police avrate 1mbit
        E: Error: act_api: Failed to setup tc actions for offload.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action police mtu 5k drop action police avrate 1mbit
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action police rate x burst 1mb
        E: Error: argument "x" is wrong: rate|
        = 255
        $ tc actions add action police rate 1mbit burst 10k/7
        E: Error: argument "10k/7" is wrong: buffer|
        = 255
        $ tc actions add action police rate 1mbit burst 10k/x
        E: Error: argument "10k" is wrong: buffer|
        = 255
        $ tc actions add action police rate 1mbit burst 10k burst 5k
        E: Error: duplicate "buffer/burst": "5k" is the second value.|
        = 255
        $ tc actions add action police rate 1mbit rate 2mbit burst 10k
        E: Error: duplicate "rate": "2mbit" is the second value.|
        = 255
        $ tc actions add action police mtu 1k mtu 2k
        E: Error: duplicate "mtu/minburst": "2k" is the second value.|
        = 255
        $ tc actions add action police mpu x
        E: Error: argument "x" is wrong: mpu|
        = 255
        $ tc actions add action police overhead 70000
        E: Error: argument "70000" is wrong: overhead|
        = 255
        $ tc actions add action police linklayer x
        E: Error: argument "x" is wrong: linklayer|
        = 255
        $ tc actions add action police index x
        E: Error: argument "x" is wrong: index|
        = 255
        $ tc actions add action police pkts_rate x
        E: Error: argument "x" is wrong: pkts_rate|
        = 255
        $ tc actions add action police mtu 1k p index 15
        E: Error: argument "index" is wrong: peakrate|
        = 255
        $ tc actions flush action police
        """;
}
