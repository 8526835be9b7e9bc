using Shouldly;
using Xunit;

namespace ActorNet.TestKit.Tests.Determinism;

/// <summary>Same file, same seed, same commands: the same trace to the byte, however often, wherever and however compiled.</summary>
public sealed class DeterminismTests
{
    private const int Labs = 200;

    private static readonly Lazy<string> Here = new(() => Replayer.Digests(1, Labs));

    [Fact]
    public void Random_labs_repeat_exactly_in_one_process()
    {
        Replayer.Digests(1, Labs).ShouldBe(Here.Value);
    }

    [Fact]
    public void Different_seeds_give_different_runs()
    {
        Here.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[1]).Distinct().Count().ShouldBe(Labs);
    }

    [Fact]
    public async Task Random_labs_repeat_exactly_in_another_process()
    {
        (await OtherProcess.RunAsync([typeof(Replayer).Assembly.Location, "digests", "1", "200"])).ShouldBe(Here.Value);
    }

    /// <summary>Builds the other configuration beside this one; what was built before is used again as far as it is still right.</summary>
    [SkippableFact]
    public async Task Debug_and_Release_run_alike()
    {
        Skip.IfNot(File.Exists(Twin.Project), $"{Twin.Project} is not here: the tests run without their sources.");

        var twin = await Twin.BuildAsync();

        twin.ShouldContain(Twin.OtherConfiguration.ToLowerInvariant());
        (await OtherProcess.RunAsync([twin, "digests", "1", "200"])).ShouldBe(Here.Value);
    }
}
