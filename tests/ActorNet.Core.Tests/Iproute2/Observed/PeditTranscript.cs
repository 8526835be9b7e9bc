namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>pedit: keys as they are shown, with and without <c>ex</c>, sharing, and what tc and the kernel refuse. Observed with iproute2 6.1.0 on user-mode Linux 6.1.176; ages are written as 0, since no time passes between two commands here. See <see cref="Transcript"/> for the notation.</summary>
internal static class PeditTranscript
{
    public const string Text =
        """
        $ ip link add va numtxqueues 1 numrxqueues 1 type veth peer name vb numtxqueues 1 numrxqueues 1
        $ tc qdisc add dev vb clsact
        $ tc actions add action pedit munge offset 0 u8 set 1 index 1
        $ tc actions add action pedit ex munge eth src set 02:00:00:00:00:01 munge ip ttl decrement munge ip6 hoplimit add 3 munge tcp flags set 2 munge udp dport set 53 pipe index 2 cookie abcd
        $ tc actions add action pedit munge offset -14 u16 set 0x200 goto chain 5
        E: Error: can't goto NULL proto/chain.|
        E: We have an error talking to the kernel|
        = 255
        $ tc -s actions ls action pedit
        total acts 2|
        |
        	action order 0:  pedit action pass keys 1|
         	 index 1 ref 1 bind 0 installed 0 sec used 0 sec|
        	 key #0  at 0: val 01000000 mask 00ffffff|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        	not_in_hw|
        |
        	action order 1:  pedit action pipe keys 6|
         	 index 2 ref 1 bind 0 installed 0 sec used 0 sec|
        	 key #0  at eth+4: val 00000200 mask ffff0000|
        	 key #1  at eth+8: val 00000001 mask 00000000|
        	 key #2  at ipv4+8: add ff000000 mask 00ffffff|
        	 key #3  at ipv6+4: add 00000003 mask ffffff00|
        	 key #4  at tcp+12: val 00020000 mask ff00ffff|
        	 key #5  at udp+0: val 00000035 mask ffff0000|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        	cookie abcd|
        	not_in_hw|
        $ tc -s -j actions ls action pedit
        [{"total acts":2},{"actions":[{"order":0,"kind":"pedit","control_action":{"type":"pass"},"nkeys":1,"index":1,"ref":1,"bind":0,"installed":0,"last_used":0,"keys":[{"htype":"network","offset":0,"cmd":"set","val":"1000000","mask":"ffffff"}],"stats":{"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},"not_in_hw":true},{"order":1,"kind":"pedit","control_action":{"type":"pipe"},"nkeys":6,"index":2,"ref":1,"bind":0,"installed":0,"last_used":0,"keys":[{"htype":"eth","offset":4,"cmd":"set","val":"200","mask":"ffff0000"},{"htype":"eth","offset":8,"cmd":"set","val":"1","mask":"0"},{"htype":"ipv4","offset":8,"cmd":"add","val":"ff000000","mask":"ffffff"},{"htype":"ipv6","offset":4,"cmd":"add","val":"3","mask":"ffffff00"},{"htype":"tcp","offset":12,"cmd":"set","val":"20000","mask":"ff00ffff"},{"htype":"udp","offset":0,"cmd":"set","val":"35","mask":"ffff0000"}],"stats":{"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},"cookie":"abcd","not_in_hw":true}]}]|
        $ tc actions get action pedit index 2
        total acts 0|
        |
        	action order 1:  pedit action pipe keys 6|
         	 index 2 ref 1 bind 0|
        	 key #0  at eth+4: val 00000200 mask ffff0000|
        	 key #1  at eth+8: val 00000001 mask 00000000|
        	 key #2  at ipv4+8: add ff000000 mask 00ffffff|
        	 key #3  at ipv6+4: add 00000003 mask ffffff00|
        	 key #4  at tcp+12: val 00020000 mask ff00ffff|
        	 key #5  at udp+0: val 00000035 mask ffff0000|
        	cookie abcd|
        	not_in_hw|
        $ tc filter add dev vb ingress protocol ip prio 1 matchall action pedit munge ip src set 1.2.3.4 munge ip dport set 80 pipe action pedit index 2
        $ tc filter add dev vb ingress protocol ip prio 2 matchall action pedit index 9
        E: Error: act_pedit: Pedit requires keys to be passed.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev vb ingress protocol ip prio 2 matchall action pedit munge ip foo set 1
        E: bad pedit parsing|
        E: Bad pedit construct (ip)|
        E: Usage: ... pedit munge [ex] <MUNGE> [CONTROL]|
        E: Where: MUNGE := <RAW>|<LAYERED>|
        E: 	<RAW>:= <OFFSETC>[ATC]<CMD>|
        E:  		OFFSETC:= offset <offval> <u8|u16|u32>|
        E: 		ATC:= at <atval> offmask <maskval> shift <shiftval>|
        E: 		NOTE: offval is byte offset, must be multiple of 4|
        E: 		NOTE: maskval is a 32 bit hex number|
        E:  		NOTE: shiftval is a shift value|
        E: 		CMD:= clear | invert | set <setval> | add <addval> | decrement | retain|
        E: 	<LAYERED>:= ip <ipdata> | ip6 <ip6data>|
        E:  		| udp <udpdata> | tcp <tcpdata> | icmp <icmpdata>|
        E: 	CONTROL:= reclassify | pipe | drop | continue | pass ||
        E: 	          goto chain <CHAIN_INDEX>|
        E: 	NOTE: if 'ex' is set, extended functionality will be supported (kernel >= 4.11)|
        E: For Example usage look at the examples directory|
        E: bad action parsing|
        E: parse_action: bad value (6:pedit)!|
        E: Illegal "action"|
        = 1
        $ tc filter add dev vb ingress protocol ip prio 2 matchall action pedit help
        E: Usage: ... pedit munge [ex] <MUNGE> [CONTROL]|
        E: Where: MUNGE := <RAW>|<LAYERED>|
        E: 	<RAW>:= <OFFSETC>[ATC]<CMD>|
        E:  		OFFSETC:= offset <offval> <u8|u16|u32>|
        E: 		ATC:= at <atval> offmask <maskval> shift <shiftval>|
        E: 		NOTE: offval is byte offset, must be multiple of 4|
        E: 		NOTE: maskval is a 32 bit hex number|
        E:  		NOTE: shiftval is a shift value|
        E: 		CMD:= clear | invert | set <setval> | add <addval> | decrement | retain|
        E: 	<LAYERED>:= ip <ipdata> | ip6 <ip6data>|
        E:  		| udp <udpdata> | tcp <tcpdata> | icmp <icmpdata>|
        E: 	CONTROL:= reclassify | pipe | drop | continue | pass ||
        E: 	          goto chain <CHAIN_INDEX>|
        E: 	NOTE: if 'ex' is set, extended functionality will be supported (kernel >= 4.11)|
        E: For Example usage look at the examples directory|
        = 255
        $ tc -s filter show dev vb ingress
        filter protocol ip pref 1 matchall chain 0 |
        filter protocol ip pref 1 matchall chain 0 handle 0x1 |
          not_in_hw (rule hit 0)|
        	action order 1:  pedit action pipe keys 2|
         	 index 3 ref 1 bind 1 installed 0 sec used 0 sec|
        	 key #0  at 12: val 01020304 mask 00000000|
        	 key #1  at 20: val 00000050 mask ffff0000|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        |
        	action order 2:  pedit action pipe keys 6|
         	 index 2 ref 2 bind 1 installed 0 sec used 0 sec|
        	 key #0  at eth+4: val 00000200 mask ffff0000|
        	 key #1  at eth+8: val 00000001 mask 00000000|
        	 key #2  at ipv4+8: add ff000000 mask 00ffffff|
        	 key #3  at ipv6+4: add 00000003 mask ffffff00|
        	 key #4  at tcp+12: val 00020000 mask ff00ffff|
        	 key #5  at udp+0: val 00000035 mask ffff0000|
        	Action statistics:|
        	Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) |
        	backlog 0b 0p requeues 0|
        	cookie abcd|
        |
        $ tc -s -j filter show dev vb ingress
        [{"protocol":"ip","pref":1,"kind":"matchall","chain":0},{"protocol":"ip","pref":1,"kind":"matchall","chain":0,"options":{"handle":1,"not_in_hw":true,"rule_hit":0,"actions":[{"order":1,"kind":"pedit","control_action":{"type":"pipe"},"nkeys":2,"index":3,"ref":1,"bind":1,"installed":0,"last_used":0,"keys":[{"htype":"network","offset":12,"cmd":"set","val":"1020304","mask":"0"},{"htype":"network","offset":20,"cmd":"set","val":"50","mask":"ffff0000"}],"stats":{"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0}},{"order":2,"kind":"pedit","control_action":{"type":"pipe"},"nkeys":6,"index":2,"ref":2,"bind":1,"installed":0,"last_used":0,"keys":[{"htype":"eth","offset":4,"cmd":"set","val":"200","mask":"ffff0000"},{"htype":"eth","offset":8,"cmd":"set","val":"1","mask":"0"},{"htype":"ipv4","offset":8,"cmd":"add","val":"ff000000","mask":"ffffff"},{"htype":"ipv6","offset":4,"cmd":"add","val":"3","mask":"ffffff00"},{"htype":"tcp","offset":12,"cmd":"set","val":"20000","mask":"ff00ffff"},{"htype":"udp","offset":0,"cmd":"set","val":"35","mask":"ffff0000"}],"stats":{"bytes":0,"packets":0,"drops":0,"overlimits":0,"requeues":0,"backlog":0,"qlen":0},"cookie":"abcd"}]}}]|
        $ tc actions add action pedit
        E: Command line is not complete. Try option "help"|
        = 255
        $ tc actions add action pedit pipe
        E: Error: act_pedit: Pedit requires keys to be passed.|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions add action pedit munge offset 5 u32 set 1
        E: pack_key32: 32 bit offsets must begin in 32bit boundaries|
        E: Bad pedit construct ((null))|
        E: Usage: ... pedit munge [ex] <MUNGE> [CONTROL]|
        E: Where: MUNGE := <RAW>|<LAYERED>|
        E: 	<RAW>:= <OFFSETC>[ATC]<CMD>|
        E:  		OFFSETC:= offset <offval> <u8|u16|u32>|
        E: 		ATC:= at <atval> offmask <maskval> shift <shiftval>|
        E: 		NOTE: offval is byte offset, must be multiple of 4|
        E: 		NOTE: maskval is a 32 bit hex number|
        E:  		NOTE: shiftval is a shift value|
        E: 		CMD:= clear | invert | set <setval> | add <addval> | decrement | retain|
        E: 	<LAYERED>:= ip <ipdata> | ip6 <ip6data>|
        E:  		| udp <udpdata> | tcp <tcpdata> | icmp <icmpdata>|
        E: 	CONTROL:= reclassify | pipe | drop | continue | pass ||
        E: 	          goto chain <CHAIN_INDEX>|
        E: 	NOTE: if 'ex' is set, extended functionality will be supported (kernel >= 4.11)|
        E: For Example usage look at the examples directory|
        E: bad action parsing|
        E: parse_action: bad value (7:pedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pedit munge offset 3 u16 set 1 pipe
        E: pack_key16 bad index value 3|
        E: Bad pedit construct (pipe)|
        E: Usage: ... pedit munge [ex] <MUNGE> [CONTROL]|
        E: Where: MUNGE := <RAW>|<LAYERED>|
        E: 	<RAW>:= <OFFSETC>[ATC]<CMD>|
        E:  		OFFSETC:= offset <offval> <u8|u16|u32>|
        E: 		ATC:= at <atval> offmask <maskval> shift <shiftval>|
        E: 		NOTE: offval is byte offset, must be multiple of 4|
        E: 		NOTE: maskval is a 32 bit hex number|
        E:  		NOTE: shiftval is a shift value|
        E: 		CMD:= clear | invert | set <setval> | add <addval> | decrement | retain|
        E: 	<LAYERED>:= ip <ipdata> | ip6 <ip6data>|
        E:  		| udp <udpdata> | tcp <tcpdata> | icmp <icmpdata>|
        E: 	CONTROL:= reclassify | pipe | drop | continue | pass ||
        E: 	          goto chain <CHAIN_INDEX>|
        E: 	NOTE: if 'ex' is set, extended functionality will be supported (kernel >= 4.11)|
        E: For Example usage look at the examples directory|
        E: bad action parsing|
        E: parse_action: bad value (8:pedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pedit munge offset 0 u8 set 256
        E: pack_key8 bad value (val 100 mask 0|
        E: Bad pedit construct ((null))|
        E: Usage: ... pedit munge [ex] <MUNGE> [CONTROL]|
        E: Where: MUNGE := <RAW>|<LAYERED>|
        E: 	<RAW>:= <OFFSETC>[ATC]<CMD>|
        E:  		OFFSETC:= offset <offval> <u8|u16|u32>|
        E: 		ATC:= at <atval> offmask <maskval> shift <shiftval>|
        E: 		NOTE: offval is byte offset, must be multiple of 4|
        E: 		NOTE: maskval is a 32 bit hex number|
        E:  		NOTE: shiftval is a shift value|
        E: 		CMD:= clear | invert | set <setval> | add <addval> | decrement | retain|
        E: 	<LAYERED>:= ip <ipdata> | ip6 <ip6data>|
        E:  		| udp <udpdata> | tcp <tcpdata> | icmp <icmpdata>|
        E: 	CONTROL:= reclassify | pipe | drop | continue | pass ||
        E: 	          goto chain <CHAIN_INDEX>|
        E: 	NOTE: if 'ex' is set, extended functionality will be supported (kernel >= 4.11)|
        E: For Example usage look at the examples directory|
        E: bad action parsing|
        E: parse_action: bad value (7:pedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pedit munge vlan id set 1
        E: Unknown action  hence option "id" is unparsable|
        E: bad pedit parsing|
        E: Bad pedit construct (vlan)|
        E: Usage: ... pedit munge [ex] <MUNGE> [CONTROL]|
        E: Where: MUNGE := <RAW>|<LAYERED>|
        E: 	<RAW>:= <OFFSETC>[ATC]<CMD>|
        E:  		OFFSETC:= offset <offval> <u8|u16|u32>|
        E: 		ATC:= at <atval> offmask <maskval> shift <shiftval>|
        E: 		NOTE: offval is byte offset, must be multiple of 4|
        E: 		NOTE: maskval is a 32 bit hex number|
        E:  		NOTE: shiftval is a shift value|
        E: 		CMD:= clear | invert | set <setval> | add <addval> | decrement | retain|
        E: 	<LAYERED>:= ip <ipdata> | ip6 <ip6data>|
        E:  		| udp <udpdata> | tcp <tcpdata> | icmp <icmpdata>|
        E: 	CONTROL:= reclassify | pipe | drop | continue | pass ||
        E: 	          goto chain <CHAIN_INDEX>|
        E: 	NOTE: if 'ex' is set, extended functionality will be supported (kernel >= 4.11)|
        E: For Example usage look at the examples directory|
        E: bad action parsing|
        E: parse_action: bad value (6:pedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pedit munge eth src set 02:00:00:00:00:01
        E: bad pedit parsing|
        E: Bad pedit construct (eth)|
        E: Usage: ... pedit munge [ex] <MUNGE> [CONTROL]|
        E: Where: MUNGE := <RAW>|<LAYERED>|
        E: 	<RAW>:= <OFFSETC>[ATC]<CMD>|
        E:  		OFFSETC:= offset <offval> <u8|u16|u32>|
        E: 		ATC:= at <atval> offmask <maskval> shift <shiftval>|
        E: 		NOTE: offval is byte offset, must be multiple of 4|
        E: 		NOTE: maskval is a 32 bit hex number|
        E:  		NOTE: shiftval is a shift value|
        E: 		CMD:= clear | invert | set <setval> | add <addval> | decrement | retain|
        E: 	<LAYERED>:= ip <ipdata> | ip6 <ip6data>|
        E:  		| udp <udpdata> | tcp <tcpdata> | icmp <icmpdata>|
        E: 	CONTROL:= reclassify | pipe | drop | continue | pass ||
        E: 	          goto chain <CHAIN_INDEX>|
        E: 	NOTE: if 'ex' is set, extended functionality will be supported (kernel >= 4.11)|
        E: For Example usage look at the examples directory|
        E: bad action parsing|
        E: parse_action: bad value (6:pedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pedit ex munge eth src set xx
        E: "xx" is invalid lladdr.|
        E: bad pedit parsing|
        E: Bad pedit construct (eth)|
        E: Usage: ... pedit munge [ex] <MUNGE> [CONTROL]|
        E: Where: MUNGE := <RAW>|<LAYERED>|
        E: 	<RAW>:= <OFFSETC>[ATC]<CMD>|
        E:  		OFFSETC:= offset <offval> <u8|u16|u32>|
        E: 		ATC:= at <atval> offmask <maskval> shift <shiftval>|
        E: 		NOTE: offval is byte offset, must be multiple of 4|
        E: 		NOTE: maskval is a 32 bit hex number|
        E:  		NOTE: shiftval is a shift value|
        E: 		CMD:= clear | invert | set <setval> | add <addval> | decrement | retain|
        E: 	<LAYERED>:= ip <ipdata> | ip6 <ip6data>|
        E:  		| udp <udpdata> | tcp <tcpdata> | icmp <icmpdata>|
        E: 	CONTROL:= reclassify | pipe | drop | continue | pass ||
        E: 	          goto chain <CHAIN_INDEX>|
        E: 	NOTE: if 'ex' is set, extended functionality will be supported (kernel >= 4.11)|
        E: For Example usage look at the examples directory|
        E: bad action parsing|
        E: parse_action: bad value (7:pedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pedit ex munge eth src preserve
        E: retain is not supported for fields longer the 32 bits|
        E: bad pedit parsing|
        E: Bad pedit construct (eth)|
        E: Usage: ... pedit munge [ex] <MUNGE> [CONTROL]|
        E: Where: MUNGE := <RAW>|<LAYERED>|
        E: 	<RAW>:= <OFFSETC>[ATC]<CMD>|
        E:  		OFFSETC:= offset <offval> <u8|u16|u32>|
        E: 		ATC:= at <atval> offmask <maskval> shift <shiftval>|
        E: 		NOTE: offval is byte offset, must be multiple of 4|
        E: 		NOTE: maskval is a 32 bit hex number|
        E:  		NOTE: shiftval is a shift value|
        E: 		CMD:= clear | invert | set <setval> | add <addval> | decrement | retain|
        E: 	<LAYERED>:= ip <ipdata> | ip6 <ip6data>|
        E:  		| udp <udpdata> | tcp <tcpdata> | icmp <icmpdata>|
        E: 	CONTROL:= reclassify | pipe | drop | continue | pass ||
        E: 	          goto chain <CHAIN_INDEX>|
        E: 	NOTE: if 'ex' is set, extended functionality will be supported (kernel >= 4.11)|
        E: For Example usage look at the examples directory|
        E: bad action parsing|
        E: parse_action: bad value (6:pedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pedit munge ip ttl decrement
        E: Non extended mode. only 'set' command is supported|
        E: bad pedit parsing|
        E: Bad pedit construct (ip)|
        E: Usage: ... pedit munge [ex] <MUNGE> [CONTROL]|
        E: Where: MUNGE := <RAW>|<LAYERED>|
        E: 	<RAW>:= <OFFSETC>[ATC]<CMD>|
        E:  		OFFSETC:= offset <offval> <u8|u16|u32>|
        E: 		ATC:= at <atval> offmask <maskval> shift <shiftval>|
        E: 		NOTE: offval is byte offset, must be multiple of 4|
        E: 		NOTE: maskval is a 32 bit hex number|
        E:  		NOTE: shiftval is a shift value|
        E: 		CMD:= clear | invert | set <setval> | add <addval> | decrement | retain|
        E: 	<LAYERED>:= ip <ipdata> | ip6 <ip6data>|
        E:  		| udp <udpdata> | tcp <tcpdata> | icmp <icmpdata>|
        E: 	CONTROL:= reclassify | pipe | drop | continue | pass ||
        E: 	          goto chain <CHAIN_INDEX>|
        E: 	NOTE: if 'ex' is set, extended functionality will be supported (kernel >= 4.11)|
        E: For Example usage look at the examples directory|
        E: bad action parsing|
        E: parse_action: bad value (5:pedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pedit munge offset 0 u8 decrement
        E: decrement command is not supported for this field|
        E: Bad pedit construct (decrement)|
        E: Usage: ... pedit munge [ex] <MUNGE> [CONTROL]|
        E: Where: MUNGE := <RAW>|<LAYERED>|
        E: 	<RAW>:= <OFFSETC>[ATC]<CMD>|
        E:  		OFFSETC:= offset <offval> <u8|u16|u32>|
        E: 		ATC:= at <atval> offmask <maskval> shift <shiftval>|
        E: 		NOTE: offval is byte offset, must be multiple of 4|
        E: 		NOTE: maskval is a 32 bit hex number|
        E:  		NOTE: shiftval is a shift value|
        E: 		CMD:= clear | invert | set <setval> | add <addval> | decrement | retain|
        E: 	<LAYERED>:= ip <ipdata> | ip6 <ip6data>|
        E:  		| udp <udpdata> | tcp <tcpdata> | icmp <icmpdata>|
        E: 	CONTROL:= reclassify | pipe | drop | continue | pass ||
        E: 	          goto chain <CHAIN_INDEX>|
        E: 	NOTE: if 'ex' is set, extended functionality will be supported (kernel >= 4.11)|
        E: For Example usage look at the examples directory|
        E: bad action parsing|
        E: parse_action: bad value (6:pedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pedit munge offset 0 u8 set 1 pedit ex munge offset 0 u8 set 1
        E: 'ex' must be before first 'munge'|
        E: Usage: ... pedit munge [ex] <MUNGE> [CONTROL]|
        E: Where: MUNGE := <RAW>|<LAYERED>|
        E: 	<RAW>:= <OFFSETC>[ATC]<CMD>|
        E:  		OFFSETC:= offset <offval> <u8|u16|u32>|
        E: 		ATC:= at <atval> offmask <maskval> shift <shiftval>|
        E: 		NOTE: offval is byte offset, must be multiple of 4|
        E: 		NOTE: maskval is a 32 bit hex number|
        E:  		NOTE: shiftval is a shift value|
        E: 		CMD:= clear | invert | set <setval> | add <addval> | decrement | retain|
        E: 	<LAYERED>:= ip <ipdata> | ip6 <ip6data>|
        E:  		| udp <udpdata> | tcp <tcpdata> | icmp <icmpdata>|
        E: 	CONTROL:= reclassify | pipe | drop | continue | pass ||
        E: 	          goto chain <CHAIN_INDEX>|
        E: 	NOTE: if 'ex' is set, extended functionality will be supported (kernel >= 4.11)|
        E: For Example usage look at the examples directory|
        E: bad action parsing|
        E: parse_action: bad value (15:pedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pedit munge offset 0 u8 set 1 index x
        E: Pedit: Illegal "index"|
        E: bad action parsing|
        E: parse_action: bad value (9:pedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pedit munge offset 0 u8 at 0 offmask 0x0f shift 2 set 1
        E: Bad pedit construct (0)|
        E: Usage: ... pedit munge [ex] <MUNGE> [CONTROL]|
        E: Where: MUNGE := <RAW>|<LAYERED>|
        E: 	<RAW>:= <OFFSETC>[ATC]<CMD>|
        E:  		OFFSETC:= offset <offval> <u8|u16|u32>|
        E: 		ATC:= at <atval> offmask <maskval> shift <shiftval>|
        E: 		NOTE: offval is byte offset, must be multiple of 4|
        E: 		NOTE: maskval is a 32 bit hex number|
        E:  		NOTE: shiftval is a shift value|
        E: 		CMD:= clear | invert | set <setval> | add <addval> | decrement | retain|
        E: 	<LAYERED>:= ip <ipdata> | ip6 <ip6data>|
        E:  		| udp <udpdata> | tcp <tcpdata> | icmp <icmpdata>|
        E: 	CONTROL:= reclassify | pipe | drop | continue | pass ||
        E: 	          goto chain <CHAIN_INDEX>|
        E: 	NOTE: if 'ex' is set, extended functionality will be supported (kernel >= 4.11)|
        E: For Example usage look at the examples directory|
        E: bad action parsing|
        E: parse_action: bad value (13:pedit)!|
        E: Illegal "action"|
        = 255
        $ tc actions add action pedit munge offset 0 u8 set 1 index 1
        E: RTNETLINK answers: File exists|
        E: We have an error talking to the kernel|
        = 255
        $ tc actions replace action pedit munge offset 0 u8 set 9 drop index 1
        $ tc actions ls action pedit
        total acts 3|
        |
        	action order 0:  pedit action drop keys 1|
         	 index 1 ref 1 bind 0|
        	 key #0  at 0: val 09000000 mask 00ffffff|
        	not_in_hw|
        |
        	action order 1:  pedit action pipe keys 6|
         	 index 2 ref 2 bind 1|
        	 key #0  at eth+4: val 00000200 mask ffff0000|
        	 key #1  at eth+8: val 00000001 mask 00000000|
        	 key #2  at ipv4+8: add ff000000 mask 00ffffff|
        	 key #3  at ipv6+4: add 00000003 mask ffffff00|
        	 key #4  at tcp+12: val 00020000 mask ff00ffff|
        	 key #5  at udp+0: val 00000035 mask ffff0000|
        	cookie abcd|
        	not_in_hw|
        |
        	action order 2:  pedit action pipe keys 2|
         	 index 3 ref 1 bind 1|
        	 key #0  at 12: val 01020304 mask 00000000|
        	 key #1  at 20: val 00000050 mask ffff0000|
        	not_in_hw|
        $ tc actions flush action pedit
        E: Warning: Unable to flush all TC actions.|
        """;
}
