namespace ActorNet.Fuzz.Tests.Harness;

/// <summary>Right inputs: the topologies of <c>configs/</c> and the scripts of <c>tests/scenarios/</c>.</summary>
internal static class Corpus
{
    private static readonly string[] Programs = ["ip", "tc", "bridge", "ethtool"];

    /// <summary>Topology files.</summary>
    public static IReadOnlyList<string> Topologies { get; } = Read("configs", "*.conf");

    /// <summary>Scripts of the shell language, line by line; what must fail is among them, without its mark.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Scripts { get; } =
        [.. Read("scenarios", "*.txt").Select(static t => (IReadOnlyList<string>)[.. t.Split('\n').Select(static l => l.TrimStart('!', ' ').TrimEnd()).Where(static l => l.Length > 0 && l[0] != '#')])];

    /// <summary>Of these scripts only the lines of iproute2's programs, without those that wait for events.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Commands { get; } =
        [.. Scripts.Select(static s => (IReadOnlyList<string>)[.. s.Where(IsCommand)]).Where(static s => s.Count > 0)];

    /// <summary>Every word that stands in a script, once.</summary>
    public static IReadOnlyList<string> Words { get; } =
        [.. Scripts.SelectMany(static s => s).SelectMany(static l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(static w => w.Length < 200).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Frames that scripts send, as bytes.</summary>
    public static IReadOnlyList<byte[]> Frames { get; } =
        [.. Scripts.SelectMany(static s => s).Select(HexOf).OfType<string>().Where(static h => h.Length % 2 == 0 && h.All(char.IsAsciiHexDigit)).Distinct(StringComparer.Ordinal).Select(Convert.FromHexString)];

    private static bool IsCommand(string line) => Programs.Contains(line.Split(' ')[0], StringComparer.Ordinal);

    private static string? HexOf(string line)
    {
        var words = line.Split(' ');
        var at = Array.IndexOf(words, "hex");
        return at >= 0 && at + 1 < words.Length ? words[at + 1].Replace(":", "", StringComparison.Ordinal) : null;
    }

    private static string[] Read(string folder, string pattern)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "corpus", folder);
        string[] texts = [.. Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        return texts.Length > 0 ? texts : throw new InvalidOperationException($"{path} has no {pattern}.");
    }
}
