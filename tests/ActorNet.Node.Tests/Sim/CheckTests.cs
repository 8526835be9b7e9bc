using System.Diagnostics;
using System.Text.Json;
using ActorNet.Node.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Sim;

/// <summary><c>actornet check</c>: the same files with real hosts, and nothing left afterwards.</summary>
public sealed class CheckTests
{
    private const string Shaped =
        """
        hosts { alice { address = "10.0.0.1/24" }, bob { address = "10.0.0.2/24" } }
        boxes { lab { ports = [alice, bob], setup = [
          "ip link add br0 type bridge", "ip link set alice master br0", "ip link set bob master br0", "ip link set br0 up", "ip link add ifb0 type ifb", "ip link set ifb0 up"
          "tc qdisc add dev alice clsact", "tc filter add dev alice ingress matchall action mirred egress redirect dev ifb0"
          "tc qdisc add dev ifb0 root tbf rate 10mbit burst 16kb latency 50ms"
        ] } }

        """;

    private const string Flood = "traffic = \"flood: udp alice -> bob rate 20mbit size 1400b for 2s\"\n";

    [SkippableTheory]
    [InlineData("ifb-shaping")]
    [InlineData("mirror-to-monitor")]
    public void An_example_does_live_what_it_does_simulated(string name)
    {
        NeedsAll();
        using var actornet = new Actornet();
        var file = actornet.Config(name);

        // when
        using var simulated = JsonDocument.Parse(actornet.Do("sim", file, "--json"));
        using var live = JsonDocument.Parse(actornet.Do("check", file, "--json"));

        // then
        live.RootElement.GetProperty("mode").GetString().ShouldBe("live");
        live.RootElement.GetProperty("flows").EnumerateArray().Select(f => f.GetProperty("outcome").GetString())
            .ShouldBe(simulated.RootElement.GetProperty("flows").EnumerateArray().Select(f => f.GetProperty("outcome").GetString()));
        actornet.Namespaces.ShouldBeEmpty();
        actornet.StateFiles.ShouldBeEmpty();
    }

    [SkippableFact]
    public void Live_and_simulated_rates_lie_in_the_same_band()
    {
        NeedsAll();
        using var actornet = new Actornet();
        var file = actornet.Topology(Shaped + Flood + "expect = [ \"flood rate within 3% of 9.71mbit\", \"flood loss > 40%\", \"flood delay median > 40ms\", \"lab drops.QdiscFull > 1000\" ]");

        // when
        using var simulated = JsonDocument.Parse(actornet.Do("sim", file, "--json"));
        using var live = JsonDocument.Parse(actornet.Do("check", file, "--json"));

        // then
        Rate(live).ShouldBe(Rate(simulated), Rate(simulated) * 0.04);
        Verdicts(simulated).ShouldBe(["met", "met", "met", "met"]);
        Verdicts(live).ShouldBe(["met", "met", "skipped", "met"]);
    }

    [SkippableFact]
    public void What_is_not_met_is_exit_code_1_and_everything_is_gone()
    {
        NeedsAll();
        using var actornet = new Actornet();

        var outcome = actornet.Run("check", actornet.Topology(Shaped + "traffic = \"ping alice -> bob count 2 interval 100ms\"\nexpect = \"ping-alice-bob received == 3\""));

        outcome.ExitCode.ShouldBe(1, outcome.ToString());
        outcome.Output.ShouldContain("0 of 1 expectations met");
        actornet.Namespaces.ShouldBeEmpty();
        actornet.StateFiles.ShouldBeEmpty();
    }

    [SkippableFact]
    public void A_topology_that_is_running_is_used_and_stays()
    {
        NeedsAll();
        using var actornet = new Actornet();
        var file = actornet.Topology(Shaped + "traffic = [ \"ping alice -> bob count 5 interval 100ms\", \"bulk: tcp alice -> bob 100kb ecn\" ]\nexpect = [ \"ping-alice-bob done\", \"bulk done\", \"lab:bob tx-packets between 10 and 1000\" ]");
        actornet.Do("up", "-d", file);
        var ecn = Ecn(actornet);

        // when: twice, and the counters count each check by itself
        actornet.Do("check", file).ShouldContain("what was running already");
        actornet.Do("check", file).ShouldContain("3 of 3 expectations met");

        // then
        actornet.Do("ps").ShouldContain("running");
        Ecn(actornet).ShouldBe(ecn);
    }

    [SkippableFact]
    public void A_signal_ends_the_programs_and_takes_everything_down()
    {
        NeedsAll();
        using var actornet = new Actornet();
        var file = actornet.Topology(Shaped + "traffic = [ \"tcp alice -> bob for 10min\", \"ping alice -> bob count 1000\" ]");
        using var check = Process.Start(actornet.Info([], ["check", file]))!;
        Wait.Until(() => actornet.Namespaces.Length == 2 && Pids(actornet).Length >= 3, "the programs run");

        // when
        Programs.Run("kill", "-INT", $"{check.Id}");
        check.WaitForExit(TimeSpan.FromSeconds(60)).ShouldBeTrue();

        // then
        check.ExitCode.ShouldBe(1);
        check.StandardError.ReadToEnd().ShouldContain("stopping the check");
        actornet.Namespaces.ShouldBeEmpty();
        actornet.StateFiles.ShouldBeEmpty();
    }

    [SkippableFact]
    public void What_the_machine_lacks_is_exit_code_3_and_simulating_needs_none_of_it()
    {
        Needs.Root();
        Needs.Program("setpriv", "util-linux");
        using var actornet = new Actornet();
        var file = actornet.Topology(Shaped + "traffic = \"ping alice -> bob count 2 interval 100ms\"\nexpect = \"ping-alice-bob received == 2\"");
        var folder = Directory.CreateTempSubdirectory("actornet-nobody-").FullName;
        try
        {
            // given: a copy that anybody may read, and a user who may nothing
            foreach (var part in Directory.EnumerateFiles(Path.GetDirectoryName(Actornet.Library)!).Append(file)) File.Copy(part, Path.Combine(folder, Path.GetFileName(part)));
            Programs.Run("chmod", "-R", "a+rX", folder);
            string[] nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all", "dotnet", Path.Combine(folder, "actornet.dll")];

            // when
            var check = Programs.Run("setpriv", [.. nobody, "--state-dir", "/nonexistent/state", "check", Path.Combine(folder, Path.GetFileName(file))]);
            var sim = Programs.Run("setpriv", [.. nobody, "sim", Path.Combine(folder, Path.GetFileName(file))]);

            // then
            check.ExitCode.ShouldBe(3, check.ToString());
            check.Error.ShouldContain("root");
            sim.ExitCode.ShouldBe(0, sim.ToString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void NeedsAll()
    {
        Needs.Root();
        Needs.Program("iperf3", "iperf3");
        Needs.Program("ping", "iputils-ping");
    }

    private static string[] Pids(Actornet actornet) =>
        [.. actornet.Namespaces.SelectMany(n => Programs.Run("ip", "netns", "pids", n).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    private static string Ecn(Actornet actornet) => actornet.Do("exec", "alice", "--", "cat", "/proc/sys/net/ipv4/tcp_ecn");

    private static double Rate(JsonDocument result) => result.RootElement.GetProperty("flows")[0].GetProperty("bitsPerSecond").GetDouble();

    private static string[] Verdicts(JsonDocument result) => [.. result.RootElement.GetProperty("expectations").EnumerateArray().Select(e => e.GetProperty("verdict").GetString()!)];
}
