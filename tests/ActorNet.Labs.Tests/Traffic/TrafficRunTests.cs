using ActorNet.Labs.Traffic;
using ActorNet.Topology;
using Shouldly;
using Xunit;

namespace ActorNet.Labs.Tests.Traffic;

/// <summary>Traffic on the virtual clock against what the network is known to do.</summary>
public sealed class TrafficRunTests
{
    private const double Millisecond = 1e6;

    [Theory]
    [InlineData("")]
    [InlineData(" over ipv6")]
    public void Pings_come_back_after_exactly_the_delay_of_the_line(string over)
    {
        var result = Lab.Run(Lab.Line, ["ping alice -> bob count 5 interval 100ms" + over]).Flows[0];

        (result.Outcome, result.Sent, result.Received, result.Duplicates, result.Errors, result.Loss).ShouldBe((FlowOutcome.Done, 5, 5, 0, 0, 0));
        // The first one waits for the neighbour: a round trip more.
        result.ValueOf(FlowMetric.RoundTrip, new Statistic(StatisticKind.Min)).ShouldBe(20 * Millisecond);
        result.ValueOf(FlowMetric.RoundTrip, new Statistic(StatisticKind.Median)).ShouldBe(20 * Millisecond);
        result.ValueOf(FlowMetric.RoundTrip, new Statistic(StatisticKind.Max)).ShouldBe(40 * Millisecond);
    }

    [Fact]
    public void Udp_below_the_rate_arrives_in_full_at_its_pace()
    {
        var result = Lab.Run(Lab.Line, ["udp alice -> bob rate 1mbit size 1250b for 2s"]).Flows[0];

        // 100 datagrams a second, and those of the last moment still arrive.
        (result.Outcome, result.Sent, result.Received, result.Bytes, result.Loss, result.Reordered).ShouldBe((FlowOutcome.Done, 200, 200, 250_000, 0, 0));
        result.BitsPerSecond!.Value.ShouldBe(1e6, 20e3);
        result.ValueOf(FlowMetric.Delay, new Statistic(StatisticKind.Median)).ShouldBe(10 * Millisecond);
        result.Jitter!.Value.ShouldBeLessThan(Millisecond);
    }

    [Fact]
    public void Udp_above_the_rate_is_cut_down_to_it_and_waits_for_the_full_queue()
    {
        var report = Lab.Run(Lab.Shaped, ["flood: udp alice -> bob rate 20mbit size 1400b for 2s"], ["flood loss > 40%", "lab:ifb0 dropped > 1000", "lab drops.QdiscFull > 1000"]);

        report.IsMet.ShouldBeTrue();
        var result = report.Flows[0];
        // 10 Mbit/s on the wire of frames of 1442 bytes.
        result.BitsPerSecond!.Value.ShouldBeInRange(9.5e6, 9.9e6);
        result.ValueOf(FlowMetric.Delay, new Statistic(StatisticKind.Median))!.Value.ShouldBeInRange(45 * Millisecond, 65 * Millisecond);
        (result.Sent - result.Received).ShouldBe(report.Counters.Drops["QdiscFull"]);
        report.Counters.Devices[("lab", "ifb0")].QdiscDrops.ShouldBe(report.Counters.Drops["QdiscFull"]);
    }

