using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Comparing;

/// <summary>Runs scripts on a kernel and on ActorNet, and compares.</summary>
/// <param name="kernel">Which kernel.</param>
/// <param name="real">That kernel.</param>
/// <param name="actorNet">ActorNet with the profile of that kernel.</param>
internal sealed class Differential(ReferenceKernel kernel, IBackend real, IBackend actorNet)
{
    public ReferenceKernel Kernel => kernel;

    /// <summary>One verdict per script, in their order.</summary>
    public async Task<IReadOnlyList<Verdict>> RunAsync(IReadOnlyList<Script> scripts, IReadOnlyList<KnownDifference> table)
    {
        // The kernel mostly sleeps; ActorNet needs no more time than its work takes.
        var onKernel = real.RunAsync(scripts);
        var onActorNet = await actorNet.RunAsync(scripts);
        var expected = await onKernel;
        return [.. scripts.Select((s, i) => Verdict.Of(s, kernel, expected[i], onActorNet[i], table))];
    }
}
