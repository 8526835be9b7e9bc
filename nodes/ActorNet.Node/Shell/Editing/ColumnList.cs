using System.Text;

namespace ActorNet.Node.Shell.Editing;

/// <summary>Words in columns, as many as fit, read from top to bottom.</summary>
internal static class ColumnList
{
    /// <summary>Most words that are listed.</summary>
    public const int Most = 200;

    private const int Gap = 2;

    /// <summary>Lays words out; each row ends with <paramref name="end"/>.</summary>
    public static string Of(IReadOnlyList<string> words, int columns, string end)
    {
        var shown = words.Count <= Most ? words : [.. words.Take(Most)];
        if (shown.Count == 0) return "";
        var width = shown.Max(w => CharWidth.OfText(w)) + Gap;
        var across = Math.Max(1, (columns + Gap) / width);
        var rows = (shown.Count + across - 1) / across;
        var text = new StringBuilder();
        for (var row = 0; row < rows; row++)
        {
            for (var i = row; i < shown.Count; i += rows)
            {
                text.Append(shown[i]);
                if (i + rows < shown.Count) text.Append(' ', width - CharWidth.OfText(shown[i]));
            }

            text.Append(end);
        }

        if (words.Count > Most) text.Append("and ").Append(words.Count - Most).Append(" more; type the next letter").Append(end);
        return text.ToString();
    }
}
