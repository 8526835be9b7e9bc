namespace ActorNet.Conformance.Tests.Rules;

/// <summary>Reads Rules/rules.txt.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<Rule> Load() => Parse(File.ReadAllText(Path.Combine(Checkout.Project, "Rules", "rules.txt")));

    /// <summary>One rule per line, in the order of the file.</summary>
    /// <exception cref="FormatException">A line is no rule, or an id stands twice; says which.</exception>
    public static IReadOnlyList<Rule> Parse(string text)
    {
        var rules = new List<Rule>();
        var section = "";
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) section = line[3..];
            if (line[0] == '#') continue;
            var cells = line.Split('|').Select(c => c.Trim()).ToArray();
            if (cells.Length is not (2 or 3) || cells.Any(c => c.Length == 0)) throw new FormatException($"rules.txt: not \"ID | matter\" or \"ID | matter | reason\": {line}");
            if (rules.Exists(r => r.Id == cells[0])) throw new FormatException($"rules.txt: {cells[0]} stands twice");
            rules.Add(new Rule(cells[0], section, cells[1], cells.Length == 3 ? cells[2] : ""));
        }
        return rules;
    }
}
