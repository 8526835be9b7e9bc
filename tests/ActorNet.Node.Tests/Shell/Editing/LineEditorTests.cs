using ActorNet.Node.Shell.Editing;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Shell.Editing;

public class LineEditorTests
{
    private readonly History _history = new();
    private readonly LineEditor _editor;

    public LineEditorTests() => _editor = new LineEditor(_history);

    [Theory]
    [InlineData("Home", "|ip link set ifb0")]
    [InlineData("Home Left", "|ip link set ifb0")]
    [InlineData("Home Right Right", "ip| link set ifb0")]
    [InlineData("Home WordRight WordRight", "ip link| set ifb0")]
    [InlineData("WordLeft WordLeft", "ip link |set ifb0")]
    [InlineData("Home End", "ip link set ifb0|")]
    [InlineData("Backspace", "ip link set ifb|")]
    [InlineData("Home Delete", "|p link set ifb0")]
    [InlineData("Home EndOfInput", "|p link set ifb0")]
    [InlineData("CutToBlank", "ip link set |")]
    [InlineData("CutToBlank CutToBlank Paste", "ip link set ifb0|")]
    [InlineData("CutToBlank Home CutToEnd Paste", "ip link set |")]
    [InlineData("WordLeft WordLeft CutToStart End Paste", "set ifb0ip link |")]
    [InlineData("WordLeft WordLeft CutToEnd Home Paste", "set ifb0|ip link ")]
    [InlineData("Home CutWordRight CutWordRight End Paste", " set ifb0ip link|")]
    [InlineData("CutWordLeft CutWordLeft Paste Paste", "ip link set ifb0set ifb0|")]
    public void Line_is_edited_as_in_readline(string keys, string shown)
    {
        // given
        _editor.Type("ip link set ifb0");

        // when
        _editor.Press([.. keys.Split(' ').Select(Enum.Parse<Key>)]);

        // then
        _editor.Shown().ShouldBe(shown);
    }

    [Theory]
    [InlineData("e\u0301x", "|e\u0301x")]
    [InlineData("👩‍👩‍👧x", "|👩‍👩‍👧x")]
    [InlineData("漢x", "|漢x")]
    public void Character_of_several_code_points_is_one_step(string text, string shown)
    {
        // given
        _editor.Type(text);

        // when
        _editor.Press(Key.Left, Key.Left);

        // then
        _editor.Shown().ShouldBe(shown);
        _editor.Press(Key.Delete);
        _editor.Shown().ShouldBe("|x");
    }

    [Fact]
    public void Enter_ends_the_line_wherever_the_cursor_is()
    {
        _editor.Type("echo a");
        _editor.Press(Key.Home, Key.Enter).ShouldBe(EditOutcome.Done);
        _editor.Text.ShouldBe("echo a");
    }

    [Fact]
    public void Control_d_ends_the_input_only_on_an_empty_line()
    {
        _editor.Press(Key.EndOfInput).ShouldBe(EditOutcome.Ended);
        _editor.Type("a");
        _editor.Press(Key.EndOfInput).ShouldBe(EditOutcome.Refused);
        _editor.Text.ShouldBe("a");
    }

    [Fact]
    public void History_is_walked_and_the_line_being_written_comes_back()
    {
        // given
        foreach (var line in (string[])["one", "two", "three"]) _history.Add(line);
        _editor.Type("dra");

        // when, then
        _editor.Press(Key.Up);
        _editor.Shown().ShouldBe("three|");
        _editor.Press(Key.Up, Key.Up);
        _editor.Shown().ShouldBe("one|");
        _editor.Press(Key.Up).ShouldBe(EditOutcome.Refused);
        _editor.Press(Key.Down);
        _editor.Shown().ShouldBe("two|");
        _editor.Press(Key.Down, Key.Down);
        _editor.Shown().ShouldBe("dra|");
        _editor.Press(Key.Down).ShouldBe(EditOutcome.Refused);
    }

