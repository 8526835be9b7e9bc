using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Section "Config object merging and file merging": documents layered before references are followed.</summary>
public class FallbackTests
{
    private static HoconDocument Doc(string text, string name = "t.conf") => HoconParser.ReadText(text, name);

    private static string Layer(params string[] highestFirst) =>
        highestFirst.Select(t => Doc(t)).Aggregate((upper, lower) => upper.WithFallback(lower)).Resolve().ToString();

    [Theory]
    [InlineData("{ a : { x : 1 } }", "{ a : 42 }", "{ a : { y : 2 } }", """{"a":{"x":1}}""")]
    [InlineData("{ a : { x : 1 } }", "{ a : { y : 2 } }", "{ a : 42 }", """{"a":{"y":2,"x":1}}""")]
    [InlineData("a = null", "a { x = 1 }", "", """{"a":null}""")]
    [InlineData("a = ${?none}", "a = 1", "a = 2", """{"a":1}""")]
    [InlineData("a += 2", "a += 1", "a = [0]", """{"a":[0,1,2]}""")]
    [InlineData("a = ${a}b", "a = x", "a = y", """{"a":"xb"}""")]
    public void Layers_merge_like_duplicate_keys(string top, string middle, string bottom, string json) =>
        Layer(top, middle, bottom).ShouldBe(json);

    [Fact]
    public void Layering_does_not_depend_on_grouping()
    {
        // given
        var (a, b, c) = (Doc("a { x = 1 }"), Doc("a = 42"), Doc("a { y = 2 }"));
        // when, then
        a.WithFallback(b).WithFallback(c).Resolve().ToString().ShouldBe(a.WithFallback(b.WithFallback(c)).Resolve().ToString());
    }

    [Fact]
    public void References_in_the_fallback_see_the_overriding_values()
    {
        // given defaults that build one setting on another
        const string defaults = "base = /run, log = ${base}/log";
        // when, then
        Layer("base = /tmp", defaults).ShouldBe("""{"base":"/tmp","log":"/tmp/log"}""");
    }

    [Fact]
    public void Layering_leaves_both_documents_as_they_were()
    {
        // given
        var (user, reference) = (Doc("a { b { x = 1 } }"), Doc("a { b { y = 2 }, c = ${a.b} }"));
        // when
        var merged = user.WithFallback(reference).Resolve().ToString();
        // then
        merged.ShouldBe("""{"a":{"b":{"y":2,"x":1},"c":{"y":2,"x":1}}}""");
        user.Resolve().ToString().ShouldBe("""{"a":{"b":{"x":1}}}""");
        reference.Resolve().ToString().ShouldBe("""{"a":{"b":{"y":2},"c":{"y":2}}}""");
    }

    [Fact]
    public void Origins_tell_the_layers_apart()
    {
        // given
        var root = Doc("a { x = 1 }", "user.conf").WithFallback(Doc("a { x = 0, y = 2 }", "reference.conf")).Resolve();
        // when
        var fields = root.GetPath("a").AsObject().Fields;
        // then
        fields.Select(f => $"{f.Key} {f.KeyOrigin} {f.Value.Origin}").ShouldBe([
            "x user.conf:1:5 user.conf:1:9",
            "y reference.conf:1:12 reference.conf:1:16",
        ]);
    }

    [Fact]
    public void An_array_can_be_no_layer() =>
        Should.Throw<HoconException>(() => Doc("a = 1").WithFallback(Doc("[1]", "r.conf"))).File.ShouldBe("r.conf");

    [Fact]
    public void A_fallback_counts_as_if_its_text_stood_before()
    {
        // given two random texts, when layered and when written one behind the other, then the outcome is the same
        var texts = RandomFields.Texts(4).Two().ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(6000), Prop.ForAll(texts, pair =>
            RandomFields.HasCircularReferences(pair.Item1 + pair.Item2)
            || Outcome(() => Doc(pair.Item2).WithFallback(Doc(pair.Item1))) == Outcome(() => Doc(pair.Item1 + pair.Item2))));
    }

    private static string Outcome(Func<HoconDocument> read)
    {
        try
        {
            return read().Resolve().ToString();
        }
        catch (HoconException)
        {
            return "error";
        }
    }
}
