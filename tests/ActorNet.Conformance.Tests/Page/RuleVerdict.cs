using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Comparing;
using ActorNet.Conformance.Tests.Rules;
using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Page;

internal enum Standing
{
    /// <summary>By tests, and by scenarios that two kernels answer alike.</summary>
    EqualOnBoth,

    /// <summary>By scenarios that one kernel answers alike.</summary>
    EqualOnOne,

    /// <summary>By tests of the emulation alone.</summary>
    Proven,

    /// <summary>A known difference.</summary>
    Differs,

    /// <summary>Not, for the reason that the rule states.</summary>
    NotHere,

    /// <summary>Neither proof nor reason: a mistake that a test finds.</summary>
    Open,
}

/// <summary>What docs/conformance.md says about a rule. It follows from files only, so it is the same on every machine.</summary>
internal sealed record RuleVerdict(Rule Rule, IReadOnlyList<string> Tests, IReadOnlyList<Script> Scenarios, IReadOnlyList<string> Kernels, IReadOnlyList<string> Differences)
{
    public static RuleVerdict Of(Rule rule, Proofs proofs, IReadOnlyList<KnownDifference> table)
    {
        var scenarios = proofs.Scenarios[rule.Id].ToList();
        return new RuleVerdict(
            rule,
            [.. proofs.Tests[rule.Id]],
            scenarios,
            [.. ReferenceKernel.All.Where(k => scenarios.Exists(k.Takes)).Select(k => k.Name)],
            [.. table.Where(k => k.Scripts == rule.Id).Select(k => k.Id)]);
    }

    public bool IsProven => Tests.Count > 0 || Scenarios.Count > 0;

    public Standing Standing => (IsProven, Kernels.Count) switch
    {
        _ when Differences.Count > 0 => Standing.Differs,
        (true, 0) => Standing.Proven,
        (true, 1) => Standing.EqualOnOne,
        (true, _) => Standing.EqualOnBoth,
        _ when Rule.Reason.Length > 0 => Standing.NotHere,
        _ => Standing.Open,
    };

    /// <summary>The last column.</summary>
    public string Words
    {
        get
        {
            var words = Standing switch
            {
                Standing.Differs => $"differs: see {string.Join(", ", Differences)}",
                Standing.Proven => "proven",
                Standing.EqualOnOne or Standing.EqualOnBoth => $"proven, equal on {string.Join(" and ", Kernels)}",
                Standing.NotHere => $"not provable here: {Rule.Reason}",
                _ => "OPEN",
            };
            return IsProven && Rule.Reason.Length > 0 ? $"{words}. {Rule.Reason}" : words;
        }
    }
}
