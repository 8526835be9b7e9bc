using System.Diagnostics;
using System.Text.Json;
using ActorNet.Node.Cli;
using ActorNet.Node.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Bench;

/// <summary>The program with real namespaces. What it measures is the machine's business; that it measures, and leaves nothing, is ours.</summary>
public sealed class TapBenchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [SkippableFact]
    public void Every_path_is_measured_and_nothing_is_left()
    {
        Needs.Root();
        NeedsTools();
        using var program = new Actornet();

        var outcome = program.Run("bench", "tap", "--rounds", "1", "--seconds", "1", "--json");

        outcome.ExitCode.ShouldBe(ExitCodes.Done, outcome.ToString());
        using var report = JsonDocument.Parse(outcome.Output);
        var figures = report.RootElement.GetProperty("figures").EnumerateArray().ToArray();
        figures.Select(f => $"{f.GetProperty("metric")} {f.GetProperty("path")}").Order().ShouldBe(
            ["ping actornet", "ping actornet-busy", "ping kernel", "ping vde", "pps actornet", "pps kernel", "pps vde", "tcp actornet", "tcp kernel", "tcp vde"]);
        figures.ShouldAllBe(f => f.GetProperty("median").GetDouble() > 0);
        report.RootElement.GetProperty("verdicts").GetArrayLength().ShouldBe(6);
        program.StateFiles.ShouldBeEmpty("the ledger goes last, when nothing is owned any more");
    }

    [SkippableFact]
    public void Ctrl_C_takes_everything_down()
    {
        Needs.Root();
        NeedsTools();
        using var program = new Actornet();
        using var process = Process.Start(program.Info([], ["bench", "tap", "--paths", "actornet,kernel", "--only", "ping", "--seconds", "60"]))!;
        var prefix = $"bench-{process.Id}-";
        Wait.Until(() => process.HasExited || Namespaces(prefix).Length == 5, "the paths stand");

        Programs.Run("kill", "-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)).ExitCode.ShouldBe(0);

        process.WaitForExit(Patience).ShouldBeTrue();
        process.ExitCode.ShouldBe(ExitCodes.Failed);
        program.StateFiles.ShouldBeEmpty();
        Namespaces(prefix).ShouldBeEmpty();
    }

    [Fact]
    public async Task Wrong_words_are_refused_before_anything_is_made()
    {
        var outcome = await InProcess.RunAsync("bench", "tap", "--only", "udp");

        outcome.ExitCode.ShouldBe(ExitCodes.Usage);
        outcome.Error.ShouldContain("choose from tcp,pps,ping");
    }

    private static void NeedsTools()
    {
        Needs.Program("iperf3", "iperf3");
        Needs.Program("trafgen", "netsniff-ng");
        Needs.Program("vde_switch", "vde2");
    }

    private static string[] Namespaces(string prefix) =>
        Directory.Exists("/run/netns") ? [.. Directory.EnumerateFiles("/run/netns").Select(f => Path.GetFileName(f)).Where(n => n.StartsWith(prefix, StringComparison.Ordinal))] : [];
}
