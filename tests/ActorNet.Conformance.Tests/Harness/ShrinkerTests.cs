using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Comparing;
using ActorNet.Conformance.Tests.Generating;
using Shouldly;
using Xunit;

namespace ActorNet.Conformance.Tests.Harness;

public class ShrinkerTests
{
    [Fact]
    public async Task A_script_is_shrunk_to_the_lines_that_the_difference_needs()
    {
        // Given
        static bool Differs(RandomScript s)
        {
            var lines = s.Script.Lines.Select(l => l.Text).ToList();
            return lines.IndexOf("c") >= 0 && lines.LastIndexOf("h") > lines.IndexOf("c");
        }

        var script = new RandomScript("s", [new Step("a", "b", "c", "d"), new Step("e"), new Step("f", "g", "h"), .. Enumerable.Range(0, 40).Select(i => new Step($"x{i}"))]);

        // When
        var smallest = await new Shrinker(all => Task.FromResult<IReadOnlyList<bool>>([.. all.Select(Differs)])).ShrinkAsync(script);

        // Then
        smallest.Script.Lines.Select(l => l.Text).ShouldBe(["c", "h"]);
    }

    [Fact]
    public async Task A_broken_backend_is_found_and_its_script_shrunk()
    {
        // Given
        var broken = new MadeUpBackend(lines =>
            lines[^1].Contains("-s link show", StringComparison.Ordinal) && lines.Any(l => l.Contains("mirror", StringComparison.Ordinal)) ? "something else" : $"{lines[^1]} done");

        // When
        var report = await new RandomRun(ReferenceKernel.UserMode, MadeUpBackend.Faithful(), broken).RunAsync(seed: 11, count: 120, []);

        // Then
        report.Different.ShouldNotBeEmpty();
        report.Unstable.ShouldBeEmpty();
        var lines = report.Smallest.ShouldHaveSingleItem().Script.Script.Lines.Select(l => l.Text).ToList();
        lines.Count.ShouldBe(2);
        lines[0].ShouldContain("mirror");
        lines[1].ShouldContain("-s link show");
        report.ToString().ShouldContain("ACTORNET_SEED=11");
    }

    [Fact]
    public async Task Faithful_backends_do_not_differ()
    {
        var report = await new RandomRun(ReferenceKernel.Running, MadeUpBackend.Faithful(), MadeUpBackend.Faithful()).RunAsync(seed: 3, count: 130, []);
        (report.Count, report.Different.Count, report.Unstable.Count).ShouldBe((130, 0, 0));
    }

    [Fact]
    public async Task A_kernel_that_contradicts_itself_is_unstable_and_not_different()
    {
        // Given
        var turn = 0;
        var moody = new MadeUpBackend(_ => $"{turn++}");

        // When
        var report = await new RandomRun(ReferenceKernel.Running, moody, MadeUpBackend.Faithful()).RunAsync(seed: 3, count: 5, []);

        // Then
        (report.Unstable.Count, report.Different.Count).ShouldBe((5, 0));
    }

    [Fact]
    public async Task A_known_difference_is_none()
    {
        // Given
        var other = new MadeUpBackend(lines => lines[^1].StartsWith("sniff", StringComparison.Ordinal) ? "other frames" : $"{lines[^1]} done");
        var known = new KnownDifference("K1", "random-*", "sniff * > output", "*", "made up");

        // When
        var report = await new RandomRun(ReferenceKernel.Running, MadeUpBackend.Faithful(), other).RunAsync(seed: 3, count: 20, [known]);

        // Then
        report.Different.ShouldBeEmpty();
    }
}
