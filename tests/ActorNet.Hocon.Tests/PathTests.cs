using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Sections "Path expressions" and "Paths as keys".</summary>
public class PathTests
{
    [Theory]
    [InlineData("foo.bar : 42", """{"foo":{"bar":42}}""")]
    [InlineData("foo.bar.baz : 42", """{"foo":{"bar":{"baz":42}}}""")]
    [InlineData("a.x : 42, a.y : 43", """{"a":{"x":42,"y":43}}""")]
    [InlineData("a b c : 42", """{"a b c":42}""")]
    [InlineData("true : 42", """{"true":42}""")]
    [InlineData("3 : 42", """{"3":42}""")]
    [InlineData("3.14 : 42", """{"3":{"14":42}}""")]
    [InlineData("10.0foo : 42", """{"10":{"0foo":42}}""")]
    [InlineData("foo10.0 : 42", """{"foo10":{"0":42}}""")]
    [InlineData("foo\"10.0\" : 42", """{"foo10.0":42}""")]
    [InlineData("1.2.3 : 42", """{"1":{"2":{"3":42}}}""")]
    [InlineData("\"a.b\".c : 42", """{"a.b":{"c":42}}""")]
    [InlineData("a.\"\".b : 42", """{"a":{"":{"b":42}}}""")]
    [InlineData("\"\" : 42", """{"":42}""")]
    [InlineData("123 foo : 42", """{"123 foo":42}""")]
    [InlineData("a . b : 42", """{"a ":{" b":42}}""")]
    [InlineData("foo include : 42", """{"foo include":42}""")]
    [InlineData("\"include\" : 42", """{"include":42}""")]
    [InlineData("includes : 42, include.d : 43", """{"includes":42,"include":{"d":43}}""")]
    [InlineData("a.b { c = 1 }", """{"a":{"b":{"c":1}}}""")]
    [InlineData("1e+5 : 42", """{"1e+5":42}""")]
    [InlineData("a.b = 1, a = 2, a.c = 3", """{"a":{"c":3}}""")]
    public void Keys_are_paths(string text, string json) => Read.Json(text).ShouldBe(json);

    [Theory]
    [InlineData("a..b = 1", 3)]
    [InlineData(".a = 1", 1)]
    [InlineData("a. = 1", 3)]
    [InlineData("x = ${a..b}", 9)]
    [InlineData("x = ${.a}", 7)]
    public void An_empty_key_must_be_quoted(string text, int column)
    {
        // given a path with nothing between, before or behind its dots
        var error = Read.Error(text);
        // then
        error.Problem.ShouldStartWith("a path has an empty key");
        error.Column.ShouldBe(column);
    }

    [Theory]
    [InlineData("a.b", "1")]
    [InlineData("a.\"c.d\"", "2")]
    [InlineData(" a.b ", "1")]
    [InlineData("e f", "3")]
    public void Programs_look_paths_up_in_the_same_syntax(string path, string json)
    {
        // given
        var root = HoconParser.ParseText("a { b = 1, \"c.d\" = 2 }, e f = 3", "t.conf");
        // when, then
        root.GetPath(path).ToString().ShouldBe(json);
        root.TryGetPath(path, out _).ShouldBeTrue();
    }

    [Fact]
    public void A_missing_path_says_what_to_add()
    {
        // given
        var root = HoconParser.ParseText("x = 1\na = { b = 1 }", "t.conf");
        // when
        var error = Should.Throw<HoconException>(() => root.GetPath("a").AsObject().GetPath("c.d"));
        // then
        error.Message.ShouldBe("t.conf:2:5: the setting 'c.d' is missing. Add 'c.d = ...' inside this object.");
        root.TryGetPath("x.y", out _).ShouldBeFalse();
        root.TryGetPath("q", out _).ShouldBeFalse();
        root.TryGet("a.b", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:b")]
    [InlineData("a..b")]
    public void A_malformed_path_is_refused(string path) =>
        Should.Throw<HoconException>(() => HoconParser.ParseText("", "t.conf").TryGetPath(path, out _));
}
