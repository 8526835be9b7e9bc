namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Recorded with iproute2 6.1 on Linux 6.1: flower filters of many protocols, templates of chains, complaints and prints.</summary>
internal static class FlowerTranscript
{
    public const string Text =
        """
        $ ip link add va type veth peer name vb
        $ ip link set va up
        $ ip link set vb up
        $ tc qdisc add dev va clsact
        $ tc filter add dev va ingress protocol ip prio 1 flower src_mac 02:00:00:00:00:01 dst_mac 02:00:00:00:00:02/ff:ff:ff:00:00:00 ip_proto tcp ip_tos 0x10/0xff ip_ttl 64 src_ip 10.0.0.0/8 dst_ip 10.9.0.2 src_port 1000 dst_port 80 tcp_flags 0x2/0x12 classid 1:5 action drop
        $ tc filter add dev va ingress protocol ip prio 1 flower ip_proto udp dst_port 10-20 src_port 0x10/0xf0 skip_hw action pass
        $ tc filter add dev va ingress protocol ip prio 1 flower ip_proto icmp type 8/1 code 0/3 classid 1:1
        $ tc filter add dev va ingress protocol ip prio 1 flower ip_flags frag/nofirstfrag indev va
        $ tc filter add dev va ingress protocol ip prio 1 flower ip_proto udp src_port 10-20 src_port 53
        $ tc filter add dev va ingress protocol ip prio 1 flower hw_tc 3 src_ip 10.3.0.0/16
        $ tc filter add dev va ingress protocol ip prio 1 flower num_of_vlans 1 vlan_id 5 src_ip 1.2.3.4
        $ tc filter add dev va ingress protocol ip prio 1 flower foo
        E: What is "foo"?|
        E: Usage: ... flower	[ MATCH-LIST ] [ verbose ]|
        E: 			[ skip_sw | skip_hw ]|
        E: 			[ action ACTION-SPEC ] [ classid CLASSID ]|
        E: |
        E: Where: MATCH-LIST := [ MATCH-LIST ] MATCH|
        E:        MATCH      := {	indev DEV-NAME ||
        E: 			num_of_vlans VLANS_COUNT ||
        E: 			vlan_id VID ||
        E: 			vlan_prio PRIORITY ||
        E: 			vlan_ethtype [ ipv4 | ipv6 | ETH-TYPE ] ||
        E: 			cvlan_id VID ||
        E: 			cvlan_prio PRIORITY ||
        E: 			cvlan_ethtype [ ipv4 | ipv6 | ETH-TYPE ] ||
        E: 			pppoe_sid PSID ||
        E: 			ppp_proto [ ipv4 | ipv6 | mpls_uc | mpls_mc | PPP_PROTO ]			dst_mac MASKED-LLADDR ||
        E: 			src_mac MASKED-LLADDR ||
        E: 			ip_proto [tcp | udp | sctp | icmp | icmpv6 | IP-PROTO ] ||
        E: 			ip_tos MASKED-IP_TOS ||
        E: 			ip_ttl MASKED-IP_TTL ||
        E: 			mpls LSE-LIST ||
        E: 			mpls_label LABEL ||
        E: 			mpls_tc TC ||
        E: 			mpls_bos BOS ||
        E: 			mpls_ttl TTL ||
        E: 			dst_ip PREFIX ||
        E: 			src_ip PREFIX ||
        E: 			dst_port PORT-NUMBER ||
        E: 			src_port PORT-NUMBER ||
        E: 			tcp_flags MASKED-TCP_FLAGS ||
        E: 			type MASKED-ICMP-TYPE ||
        E: 			code MASKED-ICMP-CODE ||
        E: 			arp_tip IPV4-PREFIX ||
        E: 			arp_sip IPV4-PREFIX ||
        E: 			arp_op [ request | reply | OP ] ||
        E: 			arp_tha MASKED-LLADDR ||
        E: 			arp_sha MASKED-LLADDR ||
        E: 			enc_dst_ip [ IPV4-ADDR | IPV6-ADDR ] ||
        E: 			enc_src_ip [ IPV4-ADDR | IPV6-ADDR ] ||
        E: 			enc_key_id [ KEY-ID ] ||
        E: 			enc_tos MASKED-IP_TOS ||
        E: 			enc_ttl MASKED-IP_TTL ||
        E: 			geneve_opts MASKED-OPTIONS ||
        E: 			vxlan_opts MASKED-OPTIONS ||
        E:                        erspan_opts MASKED-OPTIONS ||
        E: 			gtp_opts MASKED-OPTIONS ||
        E: 			ip_flags IP-FLAGS ||
        E: 			enc_dst_port [ port_number ] ||
        E: 			ct_state MASKED_CT_STATE ||
        E: 			ct_label MASKED_CT_LABEL ||
        E: 			ct_mark MASKED_CT_MARK ||
        E: 			ct_zone MASKED_CT_ZONE }|
        E: 	LSE-LIST := [ LSE-LIST ] LSE|
        E: 	LSE := lse depth DEPTH { label LABEL | tc TC | bos BOS | ttl TTL }|
        E: 	FILTERID := X:Y:Z|
        E: 	MASKED_LLADDR := { LLADDR | LLADDR/MASK | LLADDR/BITS }|
        E: 	MASKED_CT_STATE := combination of {+|-} and flags trk,est,new,rel,rpl,inv|
        E: 	ACTION-SPEC := ... look at individual actions|
        E: |
        E: NOTE:	CLASSID, IP-PROTO are parsed as hexadecimal input.|
        E: NOTE:	There can be only used one mask per one prio. If user needs|
        E: 	to specify different mask, he has to use different prio.|
        = 1
        $ tc filter add dev va ingress protocol ip prio 1 flower help
        E: Usage: ... flower	[ MATCH-LIST ] [ verbose ]|
        E: 			[ skip_sw | skip_hw ]|
        E: 			[ action ACTION-SPEC ] [ classid CLASSID ]|
        E: |
        E: Where: MATCH-LIST := [ MATCH-LIST ] MATCH|
        E:        MATCH      := {	indev DEV-NAME ||
        E: 			num_of_vlans VLANS_COUNT ||
        E: 			vlan_id VID ||
        E: 			vlan_prio PRIORITY ||
        E: 			vlan_ethtype [ ipv4 | ipv6 | ETH-TYPE ] ||
        E: 			cvlan_id VID ||
        E: 			cvlan_prio PRIORITY ||
        E: 			cvlan_ethtype [ ipv4 | ipv6 | ETH-TYPE ] ||
        E: 			pppoe_sid PSID ||
        E: 			ppp_proto [ ipv4 | ipv6 | mpls_uc | mpls_mc | PPP_PROTO ]			dst_mac MASKED-LLADDR ||
        E: 			src_mac MASKED-LLADDR ||
        E: 			ip_proto [tcp | udp | sctp | icmp | icmpv6 | IP-PROTO ] ||
        E: 			ip_tos MASKED-IP_TOS ||
        E: 			ip_ttl MASKED-IP_TTL ||
        E: 			mpls LSE-LIST ||
        E: 			mpls_label LABEL ||
        E: 			mpls_tc TC ||
        E: 			mpls_bos BOS ||
        E: 			mpls_ttl TTL ||
        E: 			dst_ip PREFIX ||
        E: 			src_ip PREFIX ||
        E: 			dst_port PORT-NUMBER ||
        E: 			src_port PORT-NUMBER ||
        E: 			tcp_flags MASKED-TCP_FLAGS ||
        E: 			type MASKED-ICMP-TYPE ||
        E: 			code MASKED-ICMP-CODE ||
        E: 			arp_tip IPV4-PREFIX ||
        E: 			arp_sip IPV4-PREFIX ||
        E: 			arp_op [ request | reply | OP ] ||
        E: 			arp_tha MASKED-LLADDR ||
        E: 			arp_sha MASKED-LLADDR ||
        E: 			enc_dst_ip [ IPV4-ADDR | IPV6-ADDR ] ||
        E: 			enc_src_ip [ IPV4-ADDR | IPV6-ADDR ] ||
        E: 			enc_key_id [ KEY-ID ] ||
        E: 			enc_tos MASKED-IP_TOS ||
        E: 			enc_ttl MASKED-IP_TTL ||
        E: 			geneve_opts MASKED-OPTIONS ||
        E: 			vxlan_opts MASKED-OPTIONS ||
        E:                        erspan_opts MASKED-OPTIONS ||
        E: 			gtp_opts MASKED-OPTIONS ||
        E: 			ip_flags IP-FLAGS ||
        E: 			enc_dst_port [ port_number ] ||
        E: 			ct_state MASKED_CT_STATE ||
        E: 			ct_label MASKED_CT_LABEL ||
        E: 			ct_mark MASKED_CT_MARK ||
        E: 			ct_zone MASKED_CT_ZONE }|
        E: 	LSE-LIST := [ LSE-LIST ] LSE|
        E: 	LSE := lse depth DEPTH { label LABEL | tc TC | bos BOS | ttl TTL }|
        E: 	FILTERID := X:Y:Z|
        E: 	MASKED_LLADDR := { LLADDR | LLADDR/MASK | LLADDR/BITS }|
        E: 	MASKED_CT_STATE := combination of {+|-} and flags trk,est,new,rel,rpl,inv|
        E: 	ACTION-SPEC := ... look at individual actions|
        E: |
        E: NOTE:	CLASSID, IP-PROTO are parsed as hexadecimal input.|
        E: NOTE:	There can be only used one mask per one prio. If user needs|
        E: 	to specify different mask, he has to use different prio.|
        = 1
        $ tc filter add dev va ingress protocol ip prio 1 flower src_ip 10.0.0.0/33
        E: Error: inet prefix is expected rather than "10.0.0.0/33".|
        = 1
        $ tc filter add dev va ingress protocol ip prio 1 flower skip_sw src_ip 1.1.1.5
        E: RTNETLINK answers: Operation not supported|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev va ingress protocol ipv6 prio 2 flower ip_proto icmpv6 type 128 src_ip 2001:db8::/32 dst_ip fe80::1
        $ tc filter add dev va ingress protocol ipv6 prio 3 flower ip_proto sctp src_port 5 ip_tos 8/c ip_ttl 0x20/f0
        $ tc filter add dev va ingress protocol arp prio 4 flower arp_sip 10.0.0.1 arp_tip 10.0.0.0/24 arp_op request arp_sha 02:00:00:00:00:01 arp_tha 00:00:00:00:00:00/8
        $ tc filter add dev va ingress protocol 802.1q prio 5 flower vlan_id 5 vlan_prio 3 vlan_ethtype ip src_ip 10.0.0.1
        $ tc filter add dev va ingress protocol 802.1q prio 6 flower vlan_ethtype 802.1q cvlan_id 7 cvlan_prio 1 cvlan_ethtype ipv6 ip_proto tcp
        $ tc filter add dev va ingress protocol all prio 7 flower num_of_vlans 2 vlan_id 5 cvlan_id 6
        $ tc filter add dev va ingress protocol mpls_uc prio 8 flower mpls_label 5 mpls_tc 3 mpls_bos 1 mpls_ttl 64
        $ tc filter add dev va ingress protocol mpls_uc prio 9 flower mpls lse depth 2 label 6 tc 1 lse depth 1 ttl 3 bos 0
        $ tc filter add dev va ingress protocol ppp_ses prio 10 flower pppoe_sid 5 ppp_proto ip src_ip 10.0.0.1
        $ tc filter add dev va ingress protocol ppp_ses prio 11 flower ppp_proto 0x1234
        $ tc filter show dev va ingress
        filter protocol ip pref 1 flower chain 0 |
        filter protocol ip pref 1 flower chain 0 handle 0x1 classid 1:5 |
          dst_mac 02:00:00:00:00:02/24|
          src_mac 02:00:00:00:00:01|
          eth_type ipv4|
          ip_proto tcp|
          ip_tos 16|
          ip_ttl 64|
          dst_ip 10.9.0.2|
          src_ip 10.0.0.0/8|
          dst_port 80|
          src_port 1000|
          tcp_flags 0x2/12|
          not_in_hw|
        	action order 1: gact action drop|
        	 random type none pass val 0|
        	 index 1 ref 1 bind 1|
        |
        filter protocol ip pref 1 flower chain 0 handle 0x2 |
          eth_type ipv4|
          ip_proto udp|
          src_port 16/0xf0|
          dst_port 10-20|
          skip_hw|
          not_in_hw|
        	action order 1: gact action pass|
        	 random type none pass val 0|
        	 index 2 ref 1 bind 1|
        |
        filter protocol ip pref 1 flower chain 0 handle 0x3 classid 1:1 |
          eth_type ipv4|
          ip_proto icmp|
          icmp_type 8/1|
          icmp_code 0/3|
          not_in_hw|
        filter protocol ip pref 1 flower chain 0 handle 0x4 |
          indev va|
          eth_type ipv4|
          ip_flags frag/nofirstfrag|
          not_in_hw|
        filter protocol ip pref 1 flower chain 0 handle 0x5 |
          eth_type ipv4|
          ip_proto udp|
          src_port 53|
          src_port 10-20|
          not_in_hw|
        filter protocol ip pref 1 flower chain 0 handle 0x6 hw_tc 3 |
          eth_type ipv4|
          src_ip 10.3.0.0/16|
          not_in_hw|
        filter protocol ip pref 1 flower chain 0 handle 0x7 |
          num_of_vlans 1|
          vlan_id 5|
          not_in_hw|
        filter protocol ipv6 pref 2 flower chain 0 |
        filter protocol ipv6 pref 2 flower chain 0 handle 0x1 |
          eth_type ipv6|
          ip_proto icmpv6|
          dst_ip fe80::1|
          src_ip 2001:db8::/32|
          icmp_type 128|
          not_in_hw|
        filter protocol ipv6 pref 3 flower chain 0 |
        filter protocol ipv6 pref 3 flower chain 0 handle 0x1 |
          eth_type ipv6|
          ip_proto sctp|
          ip_tos 8/0xc|
          ip_ttl 32/0xf0|
          src_port 5|
          not_in_hw|
        filter protocol arp pref 4 flower chain 0 |
        filter protocol arp pref 4 flower chain 0 handle 0x1 |
          eth_type arp|
          arp_sip 10.0.0.1|
          arp_tip 10.0.0.0/24|
          arp_op request|
          arp_sha 02:00:00:00:00:01|
          arp_tha 00:00:00:00:00:00/8|
          not_in_hw|
        filter protocol 802.1Q pref 5 flower chain 0 |
        filter protocol 802.1Q pref 5 flower chain 0 handle 0x1 |
          vlan_id 5|
          vlan_prio 3|
          vlan_ethtype ip|
          eth_type ipv4|
          src_ip 10.0.0.1|
          not_in_hw|
        filter protocol 802.1Q pref 6 flower chain 0 |
        filter protocol 802.1Q pref 6 flower chain 0 handle 0x1 |
          vlan_ethtype 802.1Q|
          cvlan_id 7|
          cvlan_prio 1|
          cvlan_ethtype ipv6|
          eth_type ipv6|
          ip_proto tcp|
          not_in_hw|
        filter protocol all pref 7 flower chain 0 |
        filter protocol all pref 7 flower chain 0 handle 0x1 |
          num_of_vlans 2|
          vlan_id 5|
          cvlan_id 6|
          not_in_hw|
        filter protocol mpls_uc pref 8 flower chain 0 |
        filter protocol mpls_uc pref 8 flower chain 0 handle 0x1 |
          eth_type 8847|
          mpls_label 5|
          mpls_tc 3|
          mpls_bos 1|
          mpls_ttl 64|
          not_in_hw|
        filter protocol mpls_uc pref 9 flower chain 0 |
        filter protocol mpls_uc pref 9 flower chain 0 handle 0x1 |
          eth_type 8847|
          mpls|
            lse depth 1 bos 0 ttl 3|
            lse depth 2 label 6 tc 1|
          not_in_hw|
        filter protocol ppp_ses pref 10 flower chain 0 |
        filter protocol ppp_ses pref 10 flower chain 0 handle 0x1 |
          eth_type ipv4|
          src_ip 10.0.0.1|
          pppoe_sid 5|
          ppp_proto ip|
          not_in_hw|
        filter protocol ppp_ses pref 11 flower chain 0 |
        filter protocol ppp_ses pref 11 flower chain 0 handle 0x1 |
          eth_type 8864|
          ppp_proto [4660]|
          not_in_hw|
        $ tc -j filter show dev va ingress prio 1
        [{"protocol":"ip","kind":"flower","chain":0},{"protocol":"ip","kind":"flower","chain":0,"options":{"handle":1,"classid":"1:5","keys":{"dst_mac":"02:00:00:00:00:02/24","src_mac":"02:00:00:00:00:01","eth_type":"ipv4","ip_proto":"tcp","ip_tos":16,"ip_ttl":64,"dst_ip":"10.9.0.2","src_ip":"10.0.0.0/8","dst_port":80,"src_port":1000,"tcp_flags":"0x2/12"},"not_in_hw":true,"actions":[{"order":1,"kind":"gact","control_action":{"type":"drop"},"prob":{"random_type":"none","control_action":{"type":"pass"},"val":0},"index":1,"ref":1,"bind":1}]}},{"protocol":"ip","kind":"flower","chain":0,"options":{"handle":2,"keys":{"eth_type":"ipv4","ip_proto":"udp","src_port":16,"src_port_mask":"f0","dst_port":{"start":10,"end":20}},"skip_hw":true,"not_in_hw":true,"actions":[{"order":1,"kind":"gact","control_action":{"type":"pass"},"prob":{"random_type":"none","control_action":{"type":"pass"},"val":0},"index":2,"ref":1,"bind":1}]}},{"protocol":"ip","kind":"flower","chain":0,"options":{"handle":3,"classid":"1:1","keys":{"eth_type":"ipv4","ip_proto":"icmp","icmp_type":"8/1","icmp_code":"0/3"},"not_in_hw":true}},{"protocol":"ip","kind":"flower","chain":0,"options":{"handle":4,"indev":"va","keys":{"eth_type":"ipv4","ip_flags":{"frag":true,"firstfrag":false}},"not_in_hw":true}},{"protocol":"ip","kind":"flower","chain":0,"options":{"handle":5,"keys":{"eth_type":"ipv4","ip_proto":"udp","src_port":53,"src_port":{"start":10,"end":20}},"not_in_hw":true}},{"protocol":"ip","kind":"flower","chain":0,"options":{"handle":6,"hw_tc":3,"keys":{"eth_type":"ipv4","src_ip":"10.3.0.0/16"},"not_in_hw":true}},{"protocol":"ip","kind":"flower","chain":0,"options":{"handle":7,"keys":{"num_of_vlans":1,"vlan_id":5},"not_in_hw":true}}]|
        $ tc -j filter show dev va ingress prio 8
        [{"protocol":"mpls_uc","kind":"flower","chain":0},{"protocol":"mpls_uc","kind":"flower","chain":0,"options":{"handle":1,"keys":{"eth_type":"8847","mpls_label":5,"mpls_tc":"3","mpls_bos":"1","mpls_ttl":"64"},"not_in_hw":true}}]|
        $ tc -j filter show dev va ingress prio 9
        [{"protocol":"mpls_uc","kind":"flower","chain":0},{"protocol":"mpls_uc","kind":"flower","chain":0,"options":{"handle":1,"keys":{"eth_type":"8847","mpls":[{"depth":1,"bos":0,"ttl":3},{"depth":2,"label":6,"tc":1}]},"not_in_hw":true}}]|
        $ tc filter get dev va ingress protocol ip prio 1 handle 2 flower
        filter ingress protocol ip pref 1 flower chain 0 handle 0x2 |
          eth_type ipv4|
          ip_proto udp|
          src_port 16/0xf0|
          dst_port 10-20|
          skip_hw|
          not_in_hw|
        	action order 1: gact action pass|
        	 random type none pass val 0|
        	 index 2 ref 1 bind 1|
        |
        $ tc filter del dev va ingress
        $ tc chain add dev va ingress protocol ip chain 6 flower dst_mac 00:00:00:00:00:00 src_ip 0.0.0.0/16
        $ tc chain add dev va ingress protocol ip chain 7 flower foo
        E: What is "foo"?|
        E: Usage: ... flower	[ MATCH-LIST ] [ verbose ]|
        E: 			[ skip_sw | skip_hw ]|
        E: 			[ action ACTION-SPEC ] [ classid CLASSID ]|
        E: |
        E: Where: MATCH-LIST := [ MATCH-LIST ] MATCH|
        E:        MATCH      := {	indev DEV-NAME ||
        E: 			num_of_vlans VLANS_COUNT ||
        E: 			vlan_id VID ||
        E: 			vlan_prio PRIORITY ||
        E: 			vlan_ethtype [ ipv4 | ipv6 | ETH-TYPE ] ||
        E: 			cvlan_id VID ||
        E: 			cvlan_prio PRIORITY ||
        E: 			cvlan_ethtype [ ipv4 | ipv6 | ETH-TYPE ] ||
        E: 			pppoe_sid PSID ||
        E: 			ppp_proto [ ipv4 | ipv6 | mpls_uc | mpls_mc | PPP_PROTO ]			dst_mac MASKED-LLADDR ||
        E: 			src_mac MASKED-LLADDR ||
        E: 			ip_proto [tcp | udp | sctp | icmp | icmpv6 | IP-PROTO ] ||
        E: 			ip_tos MASKED-IP_TOS ||
        E: 			ip_ttl MASKED-IP_TTL ||
        E: 			mpls LSE-LIST ||
        E: 			mpls_label LABEL ||
        E: 			mpls_tc TC ||
        E: 			mpls_bos BOS ||
        E: 			mpls_ttl TTL ||
        E: 			dst_ip PREFIX ||
        E: 			src_ip PREFIX ||
        E: 			dst_port PORT-NUMBER ||
        E: 			src_port PORT-NUMBER ||
        E: 			tcp_flags MASKED-TCP_FLAGS ||
        E: 			type MASKED-ICMP-TYPE ||
        E: 			code MASKED-ICMP-CODE ||
        E: 			arp_tip IPV4-PREFIX ||
        E: 			arp_sip IPV4-PREFIX ||
        E: 			arp_op [ request | reply | OP ] ||
        E: 			arp_tha MASKED-LLADDR ||
        E: 			arp_sha MASKED-LLADDR ||
        E: 			enc_dst_ip [ IPV4-ADDR | IPV6-ADDR ] ||
        E: 			enc_src_ip [ IPV4-ADDR | IPV6-ADDR ] ||
        E: 			enc_key_id [ KEY-ID ] ||
        E: 			enc_tos MASKED-IP_TOS ||
        E: 			enc_ttl MASKED-IP_TTL ||
        E: 			geneve_opts MASKED-OPTIONS ||
        E: 			vxlan_opts MASKED-OPTIONS ||
        E:                        erspan_opts MASKED-OPTIONS ||
        E: 			gtp_opts MASKED-OPTIONS ||
        E: 			ip_flags IP-FLAGS ||
        E: 			enc_dst_port [ port_number ] ||
        E: 			ct_state MASKED_CT_STATE ||
        E: 			ct_label MASKED_CT_LABEL ||
        E: 			ct_mark MASKED_CT_MARK ||
        E: 			ct_zone MASKED_CT_ZONE }|
        E: 	LSE-LIST := [ LSE-LIST ] LSE|
        E: 	LSE := lse depth DEPTH { label LABEL | tc TC | bos BOS | ttl TTL }|
        E: 	FILTERID := X:Y:Z|
        E: 	MASKED_LLADDR := { LLADDR | LLADDR/MASK | LLADDR/BITS }|
        E: 	MASKED_CT_STATE := combination of {+|-} and flags trk,est,new,rel,rpl,inv|
        E: 	ACTION-SPEC := ... look at individual actions|
        E: |
        E: NOTE:	CLASSID, IP-PROTO are parsed as hexadecimal input.|
        E: NOTE:	There can be only used one mask per one prio. If user needs|
        E: 	to specify different mask, he has to use different prio.|
        = 1
        $ tc filter add dev va ingress chain 6 protocol ip flower dst_mac 02:00:00:00:00:02 src_ip 10.9.0.0/24
        E: Error: cls_flower: Mask does not fit the template.|
        E: We have an error talking to the kernel|
        = 2
        $ tc filter add dev va ingress chain 6 protocol ip matchall action drop
        E: Error: Chain template is set to a different filter kind.|
        E: We have an error talking to the kernel|
        = 2
        $ tc chain show dev va ingress
        chain parent ffff: flower chain 6 |
          dst_mac 00:00:00:00:00:00|
          eth_type ipv4|
          src_ip 0.0.0.0/16|
        $ tc -j chain show dev va ingress
        [{"parent":"ffff:","kind":"flower","chain":6,"options":{"keys":{"dst_mac":"00:00:00:00:00:00","eth_type":"ipv4","src_ip":"0.0.0.0/16"}}}]|
        $ tc chain get dev va ingress chain 6
        chain parent ffff: flower chain 6 |
          dst_mac 00:00:00:00:00:00|
          eth_type ipv4|
          src_ip 0.0.0.0/16|
        """;
}
