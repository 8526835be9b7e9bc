using ActorNet.Shell.Tests.Harness;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Shell.Tests;

/// <summary>Whatever a script does, no frame is left behind: disposing the shell counts them.</summary>
public sealed class ConservationTests
{
    private static readonly string[] Lines =
    [
        "inject va eth size 100 count 40", "inject vb udp size 600 count 70", "inject va tcp size 9054 gso 1400", "inject ifb0 eth size 100",
        "receive vb arp count 3", "inject va eth vlan 5 size 200 count 5 gap 1ms", "inject va eth size 100 count 3 bypass", "inject br0 eth dst ff:ff:ff:ff:ff:ff size 100",
        "hold ifb0", "release ifb0", "step ifb0 0", "queues ifb0", "listen vb", "unlisten vb", "sniff vb", "sniff ifb0", "trace on", "trace off",
        "ip link set va down", "ip link set va up", "ip link set vb down", "ip link set vb up", "ip link set ifb0 down", "ip link set ifb0 up",
        "ip link set ifb0 txqueuelen 2", "ip link set ifb0 txqueuelen 0", "ip link del ifb0", "ip link add ifb0 type ifb", "ip link del va",
        "ip link add va address 02:00:00:00:00:01 type veth peer name vb address 02:00:00:00:00:02",
        "ip link set vb netns a", "ip -n a link set vb up", "ip -n a link set vb netns b", "ip netns add a", "ip netns del a", "ip netns add b", "ip netns del b",
        "tc qdisc add dev vb ingress", "tc qdisc del dev vb ingress", "tc qdisc add dev va clsact", "tc qdisc add dev vb clsact",
        "tc filter add dev vb ingress matchall action mirred egress redirect dev ifb0", "tc filter add dev vb ingress prio 5 matchall action mirred egress mirror dev ifb0",
        "tc filter add dev va egress matchall action mirred egress redirect dev ifb0", "tc filter del dev vb ingress", "tc filter add dev vb ingress prio 7 matchall action mirred ingress redirect dev ifb0",
        "tc qdisc add dev ifb0 root tbf rate 80kbit burst 1600 limit 20000", "tc qdisc del dev ifb0 root", "tc qdisc replace dev va root pfifo limit 3",
        "ip link add br0 type bridge", "ip link set br0 up", "ip link set vb master br0", "ip link set vb nomaster", "ip link del br0",
        "ip tuntap add dev tap0 mode tap", "ip link set tap0 up", "plug tap0", "unplug tap0", "receive tap0 udp count 5", "inject tap0 eth count 5", "read tap0", "ip link del tap0",
        "ip link add link vb name vb.5 type vlan id 5", "ip link set vb.5 up", "ip link del vb.5", "ip link set ifb0 name ifb9", "ip link set ifb9 name ifb0",
        "advance 10ms", "advance 2s", "reset",
    ];

    [Fact]
    public void No_script_leaves_a_frame_behind() =>
        Prop.ForAll(Gen.Choose(0, Lines.Length - 1).ListOf(60).ToArbitrary(), script => Run(script).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static async Task Run(IEnumerable<int> script)
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        foreach (var line in script)
        {
            var reply = await shell.Run(Lines[line]);
            if (!reply.Ok) reply.Error.ShouldNotBeEmpty(Lines[line]);
            reply.Error.ShouldNotContain("please report it");
        }
    }
}