    [Fact]
    public void Tcp_finds_the_rate()
    {
        var result = Lab.Run(Lab.Shaped, ["bulk: tcp alice -> bob 10mb"]).Flows[0];

        (result.Outcome, result.Bytes).ShouldBe((FlowOutcome.Done, 10 << 20));
        result.BitsPerSecond!.Value.ShouldBeInRange(7e6, 9.7e6);
        result.Retransmits!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Traffic_begins_at_its_time_and_runs_side_by_side()
    {
        var report = Lab.Run(Lab.Shaped, ["ping alice -> bob count 3 at 2s interval 100ms", "udp alice -> bob rate 1mbit for 3s at 1s", "tcp bob -> alice 1mb over ipv6"]);

        report.Flows.ShouldAllBe(f => f.Outcome == FlowOutcome.Done);
        report.Nanoseconds.ShouldBeInRange(4_000_000_000, 5_500_000_000);
    }

    [Fact]
    public void What_nobody_answers_fails()
    {
        // given: a link that is pulled before anything is sent
        var report = Lab.Run(Lab.Line + "schedule = \"at 0s: link left--right down\"", ["ping alice -> bob count 2 at 1s", "tcp alice -> bob 1kb at 1s", "udp alice -> bob rate 1mbit count 10 at 1s"], ["tcp-alice-bob done"]);

        report.Flows[0].ShouldSatisfyAllConditions(f => f.Outcome.ShouldBe(FlowOutcome.Failed), f => f.Loss.ShouldBe(100));
        report.Flows[1].Outcome.ShouldBe(FlowOutcome.Failed);
        report.Flows[2].ShouldSatisfyAllConditions(f => f.Received.ShouldBe(0), f => f.Delay.ShouldBeNull(), f => f.BitsPerSecond.ShouldBeNull());
        report.Verdicts[0].Judgement.ShouldBe(Judgement.NotMet);
    }

    [Fact]
    public void What_is_not_over_when_time_is_up_is_cut()
    {
        var report = Lab.Run(
            Lab.Shaped, ["tcp alice -> bob for 10s", "udp bob -> alice rate 1mbit for 10s", "ping alice -> bob at 5s"], options: new TrafficRunOptions { Until = 3_000_000_000 });

        report.Nanoseconds.ShouldBe(3_000_000_000);
        report.Flows.ShouldAllBe(f => f.Outcome == FlowOutcome.Cut);
        report.Flows[0].Why.ShouldBe("cut at 3s");
        report.Flows[0].BitsPerSecond!.Value.ShouldBeInRange(6e6, 9.9e6);
        report.Flows[1].Received!.Value.ShouldBeGreaterThan(250);
        report.Flows[1].Loss.ShouldBeNull();
        report.Flows[2].Why.ShouldBe("never began: cut at 3s");
    }

    [Fact]
    public void The_schedule_plays_meanwhile()
    {
        var report = Lab.Run(Lab.Line + "schedule = \"at 2s: link left--right delay 30ms\"", ["ping alice -> bob count 5 interval 1s"], ["ping-alice-bob rtt max == 60ms"]);

        report.IsMet.ShouldBeTrue(report.Verdicts[0].Got);
    }

    [Fact]
    public void Without_traffic_time_passes_until_it_is_up() => Lab.Run(Lab.Line, [], options: new TrafficRunOptions { Until = 90_000_000_000 }).Nanoseconds.ShouldBe(90_000_000_000);

    [Fact]
    public void Ecn_makes_the_sender_slow_down_without_a_loss()
    {
        // given
        var red = Lab.Shaped.Replace("root tbf rate 10mbit burst 16kb latency 50ms", "root handle 1: tbf rate 10mbit burst 16kb limit 200kb\", \"tc qdisc add dev ifb0 parent 1: red limit 200kb min 15kb max 60kb avpkt 1000 burst 30 ecn", StringComparison.Ordinal);

        // when
        var with = Lab.Run(red, ["bulk: tcp alice -> bob 2mb ecn"]).Flows[0];
        var without = Lab.Run(red, ["bulk: tcp alice -> bob 2mb"]).Flows[0];

        // then
        (with.Outcome, with.Retransmits).ShouldBe((FlowOutcome.Done, 0));
        with.Marked!.Value.ShouldBeGreaterThan(0);
        with.EcnReductions!.Value.ShouldBeGreaterThan(0);
        without.ShouldSatisfyAllConditions(f => f.Marked.ShouldBe(0), f => f.Retransmits!.Value.ShouldBeGreaterThan(0));
    }

    [Fact]
    public void Tcp_that_nothing_limits_is_as_fast_as_the_card_of_its_host()
    {
        var result = Lab.Run(Lab.Line.Replace(", both { delay = 10ms }", "", StringComparison.Ordinal), ["tcp alice -> bob for 100ms"]).Flows[0];

        result.Outcome.ShouldBe(FlowOutcome.Done);
        result.BitsPerSecond!.Value.ShouldBeInRange(9e9, 10.1e9);
        result.Retransmits.ShouldBe(0);
    }

    [Fact]
    public void A_silent_hour_costs_few_steps_and_no_frame()
    {
        // given
        var steps = 0;
        var frames = 0;
        using var lab = SimulatedLab.Start(Lab.Load(Lab.Line, ["ping alice -> bob count 1 at 1h"], ["ping-alice-bob done"]), new SimulationOptions { OnHop = _ => frames++ });

        // when
        TrafficRun.Run(lab, new TrafficRunOptions { OnProgress = _ => steps++ }).IsMet.ShouldBeTrue();

        // then: a look a second while nothing runs
        steps.ShouldBeLessThan(3700);
        frames.ShouldBeLessThan(200);
    }

    [Fact]
    public void Progress_is_told_and_the_run_can_be_given_up()
    {
        using var stop = new CancellationTokenSource();
        var seen = new List<TrafficProgress>();
        using var lab = SimulatedLab.Start(Lab.Load(Lab.Shaped, ["udp alice -> bob rate 1mbit for 1h"], []));

        Should.Throw<OperationCanceledException>(() => TrafficRun.Run(lab, new TrafficRunOptions { OnProgress = OnProgress }, stop.Token));

        seen.Count.ShouldBe(10);
        seen.Select(p => p.Nanoseconds).ShouldBeInOrder(SortDirection.Ascending);
        seen[^1].ShouldSatisfyAllConditions(p => p.Over.ShouldBe(0), p => p.Total.ShouldBe(1));

        void OnProgress(TrafficProgress progress)
        {
            seen.Add(progress);
            if (seen.Count == 10) stop.Cancel();
        }
    }

    [Fact]
    public void A_run_is_the_same_every_time()
    {
        string Run()
        {
            var report = Lab.Run(Lab.Line.Replace("delay = 10ms", "delay = 10ms, jitter = 3ms, loss = 2%", StringComparison.Ordinal), ["tcp alice -> bob 500kb", "udp bob -> alice rate 2mbit for 2s", "ping alice -> bob interval 50ms count 30"]);
            return string.Join('\n', report.Flows.Select(f => (f.Outcome, f.Received, f.Bytes, f.BitsPerSecond, f.Retransmits, f.Jitter, f.Reordered, f.ValueOf(FlowMetric.RoundTrip, new Statistic(StatisticKind.Mean))).ToString()));
        }

        Run().ShouldBe(Run());
    }
}
