namespace ActorNet.Node.Shell.Help;

/// <summary>All of help, in groups.</summary>
internal static class HelpTopics
{
    /// <summary>The groups, in the order in which they are listed.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<HelpTopic> Topics)> Groups { get; } =
    [
        ("programs, in the words of iproute2", ProgramTopics.All),
        ("verbs; -n NETNS behind one names the namespace of its device", VerbTopics.All),
    ];

    /// <summary>Every topic.</summary>
    public static IEnumerable<HelpTopic> All => Groups.SelectMany(g => g.Topics);

    /// <summary>The topics that words ask for: the one of that name, else those whose names the words begin, as in <c>help tc</c>.</summary>
    public static IReadOnlyList<HelpTopic> Find(IReadOnlyList<string> words)
    {
        HelpTopic[] found = [.. All.Where(t => BeginsLike(t.Name.Split(' '), words))];
        return Array.Find(found, t => t.Name.Split(' ').Length == words.Count) is { } exact && found.Length > 1 ? [exact, .. found.Where(t => t != exact)] : found;
    }

    private static bool BeginsLike(string[] name, IReadOnlyList<string> words)
    {
        if (words.Count == 0 || words.Count > name.Length || !string.Equals(name[0], words[0], StringComparison.Ordinal)) return false;
        // Objects may be abbreviated, as in the commands themselves.
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Length == 0 || !name[i].StartsWith(words[i], StringComparison.Ordinal)) return false;
        }

        return true;
    }
}
