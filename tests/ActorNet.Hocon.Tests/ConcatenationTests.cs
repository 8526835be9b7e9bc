using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Section "Value concatenation".</summary>
public class ConcatenationTests
{
    [Theory]
    [InlineData("a =  foo bar baz ", """{"a":"foo bar baz"}""")]
    [InlineData("a = foo   \t bar", """{"a":"foo   \t bar"}""")]
    [InlineData("a = true \"xyz\" 123 foo  ", """{"a":"true xyz 123 foo"}""")]
    [InlineData("a = 1 null", """{"a":"1 null"}""")]
    [InlineData("a = \"x\"y\"z\"", """{"a":"xyz"}""")]
    [InlineData("a = x \"\"", """{"a":"x "}""")]
    [InlineData("a = 1e5 x", """{"a":"1e5 x"}""")]
    [InlineData("a = ${x}foo${x}, x = 1", """{"a":"1foo1","x":1}""")]
    [InlineData("a = ${x} ${y}, x = 1, y = null", """{"a":"1 null","x":1,"y":null}""")]
    [InlineData("a = [ foo bar 10 ]", """{"a":["foo bar 10"]}""")]
    [InlineData("[ 1 2 3 4 ]", """["1 2 3 4"]""")]
    [InlineData("name = n, world = w, a = [ This is ${name}, Hello ${world} ]", """{"name":"n","world":"w","a":["This is n","Hello w"]}""")]
    public void Simple_values_join_with_the_white_space_between_them(string text, string json) =>
        HoconParser.ReadText(text, "t.conf").ResolveRoot().ToString().ShouldBe(json);

    [Theory]
    [InlineData("a : [ 1, 2 ] [ 3, 4 ]", """{"a":[1,2,3,4]}""")]
    [InlineData("a : [1,2\n] [3]", """{"a":[1,2,3]}""")]
    [InlineData("a : [ [ 1, 2 ] [ 3, 4 ] ]", """{"a":[[1,2,3,4]]}""")]
    [InlineData("a : [ [ 1, 2 ]\n [ 3, 4 ] ]", """{"a":[[1,2],[3,4]]}""")]
    [InlineData("a : ${x} [3,4] ${y}, x : [1,2], y : [5,6]", """{"a":[1,2,3,4,5,6],"x":[1,2],"y":[5,6]}""")]
    [InlineData("x = [1], y = [2], a = ${x} ${y}", """{"x":[1],"y":[2],"a":[1,2]}""")]
    [InlineData("a : ${x}[2], x : {\"1\": b, \"0\": a, z: c}", """{"a":["a","b",2],"x":{"1":"b","0":"a","z":"c"}}""")]
    [InlineData("a : [1] {\"7\": ${y}}, y = 2", """{"a":[1,2],"y":2}""")]
    public void Arrays_join_to_one(string text, string json) => Read.Json(text).ShouldBe(json);

    [Theory]
    [InlineData("a : { b : 1 } { c : 2 }", """{"a":{"b":1,"c":2}}""")]
    [InlineData("a : { b : 1 } { b : 2 } { b : 3 }", """{"a":{"b":3}}""")]
    [InlineData("g = { size = 6 }, e = ${g} { name = east }", """{"g":{"size":6},"e":{"size":6,"name":"east"}}""")]
    [InlineData("a : ${x} { b : 1 } ${y}, x : { a : 0, b : 0 }, y : { b : 2 }", """{"a":{"a":0,"b":2},"x":{"a":0,"b":0},"y":{"b":2}}""")]
    [InlineData("x={a:1}, y={b:2}, z=${x}${y}", """{"x":{"a":1},"y":{"b":2},"z":{"a":1,"b":2}}""")]
    [InlineData("a = [ {b:c} {x:y} ]", """{"a":[{"b":"c","x":"y"}]}""")]
    [InlineData("a = [ {b:c}\n {x:y} ]", """{"a":[{"b":"c"},{"x":"y"}]}""")]
    [InlineData("a { b : 1 } { c : 2 }", """{"a":{"b":1,"c":2}}""")]
    public void Objects_join_by_merging(string text, string json) => Read.Json(text).ShouldBe(json);

    [Theory]
    [InlineData("a = abc { x : y }", "1:9 text and an object stand side by side, which cannot be joined")]
    [InlineData("a = null { x : y }", "1:10 text and an object stand side by side, which cannot be joined")]
    [InlineData("a = [1] abc", "1:9 text and an array stand side by side, which cannot be joined")]
    [InlineData("a = abc ${x}\nx : { y : z }", "1:5 a string stands here, but what it is joined with is an object")]
    [InlineData("a = ${x} [1]\nx : 5", "1:5 ${x} is a number, but what it is joined with is an array")]
    [InlineData("a = {b:1} [1]", "1:5 an object without numbers as keys stands here, but what it is joined with is an array")]
    [InlineData("x = {a:1}, y = {b:2}, z = ${x}\" \"${y}", "1:31 a string stands here, but what it is joined with is an object")]
    [InlineData("x = [1], z = ${x}\"\"${x}", "1:18 a string stands here, but what it is joined with is an array")]
    public void Mixtures_are_errors(string text, string fault) => Read.Fault(text).ShouldBe(fault);

    [Fact]
    public void A_line_end_stops_joining()
    {
        // given two arrays on two lines as the value of one key
        // when read
        // then the second is no part of the value, and no key either
        Read.Fault("a : [1,2]\n    [3,4]").ShouldBe("2:5 a key is needed here, but '[' stands here");
    }
}
