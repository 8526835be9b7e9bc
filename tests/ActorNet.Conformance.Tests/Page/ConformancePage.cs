using System.Globalization;
using System.Text;
using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Comparing;
using ActorNet.Conformance.Tests.Generating;
using ActorNet.Conformance.Tests.Rules;
using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Page;

/// <summary>Writes docs/conformance.md from rules, traits, scenario headers and the table of known differences that the page itself holds.</summary>
internal static class ConformancePage
{
    private const int MaxExamples = 6;

    /// <summary>How to mend a stale page.</summary>
    public const string Command = "dotnet run --project tests/ActorNet.Conformance.Tests -- page";

    /// <summary>The page as it should be now.</summary>
    public static string Current() =>
        Write(RuleBook.Load(), Proofs.Find(), ScenarioFile.All(), File.Exists(Checkout.Page) ? File.ReadAllText(Checkout.Page) : "");

    /// <summary>The page, with the known differences of <paramref name="before"/>.</summary>
    public static string Write(IReadOnlyList<Rule> rules, Proofs proofs, IReadOnlyList<Script> scenarios, string before)
    {
        var table = KnownDifferences.Parse(before);
        var verdicts = rules.Select(r => RuleVerdict.Of(r, proofs, table)).ToList();
        var page = new StringBuilder();
        Introduction(page, verdicts, scenarios);
        Differences(page, before);
        Normalizations(page);
        Kinds(page, scenarios);
        foreach (var section in verdicts.GroupBy(v => v.Rule.Section, StringComparer.Ordinal)) Section(page, section.Key, section);
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void Introduction(StringBuilder page, List<RuleVerdict> verdicts, IReadOnlyList<Script> scenarios)
    {
        int Count(params Standing[] standings) => verdicts.Count(v => standings.Contains(v.Standing));
        var compared = string.Join(", ", ReferenceKernel.All.Select(k => $"{scenarios.Count(k.Takes)} on {k.Title}"));
        page.Append(CultureInfo.InvariantCulture, $"""
            # Conformance

            Each rule of what Linux does with devices, ifbs, mirred, filters and queues, and how it is known that ActorNet does the same. This page is generated: `{Command}`.

            | | rules |
            | --- | --- |
            | proven, and the same script answers alike on ActorNet and on two kernels | {Count(Standing.EqualOnBoth)} |
            | proven, and the same script answers alike on ActorNet and on one kernel | {Count(Standing.EqualOnOne)} |
            | proven by tests of the emulation | {Count(Standing.Proven)} |
            | differs, for a reason given below | {Count(Standing.Differs)} |
            | not provable here, for the reason given | {Count(Standing.NotHere)} |
            | neither proven nor explained | {Count(Standing.Open)} |
            | all | {verdicts.Count} |

            Scenarios: {scenarios.Count} scripts in [tests/scenarios](../tests/scenarios), compared line by line: {compared}. Each run of the tests also compares {RandomCounts.All} random scripts.

            ## How to run it yourself

            A scenario is a script of the [shell language](../actors/ActorNet.Shell/README.md). As root, on a machine with the packages of [tests/packages.txt](../tests/packages.txt):

            ```
            dotnet run --project tests/ActorNet.Conformance.Tests -- compare tests/scenarios/g01-ingress-redirect-to-ifb.txt
            dotnet run --project tests/ActorNet.Conformance.Tests -- compare my-own.txt --kernel 6.1
            dotnet run --project tests/ActorNet.Conformance.Tests -- random 200 --seed 7
            dotnet test tests/ActorNet.Conformance.Tests
            ```

            The kernels are the running one (scripts run in network namespaces of their own, nothing of the machine is touched) and a user-mode Linux 6.1, an ordinary process.
            [The project's README](../tests/ActorNet.Conformance.Tests/README.md) tells how it works.


            """);
    }

    private static void Differences(StringBuilder page, string before) => page.Append(CultureInfo.InvariantCulture, $"""
        ## Known differences

        Where ActorNet rightly answers otherwise than a kernel. Written by hand, between the markers; the tests read it here. Scenario names, places and kernels may contain `*` and `?`.
        A row that no scenario shows any more makes a test fail.

        {KnownDifferences.Section(before)}


        """);

    private static void Normalizations(StringBuilder page)
    {
        page.AppendLine("## What is not compared").AppendLine();
        page.AppendLine("| what | why |").AppendLine("| --- | --- |");
        foreach (var row in Normalization.All) page.AppendLine(CultureInfo.InvariantCulture, $"| {row.What} | {row.Reason} |");
        page.AppendLine();
    }

    private static void Kinds(StringBuilder page, IReadOnlyList<Script> scenarios)
    {
        page.AppendLine("## Devices, qdiscs, classifiers, actions").AppendLine();
        page.AppendLine("Every kind that can be made, and the scenarios that make one; each is answered alike by the kernels named.").AppendLine();
        page.AppendLine("| kind | scenarios | compared with |").AppendLine("| --- | --- | --- |");
        foreach (var k in KindProofs.Find(scenarios))
        {
            var kernels = ReferenceKernel.All.Select(r => (r.Name, Count: k.Scenarios.Count(r.Takes))).Where(r => r.Count > 0).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Name}: {r.Count}"));
            page.AppendLine(CultureInfo.InvariantCulture, $"| {k.Family} {k.Kind} | {Examples(k.Scenarios)} | {string.Join(", ", kernels)} |");
        }

        page.AppendLine();
    }

    /// <summary>The first few, since some kinds are in nearly every scenario.</summary>
    private static string Examples(IReadOnlyList<Script> scenarios)
    {
        var links = scenarios.Take(MaxExamples).Select(s => $"[{s.Name}](../tests/scenarios/{s.Name}.txt)");
        return string.Join(", ", links) + (scenarios.Count > MaxExamples ? string.Create(CultureInfo.InvariantCulture, $" and {scenarios.Count - MaxExamples} more") : "");
    }

    private static void Section(StringBuilder page, string title, IEnumerable<RuleVerdict> verdicts)
    {
        page.AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine();
        page.AppendLine("| rule | matter | where proven | compared with | verdict |").AppendLine("| --- | --- | --- | --- | --- |");
        foreach (var v in verdicts)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {v.Rule.Id} | {v.Rule.Matter} | {Places(v)} | {(v.Kernels.Count == 0 ? "-" : string.Join(", ", v.Kernels))} | {v.Words} |");
        }
        page.AppendLine();
    }

    private static string Places(RuleVerdict verdict)
    {
        var tests = verdict.Tests.Select(t => $"[{Path.GetFileNameWithoutExtension(t)}](../{t})");
        var scenarios = verdict.Scenarios.Select(s => $"[{s.Name}](../tests/scenarios/{s.Name}.txt)");
        var places = tests.Concat(scenarios).ToList();
        return places.Count == 0 ? "-" : string.Join(", ", places);
    }
}
