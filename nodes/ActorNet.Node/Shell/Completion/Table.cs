namespace ActorNet.Node.Shell.Completion;

/// <summary>A word of the language with the values that follow it.</summary>
/// <param name="Name">The word. One that begins with a dash is an option and offered only when a dash was typed.</param>
/// <param name="Values">Values behind it.</param>
internal sealed record Word(string Name, params IReadOnlyList<Slot> Values)
{
    /// <summary>What follows when the word and its values stand there, by the last value; null, or a null answer, stays in the same table.</summary>
    public Func<string, Table?>? Next { get; init; }

    /// <summary>Words of a group exclude each other; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>The word may come several times.</summary>
    public bool Again { get; init; }

    /// <summary>A word that another table follows.</summary>
    public static Word To(string name, Func<Table?> next) => new(name) { Next = _ => next() };
}

/// <summary>
/// The words that may follow at some place of a line, in any order. The grammar of the whole language is tables that lead to each other; it is data, so that
/// completion, and the tests that compare it with what the commands take, read the same.
/// </summary>
internal sealed class Table
{
    /// <summary>Makes a table.</summary>
    /// <param name="words">Words, in the order in which abbreviations are tested.</param>
    public Table(params IReadOnlyList<Word> words) => Words = words;

    /// <summary>No words: nothing follows.</summary>
    public static Table End { get; } = new();

    /// <summary>Words, in the order in which abbreviations are tested.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>A value that may stand here without a word in front of it, once; null for none.</summary>
    public Slot? Leading { get; private init; }

    /// <summary>What follows the leading value; null, or a null answer, stays in this table.</summary>
    public Func<string, Table?>? LeadingNext { get; private init; }

    /// <summary>Whether words may be abbreviated.</summary>
    private bool Abbreviates { get; init; } = true;

    /// <summary>The same, but a word must be written in full.</summary>
    public Table InFull() => new(Words) { Leading = Leading, LeadingNext = LeadingNext, Abbreviates = false };

    /// <summary>The same, but a value may stand here without a word in front of it.</summary>
    /// <param name="slot">The value.</param>
    /// <param name="next">What follows it; null, or a null answer, stays in the same table.</param>
    public Table Or(Slot slot, Func<string, Table?>? next = null) => new(Words) { Leading = slot, LeadingNext = next, Abbreviates = Abbreviates };

    /// <summary>The word that was typed: itself, else the first that it abbreviates; null for none.</summary>
    public Word? Find(string typed)
    {
        foreach (var word in Words)
        {
            if (string.Equals(word.Name, typed, StringComparison.Ordinal)) return word;
        }

        if (!Abbreviates || typed.Length == 0) return null;
        foreach (var word in Words)
        {
            if (word.Name.StartsWith(typed, StringComparison.Ordinal)) return word;
        }

        return null;
    }
}
