using ActorNet.Node.Bench;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Bench;

public sealed class BenchToolsTests
{
    [Fact]
    public void Missing_programs_are_named_with_their_packages()
    {
        var options = TapBenchOptions.Read(5, 3, null, null);

        var lack = BenchTools.Lacks(options, program => program is "ip" or "tc" or "ping");

        lack.ShouldBe("bench tap needs iperf3, trafgen, vde_switch, vde_plug2tap. Install with: apt-get install iperf3 netsniff-ng vde2 (or leave VDE out: --paths actornet,kernel).");
    }

    [Fact]
    public void What_is_not_measured_needs_no_program()
    {
        var options = TapBenchOptions.Read(5, 3, "ping", "kernel");

        BenchTools.Lacks(options, program => program is "ip" or "tc" or "ping").ShouldBeNull();
    }
}
