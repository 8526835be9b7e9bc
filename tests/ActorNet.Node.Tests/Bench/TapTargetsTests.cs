using ActorNet.Node.Bench;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Bench;

public sealed class TapTargetsTests
{
    [Fact]
    public void A_ratio_is_one_of_medians_and_a_bound_is_met_when_it_is_reached()
    {
        TapFigure[] figures = [TapFigure.Of(TapMetric.Tcp, TapPaths.ActorNet, [1, 10, 11]), TapFigure.Of(TapMetric.Tcp, TapPaths.Kernel, [10, 2, 30])];

        TapTargets.Judge(figures).ShouldBe([new TapVerdict("tcp", "actornet", "kernel", 1.0, 1.0, AtLeast: true, Met: true)]);
    }

    [Fact]
    public void A_round_trip_must_be_short()
    {
        TapFigure[] figures = [TapFigure.Of(TapMetric.Ping, TapPaths.ActorNet, [90]), TapFigure.Of(TapMetric.Ping, TapPaths.Vde, [150])];

        var verdict = TapTargets.Judge(figures).ShouldHaveSingleItem();
        verdict.Value.ShouldBe(0.6, 1e-9);
        verdict.Met.ShouldBeFalse();
    }

    [Fact]
    public void Busy_loops_are_held_against_a_figure_of_their_own()
    {
        var verdict = TapTargets.Judge([TapFigure.Of(TapMetric.Ping, TapPaths.BusyPoll, [49])]).ShouldHaveSingleItem();

        verdict.ShouldBe(new TapVerdict("ping", "actornet-busy", null, 49, 50, AtLeast: false, Met: true));
    }

    [Fact]
    public void What_was_not_measured_is_not_judged() => TapTargets.Judge([TapFigure.Of(TapMetric.Pps, TapPaths.ActorNet, [400])]).ShouldBeEmpty();
}
