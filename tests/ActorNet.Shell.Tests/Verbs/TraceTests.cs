using System.Text.Json.Nodes;
using ActorNet.Shell.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Shell.Tests.Verbs;

public sealed class TraceTests
{
    private static string Show(ShellReply reply) =>
        string.Join("; ", reply.Trace.ShouldNotBeNull().Hops.Select(h => $"#{h.Frame} {h.Device} {h.Step}{(h.Detail.Length == 0 ? "" : " " + h.Detail)} {h.Length}"));

    [Fact]
    [Trait("scenario", "G01")]
    public async Task The_way_through_an_ifb_is_told_station_by_station()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh(TestShell.Redirect);
        await shell.Sh("trace on");

        var reply = await shell.Run("inject va eth size 100");

        Show(reply).ShouldBe(
            "#1 va send 100; #1 va tx 100; #1 vb rx from the wire 100; #1 vb redirect ifb0 egress 100; #1 ifb0 enqueue pfifo_fast bypass 100; #1 ifb0 tx 100; #1 ifb0 queue 0 100; "
            + "#1 ifb0 reinject vb ingress 86; #1 vb rx from ifb 86; #1 vb up 88b5 86; #1 vb drop NoHandler 86");
    }

    [Fact]
    public async Task A_copy_keeps_the_number_of_its_original()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh("""
            ip link add d0 type dummy
            ip link set d0 up
            tc qdisc add dev va clsact
            tc filter add dev va egress matchall action mirred egress mirror dev d0
            trace on
            """);

        var hops = (await shell.Run("inject va udp size 100")).Trace!.Hops;

        hops.ShouldAllBe(h => h.Frame == 1);
        hops.Select(h => $"{h.Device} {h.Step}").ShouldContain("d0 drop");
        hops.Select(h => $"{h.Device} {h.Step} {h.Detail}").ShouldContain("va mirror d0 egress");
        hops.Select(h => $"{h.Device} {h.Step} {h.Detail}").ShouldContain("va egress pipe");
    }

    [Fact]
    public async Task A_drop_names_its_reason()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh("""
            tc qdisc add dev va root tbf rate 80bit burst 1514 limit 100
            trace on
            """);

        var hops = (await shell.Run("inject va eth size 1514 count 2")).Trace!.Hops;

        hops.ShouldContain(h => h.Step == "enqueue" && h.Detail == "tbf");
        hops.ShouldContain(h => h.Step == "drop" && h.Detail == "QdiscFull");
    }

    [Fact]
    public async Task Without_trace_a_reply_has_none_and_after_off_neither()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);

        (await shell.Run("inject va eth size 100")).Trace.ShouldBeNull();
        await shell.Sh("trace on");
        (await shell.Run("inject va eth size 100")).Trace.ShouldNotBeNull();
        (await shell.Run("ip link show")).Trace.ShouldBeNull();
        await shell.Sh("trace off");
        (await shell.Run("inject va eth size 100")).Trace.ShouldBeNull();
    }

    [Fact]
    public async Task A_device_made_while_tracing_is_traced()
    {
        await using var shell = new TestShell();
        await shell.Sh("trace on");
        await shell.Sh(TestShell.Cable);

        (await shell.Run("inject va eth size 100")).Trace!.Hops.ShouldContain(h => h.Device == "vb");
    }

    [Fact]
    public async Task Json_has_the_trace_of_its_line()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh("trace on");
        await shell.Sh("advance 1500ms");

        var line = new ShellLineReply(7, "inject va eth size 100", await shell.Run("inject va eth size 100"));

        JsonNode.Parse(ShellBatch.Json(line))!["trace"]![0]!.ToJsonString().ShouldBe("""{"time":1.5,"frame":1,"netns":"","dev":"va","event":"send","len":100}""");
    }

    [Fact]
    public async Task A_trace_is_bounded()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh("trace on");

        var trace = (await shell.Run("inject va eth size 60 count 4000 gap 1us")).Trace!;

        trace.Hops.Count.ShouldBe(10_000);
        trace.Lost.ShouldBe((4000 * 5) - 10_000);
    }

    [Theory]
    [InlineData("trace", "\"on\" or \"off\" is missing; usage: trace on|off")]
    [InlineData("trace maybe", "\"maybe\" is neither \"on\" nor \"off\"")]
    public async Task Errors_are_sentences(string line, string error)
    {
        await using var shell = new TestShell();

        (await shell.Error(line)).ShouldStartWith(error);
    }
}
