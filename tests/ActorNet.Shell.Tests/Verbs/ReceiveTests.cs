using ActorNet.Shell.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Shell.Tests.Verbs;

public sealed class ReceiveTests
{
    [Fact]
    [Trait("rule", "VETH-01")]
    public async Task What_arrives_at_one_end_of_a_cable_was_sent_by_the_other()
    {
        await using var shell = new TestShell();
        await shell.Sh(TestShell.Cable);

        (await shell.Json("receive vb eth size 100 count 3")).ToJsonString().ShouldBe("""{"received":3,"dropped":0}""");

        (await shell.Stats("vb")).ShouldBe("rx 3/300/3 tx 0/0/0");
        (await shell.Stats("va")).ShouldBe("rx 0/0/0 tx 3/300/0");
    }

    [Fact]
    public async Task A_device_that_is_down_takes_nothing()
    {
        await using var shell = new TestShell();

        (await shell.Json("receive lo udp")).ToJsonString().ShouldBe("""{"received":0,"dropped":1}""");
    }

    [Fact]
    public async Task With_a_gap_time_passes_after_each_frame()
    {
        await using var shell = new TestShell();
        await shell.Sh("ip link set lo up");

        await shell.Sh("receive lo udp count 4 gap 250ms");

        shell.Lab.Now.Nanoseconds.ShouldBe(1_000_000_000);
    }

    [Theory]
    [InlineData("receive lo eth bypass", "\"prio\" and \"bypass\" belong to sending")]
    [InlineData("receive nope eth", "Cannot find device \"nope\"")]
    [InlineData("receive lo", "the frame is missing; usage: receive")]
    public async Task Errors_are_sentences(string line, string error)
    {
        await using var shell = new TestShell();

        (await shell.Error(line)).ShouldStartWith(error);
    }
}
