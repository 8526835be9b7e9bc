using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Section "Substitutions", without self-reference.</summary>
public class SubstitutionTests
{
    [Theory]
    [InlineData("a = ${b}, b = 1", """{"a":1,"b":1}""")]
    [InlineData("a = ${b.c}, b.c = [1]", """{"a":[1],"b":{"c":[1]}}""")]
    [InlineData("a = ${b}, b = {c:${d}}, d = true", """{"a":{"c":true},"b":{"c":true},"d":true}""")]
    [InlineData("a = ${b}, b = null", """{"a":null,"b":null}""")]
    [InlineData("a = ${ b }, b = 1", """{"a":1,"b":1}""")]
    [InlineData("a = ${\"x.y\".z}, \"x.y\".z = 1", """{"a":1,"x.y":{"z":1}}""")]
    [InlineData("a = ${x y}, x y = 1", """{"a":1,"x y":1}""")]
    [InlineData("a = ${b}, b = 1, b = 2", """{"a":2,"b":2}""")]
    [InlineData("a = \"${b}\"", """{"a":"${b}"}""")]
    [InlineData("f = dog, key : ${f} is my favorite animal", """{"f":"dog","key":"dog is my favorite animal"}""")]
    [InlineData("f = dog, key : ${f}\" is my favorite animal\"", """{"f":"dog","key":"dog is my favorite animal"}""")]
    [InlineData("a = [${b}, ${c}], b = 1, c = [2]", """{"a":[1,[2]],"b":1,"c":[2]}""")]
    public void A_reference_stands_for_the_final_value_of_its_path(string text, string json) => Read.Json(text).ShouldBe(json);

    [Theory]
    [InlineData("a = ${?b}", "{}")]
    [InlineData("a = 1, a = ${?b}", """{"a":1}""")]
    [InlineData("a = {x:1}, a = ${?b}, a = {y:2}", """{"a":{"x":1,"y":2}}""")]
    [InlineData("a = [1, ${?b}, 2]", """{"a":[1,2]}""")]
    [InlineData("a = foo${?b}", """{"a":"foo"}""")]
    [InlineData("a = [1] ${?b}", """{"a":[1]}""")]
    [InlineData("a = { x : 1 } ${?b}", """{"a":{"x":1}}""")]
    [InlineData("a = ${?b}${?c}", "{}")]
    [InlineData("a = ${?b} ${?c}", """{"a":" "}""")]
    [InlineData("a = \"\"${?b}", """{"a":""}""")]
    [InlineData("a = ${?b.c.d}, b = 5", """{"b":5}""")]
    public void An_optional_reference_without_value_leaves_no_trace(string text, string json) => Read.Json(text).ShouldBe(json);

    [Theory]
    [InlineData("foo : ${does-not-exist}, foo : 42", """{"foo":42}""")]
    [InlineData("foo : ${foo}, foo : 42", """{"foo":42}""")]
    [InlineData("foo : ${does-not-exist}, foo : [1]", """{"foo":[1]}""")]
    [InlineData("foo : ${does-not-exist}, foo : null, foo : {a:1}", """{"foo":{"a":1}}""")]
    public void A_hidden_reference_is_never_evaluated(string text, string json) => Read.Json(text).ShouldBe(json);

    [Theory]
    [InlineData("\na = ${b}", "2:5 ${b} finds no value")]
    [InlineData("a = x${b.\"c d\"}", "1:6 ${b.\"c d\"} finds no value")]
    [InlineData("a = [1, ${b}]", "1:9 ${b} finds no value")]
    [InlineData("a = ${b.c}, b = 1", "1:5 ${b.c} finds no value")]
    [InlineData("foo : ${no}, foo : {a:1}", "1:7 ${no} finds no value")]
    public void A_reference_without_value_is_an_error_at_the_reference(string text, string fault) => Read.Fault(text).ShouldBe(fault);

    [Theory]
    [InlineData("a = ${b", "1:8 the end of the text stands inside a reference")]
    [InlineData("a = ${}", "1:7 the reference needs a path, not '}'")]
    [InlineData("a = ${b${c}}", "1:8 '$' stands inside a reference")]
    [InlineData("a = ${ ?b}", "1:8 the reference needs a path, not '?'")]
    [InlineData("a = ${b\n}", "1:8 the end of the line stands inside a reference")]
    [InlineData("${a} = 1", "1:1 a key is needed here, but '$' stands here")]
    public void A_malformed_reference_is_an_error(string text, string fault) => Read.Fault(text).ShouldBe(fault);

    [Theory]
    [InlineData("bar : { foo : 42, baz : ${bar.foo} }", """{"bar":{"foo":42,"baz":42}}""")]
    [InlineData("bar : { foo : 42, baz : ${bar.foo} }, bar : { foo : 43 }", """{"bar":{"foo":43,"baz":43}}""")]
    [InlineData("bar : { a : ${foo.d}, b : 1 }\nbar.b = 3\nfoo : { c : ${bar.b}, d : 2 }\nfoo.d = 4",
        """{"bar":{"a":4,"b":3},"foo":{"c":3,"d":4}}""")]
    [InlineData("x = ${y}, y = {p:${x.q}, q:5}", """{"x":{"p":5,"q":5},"y":{"p":5,"q":5}}""")]
    public void Objects_may_refer_to_their_own_fields(string text, string json) => Read.Json(text).ShouldBe(json);

    [Theory]
    [InlineData("a = {b:1}, a = ${x}, a = {c:2}, x = {b:5,d:6}", """{"a":{"b":5,"d":6,"c":2},"x":{"b":5,"d":6}}""")]
    [InlineData("a = {b:1}, a = ${x}, a = {c:2}, x = 5", """{"a":{"c":2},"x":5}""")]
    [InlineData("a = ${x}, a = {z:1}, x = {k:${a.z}}", """{"a":{"k":1,"z":1},"x":{"k":1}}""")]
    [InlineData("a = {p:0}, a = ${b}, a = {p:1}, b = {q:0}, b = ${a}, b = {q:1}", """{"a":{"q":1,"p":1},"b":{"q":1,"p":0}}""")]
    [InlineData("d { a = 1, b = 2 }, i = ${d}, i.b = 3, j.b = ${i.b}", """{"d":{"a":1,"b":2},"i":{"a":1,"b":3},"j":{"b":3}}""")]
    [InlineData("d { a = 1 }, i = ${d}, i { b = 2, c = ${i.a} }", """{"d":{"a":1},"i":{"a":1,"b":2,"c":1}}""")]
    [InlineData("d { b.x = 1 }, i = ${d}, i.b.c = 3, j = ${i.b}", """{"d":{"b":{"x":1}},"i":{"b":{"x":1,"c":3}},"j":{"x":1,"c":3}}""")]
    [InlineData("d { a = 1 }, i = ${d} {b = ${i.a}}, k = ${i} {a = 2}", """{"d":{"a":1},"i":{"a":1,"b":1},"k":{"a":2,"b":1}}""")]
    [InlineData("a.b.c = 1, a = ${x}, a.b.d = 2, x.b.e = 3", """{"a":{"b":{"c":1,"e":3,"d":2}},"x":{"b":{"e":3}}}""")]
    public void Merging_waits_for_references(string text, string json) => Read.Json(text).ShouldBe(json);

    [Fact]
    public void A_reference_to_text_hides_the_objects_below_it() =>
        Read.Fault("a = {b:1}, a = ${x}, a = {c:${a.b}}, x = 5").ShouldBe("1:29 ${a.b} finds no value");
}
