using ActorNet.Node.Bench;
using ActorNet.Node.Cli;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Bench;

public sealed class TapBenchOptionsTests
{
    [Fact]
    public void Everything_is_measured_unless_said_otherwise()
    {
        var options = TapBenchOptions.Read(5, 3, null, null);

        options.Metrics.ShouldBe([TapMetric.Tcp, TapMetric.Pps, TapMetric.Ping]);
        options.Paths.ShouldBe(["actornet", "kernel", "vde"]);
    }

    [Fact]
    public void Words_are_taken_in_the_order_of_the_table_and_once()
    {
        var options = TapBenchOptions.Read(1, 1, "ping, tcp,ping", "vde,actornet");

        options.Metrics.ShouldBe([TapMetric.Tcp, TapMetric.Ping]);
        options.Paths.ShouldBe(["actornet", "vde"]);
    }

    [Theory]
    [InlineData(0, 3, null, null, "--rounds is 0; write 1 to 1000.")]
    [InlineData(1001, 3, null, null, "--rounds is 1001; write 1 to 1000.")]
    [InlineData(5, -1, null, null, "--seconds is -1; write 1 to 600.")]
    [InlineData(5, 3, "udp", null, "--only: there is no 'udp'; choose from tcp,pps,ping.")]
    [InlineData(5, 3, null, "kernel,", "--paths: there is no ''; choose from actornet,kernel,vde.")]
    public void Wrong_words_are_a_usage_error_that_names_the_right_ones(int rounds, int seconds, string? only, string? paths, string sentence)
    {
        var error = Should.Throw<NodeException>(() => TapBenchOptions.Read(rounds, seconds, only, paths));

        error.Message.ShouldBe(sentence);
        error.ExitCode.ShouldBe(ExitCodes.Usage);
    }
}
