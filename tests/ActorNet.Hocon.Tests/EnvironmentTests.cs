using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Sections on environment variables.</summary>
public class EnvironmentTests
{
    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["HOME"] = "/root",
        ["EMPTY"] = "",
        ["PORT"] = "80",
        ["a.b"] = "dotted",
        ["L_0"] = "x",
        ["L_1"] = "y",
        ["L_3"] = "z",
    };

    private static readonly HoconOptions WithVariables = new() { Environment = n => Variables.GetValueOrDefault(n) };

    [Theory]
    [InlineData("a = ${HOME}", """{"a":"/root"}""")]
    [InlineData("a = ${?HOME}/x", """{"a":"/root/x"}""")]
    [InlineData("a = ${?home}", "{}")]
    [InlineData("a = ${EMPTY}", """{"a":""}""")]
    [InlineData("a = 1, a = ${?PORT}", """{"a":"80"}""")]
    [InlineData("HOME = null, a = ${HOME}", """{"HOME":null,"a":null}""")]
    [InlineData("HOME = here, a = ${HOME}", """{"HOME":"here","a":"here"}""")]
    [InlineData("HOME = ${HOME}\":/x\"", """{"HOME":"/root:/x"}""")]
    [InlineData("x = ${a.b}", """{"x":"dotted"}""")]
    [InlineData("x = ${L[]}", """{"x":["x","y"]}""")]
    [InlineData("x = [w] ${L[]}", """{"x":["w","x","y"]}""")]
    [InlineData("x = ${?NONE[]}", "{}")]
    [InlineData("x = [1], x = ${?NONE[]}", """{"x":[1]}""")]
    public void An_undefined_reference_asks_the_environment(string text, string json) => Read.Json(text, WithVariables).ShouldBe(json);

    [Fact]
    public void A_list_without_first_variable_is_an_error() =>
        Read.Fault("x = ${NONE[]}", WithVariables).ShouldBe("1:5 ${NONE[]} finds no value");

    [Fact]
    public void Variables_convert_like_strings_and_stand_where_the_reference_stands()
    {
        // given
        var value = HoconParser.ParseText("\n  port = ${PORT}", "t.conf", WithVariables).GetPath("port");
        // when, then
        value.AsInt64().ShouldBe(80);
        value.Origin.ShouldBe(new HoconOrigin("t.conf", 2, 10));
    }

    [Fact]
    public void Without_being_asked_to_the_reader_reads_no_variable() =>
        Read.Error("a = ${PATH}").Problem.ShouldBe("${PATH} finds no value");

    [Fact]
    public void The_variables_of_the_process_can_be_given()
    {
        // given
        var options = new HoconOptions { Environment = HoconEnvironment.Process };
        // when, then
        Read.Json("a = ${?PATH}x", options).ShouldBe(Read.Json($"a = \"{Environment.GetEnvironmentVariable("PATH")}x\""));
        Read.Json("a = ${?\"\"}, b = ${?\"=\"}", options).ShouldBe("{}");
    }

    [Fact]
    public void An_included_file_asks_for_the_variable_as_written()
    {
        // given
        var options = WithVariables with { Loader = new MemoryLoader(("f.conf", "x = ${HOME}")) };
        // when, then
        Read.Json("a { include \"f.conf\" }", options).ShouldBe("""{"a":{"x":"/root"}}""");
    }

    [Fact]
    public void An_endless_list_of_variables_is_stopped()
    {
        // given an environment that knows every name
        var options = new HoconOptions { Environment = _ => "x", MaxResolvedBytes = 100_000 };
        // when, then
        Read.Error("a = ${X[]}", options).Problem.ShouldBe("the configuration grows beyond 100000 bytes here");
    }
}
