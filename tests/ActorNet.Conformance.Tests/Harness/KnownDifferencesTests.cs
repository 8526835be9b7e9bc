using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Comparing;
using ActorNet.Conformance.Tests.Page;
using ActorNet.Conformance.Tests.Rules;
using ActorNet.Conformance.Tests.Scripts;
using Shouldly;
using Xunit;

namespace ActorNet.Conformance.Tests.Harness;

public class KnownDifferencesTests
{
    private const string Text = """
        before
        <!-- known differences -->
        | id | scenarios or rule | command > path of the reply | kernel | reason |
        | --- | --- | --- | --- | --- |
        | K1 | g01-* | `* > output[?].tso_max_size` | 6.1 | made up |
        | K2 | IFB-07 | `tc * > error` | * | made up too |
        <!-- end of known differences -->
        after
        """;

    private static readonly Script Basic = new("g01-basic", [new ScriptLine(1, "ip -d link")]) { Rules = ["IFB-07"] };

    [Fact]
    public void Rows_are_read_from_the_page() => KnownDifferences.Parse(Text).ShouldBe(
    [
        new KnownDifference("K1", "g01-*", "* > output[?].tso_max_size", "6.1", "made up"),
        new KnownDifference("K2", "IFB-07", "tc * > error", "*", "made up too"),
    ]);

    [Fact]
    public void A_row_matches_by_scenario_place_and_kernel()
    {
        var row = KnownDifferences.Parse(Text)[0];
        var difference = new Difference(1, "ip -d link", "output[0].tso_max_size", "1", "2");
        row.Matches(Basic, "6.1", difference).ShouldBeTrue();
        row.Matches(Basic, "6.18", difference).ShouldBeFalse();
        row.Matches(Basic with { Name = "g02" }, "6.1", difference).ShouldBeFalse();
        row.Matches(Basic, "6.1", difference with { Path = "output[0].mtu" }).ShouldBeFalse();
    }

    [Fact]
    public void A_row_matches_by_rule() =>
        KnownDifferences.Parse(Text)[1].Matches(Basic with { Name = "other" }, "6.18", new Difference(1, "tc qdisc del", "error", "a", "b")).ShouldBeTrue();

    [Theory]
    [InlineData("| K3 | g01 | * | 6.1 | |")]
    [InlineData("| K3 | g01 | 6.1 | reason |")]
    public void A_row_without_five_columns_is_refused(string row) =>
        Should.Throw<FormatException>(() => KnownDifferences.Parse(Text.Replace("<!-- end", row + "\n<!-- end", StringComparison.Ordinal))).Message.ShouldContain("five columns");

    [Fact]
    public void An_id_that_stands_twice_is_refused() =>
        Should.Throw<FormatException>(() => KnownDifferences.Parse(Text.Replace("K2", "K1", StringComparison.Ordinal))).Message.ShouldContain("K1 stands twice");

    [Fact]
    public void The_page_keeps_its_rows_and_says_which_rule_differs()
    {
        // Given
        var rules = RuleBook.Parse("## S\nIFB-07 | a drain\nIFB-08 | b\nHTB-01 | c\nX-1 | d | Nobody can see it.");
        var proofs = new Proofs(new[] { ("IFB-08", "tests/A/B.cs") }.ToLookup(p => p.Item1, p => p.Item2), new[] { ("IFB-07", Basic) }.ToLookup(p => p.Item1, p => p.Basic));

        // When
        var page = ConformancePage.Write(rules, proofs, [Basic], Text);

        // Then
        KnownDifferences.Section(page).ShouldBe(KnownDifferences.Section(Text));
        page.ShouldContain("| IFB-07 | a drain | [g01-basic](../tests/scenarios/g01-basic.txt) | - | differs: see K2 |");
        page.ShouldContain("| IFB-08 | b | [B](../tests/A/B.cs) | - | proven |");
        page.ShouldContain("| HTB-01 | c | - | - | OPEN |");
        page.ShouldContain("| X-1 | d | - | - | not provable here: Nobody can see it. |");
        ConformancePage.Write(rules, proofs, [Basic], page).ShouldBe(page, "writing it again changes nothing");
    }

    [Fact]
    public void Scenarios_on_two_kernels_make_a_rule_equal_on_both()
    {
        var rules = RuleBook.Parse("## S\nIFB-07 | a drain | Only in part.");
        var both = Basic with { Kernels = ReferenceKernel.Names };
        var proofs = new Proofs(Array.Empty<(string, string)>().ToLookup(p => p.Item1, p => p.Item2), new[] { ("IFB-07", both) }.ToLookup(p => p.Item1, p => p.both));
        ConformancePage.Write(rules, proofs, [both], "").ShouldContain("| 6.18, 6.1 | proven, equal on 6.18 and 6.1. Only in part. |");
    }
}
