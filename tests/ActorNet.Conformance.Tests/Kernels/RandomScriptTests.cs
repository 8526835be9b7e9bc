using ActorNet.Conformance.Tests.Backends;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace ActorNet.Conformance.Tests.Kernels;

/// <summary>Random scripts, on ActorNet and on each kernel. ACTORNET_SEED repeats a run.</summary>
[Collection(ReferenceKernels.Collection)]
public class RandomScriptTests(ReferenceKernels kernels, ITestOutputHelper output)
{
    /// <summary>
    /// The fixed seed finds no difference, but on a loaded machine a kernel's clock can come in the way of a script twice in the same manner. Each run prints what differs and
    /// shrinks the first; more than this is a mistake.
    /// </summary>
    private const int ToleratedOneIn = 200;

    public static TheoryData<string> KernelNames() => [.. ReferenceKernel.Names];

    [SkippableTheory]
    [MemberData(nameof(KernelNames))]
    public async Task Random_scripts_are_answered_alike(string kernel)
    {
        // When
        var report = await kernels.AskAsync(kernel, r => r.RandomAsync());
        output.WriteLine(report.ToString());

        // Then
        report.Different.Count.ShouldBeLessThanOrEqualTo(Math.Max(1, report.Count / ToleratedOneIn), report.ToString());
        // A kernel that often contradicts itself is no reference: then the scripts depend on time.
        report.Unstable.Count.ShouldBeLessThanOrEqualTo(report.Count / 20, report.ToString());
    }
}
