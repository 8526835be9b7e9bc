namespace ActorNet.Node.Cli;

/// <summary>
/// Splits a command line into what is ours and what is passed on as it stands: everything behind <c>ip</c>, <c>tc</c>, <c>bridge</c> and <c>ethtool</c> is
/// theirs, options included, and so is everything behind the host of <c>exec</c>.
/// </summary>
internal static class VerbatimTail
{
    private static readonly string[] Tools = ["ip", "tc", "bridge", "ethtool"];
    private static readonly string[] OptionsWithValue = ["--config", "--state-dir"];

    /// <summary>Our words and theirs; without such a command all words are ours.</summary>
    public static (IReadOnlyList<string> Own, IReadOnlyList<string> Tail) Split(IReadOnlyList<string> words)
    {
        var command = IndexOfCommand(words, 0);
        if (command == words.Count) return (words, []);
        if (Tools.Contains(words[command], StringComparer.Ordinal) && !AsksForHelp(words, command)) return Cut(words, command + 1);
        if (!string.Equals(words[command], "exec", StringComparison.Ordinal)) return (words, []);
        var host = IndexOfCommand(words, command + 1);
        return host == words.Count ? (words, []) : Cut(words, host + 1);
    }

    /// <summary>The first word that is neither an option nor an option's value.</summary>
    private static int IndexOfCommand(IReadOnlyList<string> words, int from)
    {
        for (var i = from; i < words.Count; i++)
        {
            if (OptionsWithValue.Contains(words[i], StringComparer.Ordinal)) i++;
            else if (!words[i].StartsWith('-')) return i;
        }

        return words.Count;
    }

    /// <summary>Our help for the command as such; "ip -h" is iproute2's.</summary>
    private static bool AsksForHelp(IReadOnlyList<string> words, int command) =>
        command + 2 == words.Count && string.Equals(words[command + 1], "--help", StringComparison.Ordinal);

    private static (IReadOnlyList<string> Own, IReadOnlyList<string> Tail) Cut(IReadOnlyList<string> words, int at)
    {
        var tail = words.Skip(at).ToArray();
        var isExec = !Tools.Contains(words[at - 1], StringComparer.Ordinal);
        if (isExec && tail is ["--help" or "-h"]) return (words, []);
        return ([.. words.Take(at)], isExec && tail is ["--", ..] ? tail[1..] : tail);
    }
}
