namespace ActorNet.Node.Bench.Accuracy;

/// <summary>Names of the paths that frames take.</summary>
internal static class AccuracyPaths
{
    /// <summary>The emulation on the virtual clock: no root, no TAP, no waiting.</summary>
    public const string Virtual = "virtual";

    /// <summary>The emulation between two TAPs, in real time.</summary>
    public const string Tap = "tap";

    /// <summary>The same with a loop that never sleeps, and so has no wake-up to be late by; measured only when it is named.</summary>
    public const string BusyPoll = "tap-busy";

    /// <summary>The running kernel's own qdiscs between veth pairs, of the kinds that it has.</summary>
    public const string Kernel = "kernel";

    /// <summary>The qdiscs of a user-mode kernel, which has them all.</summary>
    public const string UserMode = "uml";

    /// <summary>What <c>--paths</c> takes.</summary>
    public static IReadOnlyList<string> Words { get; } = [Virtual, Tap, BusyPoll, Kernel, UserMode];
}
