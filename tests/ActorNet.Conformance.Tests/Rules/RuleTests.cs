using ActorNet.Conformance.Tests.Page;
using Shouldly;
using Xunit;

namespace ActorNet.Conformance.Tests.Rules;

/// <summary>Every rule has a proof or a reason, and the page says so.</summary>
public class RuleTests
{
    [Fact]
    public void Every_rule_is_proven_or_says_why_not()
    {
        var proofs = Proofs.Find();
        RuleBook.Load().Where(r => r.Reason.Length == 0 && !proofs.Tests.Contains(r.Id) && !proofs.Scenarios.Contains(r.Id))
            .Select(r => $"{r.Id}: {r.Matter}")
            .ShouldBeEmpty("no test has [Trait(\"rule\", ID)] and no scenario names it in \"# rules:\"; or give a reason in Rules/rules.txt");
    }

    [Fact]
    public void Every_rule_that_a_test_names_is_known()
    {
        var known = RuleBook.Load().Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        Proofs.Find().Named.Where(id => !known.Contains(id)).ShouldBeEmpty("not in Rules/rules.txt");
    }

    [Fact]
    public void The_page_is_up_to_date()
    {
        var page = File.Exists(Checkout.Page) ? File.ReadAllText(Checkout.Page) : "";
        (page == ConformancePage.Current()).ShouldBeTrue($"docs/conformance.md is stale; run: {ConformancePage.Command}");
    }

    [Fact]
    public void Files_that_the_page_links_to_exist()
    {
        var proofs = Proofs.Find();
        var linked = proofs.Tests.SelectMany(g => g).Concat(proofs.Scenarios.SelectMany(g => g).Select(s => Path.GetRelativePath(Checkout.Root, s.Path)));
        linked.Distinct(StringComparer.Ordinal).Where(f => !File.Exists(Path.Combine(Checkout.Root, f))).ShouldBeEmpty();
    }

    [Fact]
    public void A_malformed_line_of_the_rule_file_is_named()
    {
        Should.Throw<FormatException>(() => RuleBook.Parse("A-1 | one\nA-2")).Message.ShouldContain("A-2");
        Should.Throw<FormatException>(() => RuleBook.Parse("A-1 | one\nA-1 | again")).Message.ShouldContain("A-1 stands twice");
    }
}
