using ActorNet.Core.Tests.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

public sealed class U32Tests
{
    private static readonly byte[] Udp = [0x45, 0, 0, 60, 0, 0, 0, 0, 64, 17, 0, 0, 10, 9, 0, 1, 10, 9, 0, 2, 3, 232, 0, 9, .. new byte[36]];

    [Theory]
    [Trait("rule", "U32-01")]
    [InlineData("match ip src 10.9.0.0/16", true)]
    [InlineData("match ip src 10.9.0.2/32", false)]
    [InlineData("match ip dst 10.9.0.2", true)]
    [InlineData("match ip protocol 17 0xff", true)]
    [InlineData("match ip protocol 6 0xff", false)]
    [InlineData("match ip dport 9 0xffff", true)]
    [InlineData("match ip sport 1000 0xffff", true)]
    [InlineData("match ip sport 1000 0xffff match ip dport 10 0xffff", false)]
    [InlineData("match ether dst 02:00:00:00:00:02", true)]
    [InlineData("match ether dst 02:00:00:00:00:03", false)]
    [InlineData("match ether src 02:00:00:00:00:01", true)]
    [InlineData("match u16 0x0800 0xffff at -2", true)]
    [InlineData("match u16 0x0806 0xffff at -2", false)]
    [InlineData("match u8 0x02 0xff at -14", true)]
    [InlineData("match u32 0x3e80009 0xffffffff at nexthdr+20", true)]
    public void Reads_the_frame_from_its_network_header_at_egress_and_ingress_alike(string match, bool hit)
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", $"filter add dev va egress protocol all prio 1 u32 {match} action pipe");
        lab.Tc(lab.B, "qdisc add dev vb ingress", $"filter add dev vb ingress protocol all prio 1 u32 {match} action pipe");

        lab.Passes(Udp, type: 0x0800);

