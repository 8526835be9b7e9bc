using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Sections "Comments" to "Duplicate keys" of the specification.</summary>
public class SyntaxTests
{
    [Theory]
    [InlineData("", "{}")]
    [InlineData("  \n # only a comment", "{}")]
    [InlineData("{}", "{}")]
    [InlineData("a = 1 # c\n// d\nb = 2 // e", """{"a":1,"b":2}""")]
    [InlineData("a = \"# no // comment\"", """{"a":"# no // comment"}""")]
    [InlineData("a = b//c", """{"a":"b"}""")]
    [InlineData("a = b/c", """{"a":"b/c"}""")]
    [InlineData("# c\n{ a : 1 } # d\n", """{"a":1}""")]
    [InlineData("a : 1, b = 2", """{"a":1,"b":2}""")]
    [InlineData("a { b { c = 1 } }", """{"a":{"b":{"c":1}}}""")]
    [InlineData("\"foo\" {}", """{"foo":{}}""")]
    [InlineData("a\n=\n1", """{"a":1}""")]
    [InlineData("a # c\n{ b : 1 }", """{"a":{"b":1}}""")]
    [InlineData("a = # c\n  1", """{"a":1}""")]
    public void Comments_braces_and_separators_read_as_specified(string text, string json) => Read.Json(text).ShouldBe(json);

    [Theory]
    [InlineData("a = [1,2,3,]", """{"a":[1,2,3]}""")]
    [InlineData("a = [1\n2\n3]", """{"a":[1,2,3]}""")]
    [InlineData("a = [1,\n2\n,3\n,\n]", """{"a":[1,2,3]}""")]
    [InlineData("a = [\n\n1\n\n2\n]", """{"a":[1,2]}""")]
    [InlineData("a = [1 # c\n2]", """{"a":[1,2]}""")]
    [InlineData("a = []", """{"a":[]}""")]
    [InlineData("{ a:1,b:2, }", """{"a":1,"b":2}""")]
    [InlineData("a:1\nb:2\n,c:3,", """{"a":1,"b":2,"c":3}""")]
    public void A_comma_or_a_line_end_separates_and_one_comma_may_trail(string text, string json) => Read.Json(text).ShouldBe(json);

    [Theory]
    [InlineData("a = [1,2,3,,]", "1:12 two commas stand in a row")]
    [InlineData("a = [,1,2,3]", "1:6 a comma stands before the first item")]
    [InlineData("a = [1,,2,3]", "1:8 two commas stand in a row")]
    [InlineData("a = [,]", "1:6 a comma stands before the first item")]
    [InlineData("{ a:1,,b:2 }", "1:7 two commas stand in a row")]
    [InlineData(",a:1", "1:1 a comma stands before the first item")]
    [InlineData("a:1\n,\n,b:2", "3:1 two commas stand in a row")]
    public void Wrong_commas_are_errors_at_the_comma(string text, string fault) => Read.Fault(text).ShouldBe(fault);

    [Theory]
    [InlineData("a = 1 }", "1:7 '}' closes nothing")]
    [InlineData("{ a = 1", "1:1 this '{' is not closed: the end of the text follows on line 1")]
    [InlineData("a = [1, 2\n", "1:5 this '[' is not closed: the end of the text follows on line 2")]
    [InlineData("a = { b = 1 ]", "1:5 this '{' is not closed: ']' follows on line 1")]
    [InlineData("a = [ 1 }", "1:5 this '[' is not closed: '}' follows on line 1")]
    [InlineData("{ a = 1 } b", "1:11 'b' stands behind the end of the root value")]
    [InlineData("{ a = 1 }}", "1:10 '}' stands behind the end of the root value")]
    [InlineData("a = 1 b = 2", "1:9 '=' stands inside a value")]
    [InlineData("mac = 00:11:22", "1:9 ':' stands inside a value")]
    [InlineData("a", "1:2 the key 'a' is followed by the end of the text")]
    [InlineData("a = ", "1:5 the key 'a' has no value: the end of the text follows")]
    [InlineData("a = , b = 1", "1:5 the key 'a' has no value: ',' follows")]
    [InlineData("{ a = }", "1:7 the key 'a' has no value: '}' follows")]
    [InlineData("= 1", "1:1 a key is needed here, but '=' stands here")]
    [InlineData("a = x?y", "1:6 '?' is reserved outside of quotes")]
    [InlineData("a = 1+2", "1:6 '+' is reserved outside of quotes")]
    [InlineData("a = $x", "1:5 '$' is reserved outside of quotes")]
    [InlineData("a = \\n", "1:5 '\\' is reserved outside of quotes")]
    [InlineData("a@b = 1", "1:2 the key 'a' is followed by '@'")]
    [InlineData("{ { a : 1 } : v }", "1:3 a key is needed here, but '{' stands here")]
    [InlineData("a {b:1}{c:2}\n{d:3}", "2:1 a key is needed here, but '{' stands here")]
    public void Malformed_text_is_an_error_at_its_place(string text, string fault) => Read.Fault(text).ShouldBe(fault);

    [Theory]
    [InlineData("foo : { a : 42 }, foo : { b : 43 }", """{"foo":{"a":42,"b":43}}""")]
    [InlineData("foo : { a : 42 }, foo : null, foo : { b : 43 }", """{"foo":{"b":43}}""")]
    [InlineData("a = 1\na = 2", """{"a":2}""")]
    [InlineData("a = {b:{c:1,d:2}}\na = {b:{d:3}}", """{"a":{"b":{"c":1,"d":3}}}""")]
    [InlineData("a = 1, b = 2, a = 3", """{"a":3,"b":2}""")]
    [InlineData("a = {x:1}, a = 5", """{"a":5}""")]
    [InlineData("a = [1], a = [2]", """{"a":[2]}""")]
    public void Later_duplicates_override_and_objects_merge(string text, string json) => Read.Json(text).ShouldBe(json);

    [Theory]
    [InlineData("\ufeffa = 1")]
    [InlineData("a = 1\r\n")]
    [InlineData("\ta\u00a0=\u2007\u202f1 \u3000")]
    [InlineData("a\u000b=\u000c1\u001c\u001d\u001e\u001f")]
    [InlineData("a =\u2028 1\u2029")]
    [InlineData("a = 1\ufeff")]
    public void Every_white_space_of_the_specification_is_one(string text) => Read.Json(text).ShouldBe("""{"a":1}""");

    [Fact]
    public void Only_line_feed_ends_a_line()
    {
        // given a carriage return alone, and one before a line feed
        // when read
        // then the first joins two words with the white space kept, the second is trimmed
        Read.Json("a = x\ry\r\nb = z").ShouldBe("""{"a":"x\ry","b":"z"}""");
    }

    [Fact]
    public void A_root_array_is_a_value_but_no_configuration()
    {
        // given
        var document = HoconParser.ReadText("[1, {a: b}]", "t.conf");
        // when, then
        document.ResolveRoot().ToString().ShouldBe("""[1,{"a":"b"}]""");
        Should.Throw<HoconException>(() => document.Resolve()).Problem.ShouldBe("the text is an array, but a configuration is an object");
    }
}
