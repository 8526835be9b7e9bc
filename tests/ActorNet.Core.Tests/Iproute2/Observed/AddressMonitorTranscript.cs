namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>
/// ip monitor address. Observed with iproute2 6.1.0 on Linux 6.18: <c>$</c> and a command, then the lines that the monitor printed during it, each ended by a bar; commands behind
/// <c>!</c> are carried out and what they print is not compared, since it holds random addresses or waits for a timer.
/// </summary>
internal static class AddressMonitorTranscript
{
    public const string Text =
        """
        $ ip link set lo up
        1: lo    inet 127.0.0.1/8 scope host lo|
               valid_lft forever preferred_lft forever|
        $ ip link add ifb0 address 02:00:00:00:00:10 type ifb
        $ ip link set ifb0 up
        $ ip link set ifb0 mtu 1400
        $ ip link set ifb0 mtu 1400
        $ ip link set ifb0 name ifb1
        $ ip link set ifb1 txqueuelen 10
        $ ip link set ifb1 alias hello
        $ ip link set ifb1 group 5
        $ ip link property add dev ifb1 altname q1
        $ ip link set ifb1 promisc on
        $ ip link set ifb1 allmulticast on
        $ ip link set ifb1 promisc off
        $ ip link set ifb1 arp on multicast on
        $ ip link set ifb1 down
        $ ip link set ifb1 down
        $ ip link set ifb1 txqueuelen 12
        $ ip link set ifb1 alias foo
        $ ip link set ifb1 group 6
        $ ip link property add dev ifb1 altname q2
        $ ip link set ifb1 mtu 1450
        $ ip link set ifb1 name ifb2
        $ ip link set ifb2 promisc on
        $ ip link set ifb2 up mtu 1300 name ifb3
        $ ip addr add 10.0.0.1/24 dev ifb3
        2: ifb3    inet 10.0.0.1/24 scope global ifb3|
               valid_lft forever preferred_lft forever|
        $ ip addr add 10.0.0.2/24 brd + dev ifb3
        2: ifb3    inet 10.0.0.2/24 brd 10.0.0.255 scope global secondary ifb3|
               valid_lft forever preferred_lft forever|
        $ ip addr add 10.0.0.3/32 peer 10.0.0.4 dev ifb3 label ifb3:1
        2: ifb3    inet 10.0.0.3 peer 10.0.0.4/32 scope global ifb3:1|
               valid_lft forever preferred_lft forever|
        $ ip addr del 10.0.0.1/24 dev ifb3
        Deleted 2: ifb3    inet 10.0.0.2/24 brd 10.0.0.255 scope global secondary ifb3|
               valid_lft forever preferred_lft forever|
        Deleted 2: ifb3    inet 10.0.0.1/24 scope global ifb3|
               valid_lft forever preferred_lft forever|
        $ ip addr add 10.0.0.1/24 dev ifb3
        2: ifb3    inet 10.0.0.1/24 scope global ifb3|
               valid_lft forever preferred_lft forever|
        $ ip link set ifb3 mtu 60
        Deleted 2: ifb3    inet 10.0.0.3 peer 10.0.0.4/32 scope global ifb3:1|
               valid_lft forever preferred_lft forever|
        Deleted 2: ifb3    inet 10.0.0.1/24 scope global ifb3|
               valid_lft forever preferred_lft forever|
        $ ip link set ifb3 mtu 1500
        $ ip addr add 10.0.0.1/24 dev ifb3
        2: ifb3    inet 10.0.0.1/24 scope global ifb3|
               valid_lft forever preferred_lft forever|
        $ ip addr replace 10.0.0.1/24 dev ifb3
        2: ifb3    inet 10.0.0.1/24 scope global ifb3|
               valid_lft forever preferred_lft forever|
        $ ip addr flush dev ifb3
        Deleted 2: ifb3    inet 10.0.0.1/24 scope global ifb3|
               valid_lft forever preferred_lft forever|
        $ ip addr add 10.0.0.1/24 dev ifb3
        2: ifb3    inet 10.0.0.1/24 scope global ifb3|
               valid_lft forever preferred_lft forever|
        $ tc qdisc add dev ifb3 root pfifo
        $ ip link del ifb3
        Deleted 2: ifb3    inet 10.0.0.1/24 scope global ifb3|
               valid_lft forever preferred_lft forever|
        $ ip link add va address 02:00:00:00:00:0a numtxqueues 1 numrxqueues 1 type veth peer name vb address 02:00:00:00:00:0b numtxqueues 1 numrxqueues 1
        ! ip link set va up
        $ ip link set vb up
        $ ip link set vb address 02:00:00:00:00:0c
        $ ip link set vb mtu 1400
        $ ip link set vb broadcast ff:ff:ff:ff:ff:fe
        $ ip link set vb down
        $ ip link set vb up
        $ ip link add br0 type bridge
        $ ip link set br0 up
        ! ip link set va master br0
        ! ip link set va down
        ! ip link set va up
        ! ip link set va nomaster
        ! ip link set va master br0
        $ ip link set br0 down
        $ ip link del br0
        $ ip netns add a
        $ ip link set vb netns a
        $ ip -n a link set vb up
        $ ip link del va
        $ ip link add va type veth peer name vb netns a
        $ ip -n a link set vb netns a
        $ ip -n a link del vb
        $ ip link add va up type veth peer name vb
        $ ip link set vb up
        $ ip link del vb
        $ ip link add va index 100 type veth peer name vb
        ! ip link set va up
        $ ip link set vb up
        $ ip netns del a
        $ ip link del va
        """;
}
