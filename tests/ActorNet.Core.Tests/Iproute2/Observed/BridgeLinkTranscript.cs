namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>ip link on bridges and their ports; ip tuntap; ethtool. Observed with iproute2 6.1.0 on Linux 6.18 in a private network namespace; see <see cref="Transcript"/> for the notation.</summary>
internal static class BridgeLinkTranscript
{
    public const string Text =
        """
        $ ip link add br0 address 02:00:00:00:00:20 type bridge
        $ ip -d link show br0
        2: br0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:20 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 |
            bridge forward_delay 1500 hello_time 200 max_age 2000 ageing_time 30000 stp_state 0 priority 32768 vlan_filtering 0 bridge_id 8000.2:0:0:0:0:20 designated_root 8000.2:0:0:0:0:20 root_port 0 root_path_cost 0 topology_change 0 topology_change_detected 0 hello_timer    0.00 tcn_timer    0.00 topology_change_timer    0.00 gc_timer    0.00 group_fwd_mask 0 group_address 01:80:c2:00:00:00 mcast_snooping 1 no_linklocal_learn 0 mcast_vlan_snooping 0 mcast_router 1 mcast_query_use_ifaddr 0 mcast_querier 0 mcast_hash_elasticity 16 mcast_hash_max 4096 mcast_last_member_count 2 mcast_startup_query_count 2 mcast_last_member_interval 100 mcast_membership_interval 26000 mcast_querier_interval 25500 mcast_query_interval 12500 mcast_query_response_interval 1000 mcast_startup_query_interval 3124 mcast_stats_enabled 0 mcast_igmp_version 2 mcast_mld_version 1 nf_call_iptables 0 nf_call_ip6tables 0 nf_call_arptables 0 addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 65536 tso_max_segs 65535 gro_max_size 65536 |
        $ ip link set br0 up
        $ ip link show br0
        2: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:20 brd ff:ff:ff:ff:ff:ff|
        $ ip link add va address 02:00:00:00:00:0a numtxqueues 1 numrxqueues 1 type veth peer name vb address 02:00:00:00:00:0b numtxqueues 1 numrxqueues 1
        $ ip link set va master br0
        $ ip link show br0
        2: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:20 brd ff:ff:ff:ff:ff:ff|
        $ ip -d link show va
        4: va@vb: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop master br0 state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff promiscuity 1  allmulti 1 minmtu 68 maxmtu 65535 |
            veth |
            bridge_slave state disabled priority 32 cost 2 hairpin off guard off root_block off fastleave off learning on flood on port_id 0x8001 port_no 0x1 designated_port 32769 designated_cost 0 designated_bridge 8000.2:0:0:0:0:20 designated_root 8000.2:0:0:0:0:20 hold_timer    0.00 message_age_timer    0.00 forward_delay_timer    0.00 topology_change_ack 0 config_pending 0 proxy_arp off proxy_arp_wifi off mcast_router 1 mcast_fast_leave off mcast_flood on bcast_flood on mcast_to_unicast off neigh_suppress off group_fwd_mask 0 group_fwd_mask_str 0x0 vlan_tunnel off isolated off locked off addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 |
        $ ip -d -j link show va
        [{"ifindex":4,"link":"vb","ifname":"va","flags":["BROADCAST","MULTICAST","M-DOWN"],"mtu":1500,"qdisc":"noop","master":"br0","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:0a","broadcast":"ff:ff:ff:ff:ff:ff","promiscuity":1,"allmulti":1,"min_mtu":68,"max_mtu":65535,"linkinfo":{"info_kind":"veth","info_slave_kind":"bridge","info_slave_data":{"state":"disabled","priority":32,"cost":2,"hairpin":false,"guard":false,"root_block":false,"fastleave":false,"learning":true,"flood":true,"id":"0x8001","no":"0x1","designated_port":32769,"designated_cost":0,"bridge_id":"8000.2:0:0:0:0:20","root_id":"8000.2:0:0:0:0:20","hold_timer":0.00,"message_age_timer":0.00,"forward_delay_timer":0.00,"topology_change_ack":0,"config_pending":0,"proxy_arp":false,"proxy_arp_wifi":false,"multicast_router":1,"mcast_flood":true,"bcast_flood":true,"mcast_to_unicast":false,"neigh_suppress":false,"group_fwd_mask":"0","group_fwd_mask_str":"0x0","vlan_tunnel":false,"isolated":false,"locked":false}},"inet6_addr_gen_mode":"eui64","num_tx_queues":1,"num_rx_queues":1,"gso_max_size":65536,"gso_max_segs":65535,"tso_max_size":524280,"tso_max_segs":65535,"gro_max_size":65536}]|
        $ ip link set va up
        $ ip link show br0
        2: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:20 brd ff:ff:ff:ff:ff:ff|
        $ ip link set vb up
        $ ip link set va nomaster
        $ ip link show br0
        2: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:20 brd ff:ff:ff:ff:ff:ff|
        $ ip link set br0 down
        $ ip link set br0 up
        $ ip link show br0
        2: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:20 brd ff:ff:ff:ff:ff:ff|
        $ ip -d link show va
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 |
            veth addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 |
        $ ip link set va master br0
        $ ip link set br0 type bridge ageing_time 1000
        $ ip link set br0 type bridge ageing_time 100000000
        $ ip link set br0 type bridge stp_state 0
        $ ip link set br0 type bridge forward_delay 1
        $ ip link set br0 type bridge forward_delay 200 hello_time 100 max_age 600 priority 100
        $ ip link set br0 type bridge priority 70000
        E: Error: argument "70000" is wrong: invalid priority|
        = 255
        $ ip link set br0 type bridge vlan_filtering 1
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip link set br0 type bridge mcast_snooping 0
        $ ip link set br0 type bridge group_fwd_mask 8
        $ ip link set br0 type bridge group_fwd_mask 1
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link set br0 type bridge group_address 01:80:c2:00:00:0e
        $ ip link set br0 type bridge fdb_flush
        $ ip link set br0 type bridge vlan_protocol 802.1ad
        $ ip link set br0 type bridge vlan_default_pvid 5
        $ ip link set va type bridge_slave priority 5 cost 10 learning off
        $ ip link set va type bridge_slave state 1
        $ ip link set va type bridge_slave hairpin on guard on isolated on
        $ ip link set vb type bridge_slave priority 5
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip link add br1 type bridge
        $ ip link set br1 master br0
        E: Error: Can not enslave a bridge to a bridge.|
        = 2
        $ ip link set lo master br0
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link set va master br1
        $ ip -br link
        lo               DOWN           00:00:00:00:00:00 <LOOPBACK> |
        br0              DOWN           02:00:00:00:00:20 <NO-CARRIER,BROADCAST,MULTICAST,UP> |
        vb@va            UP             02:00:00:00:00:0b <BROADCAST,MULTICAST,UP,LOWER_UP> |
        va@vb            UP             02:00:00:00:00:0a <BROADCAST,MULTICAST,UP,LOWER_UP> |
        br1              DOWN           02:00:00:00:00:0a <BROADCAST,MULTICAST> |
        $ ip link show master br1
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master br1 state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        $ ip link show master br0
        $ ip -j link show master br0
        []|
        $ ip link show type bridge_slave
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master br1 state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        $ ip link set br0 master br0
        E: Error: Can not enslave a bridge to a bridge.|
        = 2
        $ ip link add ifb0 type ifb
        $ ip link set ifb0 master br0
        $ ip link del br1
        $ ip -d link show va
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 |
            veth addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 |
        $ ip link set br0 mtu 1400
        $ ip link set va master br0
        $ ip link show br0
        2: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:20 brd ff:ff:ff:ff:ff:ff|
        $ ip netns add a
        $ ip link set br0 netns a
        E: Error: The interface netns is immutable.|
        = 2
        $ ip link set br0 address 02:00:00:00:00:77
        $ ip link set br0 up
        $ ethtool -S br0
        E: no stats available|
        = 94
        $ ethtool -i br0
        driver: bridge|
        version: 2.3|
        firmware-version: N/A|
        expansion-rom-version: |
        bus-info: N/A|
        supports-statistics: no|
        supports-test: no|
        supports-eeprom-access: no|
        supports-register-dump: no|
        supports-priv-flags: no|
        $ ethtool -i va
        driver: veth|
        version: 1.0|
        firmware-version: |
        expansion-rom-version: |
        bus-info: |
        supports-statistics: yes|
        supports-test: no|
        supports-eeprom-access: no|
        supports-register-dump: no|
        supports-priv-flags: no|
        $ ethtool -k va
        Features for va:|
        rx-checksumming: on|
        tx-checksumming: on|
        	tx-checksum-ipv4: off [fixed]|
        	tx-checksum-ip-generic: on|
        	tx-checksum-ipv6: off [fixed]|
        	tx-checksum-fcoe-crc: off [fixed]|
        	tx-checksum-sctp: on|
        scatter-gather: on|
        	tx-scatter-gather: on|
        	tx-scatter-gather-fraglist: on|
        tcp-segmentation-offload: on|
        	tx-tcp-segmentation: on|
        	tx-tcp-ecn-segmentation: on|
        	tx-tcp-mangleid-segmentation: on|
        	tx-tcp6-segmentation: on|
        	tx-tcp-accecn-segmentation: on|
        generic-segmentation-offload: on|
        generic-receive-offload: off|
        large-receive-offload: off [fixed]|
        rx-vlan-offload: on|
        tx-vlan-offload: on|
        ntuple-filters: off [fixed]|
        receive-hashing: off [fixed]|
        highdma: on|
        rx-vlan-filter: off [fixed]|
        vlan-challenged: off [fixed]|
        tx-gso-robust: off [fixed]|
        tx-fcoe-segmentation: off [fixed]|
        tx-gre-segmentation: on|
        tx-gre-csum-segmentation: on|
        tx-ipxip4-segmentation: on|
        tx-ipxip6-segmentation: on|
        tx-udp_tnl-segmentation: on|
        tx-udp_tnl-csum-segmentation: on|
        tx-gso-partial: off [fixed]|
        tx-tunnel-remcsum-segmentation: off [fixed]|
        tx-sctp-segmentation: on|
        tx-esp-segmentation: off [fixed]|
        tx-udp-segmentation: on|
        tx-gso-list: on|
        tx-nocache-copy: off|
        loopback: off [fixed]|
        rx-fcs: off [fixed]|
        rx-all: off [fixed]|
        tx-vlan-stag-hw-insert: on|
        rx-vlan-stag-hw-parse: on|
        rx-vlan-stag-filter: off [fixed]|
        l2-fwd-offload: off [fixed]|
        hw-tc-offload: off [fixed]|
        esp-hw-offload: off [fixed]|
        esp-tx-csum-hw-offload: off [fixed]|
        rx-udp_tunnel-port-offload: off [fixed]|
        tls-hw-tx-offload: off [fixed]|
        tls-hw-rx-offload: off [fixed]|
        rx-gro-hw: off [fixed]|
        tls-hw-record: off [fixed]|
        rx-gro-list: off|
        macsec-hw-offload: off [fixed]|
        rx-udp-gro-forwarding: off|
        hsr-tag-ins-offload: off [fixed]|
        hsr-tag-rm-offload: off [fixed]|
        hsr-fwd-offload: off [fixed]|
        hsr-dup-offload: off [fixed]|
        $ ethtool -S ifb0
        NIC statistics:|
             rx_queue_0_packets: 0|
             rx_queue_0_bytes: 0|
             tx_queue_0_packets: 0|
             tx_queue_0_bytes: 0|
        $ ethtool -i lo
        E: Cannot get driver information: Operation not supported|
        = 71
        $ ethtool -k lo
        Features for lo:|
        rx-checksumming: on [fixed]|
        tx-checksumming: on|
        	tx-checksum-ipv4: off [fixed]|
        	tx-checksum-ip-generic: on [fixed]|
        	tx-checksum-ipv6: off [fixed]|
        	tx-checksum-fcoe-crc: off [fixed]|
        	tx-checksum-sctp: on [fixed]|
        scatter-gather: on|
        	tx-scatter-gather: on [fixed]|
        	tx-scatter-gather-fraglist: on [fixed]|
        tcp-segmentation-offload: on|
        	tx-tcp-segmentation: on|
        	tx-tcp-ecn-segmentation: on|
        	tx-tcp-mangleid-segmentation: on|
        	tx-tcp6-segmentation: on|
        	tx-tcp-accecn-segmentation: on|
        generic-segmentation-offload: on|
        generic-receive-offload: on|
        large-receive-offload: off [fixed]|
        rx-vlan-offload: off [fixed]|
        tx-vlan-offload: off [fixed]|
        ntuple-filters: off [fixed]|
        receive-hashing: off [fixed]|
        highdma: on [fixed]|
        rx-vlan-filter: off [fixed]|
        vlan-challenged: on [fixed]|
        tx-gso-robust: off [fixed]|
        tx-fcoe-segmentation: off [fixed]|
        tx-gre-segmentation: off [fixed]|
        tx-gre-csum-segmentation: off [fixed]|
        tx-ipxip4-segmentation: off [fixed]|
        tx-ipxip6-segmentation: off [fixed]|
        tx-udp_tnl-segmentation: off [fixed]|
        tx-udp_tnl-csum-segmentation: off [fixed]|
        tx-gso-partial: off [fixed]|
        tx-tunnel-remcsum-segmentation: off [fixed]|
        tx-sctp-segmentation: on|
        tx-esp-segmentation: off [fixed]|
        tx-udp-segmentation: on|
        tx-gso-list: on|
        tx-nocache-copy: off [fixed]|
        loopback: on [fixed]|
        rx-fcs: off [fixed]|
        rx-all: off [fixed]|
        tx-vlan-stag-hw-insert: off [fixed]|
        rx-vlan-stag-hw-parse: off [fixed]|
        rx-vlan-stag-filter: off [fixed]|
        l2-fwd-offload: off [fixed]|
        hw-tc-offload: off [fixed]|
        esp-hw-offload: off [fixed]|
        esp-tx-csum-hw-offload: off [fixed]|
        rx-udp_tunnel-port-offload: off [fixed]|
        tls-hw-tx-offload: off [fixed]|
        tls-hw-rx-offload: off [fixed]|
        rx-gro-hw: off [fixed]|
        tls-hw-record: off [fixed]|
        rx-gro-list: off|
        macsec-hw-offload: off [fixed]|
        rx-udp-gro-forwarding: off|
        hsr-tag-ins-offload: off [fixed]|
        hsr-tag-rm-offload: off [fixed]|
        hsr-fwd-offload: off [fixed]|
        hsr-dup-offload: off [fixed]|
        $ ip tuntap
        $ ip -j tuntap
        []|
        $ ip tuntap add dev tap0 mode tap
        $ ip tuntap add dev tun0 mode tun
        $ ip tuntap add dev tap1 mode tap multi_queue vnet_hdr pi user root group root
        $ ip tuntap
        tap0: tap persist|
        tun0: tun persist|
        tap1: tap pi multi_queue vnet_hdr persist filter user 0 group 0|
        $ ip tuntap show
        tap0: tap persist|
        tun0: tun persist|
        tap1: tap pi multi_queue vnet_hdr persist filter user 0 group 0|
        $ ip -j tuntap
        [{"ifname":"tap0","flags":["tap","persist"]},{"ifname":"tun0","flags":["tun","persist"]},{"ifname":"tap1","flags":["tap","pi","multi_queue","vnet_hdr","persist","filter"],"user":0,"group":0}]|
        $ ip -d tuntap
        tap0: tap persist|
        	Attached to processes:|
        tun0: tun persist|
        	Attached to processes:|
        tap1: tap pi multi_queue vnet_hdr persist filter user 0 group 0|
        	Attached to processes:|
        $ ip -d link show tun0
        8: tun0: <POINTOPOINT,MULTICAST,NOARP> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 500|
            link/none  promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 |
            tun type tun pi off vnet_hdr off persist on addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 65536 tso_max_segs 65535 gro_max_size 65536 |
        $ ip -d -j link show tun0
        [{"ifindex":8,"ifname":"tun0","flags":["POINTOPOINT","MULTICAST","NOARP"],"mtu":1500,"qdisc":"noop","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":500,"link_type":"none","promiscuity":0,"allmulti":0,"min_mtu":68,"max_mtu":65535,"linkinfo":{"info_kind":"tun","info_data":{"type":"tun","pi":false,"vnet_hdr":false,"multi_queue":false,"persist":true}},"inet6_addr_gen_mode":"eui64","num_tx_queues":1,"num_rx_queues":1,"gso_max_size":65536,"gso_max_segs":65535,"tso_max_size":65536,"tso_max_segs":65535,"gro_max_size":65536}]|
        $ ip link set tap0 up
        $ ip link set tun0 up
        $ ip link show tun0
        8: tun0: <NO-CARRIER,POINTOPOINT,MULTICAST,NOARP,UP> mtu 1500 qdisc pfifo_fast state DOWN mode DEFAULT group default qlen 500|
            link/none |
        $ ip tuntap add dev tap0 mode tap
        E: ioctl(TUNSETIFF): Device or resource busy|
        = 1
        $ ip tuntap add dev va mode tap
        E: ioctl(TUNSETIFF): Device or resource busy|
        = 1
        $ ip tuntap add mode tap
        $ ip tuntap add mode tap
        $ ip tuntap add mode tun
        $ ip tuntap add dev x
        E: You failed to specify a tunnel mode|
        = 1
        $ ip tuntap add dev x mode foo
        E: Unknown tunnel mode "foo"|
        = 255
        $ ip tuntap add dev x mode tap bogus
        E: Error: either "name" is duplicate, or "bogus" is a garbage.|
        = 255
        $ ip tuntap del dev tap0
        E: You failed to specify a tunnel mode|
        = 1
        $ ip tuntap del dev tap0 mode tun
        E: ioctl(TUNSETIFF): Invalid argument|
        = 1
        $ ip tuntap del dev nope mode tap
        $ ip tuntap
        tap0: tap persist|
        tun0: tun persist|
        tap1: tap pi multi_queue vnet_hdr persist filter user 0 group 0|
        tap2: tap persist|
        tap3: tap persist|
        tun1: tun persist|
        $ ip tuntap del dev tap0 mode tap
        $ ip link del tun0
        $ ip tuntap bogus
        E: Command "bogus" is unknown, try "ip tuntap help".|
        = 255
        $ ip tuntap add dev a/b mode tap
        E: Error: argument "a/b" is wrong: "dev" not a valid ifname|
        = 255
        $ ip tuntap add dev abcdefghijklmnopq mode tap
        E: Error: argument "abcdefghijklmnopq" is wrong: "dev" not a valid ifname|
        = 255
        $ ip tuntap add one_queue dev q mode tap
        $ ip tuntap lst
        tap1: tap pi multi_queue vnet_hdr persist filter user 0 group 0|
        tap2: tap persist|
        tap3: tap persist|
        tun1: tun persist|
        q: tap one_queue persist|
        $ ip tap
        tap1: tap pi multi_queue vnet_hdr persist filter user 0 group 0|
        tap2: tap persist|
        tap3: tap persist|
        tun1: tun persist|
        q: tap one_queue persist|
        $ ethtool -i tap1
        driver: tun|
        version: 1.6|
        firmware-version: |
        expansion-rom-version: |
        bus-info: tap|
        supports-statistics: no|
        supports-test: no|
        supports-eeprom-access: no|
        supports-register-dump: no|
        supports-priv-flags: no|
        $ ethtool -S tap1
        E: no stats available|
        = 94
        """;
}
