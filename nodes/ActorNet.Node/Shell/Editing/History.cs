namespace ActorNet.Node.Shell.Editing;

/// <summary>The lines that were entered, and walking through them. Bounded: the oldest line goes first.</summary>
internal sealed class History
{
    /// <summary>Most lines that are kept.</summary>
    public const int Capacity = 1000;

    private readonly List<string> _lines = [];
    private int _at;
    private string _draft = "";

    /// <summary>Lines, oldest first.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Adds a line; blank ones and repetitions of the last one are left out. Walking begins anew.</summary>
    /// <returns>Whether it was added.</returns>
    public bool Add(string line)
    {
        _draft = "";
        var isNew = !string.IsNullOrWhiteSpace(line) && (_lines.Count == 0 || !string.Equals(_lines[^1], line, StringComparison.Ordinal));
        if (isNew) _lines.Add(line);
        if (_lines.Count > Capacity) _lines.RemoveAt(0);
        _at = _lines.Count;
        return isNew;
    }

    /// <summary>Walking begins at the end again.</summary>
    public void Leave()
    {
        _draft = "";
        _at = _lines.Count;
    }

    /// <summary>The next older line; null at the oldest. What is being edited is kept for the way back.</summary>
    public string? Older(string editing)
    {
        if (_at == 0) return null;
        if (_at == _lines.Count) _draft = editing;
        return _lines[--_at];
    }

    /// <summary>The next younger line, at last the one that was being edited; null when that is reached already.</summary>
    public string? Younger()
    {
        if (_at == _lines.Count) return null;
        return ++_at == _lines.Count ? _draft : _lines[_at];
    }

    /// <summary>Index of the youngest line before <paramref name="before"/> that contains a text; -1 when there is none.</summary>
    public int Find(string text, int before)
    {
        for (var i = Math.Min(before, _lines.Count) - 1; i >= 0; i--)
        {
            if (_lines[i].Contains(text, StringComparison.Ordinal)) return i;
        }

        return -1;
    }

    /// <summary>Walking goes on from the line with that index.</summary>
    /// <param name="index">Of the line.</param>
    /// <param name="editing">What was being edited, for the way back.</param>
    public void MoveTo(int index, string editing)
    {
        if (_at == _lines.Count) _draft = editing;
        _at = index;
    }
}
