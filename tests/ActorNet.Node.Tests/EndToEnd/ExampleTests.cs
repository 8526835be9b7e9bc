using System.Diagnostics;
using System.Text.Json;
using ActorNet.Node.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.EndToEnd;

/// <summary>Every file of configs/ goes up and teaches what it says it teaches.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Configs() => new([.. Checkout.Configs]);

    [SkippableTheory]
    [MemberData(nameof(Configs))]
    public void Example_goes_up_its_hosts_reach_each_other_and_it_goes_down(string name)
    {
        Needs.Root();
        using var actornet = new Actornet();

        // when
        actornet.Do("up", "-d", actornet.Config(name));

        // then
        var (from, to) = string.Equals(name, "shared-bottleneck", StringComparison.Ordinal) ? ("ann", "10.0.0.9") : ("alice", "10.0.0.2");
        actornet.Do("exec", from, "--", "ping", "-c", "2", "-i", "0.2", to).ShouldContain(" 0% packet loss");
        actornet.Do("down", actornet.Name);
        actornet.Namespaces.ShouldBeEmpty();
    }

    [SkippableFact]
    public void Ingress_and_egress_have_rates_of_their_own()
    {
        Needs.Root();
        Needs.Program("iperf3", "iperf3");
        using var actornet = new Actornet();
        actornet.Do("up", "-d", actornet.Config("ingress-vs-egress"));

        // when
        using var upload = ShapingTests.Iperf(actornet, ["-t", "2"]);
        using var download = ShapingTests.Iperf(actornet, ["-t", "2", "-R"]);

        // then
        ShapingTests.Received(upload).ShouldBeInRange(7, 10.2);
        ShapingTests.Received(download).ShouldBeInRange(25, 40.8);
    }

    [SkippableFact]
    public void Monitor_gets_a_copy_of_what_passes_alice()
    {
        Needs.Root();
        Needs.Program("tcpdump", "tcpdump");
        using var actornet = new Actornet();
        actornet.Do("up", "-d", actornet.Config("mirror-to-monitor"));

        // given
        using var tcpdump = Process.Start(actornet.Info([], ["exec", "monitor", "--", "tcpdump", "-n", "-l", "-i", "eth0", "-c", "4", "icmp"]))!;
        string? line;
        do line = tcpdump.StandardError.ReadLine();
        while (line is not null && !line.Contains("listening", StringComparison.Ordinal));

        // when
        actornet.Do("exec", "alice", "--", "ping", "-c", "2", "-i", "0.2", "10.0.0.2");

        // then
        tcpdump.WaitForExit(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        var seen = tcpdump.StandardOutput.ReadToEnd();
        seen.Split("echo request").Length.ShouldBe(3);
        seen.Split("echo reply").Length.ShouldBe(3);
    }

    [SkippableFact]
    public void Senders_share_the_bottleneck()
    {
        Needs.Root();
        Needs.Program("iperf3", "iperf3");
        using var actornet = new Actornet();
        actornet.Do("up", "-d", actornet.Config("shared-bottleneck"));

        // when
        using var result = ShapingTests.Iperf(actornet, ["-t", "2"], "ben", "server", "10.0.0.9");

        // then
        ShapingTests.Received(result).ShouldBeInRange(15, 30.6);
        using var show = JsonDocument.Parse(actornet.Do("show", "--json"));
        var actions = show.RootElement[0].GetProperty("boxes")[0].GetProperty("actions").EnumerateArray().ToArray();
        actions.Length.ShouldBe(3);
        actions.Max(a => a.GetProperty("packets").GetInt64()).ShouldBeGreaterThan(1000);
    }

    [SkippableFact]
    public void Link_between_boxes_limits_both_directions()
    {
        Needs.Root();
        Needs.Program("iperf3", "iperf3");
        using var actornet = new Actornet();
        actornet.Do("up", "-d", actornet.Config("two-boxes-with-link"));

        // when
        using var there = ShapingTests.Iperf(actornet, ["-t", "2"]);
        using var back = ShapingTests.Iperf(actornet, ["-t", "2", "-R"]);

        // then
        ShapingTests.Received(there).ShouldBeInRange(12, 20.4);
        ShapingTests.Received(back).ShouldBeInRange(12, 20.4);
        actornet.Do("bridge", "-n", "left", "fdb", "show").ShouldContain("uplink");
        actornet.Run("ip", "link").Error.ShouldContain("name one with -n");
    }
}
