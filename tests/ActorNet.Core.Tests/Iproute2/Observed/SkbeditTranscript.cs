namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Skbedit. Observed with iproute2 6.1.0 on user-mode Linux 6.1.176. See <see cref="Transcript"/> for the notation.</summary>
internal static class SkbeditTranscript
{
    public const string Text =
        """
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ tc qdisc add dev vb clsact
        $ tc actions add action skbedit
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action skbedit help
        E: Usage: ... skbedit <[QM] [PM] [MM] [PT] [IF]>|
        E: QM = queue_mapping QUEUE_MAPPING|
        E: PM = priority PRIORITY|
        E: MM = mark MARK[/MASK]|
        E: PT = ptype PACKETYPE|
        E: IF = inheritdsfield|
        E: PACKETYPE = is one of:|
        E:   host, otherhost, broadcast, multicast|
        E: QUEUE_MAPPING = device transmit queue to use|
        E: PRIORITY = classID to assign to priority field|
        E: MARK = firewall mark to set|
        E: MASK = mask applied to firewall mark (0xffffffff by default)|
        E: note: inheritdsfield maps DS field to skb->priority|
        = 255
        $ tc actions add action skbedit priority 1:10
        $ tc actions add action skbedit priority 10:
        $ tc actions add action skbedit priority 0
        $ tc actions add action skbedit priority none
        $ tc actions add action skbedit priority root
        $ tc actions add action skbedit priority x
        E: Illegal priority|
        E: bad action parsing|
        E: parse_action: bad value (3:skbedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action skbedit mark 0x7/0xff index 21
        $ tc actions add action skbedit mark 7/15 index 22
        $ tc actions add action skbedit mark 7/0 index 23
        $ tc actions add action skbedit mark 7/x
        E: Illegal mask|
        E: bad action parsing|
        E: parse_action: bad value (3:skbedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action skbedit mark x
        E: Illegal mark|
        E: bad action parsing|
        E: parse_action: bad value (3:skbedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action skbedit mark 4294967296
        E: Illegal mark|
        E: bad action parsing|
        E: parse_action: bad value (3:skbedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action skbedit mark 7/
        E: Illegal mask|
        E: bad action parsing|
        E: parse_action: bad value (3:skbedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action skbedit mark 010 index 25
        $ tc actions add action skbedit queue_mapping 5 index 26
        $ tc actions add action skbedit queue_mapping 65535 index 27
        $ tc actions add action skbedit queue_mapping 65536
        E: Illegal queue_mapping|
        E: bad action parsing|
        E: parse_action: bad value (3:skbedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action skbedit queue_mapping 0x5 index 29
        E: Illegal queue_mapping|
        E: bad action parsing|
        E: parse_action: bad value (5:skbedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action skbedit ptype host index 30
        $ tc actions add action skbedit ptype otherhost index 31
        $ tc actions add action skbedit ptype broadcast index 32
        $ tc actions add action skbedit ptype 3 index 34
        E: Illegal ptype (3)|
        E: bad action parsing|
        E: parse_action: bad value (5:skbedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action skbedit inheritdsfield index 35
        $ tc actions add action skbedit inheritdsfield priority 5 mark 6/7 queue_mapping 8 ptype host drop index 36
        $ tc actions add action skbedit q 5 pri 3 m 4 pt host inh c ind 37
        $ tc actions add action skbedit index 39
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action skbedit mark 5 goto chain 5
        E: Error: can't goto NULL proto/chain.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action skbedit mark 5 jump 2 index 40
        $ tc actions add action skbedit mark 5 index x
        E: skbedit: Illegal "index"|
        E: bad action parsing|
        E: parse_action: bad value (5:skbedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action skbedit drop mark 5
        E: Usage: ... skbedit <[QM] [PM] [MM] [PT] [IF]>|
        E: QM = queue_mapping QUEUE_MAPPING|
        E: PM = priority PRIORITY|
        E: MM = mark MARK[/MASK]|
        E: PT = ptype PACKETYPE|
        E: IF = inheritdsfield|
        E: PACKETYPE = is one of:|
        E:   host, otherhost, broadcast, multicast|
        E: QUEUE_MAPPING = device transmit queue to use|
        E: PRIORITY = classID to assign to priority field|
        E: MARK = firewall mark to set|
        E: MASK = mask applied to firewall mark (0xffffffff by default)|
        E: note: inheritdsfield maps DS field to skb->priority|
        E: bad action parsing|
        E: parse_action: bad value (4:skbedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action skbedit priority
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions ls action skbedit
        total acts 18|
        |
        	action order 0: skbedit  priority 1:10 pipe|
        	 index 1 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 1: skbedit  priority 10: pipe|
        	 index 2 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 2: skbedit  priority none pipe|
        	 index 3 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 3: skbedit  priority none pipe|
        	 index 4 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 4: skbedit  priority root pipe|
        	 index 5 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 5: skbedit  mark 7/0xff pipe|
        	 index 21 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 6: skbedit  mark 7/0xf pipe|
        	 index 22 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 7: skbedit  mark 7/0 pipe|
        	 index 23 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 8: skbedit  mark 8 pipe|
        	 index 25 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 9: skbedit queue_mapping 5 pipe|
        	 index 26 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 10: skbedit queue_mapping 65535 pipe|
        	 index 27 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 11: skbedit  ptype host pipe|
        	 index 30 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 12: skbedit  ptype otherhost pipe|
        	 index 31 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 13: skbedit  ptype broadcast pipe|
        	 index 32 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 14: skbedit  inheritdsfield pipe|
        	 index 35 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 15: skbedit queue_mapping 8 priority :5 mark 6/0x7 ptype host inheritdsfield drop|
        	 index 36 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 16: skbedit queue_mapping 5 priority :3 mark 4 ptype host inheritdsfield continue|
        	 index 37 ref 1 bind 0|
        	not_in_hw|
        |
        	action order 17: skbedit  mark 5 jump 2|
        	 index 40 ref 1 bind 0|
        	not_in_hw|
        $ tc -j actions ls action skbedit
        [{"total acts":18},{"actions":[{"order":0,"kind":"skbedit","priority":"1:10","control_action":{"type":"pipe"},"index":1,"ref":1,"bind":0,"not_in_hw":true},{"order":1,"kind":"skbedit","priority":"10:","control_action":{"type":"pipe"},"index":2,"ref":1,"bind":0,"not_in_hw":true},{"order":2,"kind":"skbedit","priority":"none","control_action":{"type":"pipe"},"index":3,"ref":1,"bind":0,"not_in_hw":true},{"order":3,"kind":"skbedit","priority":"none","control_action":{"type":"pipe"},"index":4,"ref":1,"bind":0,"not_in_hw":true},{"order":4,"kind":"skbedit","priority":"root","control_action":{"type":"pipe"},"index":5,"ref":1,"bind":0,"not_in_hw":true},{"order":5,"kind":"skbedit","mark":7,"mask":"ff","control_action":{"type":"pipe"},"index":21,"ref":1,"bind":0,"not_in_hw":true},{"order":6,"kind":"skbedit","mark":7,"mask":"f","control_action":{"type":"pipe"},"index":22,"ref":1,"bind":0,"not_in_hw":true},{"order":7,"kind":"skbedit","mark":7,"mask":"0","control_action":{"type":"pipe"},"index":23,"ref":1,"bind":0,"not_in_hw":true},{"order":8,"kind":"skbedit","mark":8,"control_action":{"type":"pipe"},"index":25,"ref":1,"bind":0,"not_in_hw":true},{"order":9,"kind":"skbedit","queue_mapping":5,"control_action":{"type":"pipe"},"index":26,"ref":1,"bind":0,"not_in_hw":true},{"order":10,"kind":"skbedit","queue_mapping":65535,"control_action":{"type":"pipe"},"index":27,"ref":1,"bind":0,"not_in_hw":true},{"order":11,"kind":"skbedit","ptype":"host","control_action":{"type":"pipe"},"index":30,"ref":1,"bind":0,"not_in_hw":true},{"order":12,"kind":"skbedit","ptype":"otherhost","control_action":{"type":"pipe"},"index":31,"ref":1,"bind":0,"not_in_hw":true},{"order":13,"kind":"skbedit","ptype":"broadcast","control_action":{"type":"pipe"},"index":32,"ref":1,"bind":0,"not_in_hw":true},{"order":14,"kind":"skbedit","inheritdsfield":null,"control_action":{"type":"pipe"},"index":35,"ref":1,"bind":0,"not_in_hw":true},{"order":15,"kind":"skbedit","queue_mapping":8,"priority":":5","mark":6,"mask":"7","ptype":"host","inheritdsfield":null,"control_action":{"type":"drop"},"index":36,"ref":1,"bind":0,"not_in_hw":true},{"order":16,"kind":"skbedit","queue_mapping":5,"priority":":3","mark":4,"ptype":"host","inheritdsfield":null,"control_action":{"type":"continue"},"index":37,"ref":1,"bind":0,"not_in_hw":true},{"order":17,"kind":"skbedit","mark":5,"control_action":{"type":"jump","jump":2},"index":40,"ref":1,"bind":0,"not_in_hw":true}]}]|
        $ tc actions change action skbedit mark 9 index 36
        $ tc actions get action skbedit index 36
        total acts 0|
        |
        	action order 1: skbedit  mark 9 pipe|
        	 index 36 ref 1 bind 0|
        	not_in_hw|
        $ tc actions change action skbedit index 36
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 255
        $ tc filter add dev vb ingress pref 1 protocol ip matchall action skbedit index 36
        $ tc filter add dev vb ingress pref 2 protocol ip matchall action skbedit mark 5 pipe action skbedit priority 1:1 goto chain 5
        $ tc filter add dev vb ingress pref 3 protocol ip matchall action skbedit index 3600
        E: RTNETLINK answers: Invalid argument|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress pref 3 protocol ip matchall action skbedit mark x
        E: Illegal mark|
        E: bad action parsing|
        E: parse_action: bad value (3:skbedit)!|
        E: Illegal "action"|
        = 1
        $ tc filter show dev vb ingress
        filter protocol ip pref 1 matchall chain 0 |
        filter protocol ip pref 1 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1: skbedit  mark 9 pipe|
        	 index 36 ref 2 bind 1|
        |
        filter protocol ip pref 2 matchall chain 0 |
        filter protocol ip pref 2 matchall chain 0 handle 0x1 |
          not_in_hw|
        	action order 1: skbedit  mark 5 pipe|
        	 index 6 ref 1 bind 1|
        |
        	action order 2: skbedit  priority 1:1 goto chain 5|
        	 index 7 ref 1 bind 1|
        |
        $ tc filter del dev vb ingress
        $ tc actions flush action skbedit
        """;
}
