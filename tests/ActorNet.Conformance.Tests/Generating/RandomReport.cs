using System.Globalization;
using System.Text;
using ActorNet.Conformance.Tests.Comparing;

namespace ActorNet.Conformance.Tests.Generating;

/// <summary>What came of a run of random scripts.</summary>
/// <param name="Kernel">Compared with.</param>
/// <param name="Seed">Makes the same scripts again.</param>
/// <param name="Count">Scripts that were run.</param>
/// <param name="Lines">Their commands.</param>
/// <param name="Unstable">Scripts to which the kernel itself answers now this, now that.</param>
/// <param name="Different">Verdicts of the scripts that differ.</param>
internal sealed record RandomReport(string Kernel, int Seed, int Count, int Lines, IReadOnlyList<string> Unstable, IReadOnlyList<Verdict> Different)
{
    /// <summary>The smallest scripts for the first differences, and their verdicts.</summary>
    public IReadOnlyList<(RandomScript Script, Verdict Verdict)> Smallest { get; init; } = [];

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Count} random scripts ({Lines} lines) on {Kernel}, seed {Seed}: {Count - Different.Count - Unstable.Count} equal, {Unstable.Count} unstable on the kernel itself, {Different.Count} different");
        foreach (var name in Unstable) text.AppendLine(CultureInfo.InvariantCulture, $"unstable: {name}");
        foreach (var kind in Kinds()) text.AppendLine(CultureInfo.InvariantCulture, $"in {kind.Count()} scripts: {kind.Key}, as in {kind.First().Script}: {kind.First().Difference}");
        foreach (var (script, verdict) in Smallest) text.AppendLine().AppendLine("the smallest script that differs:").AppendLine(script.ToFile(Kernel)).Append(verdict);
        if (Smallest.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"again: ACTORNET_SEED={Seed} dotnet run --project tests/ActorNet.Conformance.Tests -- random {Count} --kernel {Kernel}");
        return text.ToString();
    }

    /// <summary>Fields that differ, most frequent first: what to look at before single scripts.</summary>
    private IEnumerable<IGrouping<string, (string Script, Difference Difference)>> Kinds() => Different
        .SelectMany(v => v.Unexplained.DistinctBy(Kind).Select(d => (v.Script.Name, d)))
        .GroupBy(p => Kind(p.d), StringComparer.Ordinal)
        .OrderByDescending(g => g.Count());

    private static string Kind(Difference difference)
    {
        var words = difference.Command.Split(' ').Where(w => w is "ip" or "tc" or "bridge" or "link" or "qdisc" or "filter" or "actions" or "sniff" or "inject" or "show" or "add" or "del");
        return $"{string.Join(' ', words)} > {difference.Path[(difference.Path.LastIndexOf(']') + 1)..]}";
    }
}
