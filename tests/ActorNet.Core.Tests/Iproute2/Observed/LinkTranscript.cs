namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>ip link: what it shows, and what it changes. Observed with iproute2 6.1.0 on Linux 6.18 in a private network namespace; see <see cref="Transcript"/> for the notation.</summary>
internal static class LinkTranscript
{
    public const string Text =
        """
        $ ip link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        $ ip -j link
        [{"ifindex":1,"ifname":"lo","flags":["LOOPBACK"],"mtu":65536,"qdisc":"noop","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"loopback","address":"00:00:00:00:00:00","broadcast":"00:00:00:00:00:00"}]|
        $ ip link add ifb0 address 02:00:00:00:00:10 type ifb
        $ ip link add va address 02:00:00:00:00:0a numtxqueues 1 numrxqueues 1 type veth peer name vb address 02:00:00:00:00:0b numtxqueues 1 numrxqueues 1
        $ ip link add ifb4 address 02:00:00:00:00:14 numtxqueues 4 type ifb
        $ ip link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: ifb0: <BROADCAST,NOARP> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 32|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        3: vb@va: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
        4: va@vb: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        5: ifb4: <BROADCAST,NOARP> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 32|
            link/ether 02:00:00:00:00:14 brd ff:ff:ff:ff:ff:ff|
        $ ip -j link show va
        [{"ifindex":4,"link":"vb","ifname":"va","flags":["BROADCAST","MULTICAST","M-DOWN"],"mtu":1500,"qdisc":"noop","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:0a","broadcast":"ff:ff:ff:ff:ff:ff"}]|
        $ ip -br link show va
        va@vb            DOWN           02:00:00:00:00:0a <BROADCAST,MULTICAST,M-DOWN> |
        $ ip link set ifb0 up
        $ ip link set va up
        $ ip link show va
        4: va@vb: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        $ ip link set vb up
        $ ip link set ifb4 up
        $ ip link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: ifb0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UNKNOWN mode DEFAULT group default qlen 32|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        3: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        5: ifb4: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc mq state UNKNOWN mode DEFAULT group default qlen 32|
            link/ether 02:00:00:00:00:14 brd ff:ff:ff:ff:ff:ff|
        $ ip -j link
        [{"ifindex":1,"ifname":"lo","flags":["LOOPBACK"],"mtu":65536,"qdisc":"noop","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"loopback","address":"00:00:00:00:00:00","broadcast":"00:00:00:00:00:00"},{"ifindex":2,"ifname":"ifb0","flags":["BROADCAST","NOARP","UP","LOWER_UP"],"mtu":1500,"qdisc":"pfifo_fast","operstate":"UNKNOWN","linkmode":"DEFAULT","group":"default","txqlen":32,"link_type":"ether","address":"02:00:00:00:00:10","broadcast":"ff:ff:ff:ff:ff:ff"},{"ifindex":3,"link":"va","ifname":"vb","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:0b","broadcast":"ff:ff:ff:ff:ff:ff"},{"ifindex":4,"link":"vb","ifname":"va","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:0a","broadcast":"ff:ff:ff:ff:ff:ff"},{"ifindex":5,"ifname":"ifb4","flags":["BROADCAST","NOARP","UP","LOWER_UP"],"mtu":1500,"qdisc":"mq","operstate":"UNKNOWN","linkmode":"DEFAULT","group":"default","txqlen":32,"link_type":"ether","address":"02:00:00:00:00:14","broadcast":"ff:ff:ff:ff:ff:ff"}]|
        $ ip -d link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00 promiscuity 0  allmulti 0 minmtu 0 maxmtu 0 addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 |
        2: ifb0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UNKNOWN mode DEFAULT group default qlen 32|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 0 maxmtu 0 |
            ifb addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 |
        3: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 |
            veth addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 |
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 |
            veth addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 |
        5: ifb4: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc mq state UNKNOWN mode DEFAULT group default qlen 32|
            link/ether 02:00:00:00:00:14 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 0 maxmtu 0 |
            ifb addrgenmode eui64 numtxqueues 4 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 |
        $ ip -d -j link
        [{"ifindex":1,"ifname":"lo","flags":["LOOPBACK"],"mtu":65536,"qdisc":"noop","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"loopback","address":"00:00:00:00:00:00","broadcast":"00:00:00:00:00:00","promiscuity":0,"allmulti":0,"min_mtu":0,"max_mtu":0,"inet6_addr_gen_mode":"eui64","num_tx_queues":1,"num_rx_queues":1,"gso_max_size":65536,"gso_max_segs":65535,"tso_max_size":524280,"tso_max_segs":65535,"gro_max_size":65536},{"ifindex":2,"ifname":"ifb0","flags":["BROADCAST","NOARP","UP","LOWER_UP"],"mtu":1500,"qdisc":"pfifo_fast","operstate":"UNKNOWN","linkmode":"DEFAULT","group":"default","txqlen":32,"link_type":"ether","address":"02:00:00:00:00:10","broadcast":"ff:ff:ff:ff:ff:ff","promiscuity":0,"allmulti":0,"min_mtu":0,"max_mtu":0,"linkinfo":{"info_kind":"ifb"},"inet6_addr_gen_mode":"eui64","num_tx_queues":1,"num_rx_queues":1,"gso_max_size":65536,"gso_max_segs":65535,"tso_max_size":524280,"tso_max_segs":65535,"gro_max_size":65536},{"ifindex":3,"link":"va","ifname":"vb","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:0b","broadcast":"ff:ff:ff:ff:ff:ff","promiscuity":0,"allmulti":0,"min_mtu":68,"max_mtu":65535,"linkinfo":{"info_kind":"veth"},"inet6_addr_gen_mode":"eui64","num_tx_queues":1,"num_rx_queues":1,"gso_max_size":65536,"gso_max_segs":65535,"tso_max_size":524280,"tso_max_segs":65535,"gro_max_size":65536},{"ifindex":4,"link":"vb","ifname":"va","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:0a","broadcast":"ff:ff:ff:ff:ff:ff","promiscuity":0,"allmulti":0,"min_mtu":68,"max_mtu":65535,"linkinfo":{"info_kind":"veth"},"inet6_addr_gen_mode":"eui64","num_tx_queues":1,"num_rx_queues":1,"gso_max_size":65536,"gso_max_segs":65535,"tso_max_size":524280,"tso_max_segs":65535,"gro_max_size":65536},{"ifindex":5,"ifname":"ifb4","flags":["BROADCAST","NOARP","UP","LOWER_UP"],"mtu":1500,"qdisc":"mq","operstate":"UNKNOWN","linkmode":"DEFAULT","group":"default","txqlen":32,"link_type":"ether","address":"02:00:00:00:00:14","broadcast":"ff:ff:ff:ff:ff:ff","promiscuity":0,"allmulti":0,"min_mtu":0,"max_mtu":0,"linkinfo":{"info_kind":"ifb"},"inet6_addr_gen_mode":"eui64","num_tx_queues":4,"num_rx_queues":1,"gso_max_size":65536,"gso_max_segs":65535,"tso_max_size":524280,"tso_max_segs":65535,"gro_max_size":65536}]|
        $ ip -s link show ifb0
        2: ifb0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UNKNOWN mode DEFAULT group default qlen 32|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
            RX:  bytes packets errors dropped  missed   mcast           |
                     0       0      0       0       0       0 |
            TX:  bytes packets errors dropped carrier collsns           |
                     0       0      0       0       0       0 |
        $ ip -s -s link show ifb0
        2: ifb0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UNKNOWN mode DEFAULT group default qlen 32|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
            RX:  bytes packets errors dropped  missed   mcast           |
                     0       0      0       0       0       0 |
            RX errors:  length    crc   frame    fifo overrun|
                             0      0       0       0       0 |
            TX:  bytes packets errors dropped carrier collsns           |
                     0       0      0       0       0       0 |
            TX errors: aborted   fifo  window heartbt transns|
                             0      0       0       0       0 |
        $ ip -s -j link show ifb0
        [{"ifindex":2,"ifname":"ifb0","flags":["BROADCAST","NOARP","UP","LOWER_UP"],"mtu":1500,"qdisc":"pfifo_fast","operstate":"UNKNOWN","linkmode":"DEFAULT","group":"default","txqlen":32,"link_type":"ether","address":"02:00:00:00:00:10","broadcast":"ff:ff:ff:ff:ff:ff","stats64":{"rx":{"bytes":0,"packets":0,"errors":0,"dropped":0,"over_errors":0,"multicast":0},"tx":{"bytes":0,"packets":0,"errors":0,"dropped":0,"carrier_errors":0,"collisions":0}}}]|
        $ ip -s -s -j link show ifb0
        [{"ifindex":2,"ifname":"ifb0","flags":["BROADCAST","NOARP","UP","LOWER_UP"],"mtu":1500,"qdisc":"pfifo_fast","operstate":"UNKNOWN","linkmode":"DEFAULT","group":"default","txqlen":32,"link_type":"ether","address":"02:00:00:00:00:10","broadcast":"ff:ff:ff:ff:ff:ff","stats64":{"rx":{"bytes":0,"packets":0,"errors":0,"dropped":0,"over_errors":0,"multicast":0,"length_errors":0,"crc_errors":0,"frame_errors":0,"fifo_errors":0,"missed_errors":0},"tx":{"bytes":0,"packets":0,"errors":0,"dropped":0,"carrier_errors":0,"collisions":0,"aborted_errors":0,"fifo_errors":0,"window_errors":0,"heartbeat_errors":0,"carrier_changes":0}}}]|
        $ ip -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: ifb0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UNKNOWN mode DEFAULT group default qlen 32\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        3: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        5: ifb4: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc mq state UNKNOWN mode DEFAULT group default qlen 32\    link/ether 02:00:00:00:00:14 brd ff:ff:ff:ff:ff:ff|
        $ ip -o -s -s -d link show ifb0
        2: ifb0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UNKNOWN mode DEFAULT group default qlen 32\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 0 maxmtu 0 \    ifb addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 \    RX:  bytes packets errors dropped  missed   mcast           \             0       0      0       0       0       0 \    RX errors:  length    crc   frame    fifo overrun\                     0      0       0       0       0 \    TX:  bytes packets errors dropped carrier collsns           \             0       0      0       0       0       0 \    TX errors: aborted   fifo  window heartbt transns\                     0      0       0       0       0 |
        $ ip -br link
        lo               DOWN           00:00:00:00:00:00 <LOOPBACK> |
        ifb0             UNKNOWN        02:00:00:00:00:10 <BROADCAST,NOARP,UP,LOWER_UP> |
        vb@va            UP             02:00:00:00:00:0b <BROADCAST,MULTICAST,UP,LOWER_UP> |
        va@vb            UP             02:00:00:00:00:0a <BROADCAST,MULTICAST,UP,LOWER_UP> |
        ifb4             UNKNOWN        02:00:00:00:00:14 <BROADCAST,NOARP,UP,LOWER_UP> |
        $ ip -br -j link
        [{"ifname":"lo","operstate":"DOWN","address":"00:00:00:00:00:00","flags":["LOOPBACK"]},{"ifname":"ifb0","operstate":"UNKNOWN","address":"02:00:00:00:00:10","flags":["BROADCAST","NOARP","UP","LOWER_UP"]},{"link":"va","ifname":"vb","operstate":"UP","address":"02:00:00:00:00:0b","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"]},{"link":"vb","ifname":"va","operstate":"UP","address":"02:00:00:00:00:0a","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"]},{"ifname":"ifb4","operstate":"UNKNOWN","address":"02:00:00:00:00:14","flags":["BROADCAST","NOARP","UP","LOWER_UP"]}]|
        $ ip -j -p link show lo
        [ {|
                "ifindex": 1,|
                "ifname": "lo",|
                "flags": [ "LOOPBACK" ],|
                "mtu": 65536,|
                "qdisc": "noop",|
                "operstate": "DOWN",|
                "linkmode": "DEFAULT",|
                "group": "default",|
                "txqlen": 1000,|
                "link_type": "loopback",|
                "address": "00:00:00:00:00:00",|
                "broadcast": "00:00:00:00:00:00"|
            } ]|
        $ ip -j -p -s link show ifb0
        [ {|
                "ifindex": 2,|
                "ifname": "ifb0",|
                "flags": [ "BROADCAST","NOARP","UP","LOWER_UP" ],|
                "mtu": 1500,|
                "qdisc": "pfifo_fast",|
                "operstate": "UNKNOWN",|
                "linkmode": "DEFAULT",|
                "group": "default",|
                "txqlen": 32,|
                "link_type": "ether",|
                "address": "02:00:00:00:00:10",|
                "broadcast": "ff:ff:ff:ff:ff:ff",|
                "stats64": {|
                    "rx": {|
                        "bytes": 0,|
                        "packets": 0,|
                        "errors": 0,|
                        "dropped": 0,|
                        "over_errors": 0,|
                        "multicast": 0|
                    },|
                    "tx": {|
                        "bytes": 0,|
                        "packets": 0,|
                        "errors": 0,|
                        "dropped": 0,|
                        "carrier_errors": 0,|
                        "collisions": 0|
                    }|
                }|
            } ]|
        $ ip link show type veth
        3: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        $ ip link show type nonsense
        $ ip -j link show type ifb
        [{"ifindex":2,"ifname":"ifb0","flags":["BROADCAST","NOARP","UP","LOWER_UP"],"mtu":1500,"qdisc":"pfifo_fast","operstate":"UNKNOWN","linkmode":"DEFAULT","group":"default","txqlen":32,"link_type":"ether","address":"02:00:00:00:00:10","broadcast":"ff:ff:ff:ff:ff:ff"},{"ifindex":5,"ifname":"ifb4","flags":["BROADCAST","NOARP","UP","LOWER_UP"],"mtu":1500,"qdisc":"mq","operstate":"UNKNOWN","linkmode":"DEFAULT","group":"default","txqlen":32,"link_type":"ether","address":"02:00:00:00:00:14","broadcast":"ff:ff:ff:ff:ff:ff"}]|
        $ ip link show up
        2: ifb0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UNKNOWN mode DEFAULT group default qlen 32|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        3: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        5: ifb4: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc mq state UNKNOWN mode DEFAULT group default qlen 32|
            link/ether 02:00:00:00:00:14 brd ff:ff:ff:ff:ff:ff|
        $ ip link set va alias "hello world"
        $ ip link show va
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
            alias hello world|
        $ ip -j link show va
        [{"ifindex":4,"link":"vb","ifname":"va","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:0a","broadcast":"ff:ff:ff:ff:ff:ff","ifalias":"hello world"}]|
        $ ip -o link show va
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff\    alias hello world|
        $ ip link set va alias ""
        $ ip link set va promisc on multicast off arp off dynamic on allmulticast on trailers off
        $ ip -d link show va
        4: va@vb: <BROADCAST,NOARP,ALLMULTI,PROMISC,DYNAMIC,NOTRAILERS,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff promiscuity 1  allmulti 1 minmtu 68 maxmtu 65535 |
            veth addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 |
        $ ip link set va promisc off multicast on arp on dynamic off allmulticast off trailers on
        $ ip link show va
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        $ ip link set va txqueuelen 0
        $ ip link show va
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default |
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        $ ip link set ifb0 up down
        $ ip link show ifb0
        2: ifb0: <BROADCAST,NOARP> mtu 1500 qdisc pfifo_fast state DOWN mode DEFAULT group default qlen 32|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set ifb0 name ifb9 up mtu 1400 txqueuelen 99
        $ ip link show ifb9
        2: ifb9: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1400 qdisc pfifo_fast state UNKNOWN mode DEFAULT group default qlen 99|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set ifb9 mtu 1300 name va
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link show ifb9
        2: ifb9: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1300 qdisc pfifo_fast state UNKNOWN mode DEFAULT group default qlen 99|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set va bro ff:ff:ff:ff:ff:fe addr 02:00:00:00:00:0c
        $ ip link show va
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default |
            link/ether 02:00:00:00:00:0c brd ff:ff:ff:ff:ff:fe|
        $ ip link add br0 address 02:00:00:00:00:20 type bridge
        $ ip link set ifb9 master br0
        $ ip link show ifb9
        2: ifb9: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1300 qdisc pfifo_fast master br0 state UNKNOWN mode DEFAULT group default qlen 99|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip -j link show master br0
        [{"ifindex":2,"ifname":"ifb9","flags":["BROADCAST","NOARP","UP","LOWER_UP"],"mtu":1300,"qdisc":"pfifo_fast","master":"br0","operstate":"UNKNOWN","linkmode":"DEFAULT","group":"default","txqlen":99,"link_type":"ether","address":"02:00:00:00:00:10","broadcast":"ff:ff:ff:ff:ff:ff"}]|
        $ ip link set ifb9 nomaster
        $ ip link show master br0
        $ ip link add x12 address 02:00:00:00:00:12 multicast on type ifb
        $ ip link show x12
        7: x12: <BROADCAST,MULTICAST,NOARP> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 32|
            link/ether 02:00:00:00:00:12 brd ff:ff:ff:ff:ff:ff|
        $ ip link add x13 address 02:00:00:00:00:13 up txqueuelen 7 mtu 900 type ifb
        $ ip link show x13
        8: x13: <BROADCAST,NOARP,UP,LOWER_UP> mtu 900 qdisc pfifo_fast state UNKNOWN mode DEFAULT group default qlen 7|
            link/ether 02:00:00:00:00:13 brd ff:ff:ff:ff:ff:ff|
        $ ip link del va
        $ ip link show va
        E: Device "va" does not exist.|
        = 1
        $ ip link show vb
        E: Device "vb" does not exist.|
        = 1
        $ ip link add index 100 address 02:00:00:00:00:64 type ifb
        $ ip link add foo%d address 02:00:00:00:00:65 type ifb
        $ ip -br link
        lo               DOWN           00:00:00:00:00:00 <LOOPBACK> |
        ifb9             UNKNOWN        02:00:00:00:00:10 <BROADCAST,NOARP,UP,LOWER_UP> |
        ifb4             UNKNOWN        02:00:00:00:00:14 <BROADCAST,NOARP,UP,LOWER_UP> |
        br0              DOWN           02:00:00:00:00:20 <BROADCAST,MULTICAST> |
        x12              DOWN           02:00:00:00:00:12 <BROADCAST,MULTICAST,NOARP> |
        x13              UNKNOWN        02:00:00:00:00:13 <BROADCAST,NOARP,UP,LOWER_UP> |
        foo0             DOWN           02:00:00:00:00:65 <BROADCAST,NOARP> |
        ifb0             DOWN           02:00:00:00:00:64 <BROADCAST,NOARP> |
        """;
}
