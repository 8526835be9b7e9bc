namespace ActorNet.Node.Shell.Editing;

/// <summary>What could stand at the cursor.</summary>
/// <param name="Start">Where the word at the cursor begins, in UTF-16 units.</param>
/// <param name="Words">The words that begin like it, in the order in which they are listed.</param>
/// <param name="Tail">What is put behind a word when it is the only one: a blank, or nothing where more belongs to the same word.</param>
internal sealed record Completions(int Start, IReadOnlyList<string> Words, string Tail = " ")
{
    /// <summary>Nothing.</summary>
    public static Completions None { get; } = new(0, []);

    /// <summary>What all words begin with; never half of a character.</summary>
    public string CommonPrefix
    {
        get
        {
            if (Words.Count == 0) return "";
            var length = Words[0].Length;
            foreach (var word in Words) length = Math.Min(length, word.AsSpan().CommonPrefixLength(Words[0]));
            if (length > 0 && char.IsHighSurrogate(Words[0][length - 1])) length--;
            return Words[0][..length];
        }
    }
}
