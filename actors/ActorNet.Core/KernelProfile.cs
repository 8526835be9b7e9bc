namespace ActorNet.Core;

/// <summary>Where Linux versions differ in what they do, as switches named for the behaviour. A box imitates one of them.</summary>
/// <param name="Version">The version's name in topology files.</param>
public sealed record KernelProfile(string Version)
{
    /// <summary>mirred without a target: redirect answers SHOT (4.17, 5.14, 6.1) rather than its verdict (6.18); rule MIR-03.</summary>
    public bool MirredWithoutTargetShoots { get; init; }

    /// <summary>mirred refuses a target without carrier, not only one that is down; rule MIR-04.</summary>
    public bool MirredChecksCarrier { get; init; } = true;

    /// <summary>mirred at ingress sends the original instead of a clone; rule MIR-05.</summary>
    public bool MirredReinserts { get; init; } = true;

    /// <summary>6.18, the default.</summary>
    public static readonly KernelProfile Linux618 = new("6.18");

    /// <summary>6.1.</summary>
    public static readonly KernelProfile Linux61 = new("6.1") { MirredWithoutTargetShoots = true, MirredChecksCarrier = false };

    /// <summary>5.14.</summary>
    public static readonly KernelProfile Linux514 = new("5.14") { MirredWithoutTargetShoots = true, MirredChecksCarrier = false };

    /// <summary>4.17.</summary>
    public static readonly KernelProfile Linux417 = new("4.17") { MirredWithoutTargetShoots = true, MirredChecksCarrier = false, MirredReinserts = false };

    private static readonly KernelProfile[] Known = [Linux417, Linux514, Linux61, Linux618];

    /// <summary>The profile of that name; null when there is none.</summary>
    public static KernelProfile? Find(string version) => Array.Find(Known, k => string.Equals(k.Version, version, StringComparison.Ordinal));

    /// <summary>The names that <see cref="Find"/> knows, for error messages.</summary>
    public static string Names => string.Join(", ", Known.Select(k => k.Version));
}
