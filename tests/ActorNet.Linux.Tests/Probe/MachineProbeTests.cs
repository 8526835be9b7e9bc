using ActorNet.Linux.Probe;
using ActorNet.Linux.Tests.Support;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests.Probe;

public sealed class MachineProbeTests
{
    [Fact]
    public async Task Whatever_is_missing_comes_with_a_remedy()
    {
        var results = await MachineProbe.RunAsync();

        results.Select(result => result.Name).ShouldBe(
            ["CAP_SYS_ADMIN", "CAP_NET_ADMIN", "CAP_NET_RAW", "network namespaces", "/dev/net/tun", "TAP offloads", "ip", "tc", "link type ifb", "link type veth"]);
        results.ShouldAllBe(result => (result.Level == ProbeLevel.Ok) == (result.Remedy == null));
        results.ShouldAllBe(result => result.Found.Length > 0);
    }

    [SkippableFact]
    public async Task Machine_that_runs_the_root_tests_lacks_nothing_needed()
    {
        Root.Required();

        var results = await MachineProbe.RunAsync();

        results.Where(result => result.Level == ProbeLevel.Missing).ShouldBeEmpty();
    }
}
