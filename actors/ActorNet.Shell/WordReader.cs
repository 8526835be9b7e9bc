using System.Globalization;

namespace ActorNet.Shell;

/// <summary>Walks the words of a verb.</summary>
internal sealed class WordReader
{
    private readonly IReadOnlyList<string> _words;
    private readonly string _usage;
    private int _next;

    public WordReader(IReadOnlyList<string> words, string usage)
    {
        _words = words;
        _usage = usage;
    }

    public bool AtEnd => _next >= _words.Count;

    public string? Peek() => AtEnd ? null : _words[_next];

    public string Next(string wanted) => AtEnd ? throw new ShellException($"{wanted} is missing; usage: {_usage}") : _words[_next++];

    public bool TryTake(string word)
    {
        if (AtEnd || !string.Equals(_words[_next], word, StringComparison.Ordinal)) return false;
        _next++;
        return true;
    }

    public IReadOnlyList<string> Rest()
    {
        string[] rest = [.. _words.Skip(_next)];
        _next = _words.Count;
        return rest;
    }

    public void End()
    {
        if (!AtEnd) throw new ShellException($"\"{_words[_next]}\" is one word too many; usage: {_usage}");
    }

    /// <summary>A whole number, decimal or with 0x in front.</summary>
    public long Number(string what, long min, long max) => Number(Next(what), what, min, max);

    public static long Number(string word, string what, long min, long max)
    {
        var hex = word.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var ok = hex
            ? long.TryParse(word.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            : long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        if (!ok || value < min || value > max) throw new ShellException($"\"{word}\" is no {what}; expected is a number from {min} to {max}");
        return value;
    }
}
