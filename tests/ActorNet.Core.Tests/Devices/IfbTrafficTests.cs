using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Devices;

/// <summary>IFBs in the topology of the observed scenarios: queue lengths, counters, several queues, what leaves them and for whom.</summary>
public sealed class IfbTrafficTests : IDisposable
{
    private readonly ScenarioLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [Trait("rule", "IFB-09"), Trait("rule", "IFB-24"), Trait("scenario", "G19")]
    [InlineData(0, 2)]
    [InlineData(1, 4)]
    [InlineData(4, 10)]
    [InlineData(32, 66)]
    public void The_queue_length_counts_from_the_next_frame_on(int length, int taken)
    {
        _lab.RedirectVbToIfb0();
        _lab.X(1, 100);

        _lab.B($"ip link set ifb0 txqueuelen {length}");
        _lab.Burst(taken + 20, 100);

        _lab.S("b", "ifb0").ShouldBe($"rx {taken + 2}/{(taken * 100) + 1614}/0 tx {taken + 2}/{(taken * 100) + 1614}/0");
    }

    [Fact]
    [Trait("rule", "IFB-29"), Trait("rule", "PFF-02")]
    public void Brought_up_with_length_0_it_has_no_queue_and_counts_what_finds_it_stopped()
    {
        _lab.B("ip link del ifb0", "ip link add ifb0 txqueuelen 0 type ifb", "ip link set ifb0 up");
        _lab.RedirectVbToIfb0();

        _lab.Burst(20, 100);

        _lab.Execute("b", "tc qdisc show dev ifb0").Output.ShouldStartWith("qdisc noqueue 0: root refcnt 2");
        _lab.S("b", "ifb0").ShouldBe("rx 2/1614/0 tx 2/1614/19");
        _lab.Act("b").ShouldBe("21/3220 over 19", "the first stops the queue; every other meets it stopped");
    }

    [Fact]
    [Trait("rule", "IFB-29")]
    public void Set_to_0_while_up_it_keeps_its_queue()
    {
        _lab.B("ip link set ifb0 txqueuelen 0");

        _lab.Execute("b", "tc qdisc show dev ifb0").Output.ShouldStartWith("qdisc pfifo_fast 0: root refcnt 2");
    }

    [Fact]
    [Trait("rule", "IFB-32"), Trait("rule", "IFB-33"), Trait("rule", "IFB-41")]
    public void The_links_counters_are_the_sum_over_its_queues()
    {
        _lab.B("ip link del ifb0", "ip link add ifb0 numtxqueues 4 type ifb", "ip link set ifb0 up");
        _lab.RedirectVbToIfb0();
        for (var queue = 1; queue <= 3; queue++)
        {
            for (var i = 0; i < 10 * queue; i++)
            {
                var skb = _lab.Lab.Frame(100);
                skb.QueueMapping = (ushort)queue;
                _lab.Device("b", "vb").ReceiveTyped(skb);
            }

            _lab.Lab.Run();
        }

        var rows = _lab.Device("b", "ifb0").EthtoolStats().ToDictionary();

        Enumerable.Range(0, 4).Select(q => rows[$"rx_queue_{q}_packets"]).ShouldBe([10, 20, 30, 0]);
        Enumerable.Range(0, 4).Select(q => rows[$"tx_queue_{q}_bytes"]).ShouldBe([1000, 2000, 3000, 0]);
        _lab.S("b", "ifb0").ShouldBe("rx 60/6000/0 tx 60/6000/0");
        rows.Keys.ShouldAllBe(k => !k.Contains("drop"));
    }

    [Fact]
    [Trait("rule", "IFB-28"), Trait("rule", "HTB-02"), Trait("scenario", "G27")]
    public void A_leaf_of_htb_takes_its_limit_from_the_queue_length()
    {
        _lab.RedirectVbToIfb0();
        _lab.B("tc qdisc add dev ifb0 root handle 1: htb default 20", "tc class add dev ifb0 parent 1: classid 1:20 htb rate 800bit burst 1600 cburst 1600");

        _lab.X(60, 100);

        _lab.S("b", "ifb0").ShouldStartWith("rx 17/1700/0");
        _lab.Q("b", "ifb0").ShouldStartWith("17/1700 drops 11 ");
        _lab.Q("b", "ifb0").ShouldEndWith("backlog 32/3200");
        _lab.Act("b").ShouldBe("60/5160 over 11");
    }

    [Fact]
    [Trait("rule", "IFB-38"), Trait("rule", "DEV-06"), Trait("scenario", "G34")]
    public void Down_and_up_loses_the_backlog_and_no_counter_tells()
    {
        _lab.RedirectVbToIfb0();
        _lab.B("tc qdisc add dev ifb0 root tbf rate 4kbit burst 1514 limit 100000");
        _lab.X(1, 1514);
        _lab.X(3, 1000);

        _lab.B("ip link set ifb0 down", "ip link set ifb0 up");
        _lab.Lab.Advance(30_000_000_000);

        _lab.S("b", "ifb0").ShouldBe("rx 1/1514/0 tx 1/1514/0");
        _lab.Q("b", "ifb0").ShouldContain("drops 0");
        _lab.Q("b", "ifb0").ShouldEndWith("backlog 0/0");
    }

    [Fact]
    [Trait("rule", "IFB-17"), Trait("rule", "IDX-01"), Trait("rule", "DEV-07")]
    public void The_number_finds_a_new_device_and_the_name_does_not()
    {
        _lab.RedirectVbToIfb0();
        _lab.B("tc qdisc add dev ifb0 root tbf rate 4kbit burst 1514 limit 100000");
        _lab.X(1, 1514);
        _lab.X(2, 1000);
        var number = _lab.Device("b", "vb").IfIndex;

        _lab.B("ip link del vb", "ip link add vb type veth peer name vm", "ip link set vb up", "ip link set vm up");
        _lab.Lab.Advance(2_500_000_000);
        var byName = (_lab.S("b", "ifb0"), _lab.S("b", "vb"));
        _lab.B("ip link del vb", $"ip link add other index {number} type veth peer name vm", "ip link set other up", "ip link set vm up");
        _lab.Lab.Advance(5_000_000_000);

        byName.ShouldBe(("rx 2/2514/0 tx 2/2514/1", "rx 0/0/0 tx 0/0/0"));
        _lab.S("b", "ifb0").ShouldBe("rx 3/3514/0 tx 3/3514/1");
        _lab.S("b", "other").ShouldBe("rx 0/0/1 tx 0/0/0", "its stack got the frame and has no use for it");
    }
}
