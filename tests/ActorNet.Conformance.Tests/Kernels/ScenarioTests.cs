using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Comparing;
using ActorNet.Conformance.Tests.Scripts;
using Shouldly;
using Xunit;

namespace ActorNet.Conformance.Tests.Kernels;

/// <summary>Every scenario of tests/scenarios, on ActorNet and on each kernel that it names.</summary>
[Collection(ReferenceKernels.Collection)]
public class ScenarioTests(ReferenceKernels kernels)
{
    /// <summary>What the issue asks for.</summary>
    private const int Fewest = 120;

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var kernel in ReferenceKernel.All)
        {
            foreach (var script in ScenarioFile.All().Where(kernel.Takes)) cases.Add(script.Name, kernel.Name);
        }
        return cases;
    }

    [Fact]
    public void There_are_enough_scenarios() => ScenarioFile.All().Count.ShouldBeGreaterThanOrEqualTo(Fewest);

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task ActorNet_answers_as_the_kernel(string scenario, string kernel)
    {
        var verdict = (await kernels.AskAsync(kernel, r => r.ScenariosAsync()))[scenario];
        if (!verdict.IsEqual) Assert.Fail(verdict.ToString());
    }

    [SkippableTheory]
    [MemberData(nameof(KernelNames))]
    public async Task Every_known_difference_is_still_one(string kernel)
    {
        // Given
        var table = KnownDifferences.Load();

        // When
        var shown = (await kernels.AskAsync(kernel, r => r.ScenariosAsync())).Values.SelectMany(v => v.Known).Select(k => k.Row.Id).ToHashSet();

        // Then
        var stale = table.Where(k => k.Kernel == kernel && !shown.Contains(k.Id)).Select(k => $"{k.Id}: {k.Place}").ToList();
        stale.ShouldBeEmpty("stale known differences: no scenario shows them on this kernel any more; take the rows out of docs/conformance.md");
    }

    [SkippableFact]
    public async Task Known_differences_of_any_kernel_are_still_ones()
    {
        // Given
        var table = KnownDifferences.Load().Where(k => !ReferenceKernel.Names.Contains(k.Kernel)).ToList();

        // When
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kernel in ReferenceKernel.Names)
        {
            var verdicts = await kernels.AskAsync(kernel, r => r.ScenariosAsync());
            shown.UnionWith(verdicts.Values.SelectMany(v => v.Known).Select(k => k.Row.Id));
        }

        // Then
        table.Where(k => !shown.Contains(k.Id)).Select(k => $"{k.Id}: {k.Place}").ShouldBeEmpty("stale known differences: no scenario shows them on any kernel; take the rows out of docs/conformance.md");
    }

    public static TheoryData<string> KernelNames() => [.. ReferenceKernel.Names];
}
