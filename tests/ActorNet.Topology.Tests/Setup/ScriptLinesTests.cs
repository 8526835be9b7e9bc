using FsCheck;
using FsCheck.Fluent;

namespace ActorNet.Topology.Tests.Setup;

public class ScriptLinesTests
{
    [Theory]
    [InlineData("a\nb", "a|b")]
    [InlineData("a # c\nb#c", "a|b#c")]
    [InlineData("a '# c' d # e", "a '# c' d")]
    [InlineData("a \"it's # \" # e", "a \"it's # \"")]
    [InlineData("a \\# b", "a \\# b")]
    [InlineData("a \\\n b", "a b")]
    [InlineData("a \\\\\n b", "a \\\\|b")]
    [InlineData("\\\n a", "a")]
    [InlineData("\\\n\\\n\n", "")]
    [InlineData(" \t\r\n", "")]
    [InlineData("", "")]
    public void Lines_are_taken_apart_as_a_shell_does(string script, string lines) =>
        string.Join('|', ScriptLines.Split(script, out _).Select(l => l.Text)).ShouldBe(lines);

    [Theory]
    [InlineData("a \\", 0)]
    [InlineData("a\n  b \\", 4)]
    [InlineData("a \\ # comment", 0)]
    [InlineData("a", -1)]
    [InlineData("a \\\n", -1)]
    public void A_line_without_end_is_told(string script, int index)
    {
        ScriptLines.Split(script, out var openEnd);
        openEnd.ShouldBe(index);
    }

    [Fact]
    public void Every_line_starts_where_it_says()
    {
        var scripts = Gen.ArrayOf(Gen.Elements('a', 'b', ' ', '\n', '\r', '\t', '#', '\\', '\'', '"')).Select(cs => new string(cs));
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(scripts.ToArbitrary(), script =>
        {
            return ScriptLines.Split(script, out _).TrueForAll(l => l.Text.Length > 0 && script[l.Index] == l.Text[0]);
        }));
    }
}
