namespace ActorNet.Hocon.Reading;

/// <summary>A place in a text that moves forward and knows its line and column.</summary>
internal sealed class Cursor(string text, string file)
{
    private int _line = 1;
    private int _lineStart;

    public string Text { get; } = text;

    public string File { get; } = file;

    public int Position { get; private set; }

    public HoconOrigin Here => new(File, _line, Position - _lineStart + 1);

    public bool AtEnd => Position >= Text.Length;

    /// <summary>The character here for an error message.</summary>
    public string What => AtEnd ? "the end of the text" : CharClass.Name(Peek());

    /// <summary>NUL behind the last character; a text may hold NUL too, so only <see cref="AtEnd"/> tells.</summary>
    public char Peek(int ahead = 0) => Position + ahead < Text.Length ? Text[Position + ahead] : '\0';

    public bool At(string expected) => string.CompareOrdinal(Text, Position, expected, 0, expected.Length) == 0;

    public bool AtComment => Peek() == '#' || (Peek() == '/' && Peek(1) == '/');

    public void Skip(int count = 1)
    {
        for (; count > 0 && Position < Text.Length; count--)
        {
            if (Text[Position++] != '\n') continue;
            _line++;
            _lineStart = Position;
        }
    }

    /// <summary>Takes the text from <paramref name="start"/> up to here.</summary>
    public string Since(int start) => Text[start..Position];

    /// <summary>Takes white space up to the end of the line.</summary>
    public string TakeInlineSpace()
    {
        var start = Position;
        while (CharClass.IsInlineSpace(Peek())) Position++;
        return start == Position ? "" : Since(start);
    }

    /// <summary>Skips white space, comments and line ends; true when a line ended.</summary>
    public bool SkipBlank()
    {
        var line = _line;
        while (true)
        {
            if (CharClass.IsSpace(Peek())) Skip();
            else if (AtComment) SkipToLineEnd();
            else return _line != line;
        }
    }

    public HoconException Error(string problem, string remedy) => new(Here, problem, remedy);

    private void SkipToLineEnd()
    {
        var end = Text.IndexOf('\n', Position);
        Position = end < 0 ? Text.Length : end;
    }
}
