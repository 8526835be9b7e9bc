using System.Text.RegularExpressions;
using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Rules;

/// <summary>Where rules are proven: traits of tests, and headers of scenarios.</summary>
/// <param name="Tests">Files of tests, relative to the checkout, by rule.</param>
/// <param name="Scenarios">Scenarios by rule.</param>
internal sealed partial record Proofs(ILookup<string, string> Tests, ILookup<string, Script> Scenarios)
{
    /// <summary>Reads the whole checkout.</summary>
    public static Proofs Find() => new(OfTests(), OfScenarios(ScenarioFile.All()));

    /// <summary>Every id that a test or a scenario names.</summary>
    public IEnumerable<string> Named => Tests.Select(g => g.Key).Concat(Scenarios.Select(g => g.Key)).Distinct(StringComparer.Ordinal);

    private static ILookup<string, Script> OfScenarios(IReadOnlyList<Script> scripts) =>
        scripts.SelectMany(s => s.Rules.Select(r => (Rule: r, Script: s))).ToLookup(p => p.Rule, p => p.Script, StringComparer.Ordinal);

    private static ILookup<string, string> OfTests()
    {
        var root = Path.Combine(Checkout.Root, "tests");
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(f => Traits().Matches(File.ReadAllText(f)).Select(m => (Rule: m.Groups["id"].Value, File: Path.GetRelativePath(Checkout.Root, f))))
            .Distinct()
            .ToLookup(p => p.Rule, p => p.File, StringComparer.Ordinal);
    }

    [GeneratedRegex("""\bTrait\("(rule|scenario)", "(?<id>[^"]+)"\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Traits();
}
