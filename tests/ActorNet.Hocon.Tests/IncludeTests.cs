using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Section "Includes".</summary>
public class IncludeTests
{
    private static string Json(string text, params (string Name, string Text)[] files) =>
        Read.Json(text, new HoconOptions { Loader = new MemoryLoader(files) });

    private static string Fault(string text, params (string Name, string Text)[] files)
    {
        var error = Read.Error(text, new HoconOptions { Loader = new MemoryLoader(files) });
        return $"{error.Origin} {error.Problem}";
    }

    [Theory]
    [InlineData("include \"f.conf\"")]
    [InlineData("include\n\n  \"f.conf\"")]
    [InlineData("include file(\"f.conf\")")]
    [InlineData("include file(  \"f.conf\"\n )")]
    [InlineData("include required(\"f.conf\")")]
    [InlineData("include required( file( \"f.conf\" ) )")]
    [InlineData("include \"f.conf\", # c")]
    [InlineData("{ include \"f.conf\" }")]
    [InlineData("include \"f\"")]
    public void An_include_is_replaced_by_the_fields_of_the_file(string text) =>
        Json(text, ("f.conf", "{ a = 1 }")).ShouldBe("""{"a":1}""");

    [Theory]
    [InlineData("a = 0, include \"f.conf\"", """{"a":1,"b":{"c":2}}""")]
    [InlineData("include \"f.conf\"\na = 0", """{"a":0,"b":{"c":2}}""")]
    [InlineData("b { d = 3 }\ninclude \"f.conf\"", """{"b":{"d":3,"c":2},"a":1}""")]
    [InlineData("x { include \"f.conf\", b.c = 5 }", """{"x":{"a":1,"b":{"c":5}}}""")]
    [InlineData("x = [ { include \"f.conf\" } ]", """{"x":[{"a":1,"b":{"c":2}}]}""")]
    public void Included_keys_override_earlier_and_are_overridden_by_later_ones(string text, string json) =>
        Json(text, ("f.conf", "a = 1\nb = {c = 2}")).ShouldBe(json);

    [Fact]
    public void References_in_an_included_file_mean_its_own_root_first()
    {
        // given the example of the specification
        const string text = "{ a : { include \"foo.conf\" }\n a : { x : 42 } }";
        // when, then
        Json(text, ("foo.conf", "{ x : 10, y : ${x} }")).ShouldBe("""{"a":{"x":42,"y":42}}""");
    }

    [Fact]
    public void References_in_an_included_file_may_mean_the_root_of_all()
    {
        // given a file that refers to what only the including file has
        const string text = "root = 7, a.b { include \"one.conf\" }";
        // when, then
        Json(text, ("one.conf", "x = ${root}, c { include \"two.conf\" }"), ("two.conf", "y = ${root}, z = ${?none}, s = ${t}, t = 1"))
            .ShouldBe("""{"root":7,"a":{"b":{"x":7,"c":{"y":7,"s":1,"t":1}}}}""");
    }

    [Fact]
    public void An_included_file_can_build_on_earlier_values()
    {
        // given
        const string text = "a { list = [1], path = p, include \"f.conf\" }";
        // when, then
        Json(text, ("f.conf", "list += 2\npath = ${path}q")).ShouldBe("""{"a":{"list":[1,2],"path":"pq"}}""");
    }

    [Fact]
    public void Appending_in_an_included_file_leaves_the_root_alone()
    {
        // given a field of the same name at the root
        const string text = "list = [0], a { include \"f.conf\" }";
        // when, then
        Json(text, ("f.conf", "list += 1")).ShouldBe("""{"list":[0],"a":{"list":[1]}}""");
    }

    [Fact]
    public void A_missing_file_is_an_empty_one()
    {
        Json("include \"none.conf\"\na = 1").ShouldBe("""{"a":1}""");
        Json("include file(\"none\")\na = 1").ShouldBe("""{"a":1}""");
    }

    [Fact]
    public void A_name_without_type_tries_json_then_conf()
    {
        // given both
        // when, then both are merged, HOCON last
        Json("include \"f\"", ("f.json", "{\"a\":1,\"b\":1}"), ("f.conf", "b = 2")).ShouldBe("""{"a":1,"b":2}""");
    }

