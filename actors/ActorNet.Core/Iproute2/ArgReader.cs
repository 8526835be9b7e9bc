namespace ActorNet.Core.Iproute2;

/// <summary>Walks the words of a command line the way iproute2's parsers do. Words are given, never split here, so nothing passes a shell.</summary>
public sealed class ArgReader
{
    private readonly IReadOnlyList<string> _words;
    private readonly List<string> _remarks = [];
    private int _next;

    /// <summary>Starts at the first word.</summary>
    public ArgReader(IReadOnlyList<string> words) => _words = words;

    /// <summary>Whether all words have been read.</summary>
    public bool AtEnd => _next >= _words.Count;

    /// <summary>Words not read yet.</summary>
    public int Remaining => _words.Count - _next;

    /// <summary>The next word without taking it; null at the end.</summary>
    public string? Peek(int ahead = 0) => _next + ahead < _words.Count ? _words[_next + ahead] : null;

    /// <summary>Takes the next word.</summary>
    /// <param name="wanted">What should stand here, for the error.</param>
    /// <exception cref="Iproute2Exception">The line ends here: <c>Command line is not complete. Try option "help"</c>.</exception>
    public string Next(string? wanted = null)
    {
        _ = wanted;
        return AtEnd ? throw new Iproute2Exception("Command line is not complete. Try option \"help\"", 255) : _words[_next++];
    }

    /// <summary>Takes the next word if it is <paramref name="word"/>.</summary>
    public bool TryTake(string word)
    {
        if (AtEnd || !string.Equals(_words[_next], word, StringComparison.Ordinal)) return false;
        _next++;
        return true;
    }

    /// <summary>Takes the next word if it is an abbreviation of <paramref name="word"/> (iproute2's <c>matches</c>).</summary>
    public bool TryTakePrefix(string word)
    {
        if (AtEnd || _words[_next].Length == 0 || !word.StartsWith(_words[_next], StringComparison.Ordinal)) return false;
        _next++;
        return true;
    }

    /// <summary>Takes all words that are left.</summary>
    public IReadOnlyList<string> Rest()
    {
        string[] rest = [.. _words.Skip(_next)];
        _next = _words.Count;
        return rest;
    }

    /// <summary>What the words gave reason to remark upon although they stand, in order; tc prints it to standard error and goes on.</summary>
    public IReadOnlyList<string> Remarks => _remarks;

    /// <summary>Adds to <see cref="Remarks"/>.</summary>
    public void Remark(string sentence) => _remarks.Add(sentence);

    /// <summary>Steps back over the word taken last.</summary>
    public void Back() => _next--;
}
