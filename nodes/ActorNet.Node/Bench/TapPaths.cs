namespace ActorNet.Node.Bench;

/// <summary>Names of the paths between the two hosts.</summary>
internal static class TapPaths
{
    /// <summary>TAP, redirect to an emulated ifb, bridge, TAP.</summary>
    public const string ActorNet = "actornet";

    /// <summary>The same with loops that never sleep; only its round trip is of interest.</summary>
    public const string BusyPoll = "actornet-busy";

    /// <summary>veth, redirect to the kernel's ifb, the kernel's bridge, veth.</summary>
    public const string Kernel = "kernel";

    /// <summary>TAP, <c>vde_plug2tap</c>, <c>vde_switch</c>, <c>vde_plug2tap</c>, TAP.</summary>
    public const string Vde = "vde";

    /// <summary>What <c>--paths</c> takes.</summary>
    public static IReadOnlyList<string> Words { get; } = [ActorNet, Kernel, Vde];
}
