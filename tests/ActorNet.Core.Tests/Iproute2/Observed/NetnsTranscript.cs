namespace ActorNet.Core.Tests.Iproute2.Observed;

/// <summary>ip netns. Observed with iproute2 6.1.0 on Linux 6.18 in a private network namespace; see <see cref="Transcript"/> for the notation.</summary>
internal static class NetnsTranscript
{
    public const string Text =
        """
        $ ip netns
        $ ip -j netns
        []|
        $ ip netns list
        $ ip netns add a
        $ ip netns add a
        E: Cannot create namespace file "/run/netns/a": File exists|
        = 1
        $ ip netns
        a|
        $ ip -j netns
        [{"name":"a"}]|
        $ ip netns add b
        $ ip netns add 0
        $ ip netns list
        0|
        b|
        a|
        $ ip -j netns list
        [{"name":"0"},{"name":"b"},{"name":"a"}]|
        $ ip -o netns list
        0|
        b|
        a|
        $ ip netns add
        E: No netns name specified|
        = 1
        $ ip netns add a b
        E: Cannot create namespace file "/run/netns/a": File exists|
        = 1
        $ ip netns add a/b
        E: Invalid netns name "a/b"|
        = 255
        $ ip netns add .
        E: Invalid netns name "."|
        = 255
        $ ip netns add ""
        E: Invalid netns name ""|
        = 255
        $ ip netns del
        E: No netns name specified|
        = 1
        $ ip netns del x
        E: Cannot remove namespace file "/run/netns/x": No such file or directory|
        = 1
        $ ip netns del a/b
        E: Invalid netns name "a/b"|
        = 255
        $ ip netns exec
        E: No netns name specified|
        = 1
        $ ip netns exec x
        E: No command specified|
        = 1
        $ ip netns exec a
        E: No command specified|
        = 1
        $ ip netns exec x ip link
        E: Cannot open network namespace "x": No such file or directory|
        = 255
        $ ip netns exec a ip link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        $ ip netns exec a nosuch
        E: exec of "nosuch" failed: No such file or directory|
        = 1
        $ ip -n x link
        E: Cannot open network namespace "x": No such file or directory|
        = 255
        $ ip -n a link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        $ ip netns identify
        |
        $ ip netns pids
        E: No netns name specified|
        = 1
        $ ip netns pids a
        $ ip netns set a 7
        $ ip netns
        0|
        b|
        a (id: 7)|
        $ ip -j netns
        [{"name":"0"},{"name":"b"},{"name":"a","id":7}]|
        $ ip netns list-id
        nsid 7 (iproute2 netns name: a)|
        $ ip -j netns list-id
        [{"nsid":7,"name":"a"}]|
        $ ip netns set a 7
        E: Error: Peer netns already has a nsid assigned.|
        = 2
        $ ip netns set b auto
        $ ip netns set x 7
        E: Cannot open network namespace "x": No such file or directory|
        = 1
        $ ip netns bogus
        E: Command "bogus" is unknown, try "ip netns help".|
        = 255
        $ ip -n a link add va type veth peer name vb netns b
        $ ip netns list
        0|
        b (id: 0)|
        a (id: 7)|
        $ ip -n a netns list
        0|
        b (id: 0)|
        a|
        $ ip -n a netns list-id
        nsid 0 (iproute2 netns name: b)|
        $ ip link add vc type veth peer name vd netns a
        $ ip netns
        0|
        b (id: 0)|
        a (id: 7)|
        $ ip netns del a
        $ ip -n b link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        $ ip link
        1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000|
            link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00|
        $ ip netns
        0|
        b (id: 0)|
        $ ip netns del b
        $ ip netns
        0|
        $ ip -all netns del
        $ ip netns
        """;
}
