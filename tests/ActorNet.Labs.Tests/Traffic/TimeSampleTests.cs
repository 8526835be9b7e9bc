using ActorNet.Labs.Traffic;
using ActorNet.Topology;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Labs.Tests.Traffic;

public sealed class TimeSampleTests
{
    private static double? P(TimeSample sample, double percent) => sample.ValueOf(new Statistic(StatisticKind.Percentile, percent));

    [Fact]
    public void Numbers_stand_for_many_times()
    {
        // given
        var sample = TimeSample.Of([50, 10, 40, 20]).ShouldNotBeNull();

        // then
        sample.ValueOf(new Statistic(StatisticKind.Min)).ShouldBe(10);
        sample.ValueOf(new Statistic(StatisticKind.Max)).ShouldBe(50);
        sample.ValueOf(new Statistic(StatisticKind.Mean)).ShouldBe(30);
        sample.ValueOf(new Statistic(StatisticKind.Median)).ShouldBe(30);
        (P(sample, 25), P(sample, 26), P(sample, 99)).ShouldBe((10, 20, 50));
    }

    [Fact]
    public void Of_nothing_there_is_no_sample() => TimeSample.Of([]).ShouldBeNull();

    [Fact]
    public void A_mean_that_is_told_goes_before_that_of_a_choice() => TimeSample.Of([1, 2, 3], 17).ShouldNotBeNull().ValueOf(new Statistic(StatisticKind.Mean)).ShouldBe(17);

    [Fact]
    public void A_summary_has_what_was_told_and_nothing_else()
    {
        var sample = TimeSample.OfSummary(5, 7);

        (sample.ValueOf(new Statistic(StatisticKind.Min)), sample.ValueOf(new Statistic(StatisticKind.Mean))).ShouldBe((5, 7));
        sample.ValueOf(new Statistic(StatisticKind.Median)).ShouldBeNull();
        sample.ValueOf(new Statistic(StatisticKind.Max)).ShouldBeNull();
        P(sample, 99).ShouldBeNull();
    }

    [Fact]
    public void A_percentile_is_the_smallest_time_that_so_many_percent_do_not_exceed()
    {
        var cases =
            from times in Gen.Choose(0, 1000).Select(t => (long)t).NonEmptyListOf()
            from percent in Gen.Choose(1, 99)
            select (Times: times.ToArray(), Percent: percent);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var expected = c.Times.Order().First(t => 100.0 * c.Times.Count(other => other <= t) / c.Times.Length >= c.Percent);
            return P(TimeSample.Of(c.Times)!, c.Percent)!.Value.Equals((double)expected);
        }));
    }
}
