namespace ActorNet.Node.Shell.Editing;

/// <summary>What a key has led to.</summary>
internal enum EditOutcome
{
    /// <summary>The line is being edited; show it.</summary>
    Editing,

    /// <summary>The line is done.</summary>
    Done,

    /// <summary>The line was dropped.</summary>
    Dropped,

    /// <summary>There is no more input.</summary>
    Ended,

    /// <summary>Completions are wanted: <see cref="LineEditor.Complete"/>.</summary>
    Complete,

    /// <summary>The screen is to be cleared.</summary>
    Clear,

    /// <summary>Nothing could be done.</summary>
    Refused,
}

/// <summary>
/// Edits one line after another: keys in, text and cursor out. Pure: knows no terminal, no clock and no file. The keys are those of readline's emacs mode.
/// </summary>
internal sealed class LineEditor
{
    private readonly LineBuffer _buffer = new();
    private readonly History _history;
    private HistorySearch? _search;
    private string _cut = "";
    private Key _last = Key.Enter;

    /// <summary>Edits with a history; lines are added to it by the caller.</summary>
    public LineEditor(History history) => _history = history;

    /// <summary>The line as shown: what is edited, or what a search has found.</summary>
    public string Text => _search?.Line ?? _buffer.Text;

    /// <summary>Where the cursor stands in <see cref="Text"/>, in UTF-16 units.</summary>
    public int Cursor => _search?.Position ?? _buffer.Cursor;

    /// <summary>What stands in front of the line instead of the prompt while the history is searched; otherwise null.</summary>
    public string? SearchPrompt => _search is null ? null : $"({(_search.HasFailed ? "failed " : "")}reverse-i-search)`{_search.Query}': ";

    /// <summary>Begins a new line.</summary>
    public void Reset()
    {
        _buffer.Set("");
        _history.Leave();
        _search = null;
        _last = Key.Enter;
    }

    /// <summary>Takes a key.</summary>
    public EditOutcome Press(KeyPress press)
    {
        var outcome = _search is null ? Edit(press) : Search(press);
        _last = press.Key;
        return outcome;
    }

    /// <summary>
    /// Takes the completions of the line as it stands: inserts what all have in common, and the rest of the only one. Gives those that are to be listed: when
    /// nothing could be inserted and this was asked for twice.
    /// </summary>
    /// <param name="completions">What could stand at the cursor.</param>
    /// <param name="isRepeated">The key before was the same, see <see cref="IsRepeated"/>.</param>
    public IReadOnlyList<string> Complete(Completions completions, bool isRepeated)
    {
        var common = completions.CommonPrefix;
        var typed = _buffer.Text[completions.Start.._buffer.Cursor];
        if (completions.Words.Count == 1) common += completions.Tail;
        var grows = completions.Words.Count > 0 && common.Length > typed.Length && common.StartsWith(typed, StringComparison.Ordinal);
        if (grows) _buffer.Insert(common[typed.Length..]);
        return grows || !isRepeated ? [] : completions.Words;
    }

    /// <summary>Whether a key is the same as the one before.</summary>
    public bool IsRepeated(Key key) => _last == key;

    private EditOutcome Edit(KeyPress press)
    {
        switch (press.Key)
        {
            case Key.Character:
                _buffer.Insert(press.Character.ToString());
                return EditOutcome.Editing;
            case Key.Enter:
                return EditOutcome.Done;
            case Key.Interrupt:
                return EditOutcome.Dropped;
            case Key.EndOfInput:
                return _buffer.Text.Length == 0 ? EditOutcome.Ended : Remove(_buffer.NextCharacter());
            case Key.Tab:
                return EditOutcome.Complete;
            case Key.Clear:
                return EditOutcome.Clear;
            case Key.Search:
                _search = new HistorySearch(_history, _buffer.Text, _buffer.Cursor);
                return EditOutcome.Editing;
            case Key.Up:
                return Recall(_history.Older(_buffer.Text));
            case Key.Down:
                return Recall(_history.Younger());
            default:
                return Change(press.Key);
        }
    }

    private EditOutcome Change(Key key) => key switch
    {
        Key.Left => Move(_buffer.PreviousCharacter()),
        Key.Right => Move(_buffer.NextCharacter()),
        Key.Home => Move(0),
        Key.End => Move(_buffer.Text.Length),
        Key.WordLeft => Move(_buffer.PreviousWord()),
        Key.WordRight => Move(_buffer.NextWord()),
        Key.Backspace => Remove(_buffer.PreviousCharacter()),
        Key.Delete => Remove(_buffer.NextCharacter()),
        Key.CutWordLeft => Cut(_buffer.PreviousWord()),
        Key.CutWordRight => Cut(_buffer.NextWord()),
        Key.CutToBlank => Cut(_buffer.PreviousBlank()),
        Key.CutToEnd => Cut(_buffer.Text.Length),
        Key.CutToStart => Cut(0),
        Key.Paste => Paste(),
        _ => EditOutcome.Refused,
    };

    private EditOutcome Move(int position)
    {
        if (position == _buffer.Cursor) return EditOutcome.Refused;
        _buffer.MoveTo(position);
        return EditOutcome.Editing;
    }

    private EditOutcome Remove(int position) => _buffer.Remove(position).Length > 0 ? EditOutcome.Editing : EditOutcome.Refused;

    /// <summary>What is cut piece by piece is pasted as a whole.</summary>
    private EditOutcome Cut(int position)
    {
        var forward = position > _buffer.Cursor;
        var cut = _buffer.Remove(position);
        if (cut.Length == 0) return EditOutcome.Refused;
        if (!IsCut(_last)) _cut = cut;
        else _cut = forward ? _cut + cut : cut + _cut;
        return EditOutcome.Editing;
    }

    private EditOutcome Paste()
    {
        if (_cut.Length == 0) return EditOutcome.Refused;
        _buffer.Insert(_cut);
        return EditOutcome.Editing;
    }

    private EditOutcome Recall(string? line)
    {
        if (line is null) return EditOutcome.Refused;
        _buffer.Set(line);
        return EditOutcome.Editing;
    }

    private EditOutcome Search(KeyPress press)
    {
        var search = _search!;
        switch (press.Key)
        {
            case Key.Character:
                search.Append(press.Character);
                break;
            case Key.Backspace:
                search.Shorten();
                break;
            case Key.Search:
                search.Older();
                break;
            case Key.Abort or Key.Interrupt:
                _search = null;
                _buffer.Set(search.Original, search.OriginalCursor);
                return EditOutcome.Editing;
            default:
                return Accept(search, press);
        }

        return search.HasFailed ? EditOutcome.Refused : EditOutcome.Editing;
    }

    /// <summary>The line found becomes the one that is edited, and the key means what it always does.</summary>
    private EditOutcome Accept(HistorySearch search, KeyPress press)
    {
        _search = null;
        _buffer.Set(search.Line, search.Position);
        _history.MoveTo(search.Index, search.Original);
        return Edit(press);
    }

    private static bool IsCut(Key key) => key is Key.CutWordLeft or Key.CutWordRight or Key.CutToBlank or Key.CutToEnd or Key.CutToStart;
}
