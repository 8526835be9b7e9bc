using ActorNet.Conformance.Tests.Backends;

namespace ActorNet.Conformance.Tests.Generating;

/// <summary>How many random scripts a run of the tests compares. User-mode Linux starts programs much slower than the machine itself.</summary>
internal static class RandomCounts
{
    private const int OnRunning = 440;
    private const int OnUserMode = 60;

    public const int All = OnRunning + OnUserMode;

    public static int On(ReferenceKernel kernel) => kernel == ReferenceKernel.UserMode ? OnUserMode : OnRunning;
}
