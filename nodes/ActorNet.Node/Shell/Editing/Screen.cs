using System.Globalization;
using System.Text;

namespace ActorNet.Node.Shell.Editing;

/// <summary>The rows of a terminal that a prompt and its line take, and where the cursor stands.</summary>
/// <param name="Rows">Rows from the top; none is wider than the terminal, and there are no more than it has.</param>
/// <param name="CursorRow">Row of the cursor, from 0.</param>
/// <param name="CursorColumn">Column of the cursor, from 0.</param>
/// <param name="PromptLength">How much of the first row is prompt, in UTF-16 units.</param>
internal sealed record Screen(IReadOnlyList<string> Rows, int CursorRow, int CursorColumn, int PromptLength)
{
    /// <summary>What bears a mark that has no character to stand on: the dotted circle, as Unicode has it.</summary>
    public const char MarkBearer = '\u25CC';

    /// <summary>Narrowest terminal that is laid out; a narrower one wraps by itself.</summary>
    public const int MinColumns = 4;

    /// <summary>Lays out.</summary>
    /// <param name="prompt">What stands in front of the line.</param>
    /// <param name="text">The line.</param>
    /// <param name="cursor">Position of the cursor in the line, between characters.</param>
    /// <param name="columns">Width of the terminal.</param>
    /// <param name="height">Rows of the terminal: a line that needs more shows those around the cursor.</param>
    public static Screen Of(string prompt, string text, int cursor, int columns, int height)
    {
        columns = Math.Max(MinColumns, columns);
        var layout = new Layout(columns);
        layout.Add(prompt, prompt.Length + 1);
        layout.Add(text, cursor);
        return layout.ToScreen(prompt.Length).Within(Math.Max(1, height));
    }

    private Screen Within(int height)
    {
        if (Rows.Count <= height) return this;
        var first = Math.Clamp(CursorRow - (height / 2), 0, Rows.Count - height);
        return new Screen([.. Rows.Skip(first).Take(height)], CursorRow - first, CursorColumn, first == 0 ? PromptLength : 0);
    }

    /// <summary>Fills rows character by character.</summary>
    private sealed class Layout(int columns)
    {
        private readonly List<StringBuilder> _rows = [new()];
        private int _column;
        private int _cursorRow;
        private int _cursorColumn;

        /// <summary>Appends a text of its own, which does not join with what stands in front of it; the cursor goes to a position in it, if it has that position.</summary>
        public void Add(string text, int cursor)
        {
            for (var at = 0; at < text.Length;)
            {
                var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
                var cluster = text.AsSpan(at, length);
                var width = CharWidth.Of(cluster);
                var isMark = width == 0;
                if (isMark) width = 1;
                if (_column + width > columns) NewRow();
                if (at == cursor) PutCursor();
                if (isMark) _rows[^1].Append(MarkBearer);
                _rows[^1].Append(cluster);
                _column += width;
                at += length;
            }

            if (cursor != text.Length) return;
            // Behind a full row the cursor stands on a row of its own.
            if (_column == columns) NewRow();
            PutCursor();
        }

        public Screen ToScreen(int promptLength) =>
            new([.. _rows.Select(r => r.ToString())], _cursorRow, _cursorColumn, Math.Min(promptLength, _rows[0].Length));

        private void NewRow()
        {
            _rows.Add(new StringBuilder());
            _column = 0;
        }

        private void PutCursor() => (_cursorRow, _cursorColumn) = (_rows.Count - 1, _column);
    }
}
