using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Section "Self-referential substitutions" and its examples.</summary>
public class SelfReferenceTests
{
    [Theory]
    [InlineData("path : \"a:b:c\"\npath : ${path}\":d\"", """{"path":"a:b:c:d"}""")]
    [InlineData("a : 1, a : ${a}2", """{"a":"12"}""")]
    [InlineData("a : 1, a : ${a}2, a : ${a}3", """{"a":"123"}""")]
    [InlineData("a : [1,2], a : ${a} [3,4], a : ${a} [5]", """{"a":[1,2,3,4,5]}""")]
    [InlineData("a = {b:1}, a = ${a}{c:2}", """{"a":{"b":1,"c":2}}""")]
    [InlineData("a : {b:3}, a : {b:2} ${a}", """{"a":{"b":3}}""")]
    [InlineData("foo : { a : 1 }\nfoo : ${foo}", """{"foo":{"a":1}}""")]
    [InlineData("foo : ${?foo}", "{}")]
    [InlineData("a = ${?a}foo", """{"a":"foo"}""")]
    [InlineData("a = 1, a = ${?a}", """{"a":1}""")]
    [InlineData("foo : { a : { c : 1 } }\nfoo : ${foo.a}\nfoo : { a : 2 }", """{"foo":{"a":2,"c":1}}""")]
    [InlineData("a.b = 1, a.b = ${a.b}2", """{"a":{"b":"12"}}""")]
    [InlineData("a {b = 1}, a = ${x}, a {b = ${a.b}2}, x = {}", """{"a":{"b":"12"},"x":{}}""")]
    [InlineData("a {b = 1}, a = ${x}, a {b = ${a.b}2}, x = {b:7}", """{"a":{"b":"72"},"x":{"b":7}}""")]
    [InlineData("c { x: [], x : ${c.x}[1], x : ${c.x}[2] }", """{"c":{"x":[1,2]}}""")]
    [InlineData("d { x = [] }, c : ${d}, c { x : ${c.x}[1], x : ${c.x}[2] }", """{"d":{"x":[]},"c":{"x":[1,2]}}""")]
    [InlineData("r: {d.x=[]}, q: ${r}, q : { d { x = [] }, c : ${q.d}, c { x : ${q.c.x}[1], x : ${q.c.x}[2] } }",
        """{"r":{"d":{"x":[]}},"q":{"d":{"x":[]},"c":{"x":[1,2]}}}""")]
    [InlineData("b = ${a}, a = {k:{x:1}}, a = ${b.k}, a = {k:5}", """{"b":{"k":5,"x":1},"a":{"k":5,"x":1}}""")]
    [InlineData("a {b={e:{z:1}}, b=${a.b.e}}, a=${x}, a{b={e:2}}, x={}", """{"a":{"b":{"e":2,"z":1}},"x":{}}""")]
    [InlineData("a = 1, b = ${a}, a = ${b}", """{"a":1,"b":1}""")]
    [InlineData("a { x = 42 }, a.x = ${a.x}", """{"a":{"x":42}}""")]
    [InlineData("a = 1, b = ${a}, a = ${a}2", """{"a":"12","b":"12"}""")]
    public void A_self_reference_looks_back(string text, string json) => Read.Json(text).ShouldBe(json);

    [Theory]
    [InlineData("foo : ${foo}")]
    [InlineData("foo : ${foo}, foo : { a : 1 }")]
    [InlineData("bar : ${foo}, foo : ${bar}")]
    [InlineData("a : ${b}, b : ${c}, c : ${a}")]
    [InlineData("a : ${a.b}, a : {c:1}")]
    [InlineData("a = ${b}x, b = ${a}y")]
    [InlineData("a = ${b}, b = ${?a}")]
    [InlineData("a = ${b}, a = {x:1}, b = ${a}")]
    [InlineData("b = ${a}, a = ${b}, a = {x:1}")]
    public void A_circle_of_references_is_an_error_that_names_them(string text)
    {
        // given a circle, when resolved
        var error = Read.Error(text);
        // then
        error.Problem.ShouldContain("leads back to itself and finds no earlier value");
        error.Problem.ShouldContain(" at t.conf:1:");
    }

    [Fact]
    public void A_circle_names_every_step()
    {
        // given
        var error = Read.Error("a : ${b}\nb : ${c}\nc : ${a}");
        // when, then
        error.Problem.ShouldEndWith("(${b} at t.conf:1:5 -> ${c} at t.conf:2:5 -> ${a} at t.conf:3:5)");
        (error.Line, error.Column).ShouldBe((3, 5));
    }

    [Fact]
    public void A_value_that_contains_itself_is_named() =>
        Read.Fault("x = 1\na : { b : ${a} }").ShouldBe("2:5 a reference inside this value leads back to it, so that it contains itself");

    [Theory]
    [InlineData("a : { b : ${a} }")]
    [InlineData("a : [${a}]")]
    [InlineData("a : { b : { c : ${a} } }")]
    [InlineData("a : [[${b}]], b : { x : ${a} }")]
    [InlineData("a : { b : ${a} { c : 1 } }")]
    [InlineData("a : { b : ${a}, b : { d : 1 } }")]
    [InlineData("a : { b : ${a} { b : { d : 1 } } }")]
    public void A_value_cannot_contain_itself(string text) => Read.Error(text).Problem.ShouldContain("contains itself");

    [Theory]
    [InlineData("a = ${?b}, b = ${?a}", "{}")]
    [InlineData("a = ${?b}foo, b = ${a}bar", """{"a":"foo","b":"foobar"}""")]
    [InlineData("a : ${?b}, b : ${?c}, c : ${?a}1", """{"a":"1","b":"1","c":"1"}""")]
    public void In_an_optional_reference_a_circle_counts_as_missing(string text, string json) => Read.Json(text).ShouldBe(json);

    [Fact]
    public void Where_the_order_decides_both_fields_get_the_same_value()
    {
        // given two fields whose references look at each other; the specification allows 1 or 2, but the same for both
        var root = HoconParser.ParseText("a : 1\nb : 2\na : ${b}\nb : ${a}", "t.conf");
        // when, then
        root.GetPath("a").AsInt64().ShouldBe(root.GetPath("b").AsInt64());
    }

    [Fact]
    public void Looking_back_reaches_through_a_copied_object()
    {
        // given an object copied by reference whose origin is then extended
        const string text = "a {x = 1}\nb = ${a}\na = ${b} {y = 2}";
        // when, then: b is the final a; evaluating a's last line sees only its first
        Read.Json(text).ShouldBe("""{"a":{"x":1,"y":2},"b":{"x":1}}""");
    }
}
