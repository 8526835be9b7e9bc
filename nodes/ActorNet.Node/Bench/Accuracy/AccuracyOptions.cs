using System.Globalization;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Bench.Accuracy;

/// <summary>What the words of <c>bench accuracy</c> ask for.</summary>
/// <param name="Parts">What is measured.</param>
/// <param name="Paths">Where; null for wherever this machine can.</param>
/// <param name="Seconds">How long each setting is measured.</param>
/// <param name="Seed">Of all chances.</param>
internal sealed record AccuracyOptions(IReadOnlyList<AccuracyPart> Parts, IReadOnlyList<string>? Paths, int Seconds, ulong Seed)
{
    /// <summary>Seconds unless said otherwise.</summary>
    public const int DefaultSeconds = 2;

    private const int MaxSeconds = 600;

    /// <summary>Checks the words.</summary>
    /// <param name="parts">Parts; none for all.</param>
    /// <param name="paths">Paths with commas between; null for those that the machine can.</param>
    /// <param name="userMode">Also the user-mode kernel.</param>
    /// <param name="seconds">1 to 600.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="NodeException">A word is wrong; the message names those that are right.</exception>
    public static AccuracyOptions Read(IReadOnlyList<string> parts, string? paths, bool userMode, int seconds, ulong seed)
    {
        if (seconds is < 1 or > MaxSeconds)
            throw NodeException.Usage(string.Create(CultureInfo.InvariantCulture, $"--seconds is {seconds}; write 1 to {MaxSeconds}."));
        var chosen = parts.Count == 0 ? AccuracyParts.Words : Known("bench accuracy", parts, AccuracyParts.Words);
        var where = paths is null ? null : Known("--paths", paths.Split(',', StringSplitOptions.TrimEntries), AccuracyPaths.Words);
        if (userMode && where is not null) where = [.. where.Union([AccuracyPaths.UserMode], StringComparer.Ordinal)];
        return new AccuracyOptions([.. chosen.Select(word => (AccuracyPart)AccuracyParts.Words.ToList().IndexOf(word))], where, seconds, seed) { UserMode = userMode };
    }

    /// <summary>The user-mode kernel was asked for, whatever else is measured.</summary>
    public bool UserMode { get; private init; }

    /// <summary>The chosen words in the order of the known ones.</summary>
    private static IReadOnlyList<string> Known(string where, IReadOnlyList<string> chosen, IReadOnlyList<string> known)
    {
        foreach (var word in chosen)
        {
            if (!known.Contains(word, StringComparer.Ordinal)) throw NodeException.Usage($"{where}: there is no '{word}'; choose from {string.Join(",", known)}.");
        }

        return [.. known.Where(word => chosen.Contains(word, StringComparer.Ordinal))];
    }
}
