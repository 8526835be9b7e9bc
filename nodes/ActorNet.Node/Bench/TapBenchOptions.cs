using System.Globalization;
using ActorNet.Node.Cli;

namespace ActorNet.Node.Bench;

/// <summary>What the words of <c>bench tap</c> ask for.</summary>
/// <param name="Rounds">How often each thing is measured.</param>
/// <param name="Seconds">How long each time.</param>
/// <param name="Metrics">What is measured.</param>
/// <param name="Paths">Where.</param>
internal sealed record TapBenchOptions(int Rounds, int Seconds, IReadOnlyList<TapMetric> Metrics, IReadOnlyList<string> Paths)
{
    /// <summary>Measurements of each kind unless said otherwise; fewer than five give no median worth the name.</summary>
    public const int DefaultRounds = 5;

    /// <summary>Seconds of one measurement unless said otherwise.</summary>
    public const int DefaultSeconds = 3;

    private const int MaxRounds = 1000;
    private const int MaxSeconds = 600;

    /// <summary>Checks the words.</summary>
    /// <param name="rounds">1 to 1000.</param>
    /// <param name="seconds">1 to 600.</param>
    /// <param name="only">Metrics with commas between; null for all.</param>
    /// <param name="paths">Paths with commas between; null for all.</param>
    /// <exception cref="NodeException">A word is wrong; the message names those that are right.</exception>
    public static TapBenchOptions Read(int rounds, int seconds, string? only, string? paths)
    {
        Check("--rounds", rounds, MaxRounds);
        Check("--seconds", seconds, MaxSeconds);
        var metrics = Choose("--only", only, TapMetrics.Words).Select(word => (TapMetric)IndexOf(TapMetrics.Words, word));
        return new TapBenchOptions(rounds, seconds, [.. metrics], Choose("--paths", paths, TapPaths.Words));
    }

    private static void Check(string option, int value, int most)
    {
        if (value < 1 || value > most)
            throw NodeException.Usage(string.Create(CultureInfo.InvariantCulture, $"{option} is {value}; write 1 to {most}."));
    }

    /// <summary>The chosen words in the order of the known ones.</summary>
    private static string[] Choose(string option, string? text, IReadOnlyList<string> known)
    {
        if (text is null) return [.. known];
        var chosen = text.Split(',', StringSplitOptions.TrimEntries);
        foreach (var word in chosen)
        {
            if (IndexOf(known, word) < 0) throw NodeException.Usage($"{option}: there is no '{word}'; choose from {string.Join(",", known)}.");
        }

        return [.. known.Where(word => chosen.Contains(word, StringComparer.Ordinal))];
    }

    private static int IndexOf(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (string.Equals(words[i], word, StringComparison.Ordinal)) return i;
        }

        return -1;
    }
}
