using ActorNet.Shell.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Shell.Tests.Verbs;

public sealed class InjectTests
{
    [Theory]
    [InlineData(4, 20, "rx 11/2514/0 tx 11/2514/0", 10)]
    [InlineData(1, 20, "rx 5/1914/0 tx 5/1914/0", 16)]
    [InlineData(0, 20, "rx 3/1714/0 tx 3/1714/0", 18)]
    [InlineData(32, 100, "rx 67/8114/0 tx 67/8114/0", 34)]
    [Trait("rule", "IFB-24")]
    [Trait("scenario", "G19")]
    public async Task Frames_without_a_gap_are_one_softirqs_work(int queueLength, int count, string counters, int drops)
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh(TestShell.Redirect);
        await shell.Sh($"ip link set ifb0 txqueuelen {queueLength}");

        await shell.Sh("inject va eth size 1514");
        await shell.Sh($"inject va eth size 100 count {count}");

        (await shell.Stats("ifb0")).ShouldBe(counters);
        var qdisc = (await shell.Json("tc -s qdisc show dev ifb0"))[0]!;
        qdisc["drops"]!.GetValue<int>().ShouldBe(drops);
        qdisc["requeues"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Frames_with_a_gap_are_done_with_one_by_one()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh(TestShell.Redirect);
        await shell.Sh("ip link set ifb0 txqueuelen 1");

        await shell.Sh("inject va eth size 100 count 20 gap 1ms");

        (await shell.Stats("ifb0")).ShouldBe("rx 20/2000/0 tx 20/2000/0");
        shell.Lab.Now.Nanoseconds.ShouldBe(20_000_000);
    }

    [Fact]
    public async Task The_sender_is_told_as_a_packet_socket_is()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh("tc qdisc add dev va root tbf rate 800bit burst 1000 limit 3000");

        (await shell.Json("inject va eth size 100 count 60")).ToJsonString().ShouldBe("""{"ok":40,"enobufs":20,"netdown":0,"toolong":0}""");
        (await shell.Json("inject va eth size 1515")).ToJsonString().ShouldBe("""{"ok":0,"enobufs":0,"netdown":0,"toolong":1}""");
        (await shell.Json("inject va hex 0200 count 2")).ToJsonString().ShouldBe("""{"ok":0,"enobufs":0,"netdown":0,"toolong":0,"other":{"EINVAL":2}}""");
        await shell.Sh("ip link set va down");
        (await shell.Json("inject va eth size 100")).ToJsonString().ShouldBe("""{"ok":0,"enobufs":0,"netdown":1,"toolong":0}""");
    }

    [Fact]
    [Trait("rule", "MTU-02")]
    public async Task A_packet_socket_may_send_a_tag_more_than_the_mtu()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);

        (await shell.Json("inject va eth size 1514"))["ok"]!.GetValue<int>().ShouldBe(1);
        (await shell.Json("inject va eth size 1518"))["toolong"]!.GetValue<int>().ShouldBe(1);
        (await shell.Json("inject va eth vlan 5 size 1518"))["ok"]!.GetValue<int>().ShouldBe(1);
        (await shell.Json("inject va eth vlan 5 size 1519"))["toolong"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "IFB-41")]
    public async Task A_queue_chooses_the_transmit_queue()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh("""
            ip link add ifb4 numtxqueues 4 type ifb
            ip link set ifb4 up
            tc qdisc add dev vb ingress
            tc filter add dev vb ingress matchall action mirred egress redirect dev ifb4
            ip link add vc numtxqueues 4 type veth peer name vd
            ip link set vc up
            ip link set vd up
            tc qdisc add dev vd ingress
            tc filter add dev vd ingress matchall action mirred egress redirect dev ifb4
            """);

        await shell.Sh("inject vc eth size 100 queue 2 count 3");

        var stats = (await shell.Run("ethtool -S ifb4")).Text;
        stats.ShouldContain("rx_queue_1_packets: 3");
    }

    [Fact]
    [Trait("rule", "HTB-02")]
    public async Task A_priority_chooses_the_band()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh("""
            tc qdisc add dev va root handle 1: prio
            inject va eth size 100 prio 1:1 count 3
            inject va eth size 100 prio 1:3 count 2
            """);

        var classes = (await shell.Run("tc -s class show dev va")).Text;
        classes.ShouldContain("class prio 1:1 parent 1:");
        classes.ShouldContain("Sent 300 bytes 3 pkt");
        classes.ShouldContain("Sent 200 bytes 2 pkt");
    }

    [Fact]
    [Trait("rule", "HOOK-04")]
    [Trait("rule", "QD-02")]
    public async Task A_sender_that_bypasses_the_qdisc_bypasses_captures_too()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh("tc qdisc add dev va root pfifo limit 0");

        await shell.Sh("inject va eth size 100 bypass count 2");

        (await shell.Stats("va")).ShouldBe("rx 0/0/0 tx 2/200/0");
        (await shell.Json("sniff va")).AsArray().ShouldBeEmpty();
        (await shell.Json("sniff vb")).AsArray().Count.ShouldBe(2);
    }

    [Fact]
    [Trait("rule", "QD-01")]
    [Trait("scenario", "G40")]
    public async Task A_super_frame_from_a_socket_counts_no_packets_until_a_device_sends_it()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh("""
            tc qdisc add dev va root pfifo limit 10
            tc qdisc add dev vb ingress
            tc filter add dev vb ingress matchall action pass
            inject va tcp size 5054 gso 1000
            """);

        (await shell.Stats("va")).ShouldBe("rx 0/0/0 tx 1/5054/0");
        var root = (await shell.Json("tc -s qdisc show dev va"))[0]!;
        (root["packets"]!.GetValue<int>(), root["bytes"]!.GetValue<int>()).ShouldBe((0, 5270));
        var ingress = (await shell.Json("tc -s qdisc show dev vb"))[1]!;
        (ingress["packets"]!.GetValue<int>(), ingress["bytes"]!.GetValue<int>()).ShouldBe((5, 5040));
    }

    [Theory]
    [InlineData("inject", "the device is missing; usage: inject [-n NETNS] DEV FRAME...")]
    [InlineData("inject lo", "the frame is missing")]
    [InlineData("inject nope eth", "Cannot find device \"nope\"")]
    [InlineData("inject -n nope lo eth", "Cannot open network namespace \"nope\": No such file or directory")]
    [InlineData("inject -n '' lo eth", "Cannot open network namespace \"\": No such file or directory")]
    [InlineData("inject -n", "the namespace is missing")]
    public async Task Errors_are_sentences(string line, string error)
    {
        await using var shell = new TestShell();

        (await shell.Error(line)).ShouldStartWith(error);
    }
}
