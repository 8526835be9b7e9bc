using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class HtbTests
{
    [Fact]
    [Trait("rule", "HTB-04")]
    [Trait("scenario", "G25")]
    public void Class_sends_while_it_does_not_owe_and_so_overshoots_by_one()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: htb default 10", "class add dev va parent 1: classid 1:10 htb rate 800bit burst 1000 cburst 1000");

        bench.X(60, 100).ShouldBe(60);

        bench.Q().ShouldBe("11/1100 drops 0 over 1 req 0 backlog 49/4900");
        bench.Class("1:10").ShouldStartWith(
            "Sent 1100 bytes 11 pkt (dropped 0, overlimits 1 requeues 0) backlog 4900b 49p requeues 0 lended: 11 borrowed: 0 giants: 0 tokens: -15625000");
    }

    [Fact]
    [Trait("rule", "VT-02")]
    public void Frames_leave_when_the_debt_is_paid()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: htb default 10", "class add dev va parent 1: classid 1:10 htb rate 1000bps burst 1000 cburst 1000");

        bench.X(20, 100);
        bench.Advance(5000);

        bench.Departures.ShouldBe([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
        bench.Device.Marks.Count().ShouldBe(20);
    }

    [Fact]
    [Trait("rule", "HTB-02")]
    [Trait("rule", "HTB-03")]
    [Trait("scenario", "G26")]
    public void Frames_without_class_go_out_directly_and_a_priority_names_a_leaf()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: htb default 30", "class add dev va parent 1: classid 1:10 htb rate 1mbit");

        bench.X(5, 100);
        bench.X(2, 100, prio: 0x10000);
        bench.X(2, 100, prio: 0x10010);

        bench.Tc("qdisc show dev va").ShouldContain("direct_packets_stat 7 ");
        bench.Q().ShouldStartWith("9/900 drops 0");
        bench.Class("1:10").ShouldStartWith("Sent 200 bytes 2 pkt");
    }

    [Fact]
    [Trait("rule", "HTB-03")]
    public void Direct_queue_holds_what_it_was_told_to()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: htb direct_qlen 3");
        bench.Device.Room = 0;

        // The first frame is given back by the driver, which does not count in the direct queue.
        bench.X(6, 100).ShouldBe(4);
        bench.Q().ShouldBe("1/100 drops 2 over 0 req 1 backlog 4/400");
    }

    [Fact]
    [Trait("rule", "HTB-02")]
    [Trait("rule", "FLT-08")]
    public void Filters_choose_the_leaf_those_of_inner_classes_included()
    {
        using var bench = new ShapeBench();
        bench.Tc(
            "qdisc add dev va root handle 1: htb default 30",
            "class add dev va parent 1: classid 1:1 htb rate 1mbit",
            "class add dev va parent 1:1 classid 1:10 htb rate 1mbit",
            "class add dev va parent 1:1 classid 1:20 htb rate 1mbit",
            "class add dev va parent 1: classid 1:30 htb rate 1mbit",
            "filter add dev va parent 1: protocol all prio 1 u32 match u8 7 0xff at 0 flowid 1:1",
            "filter add dev va parent 1:1 protocol all prio 1 u32 match u8 7 0xff at 0 flowid 1:20",
            "filter add dev va parent 1: protocol all prio 2 u32 match u8 8 0xff at 0 flowid 1:99",
            "filter add dev va parent 1: protocol all prio 3 u32 match u8 9 0xff at 0 action drop");

        bench.X(3, 100, mark: 7);
        bench.X(2, 100, mark: 8);
        bench.X(1, 100, mark: 9).ShouldBe(1, "the sender is not told");
        bench.X(4, 100, prio: 0x10001, mark: 5);

        bench.Class("1:20").ShouldStartWith("Sent 300 bytes 3 pkt");
        bench.Class("1:30").ShouldStartWith("Sent 600 bytes 6 pkt", customMessage: "an unknown class, and an inner one whose filters do not match, mean the default");
        bench.Class("1:1").ShouldStartWith("Sent 300 bytes 3 pkt");
        bench.Q().ShouldBe("9/900 drops 1 over 0 req 0 backlog 0/0");
    }

    [Fact]
    [Trait("rule", "HTB-07")]
    [Trait("rule", "HTB-08")]
    [Trait("rule", "VT-05")]
    [Trait("scenario", "G28")]
    public void Own_rates_come_before_borrowing_and_the_better_priority_borrows_first()
    {
        // given
        using var bench = new ShapeBench();
        bench.Tc(
            "qdisc add dev va root handle 1: htb",
            "class add dev va parent 1: classid 1:1 htb rate 80kbit burst 1600 cburst 1600",
            "class add dev va parent 1:1 classid 1:10 htb rate 8kbit ceil 80kbit burst 1600 cburst 1600 prio 0",
            "class add dev va parent 1:1 classid 1:20 htb rate 8kbit ceil 80kbit burst 1600 cburst 1600 prio 1");

        // when
        for (var i = 0; i < 100; i++)
        {
            bench.X(1, 500, 0x10010, 1);
            bench.X(1, 500, 0x10020, 2);
        }

        bench.Advance(2000);

        // then
        bench.Class("1:10").ShouldContain("lended: 8 borrowed: 28");
        bench.Class("1:20").ShouldContain("lended: 8 borrowed: 0");
    }

    [Theory]
    [Trait("rule", "HTB-08")]
    [Trait("scenario", "G28")]
    [InlineData("rate 40kbit", "rate 40kbit", 2000, "24/24")]
    [InlineData("rate 8kbit quantum 500", "rate 8kbit quantum 1500", 4000, "28/56")]
    public void Equal_priorities_share_by_quantum(string first, string second, int milliseconds, string sent)
    {
        using var bench = new ShapeBench();
        bench.Tc(
            "qdisc add dev va root handle 1: htb",
            "class add dev va parent 1: classid 1:1 htb rate 80kbit burst 1600 cburst 1600",
            $"class add dev va parent 1:1 classid 1:10 htb {first} ceil 80kbit burst 1600 cburst 1600",
            $"class add dev va parent 1:1 classid 1:20 htb {second} ceil 80kbit burst 1600 cburst 1600");

        for (var i = 0; i < 100; i++)
        {
            bench.X(1, 500, 0x10010, 1);
            bench.X(1, 500, 0x10020, 2);
        }

        bench.Advance(milliseconds);

        var counts = bench.Device.Marks.CountBy(m => m).ToDictionary();
        $"{counts[1]}/{counts[2]}".ShouldBe(sent);
    }

    [Fact]
    [Trait("rule", "HTB-09")]
    [Trait("rule", "HTB-10")]
    public void What_a_replaced_leaf_held_counts_as_dropped_by_the_qdisc_alone()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: htb default 10", "class add dev va parent 1: classid 1:10 htb rate 800bit burst 1000 cburst 1000");
        bench.X(30, 100);

        bench.Tc("qdisc add dev va parent 1:10 handle 10: pfifo limit 5");
        bench.Q().ShouldBe("11/1100 drops 19 over 1 req 0 backlog 0/0");
        bench.X(30, 100).ShouldBe(5);
        bench.Tc("qdisc del dev va parent 1:10");

        bench.Q().ShouldBe("11/1100 drops 49 over 1 req 0 backlog 0/0");
        bench.Class("1:10").ShouldStartWith("Sent 1100 bytes 11 pkt (dropped 25, overlimits 1 requeues 0) backlog 0b 0p");
        bench.X(3, 100).ShouldBe(3, "a plain queue took the place of the deleted one");
        bench.Q().ShouldEndWith("backlog 3/300");
    }

    [Fact]
    [Trait("rule", "HTB-09")]
    public void First_child_purges_its_parent_and_the_last_one_leaves_a_leaf_with_full_buckets()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: htb default 20", "class add dev va parent 1: classid 1:20 htb rate 800bit burst 1000 cburst 1000");
        bench.X(30, 100);

        bench.Tc("class add dev va parent 1:20 classid 1:21 htb rate 8kbit");
        bench.Q().ShouldBe("11/1100 drops 19 over 1 req 0 backlog 0/0");
        bench.Refused("class del dev va classid 1:20").ShouldBe("Error: HTB class in use.");
        bench.Tc("class del dev va classid 1:21");

        bench.Class("1:20").ShouldEndWith("lended: 11 borrowed: 0 giants: 0 tokens: 156250000 ctokens: 156250000");
        bench.X(30, 100);
        bench.Q().ShouldBe("22/2200 drops 19 over 2 req 0 backlog 19/1900");
    }

    [Fact]
    [Trait("rule", "HTB-09")]
    public void Change_keeps_frames_and_tokens()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: htb default 10", "class add dev va parent 1: classid 1:10 htb rate 1000bps burst 1000 cburst 1000");
        bench.X(20, 100);

        bench.Tc("class change dev va classid 1:10 htb rate 2000bps burst 1000 cburst 1000");
        bench.Q().ShouldEndWith("backlog 9/900");
        bench.Advance(5000);

        // The debt of 100 ms was computed with the old rate; the next ones cost half.
        bench.Departures.Skip(11).ShouldBe([100, 150, 200, 250, 300, 350, 400, 450, 500]);
    }

    [Fact]
    [Trait("rule", "HTB-09")]
    public void Deleting_a_busy_class_drops_its_frames_and_leaves_the_others_alone()
    {
        using var bench = new ShapeBench();
        bench.Tc(
            "qdisc add dev va root handle 1: htb",
            "class add dev va parent 1: classid 1:1 htb rate 1000bps burst 500 cburst 500",
            "class add dev va parent 1:1 classid 1:10 htb rate 500bps ceil 1000bps burst 500 cburst 500",
            "class add dev va parent 1:1 classid 1:20 htb rate 500bps ceil 1000bps burst 500 cburst 500");
        bench.X(10, 500, 0x10010, 1);
        bench.X(10, 500, 0x10020, 2);
        var before = bench.Device.Sent.Count;

        bench.Tc("class del dev va classid 1:10");
        bench.Advance(60_000);

        bench.Root.QLen.ShouldBe(0);
        bench.Device.Marks.Count(m => m == 2).ShouldBe(10);
        bench.Device.Sent.Count.ShouldBe(before + 10 - bench.Device.Marks.Take(before).Count(m => m == 2));
        bench.Root.Stats.Drops.ShouldBe(10 - bench.Device.Marks.Count(m => m == 1));
    }

    [Fact]
    public void Leaf_that_holds_frames_back_is_asked_again_when_it_wants()
    {
        using var bench = new ShapeBench();
        bench.Tc(
            "qdisc add dev va root handle 1: htb default 10",
            "class add dev va parent 1: classid 1:10 htb rate 1mbit burst 10k cburst 10k",
            "class add dev va parent 1: classid 1:20 htb rate 1mbit burst 10k cburst 10k",
            "qdisc add dev va parent 1:10 handle 10: tbf rate 1000bps burst 1000 limit 100000");

        bench.X(3, 1000, mark: 1);
        bench.X(2, 1000, 0x10020, 2);
        bench.Advance(5000);

        bench.Departures.ShouldBe([0, 0, 0, 1000, 2000]);
        bench.Device.Marks.ShouldBe([1, 2, 2, 1, 1]);
    }

    [Fact]
    [Trait("rule", "QD-06")]
    public void Closing_the_device_empties_it_without_counting_drops()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: htb default 10", "class add dev va parent 1: classid 1:10 htb rate 1000bps burst 1000 cburst 1000");
        bench.X(20, 100);

        bench.Namespace.CloseDevice(bench.Device);
        bench.Namespace.OpenDevice(bench.Device);
        bench.Q().ShouldBe("11/1100 drops 0 over 1 req 0 backlog 0/0");

        bench.X(5, 100);
        bench.Advance(10_000);
        bench.Device.Sent.Count.ShouldBe(16, "it works on afterwards");
    }

    [Fact]
    [Trait("rule", "QD-01")]
    [Trait("scenario", "G40")]
    public void Super_frame_passes_whole_and_pays_for_its_segments()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: htb default 10", "class add dev va parent 1: classid 1:10 htb rate 1000bps burst 1000 cburst 1000");

        bench.SuperFrame(5000, 1000);
        bench.SuperFrame(5000, 1000);

        bench.Class("1:10").ShouldStartWith("Sent 5210 bytes 5 pkt (dropped 0, overlimits 1 requeues 0) backlog 5210b");
        bench.Class("1:10").ShouldContain("lended: 1 ");
    }

    [Fact]
    [Trait("rule", "HTB-01")]
    [Trait("rule", "HTB-09")]
    public void Kernels_before_6_18_refuse_without_a_word()
    {
        using var bench = new ShapeBench(kernel: KernelProfile.Linux61);
        bench.Tc("qdisc add dev va root handle 1: htb");

        bench.Warned("class add dev va parent 1: classid 1:1 htb rate 100mbit").ShouldBe("");
        bench.Tc("class add dev va parent 1:1 classid 1:2 htb rate 100mbit");
        bench.Refused("class del dev va classid 1:1").ShouldBe("RTNETLINK answers: Device or resource busy");
    }

    [Fact]
    [Trait("rule", "HTB-10")]
    public void Tokens_are_shown_in_ticks_of_64_ns()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: htb", "class add dev va parent 1: classid 1:1 htb rate 8kbit burst 1600 cburst 1600");

        bench.Class("1:1").ShouldEndWith("tokens: 25000000 ctokens: 25000000");
    }

    [Fact]
    public void Thousand_classes_share_a_link_evenly()
    {
        // given
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: htb", "class add dev va parent 1: classid 1:1 htb rate 8mbit burst 1000 cburst 1000");
        for (var i = 0; i < 1000; i++) bench.Tc($"class add dev va parent 1:1 classid 1:{0x1000 + i:x} htb rate 8bit ceil 8mbit burst 1 cburst 1 quantum 1000");

        // when
        for (var i = 0; i < 3000; i++) bench.X(1, 1000, 0x10000 + 0x1000 + (uint)(i % 1000), (byte)(i % 1000 % 250));
        bench.Advance(2500);

        // then: each of the first thousand turns is another class's
        bench.Device.Sent.Count.ShouldBeInRange(2490, 2510);
        bench.Device.Marks.Take(2000).CountBy(m => m).ShouldAllBe(m => m.Value == 8);
    }
}