    [Fact]
    public void Search_finds_the_youngest_line_first_and_goes_on_to_older_ones()
    {
        // given
        foreach (var line in (string[])["tc qdisc show", "ip link show", "tc filter show", "echo x"]) _history.Add(line);
        _editor.Type("draft");

        // when, then
        _editor.Press(Key.Search);
        _editor.SearchPrompt.ShouldBe("(reverse-i-search)`': ");
        _editor.Type("tc");
        _editor.Shown().ShouldBe("|tc filter show");
        _editor.Press(Key.Search);
        _editor.Shown().ShouldBe("|tc qdisc show");
        _editor.Press(Key.Search).ShouldBe(EditOutcome.Refused);
        _editor.SearchPrompt.ShouldBe("(failed reverse-i-search)`tc': ");
        _editor.Text.ShouldBe("tc qdisc show");
        _editor.Press(Key.Backspace);
        _editor.Type("c f");
        _editor.Shown().ShouldBe("|tc filter show");

        // and a key that means something else takes the line
        _editor.Press(Key.End);
        _editor.SearchPrompt.ShouldBeNull();
        _editor.Shown().ShouldBe("tc filter show|");
        _editor.Press(Key.Down);
        _editor.Text.ShouldBe("echo x");
    }

    [Theory]
    [InlineData(nameof(Key.Abort))]
    [InlineData(nameof(Key.Interrupt))]
    public void Search_that_is_given_up_leaves_the_line_as_it_was(string key)
    {
        // given
        _history.Add("tc qdisc show");
        _editor.Type("draft");
        _editor.Press(Key.Left, Key.Search);
        _editor.Type("tc");

        // when
        _editor.Press(Enum.Parse<Key>(key)).ShouldBe(EditOutcome.Editing);

        // then
        _editor.Shown().ShouldBe("draf|t");
    }

    [Fact]
    public void Enter_in_a_search_takes_and_ends_the_line()
    {
        _history.Add("tc qdisc show");
        _editor.Press(Key.Search);
        _editor.Type("qd");
        _editor.Press(Key.Enter).ShouldBe(EditOutcome.Done);
        _editor.Text.ShouldBe("tc qdisc show");
    }

    [Fact]
    public void Completion_inserts_what_is_common_then_lists()
    {
        // given
        _editor.Type("ip link set dev if");
        var two = new Completions(16, ["ifb0", "ifb1"]);

        // when, then
        _editor.Press(Key.Tab).ShouldBe(EditOutcome.Complete);
        _editor.Complete(two, isRepeated: false).ShouldBeEmpty();
        _editor.Shown().ShouldBe("ip link set dev ifb|");
        _editor.Complete(two, isRepeated: true).ShouldBe(["ifb0", "ifb1"]);
        _editor.Complete(new Completions(16, ["ifb1"]), isRepeated: false).ShouldBeEmpty();
        _editor.Shown().ShouldBe("ip link set dev ifb1 |");
        _editor.Complete(Completions.None, isRepeated: true).ShouldBeEmpty();
    }

    [Fact]
    public void Any_keys_leave_a_line_without_control_characters_and_a_cursor_between_characters()
    {
        var property = Prop.ForAll(Arb.From(Keys.Any), keys =>
        {
            // given
            var history = new History();
            history.Add("ip link show");
            history.Add("漢 e\u0301");
            var editor = new LineEditor(history);

            // when, then
            return keys.All(key =>
            {
                editor.Press(key);
                return LineBuffer.Boundaries(editor.Text).Contains(editor.Cursor) && !editor.Text.Any(char.IsControl);
            });
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), property);
    }

    [Fact]
    public void What_is_cut_and_pasted_at_once_is_as_before()
    {
        Key[] cuts = [Key.CutToBlank, Key.CutToEnd, Key.CutToStart, Key.CutWordLeft, Key.CutWordRight];
        var property = Prop.ForAll(Arb.From(Keys.SimpleText), Arb.From(Gen.Choose(0, 20)), Arb.From(Gen.Elements(cuts)), (text, left, cut) =>
        {
            // given
            var editor = new LineEditor(new History());
            editor.Type(text);
            for (var i = 0; i < left; i++) editor.Press(Key.Left);
            var before = editor.Text;

            // when
            var outcome = editor.Press(cut);
            if (outcome == EditOutcome.Editing) editor.Press(Key.Paste);

            // then
            return string.Equals(editor.Text, before, StringComparison.Ordinal);
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), property);
    }

    [Fact]
    public void Line_stops_growing_at_its_limit()
    {
        // given
        var line = new string('x', LineBuffer.MaxLength);
        _history.Add(line);

        // when
        _editor.Press(Key.Up);
        _editor.Type("y");

        // then
        _editor.Text.ShouldBe(line);
    }
}
