using System.Text.Json;
using ActorNet.Node.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Demo;

public sealed class DemoTests
{
    [Fact]
    public async Task Virtual_demo_shapes_to_the_rate_and_tells_every_frame()
    {
        // when
        var outcome = await InProcess.RunAsync("demo", "--virtual", "--json");

        // then
        outcome.ExitCode.ShouldBe(0, outcome.ToString());
        using var document = JsonDocument.Parse(outcome.Output);
        var root = document.RootElement;
        root.GetProperty("kind").GetString().ShouldBe("virtual");
        root.GetProperty("pingMilliseconds").GetArrayLength().ShouldBe(root.GetProperty("pingsSent").GetInt32());
        // Behind a queue that TCP fills and, when it overflows, halves: at most 50 ms of latency and 5 ms for what the bucket may hold.
        root.GetProperty("loadedPingMilliseconds").EnumerateArray().ShouldNotBeEmpty();
        root.GetProperty("loadedPingMilliseconds").EnumerateArray().ShouldAllBe(ms => ms.GetDouble() > 20 && ms.GetDouble() < 56);
        // 100 Mbit/s on the wire of frames with 1460 of 1514 bytes payload, but for the beginning and the end.
        root.GetProperty("transferMegabits").GetDouble().ShouldBeInRange(92, 97);
        var hops = root.GetProperty("hops").EnumerateArray().ToDictionary(h => $"{h.GetProperty("where")}: {h.GetProperty("what")}");
        var came = hops["alice: came in from the host"].GetProperty("frames").GetInt64();
        var shaped = hops["ifb0: tbf lets go"];
        came.ShouldBe(shaped.GetProperty("frames").GetInt64() + shaped.GetProperty("dropped").GetInt64());
        hops["ifb0 q0: re-injected where it was caught"].GetProperty("frames").GetInt64().ShouldBe(shaped.GetProperty("frames").GetInt64());
        hops["bob: went out to the host"].GetProperty("frames").GetInt64().ShouldBe(shaped.GetProperty("frames").GetInt64());
    }

    [Fact]
    public async Task Virtual_demo_is_the_same_every_time()
    {
        var first = await InProcess.RunAsync("demo", "--virtual");
        var second = await InProcess.RunAsync("demo", "--virtual");

        second.Output.ShouldBe(first.Output);
        first.Output.ShouldContain("QdiscFull");
    }

    [SkippableFact]
    public void Real_demo_leaves_the_machine_as_it_was()
    {
        Needs.Root();
        using var actornet = new Actornet();

        // given
        var namespaces = OwnNamespaces();
        var links = Programs.Run("ip", "-br", "link").Output;

        // when
        var outcome = actornet.Run("demo", "--json");

        // then
        outcome.ExitCode.ShouldBe(0, outcome.ToString());
        using var document = JsonDocument.Parse(outcome.Output);
        document.RootElement.GetProperty("kind").GetString().ShouldBe("real");
        document.RootElement.GetProperty("pingMilliseconds").GetArrayLength().ShouldBeGreaterThan(0);
        document.RootElement.GetProperty("transferMegabits").GetDouble().ShouldBeLessThan(102);
        OwnNamespaces().ShouldBe(namespaces);
        Programs.Run("ip", "-br", "link").Output.ShouldBe(links);
        actornet.StateFiles.ShouldBeEmpty();
    }

    [SkippableFact]
    public void Without_root_the_demo_runs_in_memory()
    {
        Needs.Root();
        Needs.Program("setpriv", "util-linux");

        // given: a copy that anybody may read
        var folder = Directory.CreateTempSubdirectory("actornet-nobody-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Actornet.Library)!)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            Programs.Run("chmod", "-R", "a+rX", folder);
            string[] nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all", "dotnet", Path.Combine(folder, "actornet.dll")];

            // when
            var demo = Programs.Run("setpriv", [.. nobody, "demo"]);
            var up = Programs.Run("setpriv", [.. nobody, "--state-dir", Path.Combine(Path.GetTempPath(), "actornet-nobody-state"), "up", Checkout.Config("ifb-shaping")]);

            // then
            demo.ExitCode.ShouldBe(0, demo.ToString());
            demo.Output.ShouldContain("virtual clock");
            demo.Output.ShouldContain("ifb0");
            up.ExitCode.ShouldBe(3, up.ToString());
            up.Error.ShouldContain("root");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] OwnNamespaces() =>
        Directory.Exists("/run/netns") ? [.. Directory.EnumerateFiles("/run/netns").Where(n => n.Contains("/demo-", StringComparison.Ordinal)).Order()] : [];
}
