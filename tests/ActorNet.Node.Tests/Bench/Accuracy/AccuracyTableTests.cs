using ActorNet.Node.Bench.Accuracy;
using ActorNet.Node.Cli;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Bench.Accuracy;

public sealed class AccuracyTableTests
{
    private static readonly AccuracyFigure Exact = new("delay", "netem delay 10ms", "p99", "ms", 10, 10, 0, ErrorUnits.Microseconds, 100);

    [Fact]
    public void What_is_exact_is_said_and_what_is_missed_too()
    {
        var text = Shown(new AccuracyResult("6.18", 2, 0.1, 2, 1, true, [Exact, Exact with { What = "p50", Path = AccuracyPaths.Tap, Got = 10.25, Error = 250 }], ["path 'kernel' was left out: no root"]));

        text.ShouldContain("p99    10.00 ms   10.00 ms   exact   100.00 us   yes");
        text.ShouldContain("p50    10.00 ms   10.25 ms   250.00 us   100.00 us   no");
        text.ShouldContain("virtual clock: 1 of 1 targets met; real time: 0 of 1.");
        text.ShouldContain("the same seed gave the same pattern again");
        text.ShouldContain("path 'kernel' was left out: no root");
        text.ShouldNotContain("busy");
    }

    [Fact]
    public void A_busy_machine_is_said_only_where_it_counts()
    {
        var virtualOnly = new AccuracyResult("6.18", 2, 5, 2, 1, null, [Exact], []);

        Shown(virtualOnly).ShouldNotContain("busy");
        Shown(virtualOnly with { Figures = [Exact with { Path = AccuracyPaths.Tap }] }).ShouldContain("the machine was busy");
    }

    [Fact]
    public void Only_the_virtual_clock_decides()
    {
        var missed = Exact with { Error = 101 };
        var result = new AccuracyResult("6.18", 2, 0, 2, 1, true, [missed with { Path = AccuracyPaths.Tap }], []);

        result.Passed.ShouldBeTrue();
        (result with { Figures = [missed] }).Passed.ShouldBeFalse();
        (result with { Repeats = false }).Passed.ShouldBeFalse();
        Shown(result with { Repeats = false }).ShouldContain("NOT REPEATED");
    }

    private static string Shown(AccuracyResult result)
    {
        using var output = new StringWriter();
        AccuracyTable.Print(result, new Terminal(output, TextWriter.Null, outputIsScreen: false, errorIsScreen: false).Tables());
        return output.ToString();
    }
}
