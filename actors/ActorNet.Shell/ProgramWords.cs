using System.Text.Json;

namespace ActorNet.Shell;

/// <summary>Makes programs answer with JSON.</summary>
internal static class ProgramWords
{
    /// <summary>ethtool has no such option.</summary>
    private static readonly string[] JsonPrograms = ["ip", "tc", "bridge"];

    /// <summary>Adds <c>-j</c> to the program, and to the one behind <c>ip netns exec NAME</c>.</summary>
    public static IReadOnlyList<string> WithJson(IReadOnlyList<string> words)
    {
        var result = new List<string>(words.Count + 2);
        for (var i = 0; i < words.Count; i++)
        {
            result.Add(words[i]);
            if ((i == 0 || IsBehindExec(words, i)) && JsonPrograms.Contains(words[i], StringComparer.Ordinal)) result.Add("-j");
        }

        return result;
    }

    /// <summary>The output as JSON; null when it is none.</summary>
    public static string? JsonOf(string output)
    {
        var text = output.Trim();
        if (text is not ['[' or '{', ..]) return null;
        try
        {
            using var parsed = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException)
        {
            // Text that begins with a bracket, then.
            return null;
        }
    }

    private static bool IsBehindExec(IReadOnlyList<string> words, int i) =>
        i >= 4 && words[0] == "ip" && "exec".StartsWith(words[i - 2], StringComparison.Ordinal) && words[i - 2].Length > 0
        && words[i - 3].Length > 1 && "netns".StartsWith(words[i - 3], StringComparison.Ordinal);
}
