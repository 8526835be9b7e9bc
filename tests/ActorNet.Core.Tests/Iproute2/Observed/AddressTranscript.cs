namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>ip address. Observed with iproute2 6.1.0 on Linux 6.18 in a private network namespace; see <see cref="Transcript"/> for the notation.</summary>
internal static class AddressTranscript
{
    public const string Text =
        """
        $ ip link add va address 02:00:00:00:00:0a numtxqueues 1 numrxqueues 1 type veth peer name vb address 02:00:00:00:00:0b numtxqueues 1 numrxqueues 1
        $ ip link set va up
        $ ip link set vb up
        $ ip addr
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        2: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000|
            link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
        3: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        $ ip -j addr
        [{"ifindex":1,"ifname":"lo","flags":["LOOPBACK"],"mtu":65536,"qdisc":"noop","operstate":"DOWN","group":"default","txqlen":1000,"link_type":"loopback","address":"00:00:00:00:00:00","broadcast":"00:00:00:00:00:00","addr_info":[]},{"ifindex":2,"link":"va","ifname":"vb","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:0b","broadcast":"ff:ff:ff:ff:ff:ff","addr_info":[]},{"ifindex":3,"link":"vb","ifname":"va","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:0a","broadcast":"ff:ff:ff:ff:ff:ff","addr_info":[]}]|
        $ ip link set lo up
        $ ip addr show lo
        1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
            inet 127.0.0.1/8 scope host lo|
               valid_lft forever preferred_lft forever|
        $ ip addr add 10.0.0.1/24 dev vb
        $ ip addr add 10.0.0.2/24 dev vb
        $ ip addr add 10.0.0.1/24 dev vb
        E: Error: ipv4: Address already assigned.|
        = 2
        $ ip addr add 10.0.0.1/16 dev vb
        $ ip addr add 10.0.1.1/24 brd + dev vb
        $ ip addr add 10.0.3.1 dev vb
        $ ip addr add 10.1.3.1/24 dev vb scope link label vb:1
        $ ip addr add 10.2.3.1 peer 10.2.3.2/32 dev vb
        $ ip addr add 127.0.0.2/8 dev vb
        $ ip addr add 10.0.0.9/24 dev vb scope host
        E: Error: ipv4: Invalid scope value.|
        = 2
        $ ip addr add 10.0.0.3/24 dev vb brd -
        $ ip addr add 10.0.8.3/31 dev vb brd +
        $ ip addr add 0.0.0.0/24 dev vb
        $ ip addr add 10.5/16 dev vb
        $ ip addr add 10.9.0.1/255.255.255.0 dev vb
        $ ip addr add 10.8.1.1/24 remote 10.8.1.2/24 dev vb
        $ ip addr
        1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
            inet 127.0.0.1/8 scope host lo|
               valid_lft forever preferred_lft forever|
        2: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000|
            link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
            inet 127.0.0.2/8 scope host vb|
               valid_lft forever preferred_lft forever|
            inet 10.1.3.1/24 scope link vb:1|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.1/24 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.1/16 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.1.1/24 brd 10.0.1.255 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.3.1/32 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.2.3.1 peer 10.2.3.2/32 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.8.3/31 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.5.0.0/16 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.9.0.1/24 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.8.1.1 peer 10.8.1.2/24 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.2/24 scope global secondary vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.3/24 brd 10.0.0.0 scope global secondary vb|
               valid_lft forever preferred_lft forever|
        3: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        $ ip -j addr show dev vb
        [{"ifindex":2,"link":"va","ifname":"vb","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"qdisc":"noqueue","operstate":"UP","group":"default","txqlen":1000,"link_type":"ether","address":"02:00:00:00:00:0b","broadcast":"ff:ff:ff:ff:ff:ff","addr_info":[{"family":"inet","local":"127.0.0.2","prefixlen":8,"scope":"host","label":"vb","valid_life_time":4294967295,"preferred_life_time":4294967295},{"family":"inet","local":"10.1.3.1","prefixlen":24,"scope":"link","label":"vb:1","valid_life_time":4294967295,"preferred_life_time":4294967295},{"family":"inet","local":"10.0.0.1","prefixlen":24,"scope":"global","label":"vb","valid_life_time":4294967295,"preferred_life_time":4294967295},{"family":"inet","local":"10.0.0.1","prefixlen":16,"scope":"global","label":"vb","valid_life_time":4294967295,"preferred_life_time":4294967295},{"family":"inet","local":"10.0.1.1","prefixlen":24,"broadcast":"10.0.1.255","scope":"global","label":"vb","valid_life_time":4294967295,"preferred_life_time":4294967295},{"family":"inet","local":"10.0.3.1","prefixlen":32,"scope":"global","label":"vb","valid_life_time":4294967295,"preferred_life_time":4294967295},{"family":"inet","local":"10.2.3.1","address":"10.2.3.2","prefixlen":32,"scope":"global","label":"vb","valid_life_time":4294967295,"preferred_life_time":4294967295},{"family":"inet","local":"10.0.8.3","prefixlen":31,"scope":"global","label":"vb","valid_life_time":4294967295,"preferred_life_time":4294967295},{"family":"inet","local":"10.5.0.0","prefixlen":16,"scope":"global","label":"vb","valid_life_time":4294967295,"preferred_life_time":4294967295},{"family":"inet","local":"10.9.0.1","prefixlen":24,"scope":"global","label":"vb","valid_life_time":4294967295,"preferred_life_time":4294967295},{"family":"inet","local":"10.8.1.1","address":"10.8.1.2","prefixlen":24,"scope":"global","label":"vb","valid_life_time":4294967295,"preferred_life_time":4294967295},{"family":"inet","local":"10.0.0.2","prefixlen":24,"scope":"global","secondary":true,"label":"vb","valid_life_time":4294967295,"preferred_life_time":4294967295},{"family":"inet","local":"10.0.0.3","prefixlen":24,"broadcast":"10.0.0.0","scope":"global","secondary":true,"label":"vb","valid_life_time":4294967295,"preferred_life_time":4294967295}]}]|
        $ ip -j -p addr show dev lo
        [ {|
                "ifindex": 1,|
                "ifname": "lo",|
                "flags": [ "LOOPBACK","UP","LOWER_UP" ],|
                "mtu": 65536,|
                "qdisc": "noqueue",|
                "operstate": "UNKNOWN",|
                "group": "default",|
                "txqlen": 1000,|
                "link_type": "loopback",|
                "address": "00:00:00:00:00:00",|
                "broadcast": "00:00:00:00:00:00",|
                "addr_info": [ {|
                        "family": "inet",|
                        "local": "127.0.0.1",|
                        "prefixlen": 8,|
                        "scope": "host",|
                        "label": "lo",|
                        "valid_life_time": 4294967295,|
                        "preferred_life_time": 4294967295|
                    } ]|
            } ]|
        $ ip -o addr
        1: lo    inet 127.0.0.1/8 scope host lo\       valid_lft forever preferred_lft forever|
        2: vb    inet 127.0.0.2/8 scope host vb\       valid_lft forever preferred_lft forever|
        2: vb    inet 10.1.3.1/24 scope link vb:1\       valid_lft forever preferred_lft forever|
        2: vb    inet 10.0.0.1/24 scope global vb\       valid_lft forever preferred_lft forever|
        2: vb    inet 10.0.0.1/16 scope global vb\       valid_lft forever preferred_lft forever|
        2: vb    inet 10.0.1.1/24 brd 10.0.1.255 scope global vb\       valid_lft forever preferred_lft forever|
        2: vb    inet 10.0.3.1/32 scope global vb\       valid_lft forever preferred_lft forever|
        2: vb    inet 10.2.3.1 peer 10.2.3.2/32 scope global vb\       valid_lft forever preferred_lft forever|
        2: vb    inet 10.0.8.3/31 scope global vb\       valid_lft forever preferred_lft forever|
        2: vb    inet 10.5.0.0/16 scope global vb\       valid_lft forever preferred_lft forever|
        2: vb    inet 10.9.0.1/24 scope global vb\       valid_lft forever preferred_lft forever|
        2: vb    inet 10.8.1.1 peer 10.8.1.2/24 scope global vb\       valid_lft forever preferred_lft forever|
        2: vb    inet 10.0.0.2/24 scope global secondary vb\       valid_lft forever preferred_lft forever|
        2: vb    inet 10.0.0.3/24 brd 10.0.0.0 scope global secondary vb\       valid_lft forever preferred_lft forever|
        $ ip -br addr
        lo               UNKNOWN        127.0.0.1/8 |
        vb@va            UP             127.0.0.2/8 10.1.3.1/24 10.0.0.1/24 10.0.0.1/16 10.0.1.1/24 10.0.3.1/32 10.2.3.1 peer 10.2.3.2/32 10.0.8.3/31 10.5.0.0/16 10.9.0.1/24 10.8.1.1 peer 10.8.1.2/24 10.0.0.2/24 10.0.0.3/24 |
        va@vb            UP             |
        $ ip -br -j addr
        [{"ifname":"lo","operstate":"UNKNOWN","addr_info":[{"local":"127.0.0.1","prefixlen":8}]},{"link":"va","ifname":"vb","operstate":"UP","addr_info":[{"local":"127.0.0.2","prefixlen":8},{"local":"10.1.3.1","prefixlen":24},{"local":"10.0.0.1","prefixlen":24},{"local":"10.0.0.1","prefixlen":16},{"local":"10.0.1.1","prefixlen":24},{"local":"10.0.3.1","prefixlen":32},{"local":"10.2.3.1","address":"10.2.3.2","prefixlen":32},{"local":"10.0.8.3","prefixlen":31},{"local":"10.5.0.0","prefixlen":16},{"local":"10.9.0.1","prefixlen":24},{"local":"10.8.1.1","address":"10.8.1.2","prefixlen":24},{"local":"10.0.0.2","prefixlen":24},{"local":"10.0.0.3","prefixlen":24}]},{"link":"vb","ifname":"va","operstate":"UP","addr_info":[]}]|
        $ ip -d addr show dev lo
        1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00 promiscuity 0  allmulti 0 minmtu 0 maxmtu 0 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 |
            inet 127.0.0.1/8 scope host lo|
               valid_lft forever preferred_lft forever|
        $ ip -4 addr show
        1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000|
            inet 127.0.0.1/8 scope host lo|
               valid_lft forever preferred_lft forever|
        2: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000|
            inet 127.0.0.2/8 scope host vb|
               valid_lft forever preferred_lft forever|
            inet 10.1.3.1/24 scope link vb:1|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.1/24 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.1/16 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.1.1/24 brd 10.0.1.255 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.3.1/32 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.2.3.1 peer 10.2.3.2/32 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.8.3/31 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.5.0.0/16 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.9.0.1/24 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.8.1.1 peer 10.8.1.2/24 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.2/24 scope global secondary vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.3/24 brd 10.0.0.0 scope global secondary vb|
               valid_lft forever preferred_lft forever|
        $ ip -j -4 addr show dev lo
        [{"ifindex":1,"ifname":"lo","flags":["LOOPBACK","UP","LOWER_UP"],"mtu":65536,"qdisc":"noqueue","operstate":"UNKNOWN","group":"default","txqlen":1000,"addr_info":[{"family":"inet","local":"127.0.0.1","prefixlen":8,"scope":"host","label":"lo","valid_life_time":4294967295,"preferred_life_time":4294967295}]}]|
        $ ip addr show scope host
        1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
            inet 127.0.0.1/8 scope host lo|
               valid_lft forever preferred_lft forever|
        2: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000|
            link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
            inet 127.0.0.2/8 scope host vb|
               valid_lft forever preferred_lft forever|
        3: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000|
            link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        $ ip addr show to 10.0.0.0/16
        2: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000|
            inet 10.0.0.1/24 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.1/16 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.1.1/24 brd 10.0.1.255 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.3.1/32 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.8.3/31 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.2/24 scope global secondary vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.3/24 brd 10.0.0.0 scope global secondary vb|
               valid_lft forever preferred_lft forever|
        $ ip addr show label vb:1
            inet 10.1.3.1/24 scope link vb:1|
               valid_lft forever preferred_lft forever|
        $ ip addr show label "vb*"
            inet 127.0.0.2/8 scope host vb|
               valid_lft forever preferred_lft forever|
            inet 10.1.3.1/24 scope link vb:1|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.1/24 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.1/16 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.1.1/24 brd 10.0.1.255 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.3.1/32 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.2.3.1 peer 10.2.3.2/32 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.8.3/31 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.5.0.0/16 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.9.0.1/24 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.8.1.1 peer 10.8.1.2/24 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.2/24 scope global secondary vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.3/24 brd 10.0.0.0 scope global secondary vb|
               valid_lft forever preferred_lft forever|
        $ ip addr show vb secondary
        2: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000|
            link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
            inet 10.0.0.2/24 scope global secondary vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.3/24 brd 10.0.0.0 scope global secondary vb|
               valid_lft forever preferred_lft forever|
        $ ip addr del 10.0.0.1/24 dev vb
        $ ip addr show dev vb
        2: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000|
            link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
            inet 127.0.0.2/8 scope host vb|
               valid_lft forever preferred_lft forever|
            inet 10.1.3.1/24 scope link vb:1|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.1/16 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.1.1/24 brd 10.0.1.255 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.3.1/32 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.2.3.1 peer 10.2.3.2/32 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.0.8.3/31 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.5.0.0/16 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.9.0.1/24 scope global vb|
               valid_lft forever preferred_lft forever|
            inet 10.8.1.1 peer 10.8.1.2/24 scope global vb|
               valid_lft forever preferred_lft forever|
        $ ip addr del 10.0.3.1 dev vb
        E: Warning: Executing wildcard deletion to stay compatible with old scripts.|
        E:          Explicitly specify the prefix length (10.0.3.1/32) to avoid this warning.|
        E:          This special behaviour is likely to disappear in further releases,|
        E:          fix your scripts!|
        $ ip addr del 10.0.0.99/24 dev vb
        E: Error: ipv4: Address not found.|
        = 2
        $ ip addr del 10.5.0.0/17 dev vb
        E: Error: ipv4: Address not found.|
        = 2
        $ ip addr del 10.9.0.1/24 dev vb label x
        E: Error: ipv4: Address not found.|
        = 2
        $ ip addr add 10.0.0.0.1/24 dev vb
        E: Error: any valid prefix is expected rather than "10.0.0.0.1/24".|
        = 1
        $ ip addr add 10.0.0.1/33 dev vb
        E: Error: any valid prefix is expected rather than "10.0.0.1/33".|
        = 1
        $ ip addr add 10.0.0.1/24 dev nope
        E: Cannot find device "nope"|
        = 1
        $ ip addr add 10.0.0.1/24
        E: Not enough information: "dev" argument is required.|
        = 1
        $ ip addr add dev vb
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip addr add default dev vb
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip addr del dev vb
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip addr add fe80::1/64 dev vb
        E: Error: ipv6: IPv6 is disabled on this device.|
        = 2
        $ ip -6 addr add 10.0.0.1/24 dev vb
        E: Error: inet6 prefix is expected rather than "10.0.0.1/24".|
        = 1
        $ ip addr add 10.0.0.1/24 dev vb label vb:waytoolonglabelx
        E: Error: Attribute failed policy validation.|
        = 2
        $ ip addr add 10.0.0.1/24 dev vb scope bogus
        E: Error: argument "bogus" is wrong: invalid scope value.|
        = 255
        $ ip addr add 10.0.0.1/24 dev vb bogus
        E: Error: either "local" is duplicate, or "bogus" is a garbage.|
        = 255
        $ ip addr add 10.0.0.1/24 dev vb brd x
        E: Error: inet address is expected rather than "x".|
        = 1
        $ ip addr replace 10.9.0.1/24 dev vb
        $ ip addr change 10.0.7.1/24 dev vb
        $ ip link set vb down
        $ ip link set vb name vz
        $ ip addr show vz
        2: vz@va: <BROADCAST,MULTICAST> mtu 1500 qdisc noqueue state DOWN group default qlen 1000|
            link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
            inet 127.0.0.2/8 scope host vz|
               valid_lft forever preferred_lft forever|
            inet 10.1.3.1/24 scope link vz:1|
               valid_lft forever preferred_lft forever|
            inet 10.0.0.1/16 scope global vz:3|
               valid_lft forever preferred_lft forever|
            inet 10.0.1.1/24 brd 10.0.1.255 scope global vz:4|
               valid_lft forever preferred_lft forever|
            inet 10.2.3.1 peer 10.2.3.2/32 scope global vz:5|
               valid_lft forever preferred_lft forever|
            inet 10.0.8.3/31 scope global vz:6|
               valid_lft forever preferred_lft forever|
            inet 10.5.0.0/16 scope global vz:7|
               valid_lft forever preferred_lft forever|
            inet 10.9.0.1/24 scope global vz:8|
               valid_lft forever preferred_lft forever|
            inet 10.8.1.1 peer 10.8.1.2/24 scope global vz:9|
               valid_lft forever preferred_lft forever|
            inet 10.0.7.1/24 scope global vz:10|
               valid_lft forever preferred_lft forever|
        $ ip addr flush
        E: Flush requires arguments.|
        = 1
        $ ip addr flush dev nope
        E: Device "nope" does not exist.|
        = 1
        $ ip -s addr flush dev vz to 10.0.0.0/8
        |
        *** Round 1, deleting 9 addresses ***|
        *** Flush is complete after 1 round ***|
        $ ip -s -s addr flush dev vz
        2: vz    inet 127.0.0.2/8 scope host vz|
               valid_lft forever preferred_lft forever|
        |
        *** Round 1, deleting 1 addresses ***|
        *** Flush is complete after 1 round ***|
        $ ip -s addr flush dev vz
        Nothing to flush.|
        $ ip addr show dev nope
        E: Device "nope" does not exist.|
        = 1
        $ ip addr show nope
        E: Device "nope" does not exist.|
        = 1
        $ ip addr frob
        E: Command "frob" is unknown, try "ip address help".|
        = 255
        $ ip link set lo mtu 60
        $ ip addr show lo
        1: lo: <LOOPBACK,UP,LOWER_UP> mtu 60 qdisc noqueue state UNKNOWN group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        $ ip addr add 10.3.3.1/24 dev lo
        E: RTNETLINK answers: No buffer space available|
        = 2
        $ ip link set lo mtu 65536
        $ ip addr show lo
        1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        $ ip link set lo down
        $ ip link set lo up
        $ ip addr show lo
        1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
            inet 127.0.0.1/8 scope host lo|
               valid_lft forever preferred_lft forever|
        """;
}
