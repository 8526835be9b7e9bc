namespace ActorNet.Node.Shell.Completion;

/// <summary>How far the grammar leads along the words of a line: what may stand at its end, and which namespace and device the line speaks of.</summary>
internal sealed class LineReading
{
    private readonly Queue<Slot> _values = new();
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private Table _table;
    private Word? _word;
    private bool _leadingUsed;

    private LineReading(Table start) => _table = start;

    /// <summary>The value that is expected; null when a word may stand here.</summary>
    public Slot? Expected => _values.Count > 0 ? _values.Peek() : null;

    /// <summary>A value that may stand here without a word in front of it; null for none.</summary>
    public Slot? Leading => _values.Count == 0 && !_leadingUsed ? _table.Leading : null;

    /// <summary>Words that may stand here.</summary>
    public IEnumerable<Word> Words => _values.Count > 0 ? [] : _table.Words.Where(w => w.Again || !_used.Contains(KeyOf(w)));

    /// <summary>Namespace that the line named last; null for none.</summary>
    public string? Namespace { get; private set; }

    /// <summary>Device that the line named last; null for none.</summary>
    public string? Device { get; private set; }

    /// <summary>Reads complete words from the start of a line.</summary>
    public static LineReading Of(Table start, IEnumerable<string> words)
    {
        var reading = new LineReading(start);
        foreach (var word in words) reading.Take(word);
        return reading;
    }

    private void Take(string text)
    {
        if (_values.Count > 0) TakeValue(text);
        else if (_table.Find(text) is { } word) TakeWord(word);
        else if (!_leadingUsed && _table.Leading is { } leading) TakeLeading(leading, text);
    }

    private void TakeWord(Word word)
    {
        _used.Add(KeyOf(word));
        _word = word;
        _leadingUsed |= SaysTheSame(word);
        foreach (var value in word.Values) _values.Enqueue(value);
        if (_values.Count == 0) GoOn(word.Next, "");
    }

    private void TakeValue(string text)
    {
        Note(_values.Dequeue(), text);
        if (_values.Count == 0) GoOn(_word!.Next, text);
    }

    private void TakeLeading(Slot leading, string text)
    {
        _leadingUsed = true;
        foreach (var word in _table.Words.Where(SaysTheSame)) _used.Add(KeyOf(word));
        Note(leading, text);
        GoOn(_table.LeadingNext, text);
    }

    private void Note(Slot slot, string text)
    {
        if (slot.Source == SlotSource.Namespaces) Namespace = text;
        if (slot.Source == SlotSource.Devices) Device = text;
    }

    private void GoOn(Func<string, Table?>? next, string value)
    {
        if (next?.Invoke(value) is not { } table || ReferenceEquals(table, _table)) return;
        _table = table;
        _used.Clear();
        _leadingUsed = false;
    }

    /// <summary>Whether a word says the same as the leading value without a word does.</summary>
    private bool SaysTheSame(Word word) => word.Group is not null && word.Values is [var only] && only == _table.Leading;

    private static string KeyOf(Word word) => word.Group ?? word.Name;
}
