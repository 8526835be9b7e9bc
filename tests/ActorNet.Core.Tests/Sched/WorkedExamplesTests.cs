using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

/// <summary>The rules' worked examples of a virtual clock (D.11), and the grain of time.</summary>
public sealed class WorkedExamplesTests
{
    [Fact]
    [Trait("rule", "VT-01")]
    [Trait("rule", "TBF-04")]
    public void Tokens_of_three_frames_then_one_frame_each_three_tenths_of_a_second()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root tbf rate 8kbit burst 1000 limit 3000");

        bench.X(20, 300).ShouldBe(13);
        bench.Q().ShouldStartWith("3/900 drops 7 ");
        bench.Root.QLen.ShouldBe(10);
        bench.Advance(10_000);

        bench.Departures.Select(ms => Math.Round(ms, 2)).ShouldBe([0, 0, 0, 200, 500, 800, 1100, 1400, 1700, 2000, 2300, 2600, 2900]);
    }

    [Fact]
    [Trait("rule", "VT-03")]
    [Trait("rule", "TBF-03")]
    public void Peak_rate_paces_the_burst_and_the_rate_what_follows()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root tbf rate 80kbit burst 10000 limit 100000 peakrate 160kbit mtu 1514");

        bench.X(60, 500).ShouldBe(60);
        bench.Advance(10_000);

        var at = bench.Departures.ToArray();
        at.Length.ShouldBe(60);
        at.Count(ms => ms < 0.001).ShouldBe(3, "the peak bucket holds three frames");
        var gaps = at.Zip(at.Skip(1), (a, b) => b - a).ToArray();
        gaps[2].ShouldBe(24.3, 0.01);
        gaps[3..35].ShouldAllBe(gap => Math.Abs(gap - 25) < 0.01);
        gaps[38..].ShouldAllBe(gap => Math.Abs(gap - 50) < 0.01);
    }

    [Fact]
    [Trait("rule", "QD-12")]
    public void Watchdogs_fire_to_the_nanosecond_not_at_ticks_of_a_clock()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root tbf rate 62216bit burst 1514 limit 100000");

        bench.X(3, 1000).ShouldBe(3);
        bench.Advance(1000);

        // The bucket is kept in ticks of 64 ns; 7777 bytes a second.
        var second = bench.Device.Sent[1].At - bench.Started;
        second.ShouldBeInRange((486L * 1_000_000_000 / 7777) - 64, (486L * 1_000_000_000 / 7777) + 64);
        (bench.Device.Sent[2].At - bench.Device.Sent[1].At).ShouldBeInRange((1000L * 1_000_000_000 / 7777) - 2, (1000L * 1_000_000_000 / 7777) + 2);
    }

    [Fact]
    [Trait("rule", "QD-05")]
    public void Sender_is_told_of_a_refusal_and_takes_congestion_and_theft_for_success()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root pfifo limit 0");
        bench.Device.SendFromSocket(bench.Lab.Frame(100)).ShouldBe(Errno.ENOBUFS);

        bench.Tc("qdisc add dev va clsact", "filter add dev va egress protocol all prio 1 matchall action gact trap");
        bench.Device.SendFromSocket(bench.Lab.Frame(100)).ShouldBe(Errno.None);
        bench.Tc("filter del dev va egress", "filter add dev va egress protocol all prio 1 matchall action gact drop");
        bench.Device.SendFromSocket(bench.Lab.Frame(100)).ShouldBe(Errno.ENOBUFS);

    }

    [Fact]
    [Trait("rule", "QD-05")]
    [Trait("rule", "QD-08")]
    public void Noop_swallows_the_frame_and_the_sender_takes_it_for_sent()
    {
        using var bench = new QdiscBench();
        var device = new Unplugged();
        bench.Namespace.Register(device);
        bench.Namespace.OpenDevice(device);
        device.Unplug();
        bench.Lab.Advance(2_000_000_000);

        device.SendFromSocket(bench.Lab.Frame(100)).ShouldBe(Errno.None);

        device.GetStats().TxDropped.ShouldBe(1);
        device.Tried.ShouldBe(0);
    }

    /// <summary>A device whose carrier goes.</summary>
    private sealed class Unplugged() : NetDevice("u0")
    {
        public override string Kind => "unplugged";

        public int Tried { get; private set; }

        public void Unplug() => SetCarrier(on: false);

        protected override TxStatus StartXmit(SkBuff skb, TxQueue queue)
        {
            Tried++;
            skb.Free(DropReason.Sink);
            return TxStatus.Ok;
        }
    }
}
