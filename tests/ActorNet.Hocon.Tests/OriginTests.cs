using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Every value and key knows where it was written.</summary>
public class OriginTests
{
    private const string Text = """
        # comment
        a {
          b = [1, "x",
            ${c}]
          d.e = foo bar
        }
        c = yes
        """;

    [Theory]
    [InlineData("a", 2, 3)]
    [InlineData("a.b", 3, 7)]
    [InlineData("a.d", 5, 3)]
    [InlineData("a.d.e", 5, 9)]
    [InlineData("c", 7, 5)]
    public void A_value_stands_where_its_first_character_stands(string path, int line, int column) =>
        HoconParser.ParseText(Text, "t.conf").GetPath(path).Origin.ShouldBe(new HoconOrigin("t.conf", line, column));

    [Fact]
    public void A_value_from_a_reference_stands_where_the_target_stands()
    {
        // given
        var items = HoconParser.ParseText(Text, "t.conf").GetPath("a.b").AsArray().Items;
        // when, then
        items.Select(i => (i.Origin.Line, i.Origin.Column)).ShouldBe([(3, 8), (3, 11), (7, 5)]);
    }

    [Fact]
    public void A_key_stands_where_it_was_mentioned_last()
    {
        // given
        var root = HoconParser.ParseText("a.x = 1\nb = 2\n  a.y = 3, \"b\" = 4", "t.conf");
        // when, then
        root.Fields.Select(f => f.KeyOrigin.ToString()).ShouldBe(["t.conf:3:3", "t.conf:3:12"]);
        root.GetPath("a").AsObject().Fields.Select(f => f.KeyOrigin.ToString()).ShouldBe(["t.conf:1:3", "t.conf:3:5"]);
    }

    [Fact]
    public void An_error_reads_place_problem_remedy()
    {
        // given
        var error = Read.Error("a = 1\nb = x@y");
        // when, then
        error.Message.ShouldBe("t.conf:2:6: '@' is reserved outside of quotes. Put the text in double quotes.");
        (error.File, error.Line, error.Column).ShouldBe(("t.conf", 2, 6));
    }

    [Fact]
    public void Columns_count_tabs_as_one() => Read.Fault("\t\ta = ?").ShouldStartWith("1:7 ");
}
