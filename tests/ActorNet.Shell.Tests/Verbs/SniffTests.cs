using System.Text.Json.Nodes;
using ActorNet.Shell.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Shell.Tests.Verbs;

public sealed class SniffTests
{
    private static string Show(JsonNode frames) =>
        string.Join("; ", frames.AsArray().Select(f => $"{f!["time"]} {f["dir"]} {f["type"]} {f["len"]}"));

    [Fact]
    [Trait("rule", "IFB-18")]
    [Trait("scenario", "G01")]
    public async Task A_redirected_frame_is_seen_once_where_it_came_in_and_once_on_the_ifb()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh(TestShell.Redirect);

        await shell.Sh("inject va eth size 100");

        Show(await shell.Json("sniff va")).ShouldBe("0 out outgoing 100");
        Show(await shell.Json("sniff vb")).ShouldBe("0 in host 100");
        Show(await shell.Json("sniff ifb0")).ShouldBe("0 out outgoing 100");
    }

    [Fact]
    public async Task Frames_are_shown_once_with_time_and_type()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh("""
            inject va eth size 60 gap 1500us
            inject va eth dst ff:ff:ff:ff:ff:ff size 60
            inject va eth dst 01:00:5e:00:00:01 size 60
            inject va eth dst 02:00:00:00:00:99 size 60
            """);

        Show(await shell.Json("sniff vb")).ShouldBe("0 in host 60; 0.0015 in broadcast 60; 0.0015 in multicast 60; 0.0015 in otherhost 60");
        (await shell.Json("sniff vb")).AsArray().ShouldBeEmpty();
    }

    [Fact]
    [Trait("rule", "HOOK-01")]
    public async Task A_tag_is_put_back_into_the_bytes()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);

        await shell.Sh("inject va eth vlan 5 size 64");

        (await shell.Json("sniff vb"))[0]!["hex"]!.GetValue<string>().ShouldStartWith("020000000002" + "020000000001" + "8100" + "0005" + "88b5");
    }

    [Fact]
    [Trait("rule", "HOOK-03")]
    public async Task Who_listens_counts_as_a_receiver_and_who_only_sniffs_does_not()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh("""
            inject va eth size 100
            sniff vb
            """);
        (await shell.Stats("vb")).ShouldBe("rx 1/100/1 tx 0/0/0");

        await shell.Sh("""
            listen vb
            inject va eth size 100 count 3
            unlisten vb
            inject va eth size 100
            """);

        (await shell.Stats("vb")).ShouldBe("rx 5/500/2 tx 0/0/0");
    }

    [Theory]
    [InlineData("6.18", 1)]
    [InlineData("6.1", 0)]
    [Trait("rule", "HOOK-03")]
    public async Task A_hook_serves_captures_first(string kernel, int dropped)
    {
        await using var shell = new TestShell(kernel: kernel);
        await shell.Sh(TestShell.Cable);
        await shell.Sh("""
            tc qdisc add dev vb clsact
            listen vb
            inject va eth size 100
            """);

        (await shell.Stats("vb")).ShouldBe($"rx 1/100/{dropped} tx 0/0/0");
        await shell.Sh("""
            tc filter add dev vb ingress matchall action pass
            inject va eth size 100
            """);
        (await shell.Stats("vb")).ShouldBe($"rx 2/200/{dropped + 1} tx 0/0/0");
    }

    [Fact]
    [Trait("rule", "IFB-18")]
    [Trait("rule", "HOOK-03")]
    public async Task What_an_ifb_gives_back_passes_the_sockets_and_has_no_receiver()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh(TestShell.Redirect);

        await shell.Sh("""
            listen vb
            inject va eth size 100 count 5
            """);

        (await shell.Stats("vb")).ShouldBe("rx 5/500/5 tx 0/0/0");
        (await shell.Json("sniff vb")).AsArray().Count.ShouldBe(5);
    }

    [Fact]
    public async Task Listening_begins_a_new_recording()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);

        await shell.Sh("""
            inject va eth size 100
            listen vb
            inject va eth size 200
            """);

        Show(await shell.Json("sniff vb")).ShouldBe("0 in host 200");
    }

    [Fact]
    [Trait("rule", "IFB-16")]
    [Trait("scenario", "G32b")]
    public async Task A_device_that_is_down_shows_its_sockets_nothing()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh(TestShell.Redirect);

        await shell.Sh("""
            hold ifb0
            inject va eth size 100
            listen vb
            ip link set vb down
            release ifb0
            """);

        (await shell.Stats("vb")).ShouldBe("rx 1/100/1 tx 0/0/0");
        (await shell.Json("sniff vb")).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_socket_can_be_read_after_its_device_is_gone()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);

        await shell.Sh("""
            listen vb
            inject va eth size 100
            ip link del vb
            """);

        Show(await shell.Json("sniff vb")).ShouldBe("0 in host 100");
        (await shell.Error("sniff vb")).ShouldBe("Cannot find device \"vb\"");
    }

    [Fact]
    public async Task A_recording_is_bounded_and_tells_what_it_lost()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);

        await shell.Sh("""
            inject va eth size 60 count 500
            inject va eth size 60 count 900
            inject va eth size 60 count 900
            inject va eth size 60 count 900
            inject va eth size 60 count 996
            """);

        var frames = (await shell.Json("sniff vb")).AsArray();
        frames[0]!.ToJsonString().ShouldBe("""{"lost":100}""");
        frames.Count.ShouldBe(1 + 4096);
    }

    [Theory]
    [InlineData("sniff", "the device is missing; usage: sniff [-n NETNS] DEV")]
    [InlineData("sniff lo lo", "\"lo\" is one word too many")]
    [InlineData("sniff nope", "Cannot find device \"nope\"")]
    [InlineData("listen nope", "Cannot find device \"nope\"")]
    [InlineData("unlisten lo", "\"lo\" is not listened to; use \"listen lo\" first")]
    public async Task Errors_are_sentences(string line, string error)
    {
        await using var shell = new TestShell();

        (await shell.Error(line)).ShouldStartWith(error);
    }
}
