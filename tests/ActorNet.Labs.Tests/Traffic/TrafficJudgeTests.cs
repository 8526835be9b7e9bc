using ActorNet.Labs.Traffic;
using ActorNet.Topology;
using Shouldly;
using Xunit;

namespace ActorNet.Labs.Tests.Traffic;

public sealed class TrafficJudgeTests
{
    private static readonly TrafficCounters NoCounters = new(new Dictionary<(string, string), DeviceReading>(), new Dictionary<string, long>(StringComparer.Ordinal));

    private static Verdict Judge(string expect, Func<FlowResult, FlowResult> measured, TrafficCounters? counters = null)
    {
        var topology = Lab.Load(Lab.Shaped, ["voice: udp alice -> bob rate 1mbit for 1s"], [expect]);
        var result = measured(new FlowResult { Flow = topology.Traffic[0], Outcome = FlowOutcome.Done });
        return TrafficJudge.Judge(topology.Expectations, [result], counters ?? NoCounters).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("voice loss <= 1%", 99, Judgement.Met, "1%")]
    [InlineData("voice loss < 1%", 99, Judgement.NotMet, "1%")]
    [InlineData("voice received >= 99", 99, Judgement.Met, "99")]
    [InlineData("voice received == 100", 99, Judgement.NotMet, "99")]
    [InlineData("voice loss within 10% of 1%", 99, Judgement.Met, "1%")]
    [InlineData("voice loss between 2% and 3%", 99, Judgement.NotMet, "1%")]
    public void A_value_lies_within_its_bound_or_not(string expect, long received, Judgement judgement, string got)
    {
        var verdict = Judge(expect, r => r with { Sent = 100, Received = received });

        (verdict.Judgement, verdict.Got).ShouldBe((judgement, got));
    }

    [Fact]
    public void Copies_never_make_a_loss_negative() => Judge("voice loss == 0%", r => r with { Sent = 5, Received = 6 }).Judgement.ShouldBe(Judgement.Met);

    [Fact]
    public void A_value_that_is_not_there_is_not_met_and_says_why()
    {
        var silent = Judge("voice delay max < 1s", r => r);
        var cut = Judge("voice loss <= 100%", r => r with { Outcome = FlowOutcome.Cut, Why = "cut at 5s" });

        (silent.Judgement, silent.Got).ShouldBe((Judgement.NotMet, "nothing was measured"));
        (cut.Judgement, cut.Got).ShouldBe((Judgement.NotMet, "cut at 5s"));
    }

    [Fact]
    public void What_cannot_be_measured_is_neither_met_nor_failed()
    {
        var verdict = Judge("voice delay p99 < 1ms", r => r with { NotMeasured = new Dictionary<FlowMetric, string> { [FlowMetric.Delay] = "no clock in common" } });

        (verdict.Judgement, verdict.Got).ShouldBe((Judgement.Skipped, "no clock in common"));
    }

    [Fact]
    public void Done_is_done_and_otherwise_says_why_not()
    {
        Judge("voice done", r => r).ShouldSatisfyAllConditions(v => v.Judgement.ShouldBe(Judgement.Met), v => v.Got.ShouldBe("done"));
        Judge("voice done", r => r with { Outcome = FlowOutcome.Failed, Why = "refused" }).ShouldSatisfyAllConditions(v => v.Judgement.ShouldBe(Judgement.NotMet), v => v.Got.ShouldBe("refused"));
    }

    [Theory]
    [InlineData("lab:ifb0 tx-packets == 5", Judgement.Met, "5")]
    [InlineData("lab:ifb0 tx-bytes > 5b", Judgement.Met, "6b")]
    [InlineData("lab:ifb0 dropped == 111", Judgement.Met, "111")]
    [InlineData("lab:ifb0 queued == 0", Judgement.NotMet, "12")]
    [InlineData("lab drops == 7", Judgement.Met, "7")]
    [InlineData("lab drops.QdiscFull == 3", Judgement.Met, "3")]
    [InlineData("lab drops.TcVerdict == 0", Judgement.Met, "0")]
    [InlineData("lab:bob rx-packets == 0", Judgement.NotMet, "the device is gone")]
    public void Counters_are_judged_as_they_rose(string expect, Judgement judgement, string got)
    {
        var reading = new DeviceReading(1, 2, 3, 1, 5, 6, 7, 10, 9, 100, 11, 12);
        var counters = new TrafficCounters(
            new Dictionary<(string, string), DeviceReading> { [("lab", "ifb0")] = reading }, new Dictionary<string, long>(StringComparer.Ordinal) { ["QdiscFull"] = 3, ["NoMemory"] = 4 });

        var verdict = Judge(expect, r => r, counters);

        (verdict.Judgement, verdict.Got).ShouldBe((judgement, got));
    }

    [Fact]
    public void A_report_is_met_unless_an_expectation_is_disappointed()
    {
        var topology = Lab.Load(Lab.Shaped, ["voice: udp alice -> bob rate 1mbit for 1s"], ["voice done", "voice delay max < 1s", "voice received == 1"]);
        var result = new FlowResult { Flow = topology.Traffic[0], Outcome = FlowOutcome.Done, Received = 1, NotMeasured = new Dictionary<FlowMetric, string> { [FlowMetric.Delay] = "" } };

        TrafficReport.Of(topology, [result], NoCounters, 0).IsMet.ShouldBeTrue();
        TrafficReport.Of(topology, [result with { Received = 2 }], NoCounters, 0).IsMet.ShouldBeFalse();
    }

    [Fact]
    public void Counters_rise_from_one_moment_to_another()
    {
        // given: a counter that went on, one whose qdisc was made anew, a gauge, and a device that is new
        var then = new TrafficCounters(
            new Dictionary<(string, string), DeviceReading> { [("lab", "a")] = new(10, 0, 0, 0, 0, 0, 0, 0, 50, 0, 0, 9) }, new Dictionary<string, long>(StringComparer.Ordinal) { ["QdiscFull"] = 5, ["NoMemory"] = 1 });
        var now = new TrafficCounters(
            new Dictionary<(string, string), DeviceReading> { [("lab", "a")] = new(15, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 3), [("lab", "b")] = new(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) },
            new Dictionary<string, long>(StringComparer.Ordinal) { ["QdiscFull"] = 8, ["NoMemory"] = 1 });

        // when
        var rise = now.Since(then);

        // then
        var a = rise.Devices[("lab", "a")];
        (a.RxPackets, a.QdiscPackets, a.Queued).ShouldBe((5, 7, 3));
        rise.Devices[("lab", "b")].RxPackets.ShouldBe(2);
        rise.Drops.ShouldBe(new Dictionary<string, long>(StringComparer.Ordinal) { ["QdiscFull"] = 3 });
    }
}
