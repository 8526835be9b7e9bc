using ActorNet.Shell.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Shell.Tests.Verbs;

public sealed class TapTests
{
    private static async Task<TestShell> WithTapAsync()
    {
        var shell = new TestShell();
        await shell.Sh("""
            ip tuntap add dev tap0 mode tap
            ip link set tap0 address 02:00:00:00:00:07
            ip link set tap0 up
            """);
        return shell;
    }

    [Fact]
    [Trait("rule", "TUN-01")]
    public async Task What_a_tap_sends_counts_when_its_program_reads_it()
    {
        await using var shell = await WithTapAsync();
        await shell.Sh("""
            plug tap0
            inject tap0 eth size 60 count 2
            """);
        (await shell.Stats("tap0")).ShouldBe("rx 0/0/0 tx 0/0/0");

        var frames = (await shell.Json("read tap0")).AsArray();

        frames.Count.ShouldBe(2);
        frames[1]!["len"]!.GetValue<int>().ShouldBe(60);
        frames[1]!["hex"]!.GetValue<string>().ShouldStartWith("020000000002020000000001" + "88b5" + "00000001");
        (await shell.Stats("tap0")).ShouldBe("rx 0/0/0 tx 2/120/0");
    }

    [Fact]
    [Trait("rule", "TUN-01")]
    public async Task As_many_frames_wait_as_the_queue_is_long_and_the_sender_never_hears_of_more()
    {
        await using var shell = await WithTapAsync();
        await shell.Sh("""
            ip link set tap0 txqueuelen 3
            plug tap0
            """);

        (await shell.Json("inject tap0 eth size 60 count 10"))["ok"]!.GetValue<int>().ShouldBe(10);

        (await shell.Json("read tap0")).AsArray().Count.ShouldBe(3);
        (await shell.Stats("tap0")).ShouldBe("rx 0/0/0 tx 3/180/7");
    }

    [Fact]
    [Trait("rule", "TUN-01")]
    public async Task Carrier_comes_with_the_program_and_goes_with_it()
    {
        await using var shell = await WithTapAsync();
        await shell.Sh("plug tap0");
        (await shell.Json("receive tap0 eth dst 02:00:00:00:00:07 size 100")).ToJsonString().ShouldBe("""{"received":1,"dropped":0}""");

        await shell.Sh("""
            unplug tap0
            advance 2s
            """);

        (await shell.Json("ip link show dev tap0"))[0]!["flags"]!.AsArray().Select(f => f!.GetValue<string>()).ShouldContain("NO-CARRIER");
    }

    [Theory]
    [InlineData("plug lo", "\"lo\" is a loopback device; only the far end of a tun or tap can be taken")]
    [InlineData("unplug tap0", "\"tap0\" is not plugged; use \"plug tap0\" first")]
    [InlineData("read tap0", "\"tap0\" is not plugged; use \"plug tap0\" first")]
    public async Task Errors_are_sentences(string line, string error)
    {
        await using var shell = await WithTapAsync();

        (await shell.Error(line)).ShouldStartWith(error);
    }

    [Fact]
    public async Task A_far_end_is_taken_once()
    {
        await using var shell = await WithTapAsync();
        await shell.Sh("plug tap0");

        (await shell.Error("plug tap0")).ShouldContain("Device or resource busy");
    }
}
