namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>Alternative names, groups, flags, templates. Observed with iproute2 6.1.0 on Linux 6.1 in a private network namespace; see <see cref="Transcript"/> for the notation.</summary>
internal static class LinkNameTranscript
{
    public const string Text =
        """
        $ ip link add d0 address 02:00:00:00:00:10 type dummy
        $ ip link add va address 02:00:00:00:00:0a numtxqueues 1 numrxqueues 1 type veth peer name vb address 02:00:00:00:00:0b numtxqueues 1 numrxqueues 1
        $ ip -s -s -j link show va
        [{"ifindex":4,"link":"vb","ifname":"va","flags":["BROADCAST","MULTICAST","M-DOWN"],"mtu":1500,"qdisc":"noop","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:0a","broadcast":"ff:ff:ff:ff:ff:ff","stats64":{"rx":{"bytes":0,"packets":0,"errors":0,"dropped":0,"over_errors":0,"multicast":0,"length_errors":0,"crc_errors":0,"frame_errors":0,"fifo_errors":0,"missed_errors":0},"tx":{"bytes":0,"packets":0,"errors":0,"dropped":0,"carrier_errors":0,"collisions":0,"aborted_errors":0,"fifo_errors":0,"window_errors":0,"heartbeat_errors":0,"carrier_changes":1}}}]|
        $ ip -s -s -j link show vb
        [{"ifindex":3,"link":"va","ifname":"vb","flags":["BROADCAST","MULTICAST","M-DOWN"],"mtu":1500,"qdisc":"noop","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:0b","broadcast":"ff:ff:ff:ff:ff:ff","stats64":{"rx":{"bytes":0,"packets":0,"errors":0,"dropped":0,"over_errors":0,"multicast":0,"length_errors":0,"crc_errors":0,"frame_errors":0,"fifo_errors":0,"missed_errors":0},"tx":{"bytes":0,"packets":0,"errors":0,"dropped":0,"carrier_errors":0,"collisions":0,"aborted_errors":0,"fifo_errors":0,"window_errors":0,"heartbeat_errors":0,"carrier_changes":1}}}]|
        $ ethtool -S va
        NIC statistics:|
             peer_ifindex: 3|
             rx_queue_0_xdp_packets: 0|
             rx_queue_0_xdp_bytes: 0|
             rx_queue_0_drops: 0|
             rx_queue_0_xdp_redirect: 0|
             rx_queue_0_xdp_drops: 0|
             rx_queue_0_xdp_tx: 0|
             rx_queue_0_xdp_tx_errors: 0|
             tx_queue_0_xdp_xmit: 0|
             tx_queue_0_xdp_xmit_errors: 0|
        $ ip link property add dev va altname long-name-for-va
        $ ip link property add dev va altname x1 altname x2
        $ ip link show va
        4: va@vb: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
            altname long-name-for-va|
            altname x1|
            altname x2|
        $ ip -j link show va
        [{"ifindex":4,"link":"vb","ifname":"va","flags":["BROADCAST","MULTICAST","M-DOWN"],"mtu":1500,"qdisc":"noop","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:0a","broadcast":"ff:ff:ff:ff:ff:ff","altnames":["long-name-for-va","x1","x2"]}]|
        $ ip -o link show va
        4: va@vb: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff\    altname long-name-for-va\    altname x1\    altname x2|
        $ ip -br link show va
        va@vb            DOWN           02:00:00:00:00:0a <BROADCAST,MULTICAST,M-DOWN> |
        $ ip link show long-name-for-va
        4: va@vb: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
            altname long-name-for-va|
            altname x1|
            altname x2|
        $ ip link show dev x1
        4: va@vb: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
            altname long-name-for-va|
            altname x1|
            altname x2|
        $ ip link set x1 mtu 1400
        $ ip addr add 10.0.0.1/24 dev x2
        $ ip addr show x2
        4: va@vb: <BROADCAST,MULTICAST,M-DOWN> mtu 1400 qdisc noop state DOWN group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
            altname long-name-for-va|
            altname x1|
            altname x2|
            inet 10.0.0.1/24 scope global va|
               valid_lft forever preferred_lft forever|
        $ ip link add x1 type dummy
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link set d0 name x1
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link property add dev va altname x1
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link property add dev va altname vb
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link property del dev va altname x1
        $ ip link property del dev va altname x1
        E: RTNETLINK answers: No such file or directory|
        = 2
        $ ip link property del dev va altname vb
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link property del dev vb altname x2
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link property add dev va
        $ ip link property add dev nope altname q
        E: Cannot find device "nope"|
        = 1
        $ ip link property add altname q
        E: Not enough of information: "dev" argument is required.|
        = 255
        $ ip link property bogus
        E: Operator required|
        = 255
        $ ip link property add dev va foo q
        E: Error: either "dev" is duplicate, or "foo" is a garbage.|
        = 255
        $ ip link show va
        4: va@vb: <BROADCAST,MULTICAST,M-DOWN> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
            altname long-name-for-va|
            altname x2|
        $ ip link del x2
        $ ip link add va address 02:00:00:00:00:0a numtxqueues 1 numrxqueues 1 type veth peer name vb address 02:00:00:00:00:0b numtxqueues 1 numrxqueues 1
        $ ip link set d0 group 5
        $ ip -j link show d0
        [{"ifindex":2,"ifname":"d0","flags":["BROADCAST","NOARP"],"mtu":1500,"qdisc":"noop","operstate":"DOWN","linkmode":"DEFAULT","group":"5","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:10","broadcast":"ff:ff:ff:ff:ff:ff"}]|
        $ ip link set va group default
        $ ip link show group 5
        2: d0: <BROADCAST,NOARP> mtu 1500 qdisc noop state DOWN mode DEFAULT group 5 qlen 1000|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link show group default
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        5: vb@va: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
        6: va@vb: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        $ ip link show group foo
        E: Error: argument "foo" is wrong: Invalid "group" value|
        E: |
        = 255
        $ ip link set d0 group foo
        E: Error: argument "foo" is wrong: Invalid "group" value|
        E: |
        = 255
        $ ip link set d0 group 4294967295
        E: Error: argument "4294967295" is wrong: Invalid "group" value|
        E: |
        = 255
        $ ip link set d0 group 5
        $ ip link set group 5 up
        $ ip -br link
        lo               DOWN           00:00:00:00:00:00 <LOOPBACK> |
        d0               UNKNOWN        02:00:00:00:00:10 <BROADCAST,NOARP,UP,LOWER_UP> |
        vb@va            DOWN           02:00:00:00:00:0b <BROADCAST,MULTICAST,M-DOWN> |
        va@vb            DOWN           02:00:00:00:00:0a <BROADCAST,MULTICAST,M-DOWN> |
        $ ip link set group 5 mtu 1300
        $ ip link set group 9 up
        $ ip link add d1 group 5 type dummy
        $ ip link del group 5
        $ ip link del group 0
        E: RTNETLINK answers: Operation not permitted|
        = 2
        $ ip -br link
        lo               DOWN           00:00:00:00:00:00 <LOOPBACK> |
        vb@va            DOWN           02:00:00:00:00:0b <BROADCAST,MULTICAST,M-DOWN> |
        va@vb            DOWN           02:00:00:00:00:0a <BROADCAST,MULTICAST,M-DOWN> |
        $ ip link set lo group 3
        $ ip link del group 3
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip link add d0 address 02:00:00:00:00:10 type dummy
        $ ip link set d0 allmulticast on
        $ ip link set d0 promisc on
        $ ip link set d0 promisc on
        $ ip link set d0 arp on multicast on trailers off dynamic on
        $ ip link set d0 carrier off
        $ ip link set d0 up
        $ ip -s -s -j link show d0
        [{"ifindex":8,"ifname":"d0","flags":["NO-CARRIER","BROADCAST","MULTICAST","ALLMULTI","PROMISC","DYNAMIC","NOTRAILERS","UP"],"mtu":1500,"qdisc":"noqueue","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:10","broadcast":"ff:ff:ff:ff:ff:ff","stats64":{"rx":{"bytes":0,"packets":0,"errors":0,"dropped":0,"over_errors":0,"multicast":0,"length_errors":0,"crc_errors":0,"frame_errors":0,"fifo_errors":0,"missed_errors":0},"tx":{"bytes":0,"packets":0,"errors":0,"dropped":0,"carrier_errors":0,"collisions":0,"aborted_errors":0,"fifo_errors":0,"window_errors":0,"heartbeat_errors":0,"carrier_changes":1}}}]|
        $ ip link set d0 carrier on
        $ ip -s -s -j link show d0
        [{"ifindex":8,"ifname":"d0","flags":["BROADCAST","MULTICAST","ALLMULTI","PROMISC","DYNAMIC","NOTRAILERS","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:10","broadcast":"ff:ff:ff:ff:ff:ff","stats64":{"rx":{"bytes":0,"packets":0,"errors":0,"dropped":0,"over_errors":0,"multicast":0,"length_errors":0,"crc_errors":0,"frame_errors":0,"fifo_errors":0,"missed_errors":0},"tx":{"bytes":0,"packets":0,"errors":0,"dropped":0,"carrier_errors":0,"collisions":0,"aborted_errors":0,"fifo_errors":0,"window_errors":0,"heartbeat_errors":0,"carrier_changes":2}}}]|
        $ ip link set va carrier off
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip link set lo carrier off
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip link set d0 alias hello
        $ ip -j link show d0
        [{"ifindex":8,"ifname":"d0","flags":["BROADCAST","MULTICAST","ALLMULTI","PROMISC","DYNAMIC","NOTRAILERS","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:10","broadcast":"ff:ff:ff:ff:ff:ff","ifalias":"hello"}]|
        $ ip -o link show d0
        8: d0: <BROADCAST,MULTICAST,ALLMULTI,PROMISC,DYNAMIC,NOTRAILERS,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    alias hello|
        $ ip link set d0 alias ""
        $ ip link set d0 broadcast ff:ff:ff:ff:ff:fe
        $ ip link set d0 broadcast 01:02
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link set d0 address 01:02
        E: Invalid address length 2 - must be 6 bytes|
        = 1
        $ ip link set d0 address 01:00:5e:00:00:01
        E: RTNETLINK answers: Cannot assign requested address|
        = 2
        $ ip link set d0 down
        $ ip link add x index 0 type dummy
        E: Error: argument "0" is wrong: Invalid "index" value|
        = 255
        $ ip link add x index 3 type dummy
        $ ip link add x index 77 type dummy
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link add y type dummy
        $ ip link add z numtxqueues 4 numrxqueues 3 type dummy
        $ ip link show nope
        E: Device "nope" does not exist.|
        = 1
        $ ip link show up
        $ ip link show type bogus
        $ ip link bogus
        E: Command "bogus" is unknown, try "ip link help".|
        = 255
        $ ip link set
        E: Not enough information: "dev" argument is required.|
        = 255
        $ ip link set nope up
        E: Cannot find device "nope"|
        = 1
        $ ip link set d0 bogus
        E: Error: either "dev" is duplicate, or "bogus" is a garbage.|
        = 255
        $ ip link set d0 mtu
        E: Command line is not complete. Try option "help"|
        = 255
        $ ip link set d0 mtu foo
        E: Error: argument "foo" is wrong: Invalid "mtu" value|
        E: |
        = 255
        $ ip link set d0 mtu -1
        E: Error: mtu less than device minimum.|
        = 2
        $ ip link set va mtu 50
        E: Error: mtu less than device minimum.|
        = 2
        $ ip link set va mtu 70000
        E: Error: mtu greater than device maximum.|
        = 2
        $ ip link set d0 txqueuelen 40000
        $ ip link set d0 name a/b
        E: Error: argument "a/b" is wrong: "name" not a valid ifname|
        = 255
        $ ip link set d0 name abcdefghijklmnopq
        E: Error: argument "abcdefghijklmnopq" is wrong: "name" not a valid ifname|
        = 255
        $ ip link set d0 name va
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link set d0 netns nope
        E: Error: argument "nope" is wrong: Invalid "netns" value|
        E: |
        = 255
        $ ip link set lo netns nope
        E: Error: argument "nope" is wrong: Invalid "netns" value|
        E: |
        = 255
        $ ip link set d0 master nope
        E: Error: argument "nope" is wrong: Device does not exist|
        E: |
        = 255
        $ ip link set d0 master va
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip link set d0 nomaster
        $ ip link set d0 type ifb
        $ ip link set d0 type dummy
        $ ip link set d0 type bogus foo
        E: Garbage instead of arguments "foo ...". Try "ip link help".|
        = 1
        $ ip link del lo
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip link del nope
        E: Cannot find device "nope"|
        = 1
        $ ip link del
        E: Not enough information: "dev" argument is required.|
        = 255
        $ ip link add type dummy
        $ ip link add name q1 type tun
        E: Error: tun/tap creation via rtnetlink is not supported.|
        = 2
        $ ip link add name q1 type bogus
        E: Error: Unknown device type.|
        = 2
        """;
}
