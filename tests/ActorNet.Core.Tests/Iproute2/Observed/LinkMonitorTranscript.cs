namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>
/// ip -o monitor link. Observed with iproute2 6.1.0 on Linux 6.18: <c>$</c> and a command, then the lines that the monitor printed during it, each ended by a bar; commands behind
/// <c>!</c> are carried out and what they print is not compared, since it holds random addresses or waits for a timer.
/// </summary>
internal static class LinkMonitorTranscript
{
    public const string Text =
        """
        $ ip link set lo up
        1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default \    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        $ ip link add ifb0 address 02:00:00:00:00:10 type ifb
        2: ifb0: <BROADCAST,NOARP> mtu 1500 qdisc noop state DOWN group default \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set ifb0 up
        2: ifb0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UNKNOWN group default \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set ifb0 mtu 1400
        2: ifb0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1400 qdisc pfifo_fast state UNKNOWN group default \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set ifb0 mtu 1400
        $ ip link set ifb0 name ifb1
        2: ifb1: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1400 qdisc pfifo_fast state UNKNOWN group default \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set ifb1 txqueuelen 10
        2: ifb1: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1400 qdisc pfifo_fast state UNKNOWN group default \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set ifb1 alias hello
        2: ifb1: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1400 qdisc pfifo_fast state UNKNOWN group default \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link set ifb1 group 5
        2: ifb1: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1400 qdisc pfifo_fast state UNKNOWN group 5 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff|
        $ ip link property add dev ifb1 altname q1
        2: ifb1: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1400 qdisc pfifo_fast state UNKNOWN group 5 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1|
        $ ip link set ifb1 promisc on
        2: ifb1: <BROADCAST,NOARP,PROMISC,UP,LOWER_UP> mtu 1400 qdisc pfifo_fast state UNKNOWN group 5 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1|
        $ ip link set ifb1 allmulticast on
        2: ifb1: <BROADCAST,NOARP,ALLMULTI,PROMISC,UP,LOWER_UP> mtu 1400 qdisc pfifo_fast state UNKNOWN group 5 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1|
        $ ip link set ifb1 promisc off
        2: ifb1: <BROADCAST,NOARP,ALLMULTI,UP,LOWER_UP> mtu 1400 qdisc pfifo_fast state UNKNOWN group 5 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1|
        $ ip link set ifb1 arp on multicast on
        2: ifb1: <BROADCAST,MULTICAST,ALLMULTI,UP,LOWER_UP> mtu 1400 qdisc pfifo_fast state UNKNOWN group 5 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1|
        $ ip link set ifb1 down
        2: ifb1: <BROADCAST,MULTICAST,ALLMULTI> mtu 1400 qdisc pfifo_fast state DOWN group 5 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1|
        $ ip link set ifb1 down
        $ ip link set ifb1 txqueuelen 12
        2: ifb1: <BROADCAST,MULTICAST,ALLMULTI> mtu 1400 qdisc pfifo_fast state DOWN group 5 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1|
        $ ip link set ifb1 alias foo
        $ ip link set ifb1 group 6
        $ ip link property add dev ifb1 altname q2
        $ ip link set ifb1 mtu 1450
        2: ifb1: <BROADCAST,MULTICAST,ALLMULTI> mtu 1450 qdisc pfifo_fast state DOWN group 6 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1\    altname q2|
        $ ip link set ifb1 name ifb2
        2: ifb2: <BROADCAST,MULTICAST,ALLMULTI> mtu 1450 qdisc pfifo_fast state DOWN group 6 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1\    altname q2|
        $ ip link set ifb2 promisc on
        2: ifb2: <BROADCAST,MULTICAST,ALLMULTI,PROMISC> mtu 1450 qdisc pfifo_fast state DOWN group 6 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1\    altname q2|
        $ ip link set ifb2 up mtu 1300 name ifb3
        2: ifb2: <BROADCAST,MULTICAST,ALLMULTI,PROMISC> mtu 1300 qdisc pfifo_fast state DOWN group 6 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1\    altname q2|
        2: ifb3: <BROADCAST,MULTICAST,ALLMULTI,PROMISC> mtu 1300 qdisc pfifo_fast state DOWN group 6 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1\    altname q2|
        2: ifb3: <BROADCAST,MULTICAST,ALLMULTI,PROMISC,UP,LOWER_UP> mtu 1300 qdisc pfifo_fast state UNKNOWN group 6 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1\    altname q2|
        $ ip addr add 10.0.0.1/24 dev ifb3
        $ ip addr add 10.0.0.2/24 brd + dev ifb3
        $ ip addr add 10.0.0.3/32 peer 10.0.0.4 dev ifb3 label ifb3:1
        $ ip addr del 10.0.0.1/24 dev ifb3
        $ ip addr add 10.0.0.1/24 dev ifb3
        $ ip link set ifb3 mtu 60
        2: ifb3: <BROADCAST,MULTICAST,ALLMULTI,PROMISC,UP,LOWER_UP> mtu 60 qdisc pfifo_fast state UNKNOWN group 6 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1\    altname q2|
        $ ip link set ifb3 mtu 1500
        2: ifb3: <BROADCAST,MULTICAST,ALLMULTI,PROMISC,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UNKNOWN group 6 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1\    altname q2|
        $ ip addr add 10.0.0.1/24 dev ifb3
        $ ip addr replace 10.0.0.1/24 dev ifb3
        $ ip addr flush dev ifb3
        $ ip addr add 10.0.0.1/24 dev ifb3
        $ tc qdisc add dev ifb3 root pfifo
        $ ip link del ifb3
        2: ifb3: <BROADCAST,MULTICAST,ALLMULTI,PROMISC> mtu 1500 qdisc pfifo state DOWN group 6 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1\    altname q2|
        Deleted 2: ifb3: <BROADCAST,MULTICAST,ALLMULTI,PROMISC> mtu 1500 qdisc noop state DOWN group 6 \    link/ether 02:00:00:00:00:10 brd ff:ff:ff:ff:ff:ff\    altname q1\    altname q2|
        $ ip link add va address 02:00:00:00:00:0a numtxqueues 1 numrxqueues 1 type veth peer name vb address 02:00:00:00:00:0b numtxqueues 1 numrxqueues 1
        3: vb@NONE: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default \    link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
        4: va@vb: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN group default \    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        ! ip link set va up
        $ ip link set vb up
        3: vb@va: <NO-CARRIER,BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state LOWERLAYERDOWN group default \    link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
        3: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default \    link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff|
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default \    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        $ ip link set vb address 02:00:00:00:00:0c
        3: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default \    link/ether 02:00:00:00:00:0c brd ff:ff:ff:ff:ff:ff|
        $ ip link set vb mtu 1400
        3: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc noqueue state UP group default \    link/ether 02:00:00:00:00:0c brd ff:ff:ff:ff:ff:ff|
        $ ip link set vb broadcast ff:ff:ff:ff:ff:fe
        3: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc noqueue state UP group default \    link/ether 02:00:00:00:00:0c brd ff:ff:ff:ff:ff:fe|
        $ ip link set vb down
        3: vb@va: <BROADCAST,MULTICAST> mtu 1400 qdisc noqueue state DOWN group default \    link/ether 02:00:00:00:00:0c brd ff:ff:ff:ff:ff:fe|
        4: va@vb: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN group default \    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        $ ip link set vb up
        3: vb@va: <NO-CARRIER,BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc noqueue state LOWERLAYERDOWN group default \    link/ether 02:00:00:00:00:0c brd ff:ff:ff:ff:ff:fe|
        3: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc noqueue state UP group default \    link/ether 02:00:00:00:00:0c brd ff:ff:ff:ff:ff:fe|
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default \    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        ! ip link add br0 type bridge
        ! ip link set br0 up
        ! ip link set va master br0
        ! ip link set va down
        ! ip link set va up
        ! ip link set va nomaster
        ! ip link set va master br0
        $ ip link set br0 down
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state UP \    link/ether 02:00:00:00:00:0a|
        5: br0: <BROADCAST,MULTICAST> mtu 1500 qdisc noqueue state DOWN group default \    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        $ ip link del br0
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master br0 state UP group default \    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state UP \    link/ether 02:00:00:00:00:0a|
        Deleted 4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state UP \    link/ether 02:00:00:00:00:0a|
        4: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default \    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        Deleted 5: br0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default \    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        $ ip netns add a
        $ ip link set vb netns a
        3: vb@va: <BROADCAST,MULTICAST> mtu 1400 qdisc noqueue state DOWN group default \    link/ether 02:00:00:00:00:0c brd ff:ff:ff:ff:ff:fe|
        Deleted 3: vb@va: <BROADCAST,MULTICAST> mtu 1400 qdisc noop state DOWN group default \    link/ether 02:00:00:00:00:0c brd ff:ff:ff:ff:ff:fe new-netnsid 0 new-ifindex 3|
        4: va@if3: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default \    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff link-netnsid 0|
        $ ip -n a link set vb up
        4: va@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default \    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff link-netnsid 0|
        $ ip link del va
        4: va@NONE: <BROADCAST,MULTICAST> mtu 1500 qdisc noqueue state DOWN group default \    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        Deleted 4: va@NONE: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default \    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff|
        ! ip link add va type veth peer name vb netns a
        $ ip -n a link set vb netns a
        ! ip -n a link del vb
        ! ip link add va up type veth peer name vb
        ! ip link set vb up
        ! ip link del vb
        ! ip link add va index 100 type veth peer name vb
        ! ip link set va up
        ! ip link set vb up
        $ ip netns del a
        ! ip link del va
        """;
}
