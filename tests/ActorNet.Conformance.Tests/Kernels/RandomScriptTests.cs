using ActorNet.Conformance.Tests.Backends;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace ActorNet.Conformance.Tests.Kernels;

/// <summary>Random scripts, on ActorNet and on each kernel. ACTORNET_SEED repeats a run.</summary>
[Collection(ReferenceKernels.Collection)]
public class RandomScriptTests(ReferenceKernels kernels, ITestOutputHelper output)
{
    public static TheoryData<string> KernelNames() => [.. ReferenceKernel.Names];

    [SkippableTheory]
    [MemberData(nameof(KernelNames))]
    public async Task Random_scripts_are_answered_alike(string kernel)
    {
        // When
        var report = await kernels.AskAsync(kernel, r => r.RandomAsync());
        output.WriteLine(report.ToString());

        // Then
        if (report.Different.Count > 0) Assert.Fail(report.ToString());
        // A kernel that often contradicts itself is no reference: then the scripts depend on time.
        report.Unstable.Count.ShouldBeLessThanOrEqualTo(report.Count / 20, report.ToString());
    }
}
