using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Section "The += field separator".</summary>
public class AppendTests
{
    [Theory]
    [InlineData("a += 1", """{"a":[1]}""")]
    [InlineData("a = [], a += 2", """{"a":[2]}""")]
    [InlineData("a = [1], a += 2, a += 3", """{"a":[1,2,3]}""")]
    [InlineData("a+=1,a+=2", """{"a":[1,2]}""")]
    [InlineData("a.b.c = [1], a.b.c += 2", """{"a":{"b":{"c":[1,2]}}}""")]
    [InlineData("a : { b : { c : [1] } }, a : { b : { c += 2 } }", """{"a":{"b":{"c":[1,2]}}}""")]
    [InlineData("a = ${x}, a += ${y}, a += 3, x = [1], y = 2", """{"a":[1,2,3],"x":[1],"y":2}""")]
    [InlineData("a += { b: 1 }, a += { b: 2 }", """{"a":[{"b":1},{"b":2}]}""")]
    [InlineData("a += [1], a += [2]", """{"a":[[1],[2]]}""")]
    [InlineData("a += b c", """{"a":["b c"]}""")]
    [InlineData("d { x = [0] }, c : ${d}, c { x += 1, x += 2 }", """{"d":{"x":[0]},"c":{"x":[0,1,2]}}""")]
    [InlineData("x = [ { a += 1, a += 2 } ]", """{"x":[{"a":[1,2]}]}""")]
    [InlineData("x += { a += 1, a += 2 }", """{"x":[{"a":[1,2]}]}""")]
    [InlineData("a = ${?nothing}, a += 1", """{"a":[1]}""")]
    [InlineData("a = {\"0\":x}, a += 1", """{"a":["x",1]}""")]
    public void An_element_goes_behind_the_earlier_ones(string text, string json) => Read.Json(text).ShouldBe(json);

    [Theory]
    [InlineData("a = 10, a += 2", "${?a} is a number, but what it is joined with is an array")]
    [InlineData("a = {x:y}, a += 2", "${?a} is an object without numbers as keys, but what it is joined with is an array")]
    public void Only_arrays_can_be_extended(string text, string problem) => Read.Error(text).Problem.ShouldBe(problem);

    [Fact]
    public void Inside_an_array_only_a_plain_array_can_be_extended()
    {
        // given an earlier value that no path can name
        const string text = "b = [1], x = [ { a = ${b}, a += 2 } ]";
        // when, then
        Read.Fault(text).ShouldBe("1:28 inside an array, += cannot extend 'a', whose earlier value is no plain array");
    }

    [Fact]
    public void Appending_never_asks_the_environment()
    {
        // given a variable with the field's name
        var options = new HoconOptions { Environment = _ => "text" };
        // when, then
        Read.Json("HOME += 1", options).ShouldBe("""{"HOME":[1]}""");
    }

    [Fact]
    public void Ten_thousand_appends_are_no_chain_of_references()
    {
        // given
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"a += {i}\n"));
        // when
        var items = HoconParser.ParseText(text, "t.conf").GetPath("a").AsArray().Items;
        // then
        items.Select(i => i.AsInt64()).ShouldBe(Enumerable.Range(0, 10_000).Select(i => (long)i));
    }
}
