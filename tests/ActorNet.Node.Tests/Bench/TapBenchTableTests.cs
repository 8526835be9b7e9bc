using ActorNet.Node.Bench;
using ActorNet.Node.Cli;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Bench;

public sealed class TapBenchTableTests
{
    [Fact]
    public void Figures_ratios_and_targets_are_shown()
    {
        var text = Shown(load: 0.1, rounds: 5);

        text.ShouldContain("tcp      kernel     10.0     9.00 .. 11.0   Gbit/s");
        text.ShouldContain("tcp      actornet / kernel   0.91 x   at least 1.00 x   no");
        text.ShouldNotContain("busy");
        text.ShouldNotContain("fewer");
    }

    [Fact]
    public void A_busy_machine_and_few_rounds_are_said()
    {
        var text = Shown(load: 3, rounds: 1);

        text.ShouldContain("the machine was busy");
        text.ShouldContain("fewer than 5 rounds");
    }

    private static string Shown(double load, int rounds)
    {
        TapFigure[] figures = [TapFigure.Of(TapMetric.Tcp, TapPaths.ActorNet, [9.1]), TapFigure.Of(TapMetric.Tcp, TapPaths.Kernel, [9, 10, 11])];
        using var output = new StringWriter();
        var terminal = new Terminal(output, TextWriter.Null, outputIsScreen: false, errorIsScreen: false);
        TapBenchTable.Print(new TapBenchResult("6.18", 2, load, rounds, 3, figures, TapTargets.Judge(figures)), terminal.Tables());
        return output.ToString();
    }
}
