using ActorNet.Shell.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Shell.Tests.Verbs;

public sealed class IfbQueueVerbsTests
{
    private static string Queue(int rq, int tq, bool pending, bool stopped, int credit) =>
        $$"""[{"queue":0,"rq":{{rq}},"tq":{{tq}},"pending":{{(pending ? "true" : "false")}},"stopped":{{(stopped ? "true" : "false")}},"credit":{{credit}}}]""";

    private static async Task<TestShell> WithRedirectAsync()
    {
        var shell = new TestShell();
        await shell.Sh(TestShell.Cable);
        await shell.Sh(TestShell.Redirect);
        return shell;
    }

    [Fact]
    [Trait("rule", "IFB-06")]
    public async Task An_idle_queue_has_one_credit_more_than_its_length()
    {
        await using var shell = await WithRedirectAsync();

        (await shell.Json("queues ifb0")).ToJsonString().ShouldBe(Queue(0, 0, pending: false, stopped: false, credit: 33));
    }

    [Fact]
    [Trait("rule", "IFB-06")]
    [Trait("rule", "IFB-07")]
    public async Task Frames_gather_in_a_held_queue_until_it_stops()
    {
        await using var shell = await WithRedirectAsync();
        await shell.Sh("""
            ip link set ifb0 txqueuelen 2
            hold ifb0
            inject va eth size 100 count 2
            """);
        (await shell.Json("queues ifb0")).ToJsonString().ShouldBe(Queue(2, 0, pending: true, stopped: false, credit: 1));

        await shell.Sh("inject va eth size 100 count 3");

        (await shell.Json("queues ifb0")).ToJsonString().ShouldBe(Queue(3, 0, pending: true, stopped: true, credit: 0));
        (await shell.Json("tc -s qdisc show dev ifb0"))[0]!["qlen"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    [Trait("rule", "IFB-10")]
    [Trait("rule", "IFB-13")]
    [Trait("rule", "IFB-14")]
    public async Task A_step_drains_all_that_had_arrived_and_wakes_the_qdisc()
    {
        await using var shell = await WithRedirectAsync();
        await shell.Sh("""
            ip link set ifb0 txqueuelen 2
            hold ifb0
            inject va eth size 100 count 5
            """);

        // The queue was seen empty, so it woke: the frames of the qdisc follow and wait for the next step.
        (await shell.Json("step ifb0 0")).ToJsonString().ShouldBe("""{"ran":true,"queue":0,"rq":2,"tq":0,"pending":true,"stopped":false,"credit":1}""");
        (await shell.Stats("ifb0")).ShouldBe("rx 5/500/0 tx 3/300/0");
        (await shell.Json("step ifb0 0"))["rq"]!.GetValue<int>().ShouldBe(0);
        (await shell.Json("step ifb0 0"))["ran"]!.GetValue<bool>().ShouldBeFalse();
        (await shell.Stats("ifb0")).ShouldBe("rx 5/500/0 tx 5/500/0");
    }

    [Fact]
    public async Task A_release_runs_the_drain_that_waited()
    {
        await using var shell = await WithRedirectAsync();
        await shell.Sh("""
            hold ifb0
            inject va eth size 100 count 5
            release ifb0
            """);

        (await shell.Stats("ifb0")).ShouldBe("rx 5/500/0 tx 5/500/0");
        (await shell.Json("queues ifb0")).ToJsonString().ShouldBe(Queue(0, 0, pending: false, stopped: false, credit: 33));
    }

    /// <summary>Disposing the shell counts frames: none may be left.</summary>
    [Fact]
    [Trait("rule", "IFB-39")]
    public async Task A_held_ifb_that_is_deleted_takes_its_frames_along()
    {
        await using var shell = await WithRedirectAsync();

        await shell.Sh("""
            hold ifb0
            inject va eth size 100 count 50
            ip link del ifb0
            ! queues ifb0
            """);
    }

    [Fact]
    [Trait("rule", "IFB-12")]
    [Trait("rule", "IFB-17")]
    public async Task An_ifb_that_moves_takes_its_waiting_frames_along_and_finds_nobody_there_to_give_them_to()
    {
        await using var shell = await WithRedirectAsync();

        await shell.Sh("""
            ip netns add a
            hold ifb0
            inject va eth size 100 count 5
            ip link set ifb0 netns a
            """);

        (await shell.Stats("ifb0", "a")).ShouldBe("rx 5/500/0 tx 5/500/5");
        (await shell.Json("queues -n a ifb0")).ToJsonString().ShouldBe(Queue(0, 0, pending: false, stopped: true, credit: 33));
    }

    [Theory]
    [InlineData("queues lo", "\"lo\" is a loopback device and has no such queues; only an ifb has")]
    [InlineData("hold lo", "\"lo\" is a loopback device")]
    [InlineData("release ifb0", "\"ifb0\" is not held; use \"hold ifb0\" first")]
    [InlineData("step ifb0 0", "the drains of \"ifb0\" run by themselves; use \"hold ifb0\" first")]
    [InlineData("step ifb0 1", "\"ifb0\" has no queue 1; its queues are 0 to 0")]
    [InlineData("step ifb0", "queue is missing; usage: step [-n NETNS] DEV QUEUE")]
    [InlineData("step ifb0 x", "\"x\" is no queue")]
    public async Task Errors_are_sentences(string line, string error)
    {
        await using var shell = await WithRedirectAsync();

        (await shell.Error(line)).ShouldStartWith(error);
    }
}
