namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>VLAN devices. Observed with iproute2 6.1.0 on Linux 6.1 in a private network namespace; see <see cref="Transcript"/> for the notation.</summary>
internal static class VlanTranscript
{
    public const string Text =
        """
        $ ip link add d0 address 02:00:00:00:00:10 type dummy
        $ ip link add link d0 name d0.5 type vlan id 5
        $ ip link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: d0: <BROADCAST,NOARP> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        3: d0.5@d0: <BROADCAST,NOARP,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip -br link
        lo               DOWN           00:00:00:00:00:00 <LOOPBACK> |
        d0               DOWN           02:00:00:00:00:10 <BROADCAST,NOARP> |
        d0.5@d0          DOWN           02:00:00:00:00:10 <BROADCAST,NOARP,M-DOWN> |
        $ ip link set d0.5 up
        E: RTNETLINK answers: Network is down|
        = 2
        $ ip link set d0 up
        $ ip link show d0.5
        3: d0.5@d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set d0.5 up
        $ ip link show d0.5
        3: d0.5@d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set d0 down
        $ ip -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: d0: <BROADCAST,NOARP> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        3: d0.5@d0: <BROADCAST,NOARP,M-DOWN> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set d0 up
        $ ip -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        3: d0.5@d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link add link d0 name d0.6 type vlan id 6 protocol 802.1ad ingress-qos-map 1:2 3:4 egress-qos-map 0:1 4:5 reorder_hdr off loose_binding on
        $ ip link set d0.6 type vlan egress-qos-map 4:2 7:3
        $ ip link set d0.6 type vlan gvrp on
        $ ip link set d0.6 type vlan id 7
        $ ip link add link d0 name x type vlan id 5
        E: Error: 8021q: VLAN device already exists.|
        = 2
        $ ip link add link d0 name x type vlan id 5 protocol 802.1ad
        $ ip link del x
        $ ip link add link d0 name x type vlan
        E: Error: 8021q: VLAN properties not specified.|
        = 2
        $ ip link add link d0 name x type vlan id 4095
        E: Error: 8021q: Invalid VLAN id.|
        = 2
        $ ip link add link d0 name x type vlan id 4096
        E: Error: 8021q: Invalid VLAN id.|
        = 2
        $ ip link add link d0 name x type vlan id 99999
        E: Error: argument "99999" is wrong: id is invalid|
        = 255
        $ ip link add link d0 name x type vlan id foo
        E: Error: argument "foo" is wrong: id is invalid|
        = 255
        $ ip link add link d0 name x type vlan id 0
        $ ip link del x
        $ ip link add link d0 name x type vlan protocol foo id 5
        E: Error: argument "foo" is wrong: protocol is invalid|
        = 255
        $ ip link add link d0 name x type vlan protocol 0x9100 id 5
        E: Error: 8021q: Invalid VLAN protocol.|
        = 2
        $ ip link add link nope name x type vlan id 5
        E: Cannot find device "nope"|
        = 1
        $ ip link add name x type vlan id 5
        E: Error: 8021q: link not specified.|
        = 2
        $ ip link add link lo name x type vlan id 5
        E: Error: 8021q: VLANs not supported on device.|
        = 2
        $ ip link add link d0 type vlan id 9
        $ ip link add link d0 type vlan id 10
        $ ip -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        3: d0.5@d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        4: d0.6@d0: <BROADCAST,NOARP> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        7: vlan0@d0: <BROADCAST,NOARP> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        8: vlan1@d0: <BROADCAST,NOARP> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link del vlan0
        $ ip link del vlan1
        $ ip link add link d0.5 name q type vlan id 9
        $ ip link set d0 mtu 1400
        $ ip -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1400 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        3: d0.5@d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1400 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        4: d0.6@d0: <BROADCAST,NOARP> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        9: q@d0.5: <BROADCAST,NOARP> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set d0.5 mtu 1500
        E: RTNETLINK answers: Numerical result out of range|
        = 2
        $ ip link set d0.5 mtu 1300
        $ ip link set d0 mtu 1500
        $ ip -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        3: d0.5@d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1300 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        4: d0.6@d0: <BROADCAST,NOARP> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        9: q@d0.5: <BROADCAST,NOARP> mtu 1300 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link add link d0 name m mtu 1600 type vlan id 11
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link add link d0 name m mtu 1496 type vlan id 11
        $ ip -o link show m
        10: m@d0: <BROADCAST,NOARP> mtu 1496 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set d0.5 address 02:00:00:00:00:99
        $ ip -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        3: d0.5@d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1300 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff|
        4: d0.6@d0: <BROADCAST,NOARP> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        9: q@d0.5: <BROADCAST,NOARP> mtu 1300 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        10: m@d0: <BROADCAST,NOARP> mtu 1496 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set d0 address 02:00:00:00:00:11
        $ ip -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff|
        3: d0.5@d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1300 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff|
        4: d0.6@d0: <BROADCAST,NOARP> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        9: q@d0.5: <BROADCAST,NOARP> mtu 1300 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        10: m@d0: <BROADCAST,NOARP> mtu 1496 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set d0.5 promisc on
        $ ip link set d0.5 promisc off
        $ ip link set d0.5 down
        $ ip -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff|
        3: d0.5@d0: <BROADCAST,NOARP> mtu 1300 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff|
        4: d0.6@d0: <BROADCAST,NOARP> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        9: q@d0.5: <BROADCAST,NOARP,M-DOWN> mtu 1300 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        10: m@d0: <BROADCAST,NOARP> mtu 1496 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set d0.5 up
        $ ip netns add a
        $ ip link set d0.5 netns a
        $ ip -n a link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        3: d0.5@if2: <BROADCAST,NOARP> mtu 1300 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff link-netnsid 0|
        $ ip -n a -j link
        [{"ifindex":1,"ifname":"lo","flags":["LOOPBACK"],"mtu":65536,"qdisc":"noop","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"loopback","address":"00:00:00:00:00:00","broadcast":"00:00:00:00:00:00"},{"ifindex":3,"link_index":2,"ifname":"d0.5","flags":["BROADCAST","NOARP"],"mtu":1300,"qdisc":"noop","operstate":"DOWN","linkmode":"DEFAULT","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:99","broadcast":"ff:ff:ff:ff:ff:ff","link_netnsid":0}]|
        $ ip -n a link set d0.5 up
        $ ip -n a -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        3: d0.5@if2: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1300 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff link-netnsid 0|
        $ ip link set d0 down
        $ ip -n a -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        3: d0.5@if2: <BROADCAST,NOARP> mtu 1300 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff link-netnsid 0|
        $ ip link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: d0: <BROADCAST,NOARP> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff|
        4: d0.6@d0: <BROADCAST,NOARP,M-DOWN> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        9: q@if3: <BROADCAST,NOARP> mtu 1300 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff link-netns a|
        10: m@d0: <BROADCAST,NOARP,M-DOWN> mtu 1496 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set d0 up
        $ ip -n a -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        3: d0.5@if2: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1300 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff link-netnsid 0|
        $ ip -n a link set d0.5 name kk
        E: RTNETLINK answers: Device or resource busy|
        = 2
        $ ip -n a -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        3: d0.5@if2: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1300 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff link-netnsid 0|
        $ ip link set d0 name e0
        E: RTNETLINK answers: Device or resource busy|
        = 2
        $ ip -n a -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        3: d0.5@if2: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1300 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff link-netnsid 0|
        $ ip -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff|
        4: d0.6@d0: <BROADCAST,NOARP> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        9: q@if3: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1300 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff link-netns a|
        10: m@d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1496 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff|
        $ ip link show type vlan
        4: d0.6@d0: <BROADCAST,NOARP> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        9: q@if3: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1300 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff link-netns a|
        10: m@d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1496 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff|
        $ ip link del e0
        E: Cannot find device "e0"|
        = 1
        $ ip -n a link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        3: d0.5@if2: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1300 qdisc noqueue state UP mode DEFAULT group default qlen 1000|
            link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff link-netnsid 0|
        $ ip -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff|
        4: d0.6@d0: <BROADCAST,NOARP> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        9: q@if3: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1300 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff link-netns a|
        10: m@d0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1496 qdisc noqueue state UP mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff|
        $ ip link add d0 type dummy
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link add link d0 name d0.5 type vlan id 5
        E: Error: 8021q: VLAN device already exists.|
        = 2
        $ ip link set d0 netns a
        $ ip -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        4: d0.6@if2: <BROADCAST,NOARP> mtu 1400 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff link-netns a|
        9: q@if3: <BROADCAST,NOARP> mtu 1300 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff link-netns a|
        10: m@if2: <BROADCAST,NOARP> mtu 1496 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff link-netns a|
        $ ip -n a -o link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: d0: <BROADCAST,NOARP> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:11 brd ff:ff:ff:ff:ff:ff|
        3: d0.5@d0: <BROADCAST,NOARP,M-DOWN> mtu 1300 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000\    link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff|
        $ ip link show d0.5
        E: Device "d0.5" does not exist.|
        = 1
        $ ethtool -S d0.5
        E: Cannot get stats strings information: No such device|
        = 96
        $ ethtool -k d0.5
        E: netlink error: no device matches name (offset 24)|
        E: netlink error: No such device|
        = 1
        $ ethtool -i d0.5
        E: Cannot get driver information: No such device|
        = 71
        """;
}
