namespace ActorNet.Conformance.Tests.Comparing;

/// <summary>The hand-written table in docs/conformance.md. It stands there and nowhere else.</summary>
internal static class KnownDifferences
{
    public const string Begin = "<!-- known differences -->";
    public const string End = "<!-- end of known differences -->";

    /// <summary>What the page has between the markers, with them; a table without rows where there is no page yet.</summary>
    public static string Section(string page)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin ? $"{Begin}\n| id | scenarios or rule | command > path of the reply | kernel | reason |\n| --- | --- | --- | --- | --- |\n{End}" : page[begin..(end + End.Length)];
    }

    public static IReadOnlyList<KnownDifference> Load() => File.Exists(Checkout.Page) ? Parse(File.ReadAllText(Checkout.Page)) : [];

    /// <summary>The rows of the table.</summary>
    /// <exception cref="FormatException">A row has not five columns, or an id stands twice.</exception>
    public static IReadOnlyList<KnownDifference> Parse(string page)
    {
        var rows = Section(page).Split('\n').Where(l => l.StartsWith('|')).Skip(2).Select(Row).ToList();
        var twice = rows.GroupBy(r => r.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? rows : throw new FormatException($"docs/conformance.md: the known difference {twice.Key} stands twice");
    }

    private static KnownDifference Row(string line)
    {
        var cells = line.Trim().Trim('|').Split('|').Select(c => c.Trim().Trim('`').Trim()).ToArray();
        return cells is [var id, var scripts, var place, var kernel, var reason] && cells.All(c => c.Length > 0)
            ? new KnownDifference(id, scripts, place, kernel, reason)
            : throw new FormatException($"docs/conformance.md: a known difference has five columns (id, scenarios or rule, command > path, kernel, reason), none empty: {line}");
    }
}
