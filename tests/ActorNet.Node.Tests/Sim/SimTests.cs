using System.Diagnostics;
using System.Text.Json;
using ActorNet.Node.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Sim;

/// <summary><c>actornet sim</c> as a user meets it.</summary>
public sealed class SimTests : IDisposable
{
    private const string Hosts =
        """
        hosts { alice { address = "10.0.0.1/24" }, bob { address = "10.0.0.2/24" } }
        boxes { lab { ports = [alice, bob], setup = "ip link add br0 type bridge\nip link set alice master br0\nip link set bob master br0\nip link set br0 up" } }

        """;

    private const string FewPings = "traffic = \"ping alice -> bob count 3 interval 100ms\"\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("actornet-sim-").FullName;

    public static TheoryData<string> Configs() => new([.. Checkout.Configs]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Configs))]
    public async Task Every_example_does_what_it_says(string name)
    {
        var outcome = await InProcess.RunAsync("sim", Checkout.Config(name));

        outcome.ExitCode.ShouldBe(0, outcome.ToString());
        outcome.Output.ShouldContain("expectations met");
        outcome.Output.ShouldNotContain("nothing is expected");
        outcome.Output.ShouldContain("times as fast as real time");
        outcome.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_met_is_exit_code_0_and_what_is_not_is_1()
    {
        var met = await InProcess.RunAsync("sim", File(Hosts + FewPings + "expect = \"ping-alice-bob received == 3\""));
        var notMet = await InProcess.RunAsync("sim", File(Hosts + FewPings + "expect = [ \"ping-alice-bob received == 3\", \"ping-alice-bob received == 4\" ]"));

        met.ExitCode.ShouldBe(0, met.ToString());
        met.Output.ShouldContain("1 of 1 expectations met");
        notMet.ExitCode.ShouldBe(1, notMet.ToString());
        notMet.Output.ShouldContain("not met");
        notMet.Output.ShouldContain("1 of 2 expectations met");
    }

    [Fact]
    public async Task A_file_that_is_wrong_is_exit_code_2_with_all_its_mistakes()
    {
        var file = File(Hosts + "traffic = [ \"ping alice -> bbo\", \"pong alice -> bob\" ]");

        var outcome = await InProcess.RunAsync("sim", file);

        outcome.ExitCode.ShouldBe(2, outcome.ToString());
        outcome.Error.ShouldContain($"{file}:3:");
        outcome.Error.ShouldContain("there is no host 'bbo'. Did you mean 'bob'?");
        outcome.Error.ShouldContain("'pong' is no kind of traffic");
        outcome.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sim")]
    [InlineData("sim nowhere.conf")]
    [InlineData("sim FILE --until 60")]
    [InlineData("sim FILE --until 0s")]
    [InlineData("sim FILE --seed x")]
    [InlineData("sim FILE --trace /nowhere/at/all.jsonl")]
    [InlineData("sim SILENT")]
    [InlineData("check")]
    [InlineData("check nowhere.conf")]
    [InlineData("check SILENT")]
    public async Task A_senseless_command_line_is_exit_code_2(string line)
    {
        // given
        var words = line.Replace("FILE", File(Hosts + FewPings), StringComparison.Ordinal).Replace("SILENT", File(Hosts, "silent.conf"), StringComparison.Ordinal).Split(' ');

        // when
        var outcome = await InProcess.RunAsync(["--state-dir", Path.Combine(_folder, "state"), .. words]);

        // then
        outcome.ExitCode.ShouldBe(2, outcome.ToString());
        outcome.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Json_has_stable_keys()
    {
        // when
        var file = File(Hosts + "traffic = [ \"ping alice -> bob count 3 interval 100ms\", \"bulk: tcp alice -> bob 100kb\", \"voice: udp alice -> bob rate 1mbit count 100\" ]\nexpect = [ \"voice delay max < 1s\" ]");
        using var document = JsonDocument.Parse((await InProcess.RunAsync("sim", file, "--json", "--seed", "7", "--trace", Path.Combine(_folder, "out.jsonl"))).Output);

        // then
        var root = document.RootElement;
        Keys(root).ShouldBe(["topology", "mode", "met", "seconds", "realSeconds", "flows", "expectations", "drops", "seed", "timesFaster", "traceLines"]);
        (root.GetProperty("mode").GetString(), root.GetProperty("met").GetBoolean(), root.GetProperty("seed").GetUInt64()).ShouldBe(("simulated", true, 7UL));
        var flows = root.GetProperty("flows").EnumerateArray().ToArray();
        Keys(flows[0]).ShouldBe(["name", "kind", "from", "to", "over", "outcome", "sent", "received", "lossPercent", "rtt", "duplicates", "errors"]);
        Keys(flows[0].GetProperty("rtt")).ShouldBe(["min", "median", "mean", "p99", "max"]);
        flows[2].GetProperty("name").GetString().ShouldBe("voice");
        Keys(flows[2]).ShouldBe(["name", "kind", "from", "to", "over", "outcome", "sent", "received", "lossPercent", "bytes", "bitsPerSecond", "seconds", "delay", "jitterMilliseconds", "duplicates", "reordered", "marked"]);
        flows[1].GetProperty("bytes").GetInt64().ShouldBe(100 << 10);
        Keys(root.GetProperty("expectations")[0]).ShouldBe(["text", "verdict", "got", "value", "unit"]);
        root.GetProperty("traceLines").GetInt64().ShouldBe(System.IO.File.ReadLines(Path.Combine(_folder, "out.jsonl")).Count());
    }

    [Fact]
    public async Task The_trace_of_the_same_file_and_seed_is_the_same_in_two_processes()
    {
        // given
        string[] traces = [.. new[] { "one", "two", "other" }.Select(n => Path.Combine(_folder, n))];

        // when
        (await InProcess.RunAsync("sim", Checkout.Config("changing-link"), "--until", "8s", "--trace", traces[0])).ExitCode.ShouldBe(1);
        Programs.Run("dotnet", Actornet.Library, "sim", Checkout.Config("changing-link"), "--until", "8s", "--trace", traces[1]).ExitCode.ShouldBe(1);
        await InProcess.RunAsync("sim", Checkout.Config("changing-link"), "--until", "8s", "--seed", "99", "--trace", traces[2]);

        // then
        var first = await System.IO.File.ReadAllBytesAsync(traces[0]);
        first.Length.ShouldBeGreaterThan(100_000);
        (await System.IO.File.ReadAllBytesAsync(traces[1])).AsSpan().SequenceEqual(first).ShouldBeTrue();
        (await System.IO.File.ReadAllBytesAsync(traces[2])).AsSpan().SequenceEqual(first).ShouldBeFalse();
    }

    [Fact]
    public async Task Until_cuts_what_is_not_over()
    {
        var outcome = await InProcess.RunAsync("sim", File(Hosts + "traffic = \"ping alice -> bob count 100\"\nexpect = \"ping-alice-bob done\""), "--until", "5s");

        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("cut at 5s");
    }

    [SkippableFact]
    public void A_signal_ends_a_simulation_with_whole_lines_in_its_trace()
    {
        Needs.Program("kill", "procps");

        // given: years of traffic
        var trace = Path.Combine(_folder, "long.jsonl");
        using var sim = Process.Start(Programs.Info("dotnet", [Actornet.Library, "sim", File(Hosts + "traffic = \"udp alice -> bob rate 1kbit for 8000h\""), "--trace", trace]))!;
        Wait.Until(() => System.IO.File.Exists(trace) && new FileInfo(trace).Length > 0, "the simulation writes its trace");

        // when
        Programs.Run("kill", "-INT", $"{sim.Id}").ExitCode.ShouldBe(0);
        sim.WaitForExit(TimeSpan.FromSeconds(30)).ShouldBeTrue();

        // then
        sim.ExitCode.ShouldBe(1);
        sim.StandardError.ReadToEnd().ShouldContain("stopped.");
        System.IO.File.ReadLines(trace).Last().ShouldEndWith("}");
    }

    [Fact]
    public async Task What_cannot_be_simulated_is_a_mistake_of_the_file()
    {
        var outcome = await InProcess.RunAsync("sim", File(
            """
            hosts { h1 { address = "10.0.0.1/24", mtu = 400 }, h2 { address = "10.0.0.2/24" } }
            boxes { lab { ports = [h1, h2] } }
            traffic = "ping h1 -> h2 size 100b"
            """));

        outcome.ExitCode.ShouldBe(2, outcome.ToString());
        outcome.Error.ShouldContain("test.conf:1:9: host h1 cannot be simulated: An MTU of 400");
    }

    [Fact]
    public async Task A_file_without_traffic_is_simulated_as_long_as_is_said() =>
        (await InProcess.RunAsync("sim", File(Hosts), "--until", "90s")).ShouldSatisfyAllConditions(o => o.ExitCode.ShouldBe(0), o => o.Output.ShouldContain("90 s simulated"), o => o.Output.ShouldContain("nothing is expected"));

    [Fact]
    public async Task A_valid_file_says_how_much_traffic_it_has() =>
        (await InProcess.RunAsync("validate", File(Hosts + FewPings + "expect = \"ping-alice-bob done\""))).Output.ShouldContain("0 links, 1 lines of traffic, 1 expectations");

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    private string File(string text, string name = "test.conf")
    {
        var file = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(file, text);
        return file;
    }
}
