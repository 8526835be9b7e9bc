using ActorNet.Conformance.Tests.Backends;

namespace ActorNet.Conformance.Tests.Scripts;

/// <summary>Reads the files of tests/scenarios: a header of comments (title, rules, kernels, needs), then commands.</summary>
internal static class ScenarioFile
{
    /// <summary>Every scenario of the folder, by name.</summary>
    public static IReadOnlyList<Script> All() =>
        [.. Directory.EnumerateFiles(Checkout.Scenarios, "*.txt").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>One file.</summary>
    /// <exception cref="FormatException">The header is not as it should be; says where and what.</exception>
    public static Script Read(string path) => Parse(path, File.ReadAllText(path));

    public static Script Parse(string path, string text)
    {
        var header = Header(path, text);
        return new Script(Path.GetFileNameWithoutExtension(path), ScriptLine.Read(text))
        {
            Title = header.GetValueOrDefault("title", ""),
            Rules = Words(header.GetValueOrDefault("rules", "")),
            Kernels = Kernels(path, header),
            Needs = Words(header.GetValueOrDefault("needs", "")),
            Path = path,
        };
    }

    private static Dictionary<string, string> Header(string path, string text)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').TakeWhile(l => l.StartsWith('#') || l.Trim().Length == 0))
        {
            var (key, value) = KeyAndValue(line.TrimStart('#').Trim());
            if (key is not ("title" or "rules" or "kernels" or "needs")) continue;
            if (!found.TryAdd(key, value)) throw new FormatException($"{path}: the header says \"{key}\" twice");
        }
        return found;
    }

    private static (string Key, string Value) KeyAndValue(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (line[..colon], line[(colon + 1)..].Trim());
    }

    private static IReadOnlyList<string> Kernels(string path, Dictionary<string, string> header)
    {
        if (!header.TryGetValue("kernels", out var named)) return ReferenceKernel.Names;
        var words = Words(named);
        if (words is ["none"]) return [];
        foreach (var word in words)
        {
            if (!ReferenceKernel.Names.Contains(word))
                throw new FormatException($"{path}: \"{word}\" is no kernel to compare with; known are {string.Join(", ", ReferenceKernel.Names)}, or \"none\"");
        }
        return words;
    }

    private static string[] Words(string text) => text.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
