using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Sections "Unquoted strings" and "Multi-line strings".</summary>
public class StringTests
{
    [Theory]
    [InlineData("truefoo", "\"truefoo\"")]
    [InlineData("footrue", "\"footrue\"")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("nullx", "\"nullx\"")]
    [InlineData("10.0bar", "\"10.0bar\"")]
    [InlineData("bar10.0", "\"bar10.0\"")]
    [InlineData("10 foo bar", "\"10 foo bar\"")]
    [InlineData("1e5", "1e5")]
    [InlineData("-0.5E-3", "-0.5E-3")]
    [InlineData("1e+5", "1e+5")]
    [InlineData("1e+5x", "\"1e+5x\"")]
    [InlineData("007", "\"007\"")]
    [InlineData("10.0.0.1/24", "\"10.0.0.1/24\"")]
    [InlineData("2024-01-01", "\"2024-01-01\"")]
    [InlineData("-", "\"-\"")]
    [InlineData("-foo", "\"-foo\"")]
    [InlineData("1.", "\"1.\"")]
    [InlineData(".5", "\".5\"")]
    [InlineData("a.b_c-d/e(f)|g;h'i<j>%~", "\"a.b_c-d/e(f)|g;h'i<j>%~\"")]
    [InlineData("include", "\"include\"")]
    [InlineData("naïve", "\"naïve\"")]
    public void Text_without_quotes_is_a_number_a_word_or_a_string(string literal, string json) =>
        Read.Value(literal).ToString().ShouldBe(json);

    [Theory]
    [InlineData("""" "a\"b\\c\/d\b\f\n\r\t" """", "a\"b\\c/d\b\f\n\r\t")]
    [InlineData("""" "\u00e9\u20AC\ud83d\ude00" """", "é€😀")]
    [InlineData("""" "" """", "")]
    [InlineData("""" "${a}" """", "${a}")]
    public void Quoted_strings_are_those_of_JSON(string literal, string text) => Read.Value(literal).AsString().ShouldBe(text);

    [Fact]
    public void Three_quotes_keep_everything_as_it_stands()
    {
        // given escapes, quotes, comments and line ends between three quotes
        var text = "v = \"\"\"a\\n \"b\"\r\n # ${c}\n\"\"\"";
        // when
        var value = HoconParser.ParseText(text, "t.conf").GetPath("v").AsString();
        // then
        value.ShouldBe("a\\n \"b\"\r\n # ${c}\n");
    }

    [Theory]
    [InlineData("\"\"\"foo\"\"\"\"", "foo\"")]
    [InlineData("\"\"\"foo\"\"\"\"\"", "foo\"\"")]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"\"\"\"\"", "\"")]
    [InlineData("\"\"\"\"a\"\"\"", "\"a")]
    public void More_than_three_closing_quotes_belong_to_the_string(string literal, string text) =>
        Read.Value(literal).AsString().ShouldBe(text);

    [Theory]
    [InlineData("a = \"x", "1:5 this string has no closing quote")]
    [InlineData("a = \"x\ny\"", "1:5 this string has no closing quote")]
    [InlineData("a = \"\"\"x\"\"\n", "1:5 this string has no closing \"\"\"")]
    [InlineData("a = \"x\ty\"", "1:7 the control character U+0009 stands in a quoted string")]
    [InlineData("a = \"\\q\"", "1:6 '\\' and 'q' make no escape")]
    [InlineData("a = \"\\", "1:6 '\\' and the control character U+0000 make no escape")]
    [InlineData("a = \"\\u12\"", "1:6 \\u needs four hexadecimal digits")]
    [InlineData("a = \"\\u", "1:6 \\u needs four hexadecimal digits")]
    public void Malformed_strings_are_errors_at_their_place(string text, string fault) => Read.Fault(text).ShouldBe(fault);

    [Fact]
    public void Columns_and_lines_go_on_behind_a_string_of_several_lines()
    {
        // given
        const string text = "a = \"\"\"x\ny\nz\"\"\" ?";
        // when, then
        Read.Fault(text).ShouldStartWith("3:6 ");
    }
}
