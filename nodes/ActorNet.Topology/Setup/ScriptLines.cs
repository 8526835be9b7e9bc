namespace ActorNet.Topology;

/// <summary>
/// Takes a script apart into logical lines, as a shell reads them: comments and blank lines go, a backslash at the end of a line continues it.
/// </summary>
internal static class ScriptLines
{
    /// <summary>The lines with the index of their first character.</summary>
    /// <param name="script">The whole text; lines end at U+000A, a U+000D before it is white space.</param>
    /// <param name="openEnd">Index of the line that a final backslash leaves incomplete, -1 when there is none.</param>
    public static List<(int Index, string Text)> Split(string script, out int openEnd)
    {
        var lines = new List<(int, string)>();
        var (first, text) = (-1, "");
        openEnd = -1;
        for (var start = 0; start <= script.Length;)
        {
            var end = script.IndexOf('\n', start);
            if (end < 0) end = script.Length;
            var content = WithoutComment(script.AsSpan(start, end - start)).TrimEnd();
            var continued = EndsInContinuation(content);
            if (continued) content = content[..^1].TrimEnd();
            var trimmed = content.TrimStart();
            if (first < 0 && trimmed.Length > 0) first = start + content.Length - trimmed.Length;
            if (trimmed.Length > 0) text = text.Length == 0 ? trimmed.ToString() : $"{text} {trimmed}";
            if (!continued)
            {
                if (text.Length > 0) lines.Add((first, text));
                (first, text) = (-1, "");
            }

            if (continued && end == script.Length) openEnd = Math.Max(first, 0);
            start = end + 1;
        }

        return lines;
    }

    /// <summary>The words of a line with their quotes still on, so that <c>';'</c> differs from <c>;</c>.</summary>
    public static IEnumerable<string> QuotedWords(string line)
    {
        var (start, quote) = (-1, '\0');
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (start >= 0) yield return line[start..i];
                start = -1;
                continue;
            }

            if (start < 0) start = i;
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c == '\\') i++;
            else if (c is '\'' or '"') quote = c;
        }

        if (start >= 0) yield return line[start..];
    }

    private static bool EndsInContinuation(ReadOnlySpan<char> line)
    {
        var backslashes = line.Length - line.TrimEnd('\\').Length;
        return backslashes % 2 == 1; // an even number are backslashes that are meant
    }

    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> line)
    {
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c == '\\') i++;
            else if (c is '\'' or '"') quote = c;
            else if (c == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1]))) return line[..i];
        }

        return line;
    }
}
