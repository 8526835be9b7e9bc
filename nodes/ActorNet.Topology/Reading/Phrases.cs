namespace ActorNet.Topology.Reading;

/// <summary>Bits of sentences for errors; what comes from the file is shortened, so that a message stays one readable line.</summary>
internal static class Phrases
{
    private const int MaxShown = 100;
    private const int MaxListed = 12;
    private const int MaxCompared = 4096;

    /// <summary>A text from the file in quotes; of a long one only the start.</summary>
    public static string Quote(string text) => text.Length <= MaxShown ? $"'{text}'" : $"'{text[..MaxShown]}...'";

    /// <summary>Names in a row; of long lists only the start.</summary>
    public static string List(IEnumerable<string> names)
    {
        var all = names.Take(MaxListed + 1).ToList();
        if (all.Count == 0) return "none";
        var shown = string.Join(", ", all.Take(MaxListed));
        return all.Count > MaxListed ? shown + ", ..." : shown;
    }

    /// <summary><c>Did you mean 'x'? </c>, or nothing when no name is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> names) =>
        Closest(word, names) is { } near ? $"Did you mean {Quote(near)}? " : "";

    /// <summary>The name that a typing mistake or two away from the word; null when there is none.</summary>
    public static string? Closest(string word, IEnumerable<string> names)
    {
        var best = word.Length <= 3 ? 1 : 2;
        string? closest = null;
        foreach (var name in names.Take(MaxCompared))
        {
            if (Math.Abs(name.Length - word.Length) > best || word.Length > MaxShown) continue;
            var distance = EditDistance.Between(word, name);
            if (distance > best || (closest is not null && distance == best)) continue;
            (best, closest) = (distance, name);
        }

        return closest;
    }
}
