using System.Globalization;
using ActorNet.Node.Shell.Editing;

namespace ActorNet.Node.Tests.Shell.Editing;

/// <summary>A terminal for tests: the few sequences that are sent, rows of cells, scrolling, and the pending wrap of a real one.</summary>
internal sealed class VirtualScreen
{
    private readonly int _columns;
    private readonly List<string[]> _rows = [];
    private int _row;
    private int _column;

    public VirtualScreen(int columns, int rows)
    {
        _columns = columns;
        for (var i = 0; i < rows; i++) _rows.Add(NewRow());
    }

    public int Row => _row;

    public int Column => _column;

    /// <summary>Rows as text, without the empty end.</summary>
    public IReadOnlyList<string> Rows => [.. _rows.Select(r => string.Concat(r).TrimEnd())];

    /// <summary>All that stands on the screen.</summary>
    public string Text => string.Join('\n', Rows).TrimEnd('\n');

    public void Write(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\e')
            {
                at = Sequence(text, at + 1);
                continue;
            }

            var length = text[at] is '\r' or '\n' or '\a' ? 1 : StringInfo.GetNextTextElementLength(text.AsSpan(at));
            Put(text.Substring(at, length));
            at += length;
        }
    }

    private void Put(string cluster)
    {
        switch (cluster)
        {
            case "\r":
                _column = 0;
                return;
            case "\n":
                LineFeed();
                return;
            case "\a":
                return;
        }

        var width = CharWidth.Of(cluster);
        if (width == 0)
        {
            _rows[_row][Math.Max(0, _column - 1)] += cluster;
            return;
        }

        if (_column + width > _columns)
        {
            _column = 0;
            LineFeed();
        }

        _rows[_row][_column] = cluster;
        if (width == 2) _rows[_row][_column + 1] = "";
        _column += width;
    }

    private void LineFeed()
    {
        if (_row + 1 < _rows.Count)
        {
            _row++;
            return;
        }

        _rows.RemoveAt(0);
        _rows.Add(NewRow());
    }

    private int Sequence(string text, int at)
    {
        if (text[at] != '[') return at + 1;
        var end = at + 1;
        while (text[end] is < '@' or > '~') end++;
        var parameters = text[(at + 1)..end];
        var count = int.TryParse(parameters, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        switch (text[end])
        {
            case 'A':
                _row = Math.Max(0, _row - count);
                break;
            case 'B':
                _row = Math.Min(_rows.Count - 1, _row + count);
                break;
            case 'C':
                _column = Math.Min(_columns - 1, _column + count);
                break;
            case 'H':
                (_row, _column) = (0, 0);
                break;
            case 'J':
                Erase(all: parameters is "2");
                break;
            case 'K':
                Array.Fill(_rows[_row], " ", _column, _columns - _column);
                break;
        }

        return end + 1;
    }

    private void Erase(bool all)
    {
        if (!all) Array.Fill(_rows[_row], " ", Math.Min(_column, _columns), _columns - Math.Min(_column, _columns));
        for (var i = all ? 0 : _row + 1; i < _rows.Count; i++) _rows[i] = NewRow();
    }

    private string[] NewRow()
    {
        var row = new string[_columns];
        Array.Fill(row, " ");
        return row;
    }
}
