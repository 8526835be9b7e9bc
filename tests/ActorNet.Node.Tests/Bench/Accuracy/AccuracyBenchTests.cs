using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ActorNet.Node.Cli;
using ActorNet.Node.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Bench.Accuracy;

/// <summary>The program itself. On the virtual clock its numbers are ours; in real time they are the machine's business, and that it measures and leaves nothing is ours.</summary>
public sealed class AccuracyBenchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task On_the_virtual_clock_every_target_is_met_and_delays_and_rates_are_exact()
    {
        var outcome = await InProcess.RunAsync("bench", "accuracy", "--paths", "virtual", "--seconds", "1", "--json");

        outcome.ExitCode.ShouldBe(ExitCodes.Done, outcome.ToString());
        using var report = JsonDocument.Parse(outcome.Output);
        var figures = report.RootElement.GetProperty("figures").EnumerateArray().ToArray();
        figures.ShouldAllBe(f => f.GetProperty("met").GetBoolean());
        figures.Select(f => f.GetProperty("part").GetString()).Distinct().ShouldBe(["delay", "loss", "rate"]);
        var single = figures.Where(f => f.GetProperty("what").GetString() is "p99" or "rate" && IsConstant(f.GetProperty("qdisc").GetString()!)).ToArray();
        single.Length.ShouldBeGreaterThanOrEqualTo(8);
        single.ShouldAllBe(f => f.GetProperty("error").GetDouble() == 0);
        report.RootElement.GetProperty("repeats").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Same_seed_gives_the_same_report_and_another_seed_another_one()
    {
        var first = await InProcess.RunAsync("bench", "accuracy", "loss", "--paths", "virtual", "--seed", "5", "--json");
        var again = await InProcess.RunAsync("bench", "accuracy", "loss", "--paths", "virtual", "--seed", "5", "--json");
        var other = await InProcess.RunAsync("bench", "accuracy", "loss", "--paths", "virtual", "--seed", "6", "--json");

        Figures(again).ShouldBe(Figures(first));
        Figures(other).ShouldNotBe(Figures(first));
    }

    [Fact]
    public async Task Json_goes_to_a_file_beside_the_table()
    {
        var file = Path.Combine(Path.GetTempPath(), $"accuracy-{Guid.NewGuid():N}.json");
        try
        {
            var outcome = await InProcess.RunAsync("bench", "accuracy", "rate", "--paths", "virtual", "--seconds", "1", "--out", file);

            outcome.ExitCode.ShouldBe(ExitCodes.Done, outcome.ToString());
            outcome.Output.ShouldContain("targets met");
            using var report = JsonDocument.Parse(await File.ReadAllTextAsync(file));
            report.RootElement.GetProperty("seed").GetInt32().ShouldBe(1);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task File_that_cannot_be_written_is_named()
    {
        var outcome = await InProcess.RunAsync("bench", "accuracy", "rate", "--paths", "virtual", "--seconds", "1", "--out", "/nowhere/at/all.json");

        outcome.ExitCode.ShouldBe(ExitCodes.Failed);
        outcome.Error.ShouldContain("/nowhere/at/all.json");
    }

    [Fact]
    public async Task Wrong_words_are_refused_before_anything_is_made()
    {
        var outcome = await InProcess.RunAsync("bench", "accuracy", "speed");

        outcome.ExitCode.ShouldBe(ExitCodes.Usage);
        outcome.Error.ShouldContain("choose from delay,loss,rate");
    }

    [SkippableFact]
    public void Real_paths_are_measured_and_nothing_is_left()
    {
        Needs.Root();
        using var program = new Actornet();

        var outcome = program.Run("bench", "accuracy", "delay", "--paths", "tap,tap-busy,kernel", "--seconds", "1", "--json");

        outcome.ExitCode.ShouldBe(ExitCodes.Done, outcome.ToString());
        using var report = JsonDocument.Parse(outcome.Output);
        var figures = report.RootElement.GetProperty("figures").EnumerateArray().ToArray();
        figures.Select(f => f.GetProperty("path").GetString()).Distinct().ShouldBe(["tap", "tap-busy", "kernel"]);
        // The emulation may be late, never early.
        figures.Where(f => f.GetProperty("qdisc").GetString() == "netem delay 10ms limit 10000").ShouldAllBe(f => f.GetProperty("got").GetDouble() >= 10);
        program.StateFiles.ShouldBeEmpty("the ledger goes last, when nothing is owned any more");
    }

    [SkippableFact]
    public void User_mode_kernel_measures_with_its_own_qdiscs_and_nothing_is_left()
    {
        Needs.Root();
        Needs.Program("linux.uml", "user-mode-linux");
        Needs.Program("modprobe", "kmod");
        Needs.Program("python3", "python3");
        using var program = new Actornet();

        var outcome = program.Run("bench", "accuracy", "loss", "--paths", "uml", "--seconds", "1", "--json");

        outcome.ExitCode.ShouldBe(ExitCodes.Done, outcome.ToString());
        using var report = JsonDocument.Parse(outcome.Output);
        var figures = report.RootElement.GetProperty("figures").EnumerateArray().ToArray();
        figures.Select(f => f.GetProperty("path").GetString()).Distinct().ShouldBe(["uml"]);
        // Its chances have no seed: what a right kernel may miss once in ten thousand runs is not asked, only that it measured what was set.
        figures.Single(f => f.GetProperty("what").GetString() == "doubled").GetProperty("got").GetDouble().ShouldBe(5, 1.5);
        figures.Single(f => f.GetProperty("what").GetString() == "damaged").GetProperty("got").GetDouble().ShouldBe(5, 1.5);
        program.StateFiles.ShouldBeEmpty();
    }

    [SkippableFact]
    public void Ctrl_C_takes_everything_down()
    {
        Needs.Root();
        using var program = new Actornet();
        using var process = Process.Start(program.Info([], ["bench", "accuracy", "delay", "--paths", "tap", "--seconds", "60"]))!;
        var prefix = $"bench-{process.Id}-";
        Wait.Until(() => process.HasExited || Namespaces(prefix).Length == 2, "the path stands");

        Programs.Run("kill", "-INT", process.Id.ToString(CultureInfo.InvariantCulture)).ExitCode.ShouldBe(0);

        process.WaitForExit(Patience).ShouldBeTrue();
        process.ExitCode.ShouldBe(ExitCodes.Failed);
        program.StateFiles.ShouldBeEmpty();
        Namespaces(prefix).ShouldBeEmpty();
    }

    private static bool IsConstant(string qdisc) =>
        !qdisc.StartsWith("netem delay 100ms 10ms", StringComparison.Ordinal) && !qdisc.Contains("classes", StringComparison.Ordinal);

    private static string Figures(Outcome outcome)
    {
        using var report = JsonDocument.Parse(outcome.Output);
        return report.RootElement.GetProperty("figures").GetRawText();
    }

    private static string[] Namespaces(string prefix) =>
        Directory.Exists("/run/netns") ? [.. Directory.EnumerateFiles("/run/netns").Select(f => Path.GetFileName(f)).Where(n => n.StartsWith(prefix, StringComparison.Ordinal))] : [];
}
