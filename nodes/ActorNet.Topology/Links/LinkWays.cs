namespace ActorNet.Topology;

/// <summary>Directions of a link.</summary>
[Flags]
public enum LinkWays
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>From a to b.</summary>
    AToB = 1,

    /// <summary>From b to a.</summary>
    BToA = 2,

    /// <summary>Both.</summary>
    Both = AToB | BToA,
}

/// <summary>A link, or one direction of it, that somebody named.</summary>
/// <param name="Link">The link.</param>
/// <param name="Ways">What is meant of it.</param>
public readonly record struct LinkTarget(Link Link, LinkWays Ways);

/// <summary>What is to happen to a link.</summary>
public abstract record LinkChange;

/// <summary>Some settings change, the others stay; what is queued stays, too.</summary>
/// <param name="Patches">The settings, in order.</param>
public sealed record SetLinkSettings(IReadOnlyList<LinkPatch> Patches) : LinkChange
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Patches);
}

/// <summary>The cable is pulled or put in: both devices go down or up.</summary>
/// <param name="Up">Up rather than down.</param>
public sealed record SetLinkState(bool Up) : LinkChange
{
    /// <inheritdoc/>
    public override string ToString() => Up ? "up" : "down";
}

/// <summary>Back to what the file says: settings, and up.</summary>
public sealed record ResetLink : LinkChange
{
    /// <inheritdoc/>
    public override string ToString() => "reset";
}
