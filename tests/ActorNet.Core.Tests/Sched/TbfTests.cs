using ActorNet.Core.Devices;
using ActorNet.Core.Sched;
using ActorNet.Core.Tests.Frames;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

public sealed class TbfTests
{
    [Fact]
    [Trait("rule", "TBF-04")]
    public void Full_bucket_passes_burst_over_length_frames_G21()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root tbf rate 800bit burst 1000 limit 3000");

        bench.X(60, 100).ShouldBe(40);

        bench.Q().ShouldBe("10/1000 drops 20 over 50 req 0 backlog 30/3000");
    }

    [Fact]
    [Trait("rule", "TBF-02")]
    public void Frame_longer_than_the_bucket_is_dropped_G22()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root tbf rate 800bit burst 1000 limit 3000");

        bench.X(5, 1000);
        bench.X(2, 1001);

        bench.Q().ShouldBe("1/1000 drops 3 over 6 req 0 backlog 3/3000");
    }

    [Fact]
    [Trait("rule", "TBF-06")]
    public void Overhead_and_mpu_cost_tokens_only_G23()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root tbf rate 800bit burst 1600 limit 1000 overhead 100 mpu 500");

        bench.X(40, 100);

        bench.Q().ShouldBe("3/300 drops 27 over 37 req 0 backlog 10/1000");
    }

    [Fact]
    [Trait("rule", "TBF-01")]
    [Trait("rule", "TBF-08")]
    [Trait("rule", "QD-06")]
    public void Change_refills_the_bucket_and_keeps_the_backlog_G24()
    {
        // given
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 800bit burst 1514 limit 100000");
        bench.X(1, 1514);
        bench.X(20, 100);
        bench.Q().ShouldBe("1/1514 drops 0 over 20 req 0 backlog 20/2000");

        // when the limit falls below the backlog
        bench.Tc("qdisc change dev va root handle 1: tbf rate 800bit burst 1514 limit 500");

        // then nothing is lost, and with the next wake-up 15 frames leave on the new tokens
        bench.Q().ShouldBe("1/1514 drops 0 over 20 req 0 backlog 20/2000");
        bench.Advance(1000);
        bench.X(1, 100).ShouldBe(0);
        bench.Q().ShouldBe("16/3014 drops 1 over 22 req 0 backlog 5/500");

        // when it is replaced, its backlog is freed without a count
        bench.Tc("qdisc replace dev va root handle 2: pfifo limit 10");
        bench.Q().ShouldBe("0/0 drops 0 over 0 req 0 backlog 0/0");
        bench.Device.Sent.Count.ShouldBe(16);
    }

    [Fact]
    [Trait("rule", "TBF-02")]
    public void Drops_of_the_child_count_on_both_G24b()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 800bit burst 1514 limit 100000", "qdisc add dev va parent 1:1 handle 10: pfifo limit 3");

        bench.X(1, 1514);
        bench.X(10, 100);

        bench.Q().ShouldBe("1/1514 drops 7 over 10 req 0 backlog 3/300");
        bench.Q(((TbfQdisc)bench.Root).Child).ShouldBe("1/1514 drops 7 over 0 req 0 backlog 3/300");
    }

    [Fact]
    [Trait("rule", "TBF-03")]
    public void Frames_leave_when_tokens_cover_them_VT01()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root tbf rate 1000bps burst 1000 limit 3000");

        bench.X(20, 300);
        bench.Q().ShouldBe("3/900 drops 7 over 17 req 0 backlog 10/3000");
        bench.Advance(10_000);

        bench.Departures.ShouldBe([0, 0, 0, 200, 500, 800, 1100, 1400, 1700, 2000, 2300, 2600, 2900]);
        bench.Device.Marks.ShouldBe(Enumerable.Range(0, 13).Select(i => (byte)i));
    }

    [Fact]
    [Trait("rule", "TBF-03")]
    public void Peak_rate_paces_the_burst_VT03()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root tbf rate 10000bps burst 10000 limit 100000 peakrate 20000bps mtu 1514");

        bench.X(60, 500);
        bench.Advance(5000);

        var at = bench.Departures.ToArray();
        at[..3].ShouldBe([0, 0, 0]);
        var gaps = at.Skip(3).Zip(at.Skip(4), (a, b) => Math.Round(b - a, 3)).ToArray();
        gaps[..20].ShouldAllBe(g => g == 25);
        gaps[^15..].ShouldAllBe(g => g == 50);
        gaps.ShouldAllBe(g => g >= 25 && g <= 50);
    }

    [Fact]
    [Trait("rule", "TBF-03")]
    public void Frame_k_leaves_after_k_minus_2_slots_VT04_G52()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root tbf rate 100000bps burst 2000 limit 100000");

        bench.X(50, 1000);
        bench.Advance(1000);

        bench.Departures.Select((at, i) => at - (Math.Max(0, i + 1 - 2) * 10)).ShouldAllBe(error => error == 0);
        bench.Device.Sent.Count.ShouldBe(50);
    }

    [Fact]
    [Trait("rule", "TBF-05")]
    public void Wake_up_at_the_deadline_always_finds_enough_tokens()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root tbf rate 1000bps burst 1000 limit 3000");
        bench.X(13, 300);
        var before = bench.Root.Stats.Overlimits;

        bench.Advance(10_000);

        // Each wake-up sends one frame and then finds too few tokens for the next, but for the last one.
        (bench.Root.Stats.Overlimits - before).ShouldBe(9);
    }

    [Fact]
    [Trait("rule", "TBF-01")]
    public void Idle_time_fills_no_more_than_the_bucket()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root tbf rate 1000bps burst 1000 limit 3000");
        bench.X(3, 300);

        bench.Advance(60_000);
        bench.X(10, 100);

        bench.Device.Sent.Count.ShouldBe(13);
        bench.X(1, 100);
        bench.Device.Sent.Count.ShouldBe(13);
    }

    [Theory]
    [Trait("rule", "TBF-08")]
    [InlineData("rate 8kbit burst 1000 limit 3000 peakrate 8kbit mtu 1514")]
    [InlineData("rate 8kbit burst 1000 limit 3000 peakrate 7kbit mtu 1514")]
    public void Peak_rate_must_exceed_the_rate(string options)
    {
        using var bench = new QdiscBench();

        bench.Refused("qdisc add dev va root tbf " + options).ShouldBe("Invalid argument");
        bench.Root.Kind.ShouldBe("pfifo_fast");
    }

    [Fact]
    [Trait("rule", "TBF-08")]
    public void Grafting_purges_the_old_child_and_a_deleted_child_refuses_frames()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 800bit burst 1514 limit 100000");
        bench.X(1, 1514);
        bench.X(5, 100);

        bench.Tc("qdisc add dev va parent 1:1 handle 10: pfifo limit 3");
        bench.Root.QLen.ShouldBe(0);
        bench.X(5, 100).ShouldBe(3);
        bench.Tc("qdisc del dev va parent 1:1");
        bench.X(2, 100).ShouldBe(2, "the noop discipline frees them but reports congestion only");

        bench.Root.QLen.ShouldBe(0);
        bench.Root.Stats.Drops.ShouldBe(12, "purged 5 and 3, refused 2 and 2");
        bench.Tc("qdisc change dev va root tbf rate 800bit burst 1514 limit 100000");
        bench.X(1, 1514);
        bench.Device.Sent.Count.ShouldBe(2, "a change gives it a queue again");
    }

    [Fact]
    public void Shaper_inside_a_shaper_obeys_both()
    {
        using var bench = new QdiscBench();
        bench.Tc(
            "qdisc add dev va root handle 1: tbf rate 10000bps burst 1000 limit 100000",
            "qdisc add dev va parent 1:1 handle 2: tbf rate 1000bps burst 1000 limit 100000");

        bench.X(5, 1000);
        bench.Advance(10_000);

        bench.Departures.ShouldBe([0, 1000, 2000, 3000, 4000]);
        bench.Q(((TbfQdisc)bench.Root).Child).ShouldStartWith("5/5000 drops 0");
    }

    [Fact]
    [Trait("rule", "QD-06")]
    public void Closing_the_device_empties_it_without_counting_drops()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root tbf rate 800bit burst 1514 limit 100000");
        bench.X(1, 1514);
        bench.X(3, 1000);

        bench.Namespace.CloseDevice(bench.Device);
        bench.Namespace.OpenDevice(bench.Device);
        bench.Advance(60_000);

        bench.Q().ShouldBe("1/1514 drops 0 over 3 req 0 backlog 0/0");
        bench.Device.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [Trait("rule", "TBF-02")]
    [Trait("rule", "QD-01")]
    [InlineData("burst 10000", "5/5210 drops 0", 1)]
    [InlineData("burst 1514", "5/5210 drops 0", 5)]
    [InlineData("burst 1000", "0/0 drops 1", 0)]
    public void Super_frame_is_cut_when_the_bucket_cannot_hold_it_but_its_segments_G40(string burst, string expected, int frames)
    {
        // given a device that takes super-frames
        using var bench = new QdiscBench();
        var dummy = new DummyDevice("d0");
        bench.Namespace.Register(dummy);
        bench.Namespace.OpenDevice(dummy);
        bench.Tc("qdisc add dev d0 root tbf rate 1gbit " + burst + " limit 100000");
        var packet = new TestPacket { Udp = true, PayloadLength = 5000, GsoSize = 1000 };

        // when
        bench.Lab.Inject(dummy, packet.ToSkb(bench.Lab.Pool));
        bench.Advance(1000);

        // then
        bench.Q(dummy.RootQdisc).ShouldStartWith(expected);
        var stats = dummy.GetStats();
        stats.TxPackets.ShouldBe(frames);
        stats.TxBytes.ShouldBe(frames == 5 ? 5210 : 5042 * frames);
    }
}
