namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>ip link: what it refuses. Observed with iproute2 6.1.0 on Linux 6.18 in a private network namespace; see <see cref="Transcript"/> for the notation.</summary>
internal static class LinkErrorTranscript
{
    public const string Text =
        """
        $ ip link add ifb0 type ifb
        $ ip link add va type veth peer name vb
        $ ip link add br0 type bridge
        $ ip link add ifb0 type ifb
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link add name type ifb
        E: both "name" and "dev" cannot be used when creating devices.|
        = 255
        $ ip link add
        E: Not enough information: "type" argument is required|
        = 1
        $ ip link add x
        E: Not enough information: "type" argument is required|
        = 1
        $ ip link add x type
        E: Command line is not complete. Try option "help"|
        = 255
        $ ip link add x type bogus
        E: Error: Unknown device type.|
        = 2
        $ ip link add ifb0 type bogus
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link add x bogus type ifb
        E: Error: either "dev" is duplicate, or "bogus" is a garbage.|
        = 255
        $ ip link add x type ifb bogus
        $ ip link del x
        $ ip link add p1 type veth peer name p1
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link add p2 type veth peer name ifb0
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link add ifb0 type veth peer name zz
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link add p3 type veth peer name p4 up
        E: RTNETLINK answers: Transport endpoint is not connected|
        = 2
        $ ip link add p3 mtu 67 type veth
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link add abcdefghijklmnopq type ifb
        E: Error: Attribute failed policy validation.|
        = 2
        $ ip link add a/b type ifb
        E: Error: argument "a/b" is wrong: "dev" not a valid ifname|
        = 255
        $ ip link add a:b type ifb
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link add . type ifb
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link add "" type ifb
        E: Error: argument "" is wrong: "dev" not a valid ifname|
        = 255
        $ ip link add "a b" type ifb
        E: Error: argument "a b" is wrong: "dev" not a valid ifname|
        = 255
        $ ip link add %s type ifb
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link add abc% type ifb
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link add a%db%d type ifb
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link add q1 numtxqueues 0 type ifb
        E: Error: Invalid number of transmit queues.|
        = 2
        $ ip link add q1 numtxqueues 5000 type ifb
        E: Error: Invalid number of transmit queues.|
        = 2
        $ ip link add q1 numtxqueues x type ifb
        E: Error: argument "x" is wrong: Invalid "numtxqueues" value|
        E: |
        = 255
        $ ip link add q1 numrxqueues 0 type ifb
        E: Error: Invalid number of receive queues.|
        = 2
        $ ip link add q1 numtxqueues 0 type veth peer name q2
        E: Error: Invalid number of transmit queues.|
        = 2
        $ ip link add q4 index 1 type ifb
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link add q4 index 0 type ifb
        E: Error: argument "0" is wrong: Invalid "index" value|
        = 255
        $ ip link add q4 index -3 type ifb
        E: Error: argument "-3" is wrong: Invalid "index" value|
        = 255
        $ ip link add q4 index x type ifb
        E: Error: argument "x" is wrong: Invalid "index" value|
        = 255
        $ ip link add q4 address 01:00:00:00:00:01 type ifb
        E: RTNETLINK answers: Cannot assign requested address|
        = 2
        $ ip link add q4 address 00:00:00:00:00:00 type ifb
        E: RTNETLINK answers: Cannot assign requested address|
        = 2
        $ ip link add q4 address 02:00:00:00:00 type ifb
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link add q4 address zz:00:00:00:00:11 type ifb
        E: "zz" is invalid lladdr.|
        = 1
        $ ip link add q6 mtu 70000 type bridge
        E: Error: mtu greater than device maximum.|
        = 2
        $ ip link add q6 mtu 1 type bridge
        E: Error: mtu less than device minimum.|
        = 2
        $ ip link add q6 mtu x type bridge
        E: Error: argument "x" is wrong: Invalid "mtu" value|
        E: |
        = 255
        $ ip link add q6 txqueuelen x type bridge
        E: Error: argument "x" is wrong: Invalid "txqueuelen" value|
        E: |
        = 255
        $ ip link add q6 txqueuelen 5 txqueuelen 6 type bridge
        E: Error: duplicate "txqueuelen": "6" is the second value.|
        = 255
        $ ip link add br1 type bridge ageing_time x
        E: Error: argument "x" is wrong: invalid ageing_time|
        = 255
        $ ip link add br1 type bridge forward_delay
        E: Command line is not complete. Try option "help"|
        = 255
        $ ip link add dev x1 name x2 type ifb
        E: both "name" and "dev" cannot be used when creating devices.|
        = 255
        $ ip link add x1 x2 type ifb
        E: Error: either "dev" is duplicate, or "x2" is a garbage.|
        = 255
        $ ip link add link nope x5 type ifb
        E: Cannot find device "nope"|
        = 1
        $ ip link add x6 netns nope type ifb
        E: Error: argument "nope" is wrong: Invalid "netns" value|
        E: |
        = 255
        $ ip link add x7 master nope type ifb
        E: Error: argument "nope" is wrong: Device does not exist|
        E: |
        = 255
        $ ip link add x9 master ifb0 type ifb
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip link show x9
        E: Device "x9" does not exist.|
        = 1
        $ ip link replace ifb0 type ifb
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip link set
        E: Not enough information: "dev" argument is required.|
        = 255
        $ ip link set nope up
        E: Cannot find device "nope"|
        = 1
        $ ip link set ifb0
        $ ip link set ifb0 bogus
        E: Error: either "dev" is duplicate, or "bogus" is a garbage.|
        = 255
        $ ip link set ifb0 name
        E: Command line is not complete. Try option "help"|
        = 255
        $ ip link set ifb0 name va
        E: RTNETLINK answers: File exists|
        = 2
        $ ip link set ifb0 name a/b
        E: Error: argument "a/b" is wrong: "name" not a valid ifname|
        = 255
        $ ip link set ifb0 name abcdefghijklmnopq
        E: Error: argument "abcdefghijklmnopq" is wrong: "name" not a valid ifname|
        = 255
        $ ip link set ifb0 name a:b
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link set ifb0 mtu -1
        E: Error: mtu less than device minimum.|
        = 2
        $ ip link set ifb0 mtu 99999999999
        E: Error: argument "99999999999" is wrong: Invalid "mtu" value|
        E: |
        = 255
        $ ip link set br0 mtu 65536
        E: Error: mtu greater than device maximum.|
        = 2
        $ ip link set br0 mtu 67
        E: Error: mtu less than device minimum.|
        = 2
        $ ip link set ifb0 txqlen 5 qlen 6
        E: Error: duplicate "txqueuelen": "6" is the second value.|
        = 255
        $ ip link set ifb0 mtu 5 mtu 6
        E: Error: duplicate "mtu": "6" is the second value.|
        = 255
        $ ip link set ifb0 name a name b
        E: Error: duplicate "name": "b" is the second value.|
        = 255
        $ ip link set ifb0 address 02:00:00:00:00:01
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip link set va address 01:00:00:00:00:01
        E: RTNETLINK answers: Cannot assign requested address|
        = 2
        $ ip link set va address 00:00:00:00:00:00
        E: RTNETLINK answers: Cannot assign requested address|
        = 2
        $ ip link set va address 02:00
        E: Invalid address length 2 - must be 6 bytes|
        = 1
        $ ip link set va address xx
        E: "xx" is invalid lladdr.|
        = 1
        $ ip link set va master nope
        E: Error: argument "nope" is wrong: Device does not exist|
        E: |
        = 255
        $ ip link set va master ifb0
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip link set br0 master br0
        E: Error: Can not enslave a bridge to a bridge.|
        = 2
        $ ip link set lo master br0
        E: RTNETLINK answers: Invalid argument|
        = 2
        $ ip link set va netns nope
        E: Error: argument "nope" is wrong: Invalid "netns" value|
        E: |
        = 255
        $ ip link set lo netns 1
        E: Error: The interface netns is immutable.|
        = 2
        $ ip link set va promisc
        E: Command line is not complete. Try option "help"|
        = 255
        $ ip link set va promisc maybe
        E: Error: argument of "promisc" must be "on" or "off", not "maybe"|
        = 1
        $ ip link set va carrier off
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip link set va carrier maybe
        E: Error: argument of "carrier" must be one of "off", "on", not "maybe"|
        = 22
        $ ip link set va index 44
        E: index can be used only when creating devices or when moving device to another netns.|
        = 255
        $ ip link set va vb up
        E: Error: either "dev" is duplicate, or "vb" is a garbage.|
        = 255
        $ ip link del
        E: Not enough information: "dev" argument is required.|
        = 255
        $ ip link del nope
        E: Cannot find device "nope"|
        = 1
        $ ip link del lo
        E: RTNETLINK answers: Operation not supported|
        = 2
        $ ip link frob
        E: Command "frob" is unknown, try "ip link help".|
        = 255
        $ ip link show lo extra
        E: Error: either "dev" is duplicate, or "extra" is a garbage.|
        = 255
        $ ip link show dev
        E: Command line is not complete. Try option "help"|
        = 255
        $ ip link show dev lo dev va
        E: Error: either "dev" is duplicate, or "va" is a garbage.|
        = 255
        $ ip link show nope
        E: Device "nope" does not exist.|
        = 1
        $ ip link show master nope
        E: Error: argument "nope" is wrong: Device does not exist|
        E: |
        = 255
        $ ip frob
        E: Object "frob" is unknown, try "ip help".|
        = 1
        $ ip -frob link
        E: Option "-frob" is unknown, try "ip -help".|
        = 255
        $ ip -n nope link
        E: Cannot open network namespace "nope": No such file or directory|
        = 255
        $ ip netns exec nope ip link
        E: Cannot open network namespace "nope": No such file or directory|
        = 255
        $ ip netns frob
        E: Command "frob" is unknown, try "ip netns help".|
        = 255
        $ ip -br link show type bogus
        """;
}
