using System.Text;

namespace ActorNet.Node.Shell.Editing;

/// <summary>A search backwards through the history (Ctrl-R), as the search words grow and shrink.</summary>
internal sealed class HistorySearch
{
    private readonly History _history;
    private int _found;

    /// <summary>Begins behind the youngest line.</summary>
    /// <param name="history">What is searched.</param>
    /// <param name="original">The line that was being edited.</param>
    /// <param name="cursor">Where its cursor stood.</param>
    public HistorySearch(History history, string original, int cursor)
    {
        _history = history;
        Original = original;
        OriginalCursor = cursor;
        _found = history.Lines.Count;
    }

    /// <summary>The line that was being edited.</summary>
    public string Original { get; }

    /// <summary>Where its cursor stood.</summary>
    public int OriginalCursor { get; }

    /// <summary>What is searched for.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Whether the line shown does not contain the query.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The line found last; the original one before any was found.</summary>
    public string Line => IsFound ? _history.Lines[_found] : Original;

    /// <summary>Where the query stands in <see cref="Line"/>: at the character that it begins in.</summary>
    public int Position
    {
        get
        {
            if (!IsFound) return OriginalCursor;
            var at = Line.LastIndexOf(Query, StringComparison.Ordinal);
            return LineBuffer.Boundaries(Line).TakeWhile(b => b <= at).LastOrDefault();
        }
    }

    /// <summary>Index of the line found; the number of lines when none was.</summary>
    public int Index => _found;

    private bool IsFound => _found < _history.Lines.Count;

    /// <summary>Another character to search for; the line found may contain it already.</summary>
    public void Append(Rune character)
    {
        Query += character.ToString();
        Look(_found + 1);
    }

    /// <summary>One character less; begins again at the youngest line.</summary>
    public void Shorten()
    {
        if (Query.Length == 0) return;
        Query = Query[..LineBuffer.Boundaries(Query).TakeWhile(b => b < Query.Length).Last()];
        _found = _history.Lines.Count;
        HasFailed = false;
        if (Query.Length > 0) Look(_found);
    }

    /// <summary>The next older line.</summary>
    public void Older()
    {
        if (Query.Length > 0) Look(_found);
    }

    private void Look(int before)
    {
        var found = _history.Find(Query, before);
        HasFailed = found < 0;
        if (found >= 0) _found = found;
    }
}
