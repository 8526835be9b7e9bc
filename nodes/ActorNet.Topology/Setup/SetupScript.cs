using ActorNet.Hocon;

namespace ActorNet.Topology;

/// <summary>The commands of a box in order, each with its place in the file.</summary>
/// <param name="Lines">Comments and blank lines are left out, continued lines are one.</param>
public sealed record SetupScript(IReadOnlyList<SetupLine> Lines)
{
    /// <summary>No command.</summary>
    public static SetupScript Empty { get; } = new([]);
}

/// <summary>One command of a setup script.</summary>
/// <param name="Origin">Where it starts. Inside text that was composed of several pieces: where that text starts.</param>
/// <param name="Text">The command as written, trimmed; continued lines joined by a space.</param>
/// <param name="Words">The command split into words, the first of them <c>ip</c>, <c>tc</c>, <c>bridge</c> or <c>ethtool</c>.</param>
public sealed record SetupLine(HoconOrigin Origin, string Text, IReadOnlyList<string> Words);
