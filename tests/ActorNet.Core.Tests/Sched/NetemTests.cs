using ActorNet.Core.Frames;
using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class NetemTests
{
    [Fact]
    [Trait("rule", "NETEM-03")]
    [Trait("rule", "NETEM-06")]
    public void Delay_is_exact_and_keeps_order()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root netem delay 10ms");

        bench.X(1, 100, mark: 1);
        bench.Advance(4);
        bench.X(2, 100, mark: 2);
        bench.Advance(100);

        bench.Departures.ShouldBe([10, 14, 14]);
        bench.Device.Marks.ShouldBe([1, 2, 2]);
    }

    [Fact]
    [Trait("rule", "NETEM-10")]
    public void Limit_counts_what_is_held_and_a_change_keeps_it()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: netem delay 100s");
        bench.X(5, 100).ShouldBe(5);

        bench.Tc("qdisc change dev va root handle 1: netem delay 100s limit 8");
        bench.X(5, 100).ShouldBe(3);

        bench.Q().ShouldBe("0/0 drops 2 over 0 req 0 backlog 8/800");
    }

    [Fact]
    [Trait("rule", "NETEM-01")]
    public void Lost_frames_count_as_drops_and_the_sender_does_not_know()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root netem loss 100%");

        bench.X(5, 100).ShouldBe(5);

        bench.Q().ShouldBe("0/0 drops 5 over 0 req 0 backlog 0/0");
    }

    [Fact]
    [Trait("rule", "NETEM-01")]
    public void Duplicates_are_counted_and_not_duplicated_again()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root netem duplicate 100%");

        bench.X(5, 100).ShouldBe(5);

        bench.Q().ShouldBe("10/1000 drops 0 over 0 req 0 backlog 0/0");
    }

    [Fact]
    [Trait("rule", "NETEM-01")]
    public void Duplicate_of_a_lost_frame_is_what_arrives()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root netem loss 100% duplicate 100%");

        bench.X(9, 100);

        bench.Q().ShouldBe("9/900 drops 0 over 0 req 0 backlog 0/0");
    }

    [Fact]
    [Trait("rule", "NETEM-10")]
    public void Two_emulators_of_6_18_do_not_copy_each_others_copies()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 1: netem duplicate 100%", "qdisc add dev va parent 1:1 handle 10: netem duplicate 100%");

        bench.X(1, 100);

        // The frame and its copy; the child copies the frame once more, at the root, and copies no copy.
        bench.Device.Sent.Count.ShouldBe(3);
    }

    [Fact]
    [Trait("rule", "NETEM-10")]
    public void Emulator_of_6_1_that_duplicates_must_be_the_only_one()
    {
        using var bench = new ShapeBench(kernel: KernelProfile.Linux61);
        bench.Tc("qdisc add dev va root handle 1: netem delay 10ms");
        const string Refusal = "Error: netem: cannot mix duplicating netems with other netems in tree.";

        bench.Refused("qdisc add dev va parent 1:1 handle 10: netem duplicate 1%").ShouldBe(Refusal);
        bench.Tc("qdisc add dev va parent 1:1 handle 10: netem delay 1ms", "qdisc add dev va parent 10:1 handle 12: netem loss 1%");
        bench.Refused("qdisc change dev va parent 10:1 handle 12: netem duplicate 1%").ShouldBe(Refusal);
        bench.Tc("qdisc show dev va").ShouldContain("qdisc netem 12: parent 10:1 limit 1000\n", customMessage: "loss, which the refused command did not name, is gone, as observed");
    }

    [Fact]
    [Trait("rule", "NETEM-04")]
    public void Every_gap_th_frame_overtakes()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root netem delay 100s reorder 100% gap 3");

        bench.X(9, 100);

        bench.Q().ShouldBe("3/300 drops 0 over 0 req 3 backlog 6/600");
    }

    [Fact]
    [Trait("rule", "NETEM-05")]
    public void Rate_paces_frames_one_behind_the_other()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root netem rate 8kbit");

        bench.X(3, 100);
        bench.Advance(1000);
        bench.X(1, 50);
        bench.Advance(1000);

        bench.Departures.ShouldBe([100, 200, 300, 1050]);
    }

    [Theory]
    [Trait("rule", "NETEM-05")]
    [InlineData("rate 8kbit 20", 120)]
    [InlineData("rate 8kbit -20", 80)]
    [InlineData("rate 8kbit 0 48 5", 159)]
    [InlineData("rate 8kbit 44 48 5", 159)]
    [InlineData("delay 50ms rate 8kbit", 150)]
    public void Rate_counts_overhead_and_cells(string options, double leavesAt)
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root netem " + options);

        bench.X(1, 100);
        bench.Advance(1000);

        bench.Departures.ShouldBe([leavesAt]);
    }

    [Fact]
    [Trait("rule", "NETEM-05")]
    public void Delay_and_rate_overlap_for_frames_that_wait_already()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root netem delay 50ms rate 8kbit");

        bench.X(3, 100);
        bench.Advance(1000);

        bench.Departures.ShouldBe([150, 250, 350]);
    }

    [Fact]
    [Trait("rule", "NETEM-06")]
    public void Child_gets_frames_when_they_are_due_and_its_drops_count()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root handle 4: netem delay 1ms", "qdisc add dev va parent 4:1 handle 40: tbf rate 800bit burst 1000 limit 300");

        for (var i = 0; i < 20; i++)
        {
            bench.X(1, 100);
            bench.Advance(0.01);
        }

        bench.Advance(100);

        bench.Q().ShouldBe("10/1000 drops 7 over 0 req 0 backlog 3/300");
        bench.Advance(10_000);
        bench.Q().ShouldBe("13/1300 drops 7 over 0 req 0 backlog 0/0");
    }

    [Fact]
    [Trait("rule", "NETEM-07")]
    public void Slot_opens_for_so_many_frames_at_a_time()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root netem delay 1ms slot 10s packets 3");

        bench.X(9, 100);
        bench.Advance(60_000);

        // The frames are due after the first slot began, so that one is given up.
        var at = bench.Departures.Select(d => Math.Round(d / 1000, 1)).ToArray();
        at.CountBy(t => t).Select(g => g.Value).ShouldBe([3, 3, 3]);
        at.Distinct().Zip(at.Distinct().Skip(1), (a, b) => b - a).ShouldAllBe(gap => gap >= 10);
    }

    [Fact]
    [Trait("rule", "NETEM-01")]
    public void Corruption_turns_one_bit_and_completes_the_checksum_first()
    {
        // given
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root netem corrupt 100%");
        var packet = new TestPacket { Udp = true, PayloadLength = 200 };
        var plain = packet.ToPlainSkb(bench.Lab.Pool);
        Checksum.Complete(plain, bench.Lab.Pool).ShouldBeTrue();
        var before = plain.Frame.ToArray();
        plain.Free(DropReason.Consumed);
        var changed = new List<int>();

        // when
        for (var i = 0; i < 50; i++)
        {
            var skb = packet.ToPlainSkb(bench.Lab.Pool);
            skb.Data = skb.MacHeader;
            skb.QdiscPktLen = skb.Length;
            bench.Root.Enqueue(skb, bench.Lab.Now).ShouldBe(XmitResult.Success);
            var got = bench.Root.Dequeue(bench.Lab.Now)!;
            changed.Add(before.Zip(got.Frame.ToArray(), (a, b) => System.Numerics.BitOperations.PopCount((uint)(a ^ b))).Sum());
            got.Free(DropReason.Consumed);
        }

        // then
        changed.ShouldAllBe(bits => bits == 1);
    }

    [Fact]
    [Trait("rule", "NETEM-01")]
    [Trait("rule", "QD-01")]
    public void Super_frame_that_is_to_be_corrupted_is_cut_first()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root netem corrupt 100%");

        bench.SuperFrame(5000, 1000).ShouldBe(Errno.None);

        bench.Q().ShouldBe("5/5210 drops 0 over 0 req 0 backlog 0/0");
    }

    [Fact]
    [Trait("rule", "NETEM-10")]
    public void Parents_account_follows_segments_duplicates_and_losses()
    {
        using var bench = new ShapeBench();
        bench.Tc(
            "qdisc add dev va root handle 1: htb default 10",
            "class add dev va parent 1: classid 1:10 htb rate 1gbit burst 1m cburst 1m",
            "qdisc add dev va parent 1:10 handle 10: netem delay 10ms corrupt 50% loss 20% duplicate 20% limit 40");

        for (var i = 0; i < 20; i++) bench.SuperFrame(5000, 1000);
        bench.Root.QLen.ShouldBe(bench.At(0x10).QLen);
        bench.Root.Backlog.ShouldBe(bench.At(0x10).Backlog);
        bench.Advance(1000);

        bench.Root.QLen.ShouldBe(0);
        bench.Root.Backlog.ShouldBe(0);
    }

    [Fact]
    [Trait("rule", "NETEM-02")]
    public void Same_seed_same_losses()
    {
        static byte[] Passed(string seed)
        {
            using var bench = new ShapeBench();
            bench.Tc("qdisc add dev va root netem loss 30% 10% " + seed);
            for (var i = 0; i < 200; i++) bench.X(1, 100, mark: (byte)i);
            return [.. bench.Device.Marks];
        }

        Passed("seed 42").ShouldBe(Passed("seed 42"));
        Passed("seed 42").ShouldNotBe(Passed("seed 43"));
        Passed("").ShouldBe(Passed(""), "the box has a seed of its own");
    }

    [Fact]
    [Trait("rule", "NETEM-01")]
    public void Ecn_marks_instead_of_losing_and_counts_a_drop()
    {
        using var bench = new ShapeBench();
        bench.Tc("qdisc add dev va root netem loss 100% ecn");
        var packet = new TestPacket { Udp = true, PayloadLength = 100 };
        var skb = packet.ToPlainSkb(bench.Lab.Pool);
        skb.Data = skb.MacHeader;
        var header = skb.Frame[14..34];
        header[1] |= 2;
        header[10] = header[11] = 0;
        var sum = Checksum.Fold(Checksum.Partial(header));
        (header[10], header[11]) = ((byte)(sum >> 8), (byte)sum);
        skb.QdiscPktLen = skb.Length;

        bench.Root.Enqueue(skb, bench.Lab.Now);
        var got = bench.Root.Dequeue(bench.Lab.Now).ShouldNotBeNull();

        (got.Frame[15] & 3).ShouldBe(3);
        Checksum.Fold(Checksum.Partial(got.Frame[14..34])).ShouldBe((ushort)0);
        bench.Root.Stats.Drops.ShouldBe(1);
        got.Free(DropReason.Consumed);
        bench.X(3, 100);
        bench.Q().ShouldStartWith("1/142 drops 4");
    }
}
