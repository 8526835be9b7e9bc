using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

/// <summary>htb together with an ifb.</summary>
public sealed class HtbIfbTests
{
    [Fact]
    [Trait("rule", "IFB-28")]
    [Trait("scenario", "G27")]
    public void Leaf_on_an_ifb_holds_as_many_frames_as_the_ifb_had_queue_length_when_it_was_made()
    {
        // given
        using var lab = new ScenarioLab();
        lab.RedirectVbToIfb0();
        lab.B("tc qdisc add dev ifb0 root handle 1: htb default 20", "tc class add dev ifb0 parent 1: classid 1:20 htb rate 800bit burst 1600 cburst 1600");

        // when
        lab.X(60, 100);

        // then
        lab.S("b", "ifb0").ShouldStartWith("rx 17/1700");
        var root = lab.Device("b", "ifb0").RootQdisc;
        (root.TotalStats.Drops, root.TotalStats.Overlimits, root.QLen, root.Backlog).ShouldBe((11, 1, 32, 3200));
        lab.Act("b").ShouldBe("60/5160 over 11");
    }

    [Fact]
    [Trait("rule", "MIR-26")]
    [Trait("scenario", "G43")]
    public void Redirect_at_an_htb_takes_the_frame_and_the_second_pass_goes_out_directly()
    {
        // given
        using var lab = new ScenarioLab();
        lab.A(
            "ip link add ifb0 type ifb",
            "ip link set ifb0 up",
            "tc qdisc add dev va root handle 1: htb",
            $"tc filter add dev va parent 1: {ScenarioLab.MatchAll} egress redirect dev ifb0");

        // when
        lab.X(3, 100).ShouldBe(3);

        // then
        lab.S("a", "va").ShouldEndWith("tx 3/300/0");
        lab.S("a", "ifb0").ShouldBe("rx 3/300/0 tx 3/300/0");
        lab.Act("a").ShouldBe("3/300 over 0");
        var htb = (HtbQdisc)lab.Device("a", "va").RootQdisc;
        (htb.TotalStats.Packets, htb.TotalStats.Bytes, htb.DirectPackets).ShouldBe((3, 300, 3));
    }
}
