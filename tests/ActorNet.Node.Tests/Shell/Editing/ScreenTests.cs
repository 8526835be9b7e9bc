using ActorNet.Node.Shell.Editing;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Shell.Editing;

public class ScreenTests
{
    [Theory]
    [InlineData("abc", 3, 10, new[] { "> abc" }, 0, 5)]
    [InlineData("abcdefgh", 8, 10, new[] { "> abcdefgh", "" }, 1, 0)]
    [InlineData("abcdefgh", 7, 10, new[] { "> abcdefgh" }, 0, 9)]
    [InlineData("abcdefghijk", 8, 10, new[] { "> abcdefgh", "ijk" }, 1, 0)]
    [InlineData("abcdefg漢x", 7, 10, new[] { "> abcdefg", "漢x" }, 1, 0)]
    [InlineData("漢x", 1, 10, new[] { "> 漢x" }, 0, 4)]
    [InlineData("e\u0301x", 2, 10, new[] { "> e\u0301x" }, 0, 3)]
    public void Line_is_laid_out_in_rows(string text, int cursor, int columns, string[] rows, int row, int column)
    {
        var screen = Screen.Of("> ", text, cursor, columns, 5);

        screen.Rows.ShouldBe(rows);
        (screen.CursorRow, screen.CursorColumn).ShouldBe((row, column));
    }

    [Fact]
    public void Line_higher_than_the_terminal_shows_the_rows_around_the_cursor()
    {
        // given
        var text = string.Concat(Enumerable.Range(0, 10).Select(i => new string((char)('0' + i), 10)));

        // when
        var middle = Screen.Of("", text, 55, 10, 3);
        var top = Screen.Of("", text, 0, 10, 3);

        // then
        middle.Rows.ShouldBe(["4444444444", "5555555555", "6666666666"]);
        (middle.CursorRow, middle.CursorColumn).ShouldBe((1, 5));
        top.Rows[0].ShouldBe("0000000000");
        top.CursorRow.ShouldBe(0);
    }

    [Fact]
    public void Rows_are_the_line_none_is_too_wide_and_the_cursor_is_where_its_text_ends()
    {
        var property = Prop.ForAll(Arb.From(Keys.Text), Arb.From(Gen.Choose(4, 30)), Arb.From(Gen.Choose(0, 40)), (text, columns, steps) =>
        {
            // given
            var cursor = LineBuffer.Boundaries(text).Take(steps + 1).Last();

            // when
            var screen = Screen.Of("> ", text, cursor, columns, int.MaxValue);

            // then
            var before = screen.Rows.Take(screen.CursorRow).Sum(r => WithoutBearers(r).Length);
            return string.Equals(WithoutBearers(string.Concat(screen.Rows)), "> " + text, StringComparison.Ordinal)
                && screen.Rows.All(r => CharWidth.OfText(r) <= columns)
                && screen.CursorColumn < columns
                && WidthBetween(text, before, cursor) == screen.CursorColumn;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), property);
    }

    [Fact]
    public void Terminal_shows_what_was_laid_out_whatever_was_there_before()
    {
        var property = Prop.ForAll(Arb.From(Keys.Any), Arb.From(Gen.Choose(8, 24)), Arb.From(Gen.Choose(2, 6)), (keys, columns, rows) =>
        {
            // given
            var history = new History();
            history.Add("an older line that is longer than the terminal is wide");
            var editor = new LineEditor(history);
            var painter = new Painter("1;32");
            var terminal = new VirtualScreen(columns, rows);

            // when, then
            return keys.All(key =>
            {
                editor.Press(key);
                var screen = Screen.Of(editor.SearchPrompt ?? "> ", editor.Text, editor.Cursor, columns, rows);
                terminal.Write(painter.Paint(screen));
                return Shows(terminal, screen);
            });
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), property);
    }

    [Fact]
    public void What_comes_after_a_line_stands_below_it()
    {
        // given
        var terminal = new VirtualScreen(10, 6);
        var painter = new Painter("");
        var screen = Screen.Of("> ", "abcdefghijklmnop", 1, 10, 6);
        terminal.Write(painter.Paint(screen));

        // when
        terminal.Write(painter.Leave(screen) + "next");

        // then
        terminal.Text.ShouldBe("> abcdefgh\nijklmnop\nnext");
    }

    /// <summary>Columns from a position of prompt and text to the cursor.</summary>
    private static int WidthBetween(string text, int from, int cursor) =>
        from >= 2 ? Width(text[(from - 2)..cursor]) : 2 - from + Width(text[..cursor]);

    private static int Width(string text) =>
        LineBuffer.Boundaries(text).Zip(LineBuffer.Boundaries(text).Skip(1)).Sum(c => Math.Max(1, CharWidth.Of(text.AsSpan(c.First, c.Second - c.First))));

    private static string WithoutBearers(string row) => row.Replace(Screen.MarkBearer.ToString(), "", StringComparison.Ordinal);

    private static bool Shows(VirtualScreen terminal, Screen screen)
    {
        var top = terminal.Row - screen.CursorRow;
        return terminal.Column == screen.CursorColumn
            && screen.Rows.Select((row, i) => string.Equals(terminal.Rows[top + i].TrimEnd(), row.TrimEnd(), StringComparison.Ordinal)).All(same => same);
    }
}
