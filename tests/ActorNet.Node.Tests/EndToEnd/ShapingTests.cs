using System.Diagnostics;
using System.Text.Json;
using ActorNet.Node.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.EndToEnd;

/// <summary>Rates that real programs see through real TAPs.</summary>
public sealed class ShapingTests
{
    [SkippableTheory]
    [InlineData(100)]
    [InlineData(20)]
    public void Shaper_lets_exactly_its_rate_through(int megabits)
    {
        Needs.Root();
        Needs.Program("iperf3", "iperf3");
        using var actornet = new Actornet();
        actornet.Do("up", "-d", actornet.Config("ifb-shaping"));
        actornet.Do("tc", "qdisc", "change", "dev", "ifb0", "root", "tbf", "rate", $"{megabits}mbit", "burst", "64kb", "latency", "50ms");

        // when: more is offered than may pass, in datagrams that fill a frame
        using var result = Iperf(actornet, ["-u", "-b", $"{megabits * 3 / 2}M", "-l", "1472", "-O", "1", "-t", "4"]);

        // then: the rate counts frames of 1514 bytes, iperf3 counts 1472 of them
        var received = result.RootElement.GetProperty("end").GetProperty("sum_received").GetProperty("bits_per_second").GetDouble() / 1e6;
        var expected = megabits * 1472.0 / 1514;
        received.ShouldBeInRange(expected * 0.98, expected * 1.02);
    }

    [SkippableFact]
    public void Tcp_does_not_exceed_the_rate_and_the_way_back_is_free()
    {
        Needs.Root();
        Needs.Program("iperf3", "iperf3");
        using var actornet = new Actornet();
        actornet.Do("up", "-d", actornet.Config("ifb-shaping"));

        // when
        using var there = Iperf(actornet, ["-t", "3"]);
        using var back = Iperf(actornet, ["-t", "2", "-R"]);

        // then
        Received(there).ShouldBeInRange(50, 102);
        Received(back).ShouldBeGreaterThan(2 * Received(there));
    }

    internal static double Received(JsonDocument result) =>
        result.RootElement.GetProperty("end").GetProperty("sum_received").GetProperty("bits_per_second").GetDouble() / 1e6;

    internal static JsonDocument Iperf(Actornet actornet, IReadOnlyList<string> options, string from = "alice", string to = "bob", string address = "10.0.0.2")
    {
        using var server = Process.Start(actornet.Info([], ["exec", to, "--", "iperf3", "-s", "-1", "--forceflush"]))!;
        string? line;
        do line = server.StandardOutput.ReadLine();
        while (line is not null && !line.Contains("listening", StringComparison.Ordinal));
        var client = actornet.Run(["exec", from, "--", "iperf3", "-c", address, "-J", .. options]);
        client.ExitCode.ShouldBe(0, client.ToString());
        server.Kill(entireProcessTree: true);
        return JsonDocument.Parse(client.Output);
    }
}
