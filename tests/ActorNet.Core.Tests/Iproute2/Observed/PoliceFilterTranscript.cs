namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Police behind filters, with the word action and in its old form. Observed with iproute2 6.1.0 on user-mode Linux 6.1.176. See <see cref="Transcript"/> for the notation.</summary>
internal static class PoliceFilterTranscript
{
    public const string Text =
        """
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ tc qdisc add dev vb clsact
        $ tc actions add action police mtu 1k drop index 77
        $ tc filter add dev vb ingress pref 1 protocol ip matchall police rate 1mbit burst 10k
        E: What is "police"?|
        E: Usage: ... matchall [skip_sw | skip_hw]|
        E:                  [ action ACTION_SPEC ] [ classid CLASSID ]|
        E: |
        E: Where: SELECTOR := SAMPLE SAMPLE ...|
        E:        FILTERID := X:Y:Z|
        E:        ACTION_SPEC := ... look at individual actions|
        E: |
        E: NOTE: CLASSID is parsed as hexadecimal input.|
        = 1
        $ tc filter add dev vb ingress pref 2 protocol ip u32 match u32 0 0 police rate 1mbit burst 10k drop flowid :1
        $ tc filter add dev vb ingress pref 3 protocol ip matchall action police rate 1mbit burst 10k conform-exceed drop/pipe action ok
        $ tc filter add dev vb ingress pref 4 protocol ip u32 match u32 0 0 pol index 77
        $ tc filter add dev vb ingress pref 5 protocol ip u32 match u32 0 0 action police index 77
        $ tc filter add dev vb ingress pref 6 protocol ip matchall action police index 7777
        $ tc filter add dev vb ingress pref 7 protocol ip u32 match u32 0 0 police mtu 5k action drop
        $ tc filter add dev vb ingress pref 8 protocol ip u32 match u32 0 0 action ok police mtu 5k
        $ tc filter add dev vb ingress pref 9 protocol ip u32 match u32 0 0 police conform-exceed goto chain 5 mtu 5k
        $ tc filter add dev vb ingress pref 10 protocol ip u32 match u32 0 0 police
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc filter add dev vb ingress pref 10 protocol ip u32 match u32 0 0 police bogus
        E: Illegal "police"|
        = 1
        $ tc filter add dev vb ingress pref 10 protocol ip u32 match u32 0 0 police rate 1mbit
        E: 'burst' requires 'rate'.|
        E: Illegal "police"|
        = 1
        $ tc filter add dev vb ingress pref 10 protocol ip u32 match u32 0 0 police mtu x
        E: Error: argument "x" is wrong: mtu|
        = 255
        $ tc filter add dev vb ingress pref 10 protocol ip u32 match u32 0 0 police avrate 1mbit
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress pref 10 protocol ip matchall action police bogus
        E: bad action parsing|
        E: parse_action: bad value (2:police)!|
        E: Illegal "action"|
        = 1
        $ tc filter add dev vb ingress pref 10 protocol ip matchall action police rate 1mbit
        E: 'burst' requires 'rate'.|
        E: bad action parsing|
        E: parse_action: bad value (3:police)!|
        E: Illegal "action"|
        = 1
        $ tc filter add dev vb ingress pref 10 protocol ip matchall action police avrate 1mbit
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress pref 10 protocol ip matchall action police mtu 1k conform-exceed jump 1/pipe
        E: Invalid "jump count" (1/pipe)|
        E: bad action parsing|
        E: parse_action: bad value (6:police)!|
        E: Illegal "action"|
        = 1
        $ tc filter show dev vb ingress
        filter protocol ip pref 2 u32 chain 0 |
        filter protocol ip pref 2 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol ip pref 2 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 *flowid :1 not_in_hw |
          match 00000000/00000000 at 0|
         police 0x1 rate 1Mbit burst 10Kb mtu 2Kb action drop overhead 0b |
        	ref 1 bind 1 |
        |
        filter protocol ip pref 3 matchall chain 0 |
        filter protocol ip pref 3 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1:  police 0x2 rate 1Mbit burst 10Kb mtu 2Kb action drop/pipe overhead 0b |
        	ref 1 bind 1 |
        |
        	action order 2: gact action pass|
        	 random type none pass val 0|
        	 index 1 ref 1 bind 1|
        |
        filter protocol ip pref 4 u32 chain 0 |
        filter protocol ip pref 4 u32 chain 0 fh 801: ht divisor 1 |
        filter protocol ip pref 4 u32 chain 0 fh 801::800 order 2048 key ht 801 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
         police 0x4d rate 0bit burst 0b mtu 1Kb action drop overhead 0b |
        	ref 3 bind 2 |
        |
        filter protocol ip pref 5 u32 chain 0 |
        filter protocol ip pref 5 u32 chain 0 fh 802: ht divisor 1 |
        filter protocol ip pref 5 u32 chain 0 fh 802::800 order 2048 key ht 802 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1:  police 0x4d rate 0bit burst 0b mtu 1Kb action drop overhead 0b |
        	ref 3 bind 2 |
        |
        filter protocol ip pref 6 matchall chain 0 |
        filter protocol ip pref 6 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1:  police 0x1e61 rate 0bit burst 0b mtu 4096Mb action reclassify overhead 0b |
        	ref 1 bind 1 |
        |
        filter protocol ip pref 7 u32 chain 0 |
        filter protocol ip pref 7 u32 chain 0 fh 803: ht divisor 1 |
        filter protocol ip pref 7 u32 chain 0 fh 803::800 order 2048 key ht 803 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
         police 0x3 rate 0bit burst 0b mtu 5Kb action reclassify overhead 0b |
        	ref 1 bind 1 |
        |
        filter protocol ip pref 8 u32 chain 0 |
        filter protocol ip pref 8 u32 chain 0 fh 804: ht divisor 1 |
        filter protocol ip pref 8 u32 chain 0 fh 804::800 order 2048 key ht 804 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: gact action pass|
        	 random type none pass val 0|
        	 index 2 ref 1 bind 1|
        |
        	action order 2:  police 0x4 rate 0bit burst 0b mtu 5Kb action reclassify overhead 0b |
        	ref 1 bind 1 |
        |
        filter protocol ip pref 9 u32 chain 0 |
        filter protocol ip pref 9 u32 chain 0 fh 805: ht divisor 1 |
        filter protocol ip pref 9 u32 chain 0 fh 805::800 order 2048 key ht 805 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
         police 0x5 rate 0bit burst 0b mtu 5Kb action goto chain 5 overhead 0b |
        	ref 1 bind 1 |
        |
        $ tc -d filter show dev vb ingress
        filter protocol ip pref 2 u32 chain 0 |
        filter protocol ip pref 2 u32 chain 0 fh 800: ht divisor 1 |
        filter protocol ip pref 2 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 *flowid :1 not_in_hw |
          match 00000000/00000000 at 0|
         police 0x1 rate 1Mbit burst 10Kb mtu 2Kb action drop overhead 0b linklayer ethernet |
        	ref 1 bind 1 |
        |
        filter protocol ip pref 3 matchall chain 0 |
        filter protocol ip pref 3 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1:  police 0x2 rate 1Mbit burst 10Kb mtu 2Kb action drop/pipe overhead 0b linklayer ethernet |
        	ref 1 bind 1 |
        |
        	action order 2: gact action pass|
        	 random type none pass val 0|
        	 index 1 ref 1 bind 1|
        |
        filter protocol ip pref 4 u32 chain 0 |
        filter protocol ip pref 4 u32 chain 0 fh 801: ht divisor 1 |
        filter protocol ip pref 4 u32 chain 0 fh 801::800 order 2048 key ht 801 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
         police 0x4d rate 0bit burst 0b mtu 1Kb action drop overhead 0b linklayer unspec |
        	ref 3 bind 2 |
        |
        filter protocol ip pref 5 u32 chain 0 |
        filter protocol ip pref 5 u32 chain 0 fh 802: ht divisor 1 |
        filter protocol ip pref 5 u32 chain 0 fh 802::800 order 2048 key ht 802 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1:  police 0x4d rate 0bit burst 0b mtu 1Kb action drop overhead 0b linklayer unspec |
        	ref 3 bind 2 |
        |
        filter protocol ip pref 6 matchall chain 0 |
        filter protocol ip pref 6 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1:  police 0x1e61 rate 0bit burst 0b mtu 4096Mb action reclassify overhead 0b linklayer unspec |
        	ref 1 bind 1 |
        |
        filter protocol ip pref 7 u32 chain 0 |
        filter protocol ip pref 7 u32 chain 0 fh 803: ht divisor 1 |
        filter protocol ip pref 7 u32 chain 0 fh 803::800 order 2048 key ht 803 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
         police 0x3 rate 0bit burst 0b mtu 5Kb action reclassify overhead 0b linklayer unspec |
        	ref 1 bind 1 |
        |
        filter protocol ip pref 8 u32 chain 0 |
        filter protocol ip pref 8 u32 chain 0 fh 804: ht divisor 1 |
        filter protocol ip pref 8 u32 chain 0 fh 804::800 order 2048 key ht 804 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
        	action order 1: gact action pass|
        	 random type none pass val 0|
        	 index 2 ref 1 bind 1|
        |
        	action order 2:  police 0x4 rate 0bit burst 0b mtu 5Kb action reclassify overhead 0b linklayer unspec |
        	ref 1 bind 1 |
        |
        filter protocol ip pref 9 u32 chain 0 |
        filter protocol ip pref 9 u32 chain 0 fh 805: ht divisor 1 |
        filter protocol ip pref 9 u32 chain 0 fh 805::800 order 2048 key ht 805 bkt 0 terminal flowid not_in_hw |
          match 00000000/00000000 at 0|
         police 0x5 rate 0bit burst 0b mtu 5Kb action goto chain 5 overhead 0b linklayer unspec |
        	ref 1 bind 1 |
        |
        $ tc -j filter show dev vb ingress
        [{"protocol":"ip","pref":2,"kind":"u32","chain":0},{"protocol":"ip","pref":2,"kind":"u32","chain":0,"options":{"fh":"800:","ht_divisor":1}},{"protocol":"ip","pref":2,"kind":"u32","chain":0,"options":{"fh":"800::800","order":2048,"key_ht":"800","bkt":"0","flowid":":1","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0},"kind":"police","index":1,"control_action":{"type":"drop"},"overhead":0,"ref":1,"bind":1}},{"protocol":"ip","pref":3,"kind":"matchall","chain":0},{"protocol":"ip","pref":3,"kind":"matchall","chain":0,"options":{"handle":1,"not_in_hw":true,"actions":[{"order":1,"kind":"police","index":2,"control_action":{"type":"drop"},"control_action":{"type":"pipe"},"overhead":0,"ref":1,"bind":1},{"order":2,"kind":"gact","control_action":{"type":"pass"},"prob":{"random_type":"none","control_action":{"type":"pass"},"val":0},"index":1,"ref":1,"bind":1}]}},{"protocol":"ip","pref":4,"kind":"u32","chain":0},{"protocol":"ip","pref":4,"kind":"u32","chain":0,"options":{"fh":"801:","ht_divisor":1}},{"protocol":"ip","pref":4,"kind":"u32","chain":0,"options":{"fh":"801::800","order":2048,"key_ht":"801","bkt":"0","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0},"kind":"police","index":77,"control_action":{"type":"drop"},"overhead":0,"ref":3,"bind":2}},{"protocol":"ip","pref":5,"kind":"u32","chain":0},{"protocol":"ip","pref":5,"kind":"u32","chain":0,"options":{"fh":"802:","ht_divisor":1}},{"protocol":"ip","pref":5,"kind":"u32","chain":0,"options":{"fh":"802::800","order":2048,"key_ht":"802","bkt":"0","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0},"actions":[{"order":1,"kind":"police","index":77,"control_action":{"type":"drop"},"overhead":0,"ref":3,"bind":2}]}},{"protocol":"ip","pref":6,"kind":"matchall","chain":0},{"protocol":"ip","pref":6,"kind":"matchall","chain":0,"options":{"handle":1,"not_in_hw":true,"actions":[{"order":1,"kind":"police","index":7777,"control_action":{"type":"reclassify"},"overhead":0,"ref":1,"bind":1}]}},{"protocol":"ip","pref":7,"kind":"u32","chain":0},{"protocol":"ip","pref":7,"kind":"u32","chain":0,"options":{"fh":"803:","ht_divisor":1}},{"protocol":"ip","pref":7,"kind":"u32","chain":0,"options":{"fh":"803::800","order":2048,"key_ht":"803","bkt":"0","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0},"kind":"police","index":3,"control_action":{"type":"reclassify"},"overhead":0,"ref":1,"bind":1}},{"protocol":"ip","pref":8,"kind":"u32","chain":0},{"protocol":"ip","pref":8,"kind":"u32","chain":0,"options":{"fh":"804:","ht_divisor":1}},{"protocol":"ip","pref":8,"kind":"u32","chain":0,"options":{"fh":"804::800","order":2048,"key_ht":"804","bkt":"0","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0},"actions":[{"order":1,"kind":"gact","control_action":{"type":"pass"},"prob":{"random_type":"none","control_action":{"type":"pass"},"val":0},"index":2,"ref":1,"bind":1},{"order":2,"kind":"police","index":4,"control_action":{"type":"reclassify"},"overhead":0,"ref":1,"bind":1}]}},{"protocol":"ip","pref":9,"kind":"u32","chain":0},{"protocol":"ip","pref":9,"kind":"u32","chain":0,"options":{"fh":"805:","ht_divisor":1}},{"protocol":"ip","pref":9,"kind":"u32","chain":0,"options":{"fh":"805::800","order":2048,"key_ht":"805","bkt":"0","not_in_hw":true,"match":{"value":"0","mask":"0","offmask":"","off":0},"kind":"police","index":5,"control_action":{"type":"goto","chain":5},"overhead":0,"ref":1,"bind":1}}]|
        $ tc actions flush action police
        E: RTNETLINK answers: Operation not permitted|
        E: We have an error flushing|
        = 1
        $ tc actions ls action police
        total acts 7|
        |
        	action order 0:  police 0x1 rate 1Mbit burst 10Kb mtu 2Kb action drop overhead 0b |
        	ref 1 bind 1 |
        	not_in_hw|
        	hw_stats disabled|
        |
        	action order 1:  police 0x2 rate 1Mbit burst 10Kb mtu 2Kb action drop/pipe overhead 0b |
        	ref 1 bind 1 |
        	not_in_hw|
        |
        	action order 2:  police 0x3 rate 0bit burst 0b mtu 5Kb action reclassify overhead 0b |
        	ref 1 bind 1 |
        	not_in_hw|
        	hw_stats disabled|
        |
        	action order 3:  police 0x4 rate 0bit burst 0b mtu 5Kb action reclassify overhead 0b |
        	ref 1 bind 1 |
        	not_in_hw|
        |
        	action order 4:  police 0x5 rate 0bit burst 0b mtu 5Kb action goto chain 5 overhead 0b |
        	ref 1 bind 1 |
        	not_in_hw|
        	hw_stats disabled|
        |
        	action order 5:  police 0x4d rate 0bit burst 0b mtu 1Kb action drop overhead 0b |
        	ref 3 bind 2 |
        	not_in_hw|
        |
        	action order 6:  police 0x1e61 rate 0bit burst 0b mtu 4096Mb action reclassify overhead 0b |
        	ref 1 bind 1 |
        	not_in_hw|
        $ tc filter del dev vb ingress
        $ tc actions ls action police
        total acts 1|
        |
        	action order 0:  police 0x4d rate 0bit burst 0b mtu 1Kb action drop overhead 0b |
        	ref 1 bind 0 |
        	not_in_hw|
        """;
}