    [Theory]
    [InlineData("\ninclude required(\"none\")", "t.conf:2:1 the required file \"none\" does not exist")]
    [InlineData("include foo", "t.conf:1:9 include is followed by 'foo'")]
    [InlineData("include : 5", "t.conf:1:9 include is followed by ':'")]
    [InlineData("include 5", "t.conf:1:9 include is followed by '5'")]
    [InlineData("include", "t.conf:1:8 include is followed by the end of the text")]
    [InlineData("include ${x}", "t.conf:1:9 include is followed by '$'")]
    [InlineData("include file(x)", "t.conf:1:14 include is followed by 'x'")]
    [InlineData("include file(\"x\"", "t.conf:1:17 the include is not closed: the end of the text follows")]
    [InlineData("include file(required(\"x\"))", "t.conf:1:23 'required(' is not allowed inside of the other")]
    [InlineData("include url(\"http://x\")", "t.conf:1:9 include url(...) is not supported: only files are read")]
    [InlineData("include classpath(\"x\")", "t.conf:1:9 include classpath(...) is not supported: only files are read")]
    [InlineData("include package(\"x\")", "t.conf:1:9 include package(...) is not supported: only files are read")]
    [InlineData("include shell(\"x\")", "t.conf:1:9 include knows no 'shell('")]
    [InlineData("include \"http://x/y\"", "t.conf:1:1 include \"http://x/y\" names a URL: only files are read")]
    [InlineData("include \"x.properties\"", "t.conf:1:1 Java properties files are not read")]
    [InlineData("include \"\"", "t.conf:1:1 include names no file")]
    [InlineData("include \"ok.conf\" \"b\"", "t.conf:1:19 '\"' follows a finished value")]
    [InlineData("a { include \"array.conf\" }", "array.conf:1:1 an included file must hold an object, not an array")]
    [InlineData("a { include \"bad.conf\" }", "bad.conf:2:5 '?' is reserved outside of quotes")]
    [InlineData("a { include \"self.conf\" }", "self.conf:1:1 files include each other in a circle: t.conf -> self.conf -> self.conf")]
    [InlineData("include \"one.conf\"", "two.conf:1:7 files include each other in a circle: t.conf -> one.conf -> two.conf -> one.conf")]
    [InlineData("x = [ { include \"ref.conf\" } ]",
        "ref.conf:1:5 a file included inside an array holds a reference, which has no path from there")]
    [InlineData("include \"ref.conf\"", "ref.conf:1:5 ${b} finds no value")]
    public void Faulty_includes_are_errors_at_their_place(string text, string fault) => Fault(text,
        ("ok.conf", ""), ("array.conf", "[1]"), ("bad.conf", "a = 1\nb = ?"), ("self.conf", "include \"self.conf\""),
        ("one.conf", "include \"two.conf\""), ("two.conf", "x = { include \"one.conf\" }"), ("ref.conf", "a = ${b}")).ShouldBe(fault);

    [Fact]
    public void The_same_file_may_be_included_twice()
    {
        Json("a { include \"f.conf\" }, b { include \"f.conf\" }", ("f.conf", "x = 1, y = ${x}"))
            .ShouldBe("""{"a":{"x":1,"y":1},"b":{"x":1,"y":1}}""");
    }

    [Fact]
    public void A_text_without_loader_can_include_nothing() =>
        Read.Fault("include \"f.conf\"").ShouldBe("1:1 this text was not read from a file, so it can include none");

    [Fact]
    public void Files_that_include_two_others_each_are_stopped_by_their_number()
    {
        // given twelve levels of files, each including the next twice: 4096 includes
        var files = Enumerable.Range(0, 12).Select(i => ($"{i}", $"include \"{i + 1}\"\ninclude \"{i + 1}\"")).Append(("12", "")).ToArray();
        // when, then
        Fault("include \"0\"", files).ShouldEndWith("more than 1000 files are included");
    }

    [Fact]
    public void A_long_chain_of_includes_is_stopped_by_its_length()
    {
        // given
        var files = Enumerable.Range(0, 50).Select(i => ($"{i}", $"include \"{i + 1}\"")).Append(("50", "")).ToArray();
        // when, then
        Fault("include \"0\"", files).ShouldBe("19:1:1 includes are nested deeper than 20");
    }

    [Fact]
    public void The_nesting_limit_counts_through_includes()
    {
        // given files of 40 levels that include each other at the deepest level
        var (open, close) = (string.Concat(Enumerable.Repeat("a{", 40)), new string('}', 40));
        var files = Enumerable.Range(0, 8).Select(i => ($"{i}", $"{open} include \"{i + 1}\" {close}")).Append(("8", "")).ToArray();
        // when, then
        Fault("include \"0\"", files).ShouldEndWith("values are nested deeper than 200 here");
    }
}