        lab.Action(lab.A, 1, "gact").Stats.Packets.ShouldBe(hit ? 1 : 0);
        lab.Action(lab.B, 1, "gact").Stats.Packets.ShouldBe(hit ? 1 : 0);
    }

    [Fact]
    [Trait("rule", "U32-01")]
    public void Filters_are_asked_in_the_order_of_their_numbers()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol all prio 1 u32 match u32 0 0 action drop",
            "filter add dev va egress protocol all prio 1 handle 800::10 u32 match u32 0 0 action ok");

        lab.Passes(Udp).ShouldBeTrue();

        lab.Action(lab.A, 1, "gact").Stats.Packets.ShouldBe(0);
        lab.Action(lab.A, 2, "gact").Stats.Packets.ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "U32-02")]
    public void A_key_beyond_the_frame_ends_its_preference_but_not_the_next()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol all prio 1 u32 match u32 0 0 at 200 action ok",
            "filter add dev va egress protocol all prio 1 u32 match u32 0 0 action ok",
            "filter add dev va egress protocol all prio 2 u32 match u32 0 0 action drop");

        lab.Passes(new byte[60]).ShouldBeFalse();
        lab.Passes(new byte[203]).ShouldBeFalse();
        lab.Passes(new byte[204]).ShouldBeTrue();

        lab.Action(lab.A, 2, "gact").Stats.Packets.ShouldBe(0);
        lab.Action(lab.A, 3, "gact").Stats.Packets.ShouldBe(2);
    }

    [Fact]
    [Trait("rule", "FLT-04")]
    public void Continue_asks_the_next_filter_of_the_same_preference()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol all prio 1 u32 match u32 0 0 action continue",
            "filter add dev va egress protocol all prio 1 u32 match u32 0 0 action drop");

        lab.Passes(Udp).ShouldBeFalse();
    }

    [Fact]
    [Trait("rule", "U32-03")]
    public void Replace_keeps_the_keys_and_exchanges_the_actions()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A,
            "qdisc add dev va clsact",
            "filter add dev va egress protocol all prio 1 u32 match u16 0x88b5 0xffff at -2 action ok",
            "filter replace dev va egress protocol all prio 1 handle 800::800 u32 match u32 7 7 action drop");

        lab.Passes(Udp).ShouldBeFalse();

        lab.Tc(lab.A, "filter change dev va egress protocol all prio 1 handle 800::800 u32 action ok");
        lab.Passes(Udp).ShouldBeTrue();
        lab.Tc(lab.A, "filter show dev va egress").ShouldContain("match 000088b5/0000ffff at -4");
        lab.A.Actions.All.Count().ShouldBe(1);
    }

    [Fact]
    [Trait("rule", "U32-04")]
    public void Handles_are_checked()
    {
        using var lab = new TcBench();
        const string add = "filter add dev va egress protocol all prio 10 handle ";
        lab.Tc(lab.A, "qdisc add dev va clsact", add + "800::801 u32 match u32 0 0 flowid 1:1", add + "::802 u32 match u32 0 0 flowid 1:1",
            add + "800:5:803 u32 match u32 0 0 flowid 1:1", add + "0x80000804 u32 match u32 0 0 flowid 1:1", add + "800::1 u32 match u32 0 0 flowid 1:1",
            add + "800::fff u32 match u32 0 0 flowid 1:1", "filter add dev va egress protocol all prio 10 u32 match u32 0 0 flowid 1:1");

        Handles(lab).ShouldBe(["800::1", "800::800", "800::801", "800::802", "800::803", "800::804", "800::fff"]);
        TcRunner.Refused(lab.A, add + "801::803 u32 match u32 0 0 flowid 1:1").ShouldBe("cls_u32: Handle specified hash table address mismatch.");
        TcRunner.Refused(lab.A, add + "800::801 u32 match u32 7 7 action drop").ShouldBe("Filter already exists.");
        TcRunner.Refused(lab.A, add + "800: u32 match u32 0 0").ShouldBe("Filter already exists.");
        TcRunner.Unreadable(lab.A, add + "zz u32 match u32 0 0 flowid 1:1").ShouldBe("Illegal filter ID");
        TcRunner.Unreadable(lab.A, add + "800::1000 u32 match u32 0 0 flowid 1:1").ShouldBe("Illegal filter ID");
        TcRunner.Refused(lab.A, "filter replace dev va egress protocol all prio 10 handle 800: u32 match u32 0 0").ShouldBe("cls_u32: Key node id cannot be zero.");
        TcRunner.Refused(lab.A, "filter del dev va egress prio 10 handle 800: u32").ShouldBe("cls_u32: Not allowed to delete root node.");
        TcRunner.Refused(lab.A, "filter del dev va egress prio 10 handle 800::899 u32").ShouldBe("Specified filter handle not found.");
        lab.Tc(lab.A, "filter del dev va egress prio 10 handle 0x80000fff u32");
        Handles(lab).Length.ShouldBe(6);
    }

    [Fact]
    [Trait("rule", "U32-04")]
    public void Selector_or_handle_alone_is_refused_and_nothing_is_left()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact");

        TcRunner.Refused(lab.A, "filter add dev va egress protocol all prio 10 u32 flowid 1:3").ShouldBe("cls_u32: Selector not specified.");
        TcRunner.Refused(lab.A, "filter add dev va egress protocol all prio 10 handle 800::5 u32").ShouldBe("cls_u32: Filter handle requires options.");

        lab.Tc(lab.A, "filter show dev va egress").ShouldBe("");
        lab.Tc(lab.A, "filter add dev va egress protocol all prio 10 u32");
        lab.Tc(lab.A, "filter show dev va egress").ShouldBe("filter protocol all pref 10 u32 chain 0 \nfilter protocol all pref 10 u32 chain 0 fh 800: ht divisor 1 \n");
    }

    [Fact]
    [Trait("rule", "U32-01")]
    public void Tables_are_numbered_per_hook_qdisc_and_begin_anew_when_all_are_gone()
    {
        using var lab = new TcBench();
        const string rule = "u32 match u32 0 0 flowid 1:1";
        lab.Tc(lab.A, "qdisc add dev va clsact", $"filter add dev va ingress prio 10 {rule}", $"filter add dev va ingress prio 11 {rule}",
            $"filter add dev va egress prio 11 {rule}", $"filter add dev va ingress prio 12 chain 5 {rule}", "filter del dev va ingress chain 5",
            $"filter add dev va ingress prio 13 {rule}");

        Tables(lab, "ingress prio 10").ShouldBe(["800:"]);
        Tables(lab, "ingress prio 11").ShouldBe(["802:", "801:"], "tc lists all tables of a preference, newest first");
        Tables(lab, "ingress prio 13").ShouldBe(["804:"], "a freed number is not given again soon");
        lab.Tc(lab.A, "filter del dev va ingress", "filter del dev va egress", $"filter add dev va egress prio 1 {rule}");
        Tables(lab, "egress prio 1").ShouldBe(["800:"]);
    }

    [Fact]
    [Trait("rule", "U32-04")]
    public void The_last_filter_takes_its_preference_along()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol all prio 1 u32 match u32 0 0 action drop",
            "filter del dev va egress prio 1 handle 800::800 u32");

        lab.Tc(lab.A, "filter show dev va egress").ShouldBe("");
        lab.A.Actions.All.ShouldBeEmpty();
    }

    [Fact]
    [Trait("rule", "U32-04")]
    public void A_table_holds_4095_filters()
    {
        using var lab = new TcBench();
        lab.Tc(lab.A, "qdisc add dev va clsact");
        for (var i = 0; i < 4095; i++) lab.Tc(lab.A, "filter add dev va egress protocol all prio 1 u32 match u32 0 0");

        TcRunner.Refused(lab.A, "filter add dev va egress protocol all prio 1 u32 match u32 0 0").ShouldBe("Cannot allocate memory");
    }

    private static string[] Handles(TcBench lab) => Words(lab, "egress", "order");

    private static string[] Tables(TcBench lab, string place) => Words(lab, place, "ht");

    /// <summary>The handle on each line whose next word is the given one.</summary>
    private static string[] Words(TcBench lab, string place, string next) =>
        [.. lab.Tc(lab.A, $"filter show dev va {place}").Split('\n').Select(l => l.Split(' ')).Where(w => w.Contains("fh") && w[Array.IndexOf(w, "fh") + 2] == next)
            .Select(w => w[Array.IndexOf(w, "fh") + 1])];
}
