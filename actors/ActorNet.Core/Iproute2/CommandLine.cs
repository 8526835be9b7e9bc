using System.Text;

namespace ActorNet.Core.Iproute2;

/// <summary>
/// Splits a line into words the way a shell quotes, and nothing more: no variables, no globs, no substitution, so a word means what it says.
/// </summary>
public static class CommandLine
{
    /// <summary>Longest line in characters.</summary>
    public const int MaxLength = 65536;

    /// <summary>Most words of a line.</summary>
    public const int MaxWords = 4096;

    /// <summary>
    /// Splits at white space. <c>'...'</c> and <c>"..."</c> keep it, a backslash takes the next character as it is, <c>#</c> at the start of a word begins a
    /// comment.
    /// </summary>
    /// <exception cref="Iproute2Exception">
    /// A quote is not closed, a backslash ends the line, or the line is too long; the message names the column, counted from 1.
    /// </exception>
    public static IReadOnlyList<string> Split(string line)
    {
        if (line.Length > MaxLength) throw new Iproute2Exception($"The line has {line.Length} characters; {MaxLength} is the most. Split it into several commands.");
        var words = new List<string>();
        var at = 0;
        while (SkipBlanks(line, ref at))
        {
            if (words.Count == MaxWords) throw new Iproute2Exception($"The line has more than {MaxWords} words. Split it into several commands.");
            words.Add(ReadWord(line, ref at));
        }

        return words;
    }

    private static bool SkipBlanks(string line, ref int at)
    {
        while (at < line.Length && char.IsWhiteSpace(line[at])) at++;
        return at < line.Length && line[at] != '#';
    }

    private static string ReadWord(string line, ref int at)
    {
        var word = new StringBuilder();
        while (at < line.Length && !char.IsWhiteSpace(line[at]))
        {
            switch (line[at])
            {
                case '\'':
                    ReadQuoted(line, ref at, word, escapes: false);
                    break;
                case '"':
                    ReadQuoted(line, ref at, word, escapes: true);
                    break;
                case '\\':
                    if (at + 1 == line.Length) throw new Iproute2Exception($"Column {at + 1}: the line ends with a backslash. Remove it, or write \\\\ for a backslash.");
                    word.Append(line[at + 1]);
                    at += 2;
                    break;
                default:
                    word.Append(line[at++]);
                    break;
            }
        }

        return word.ToString();
    }

    private static void ReadQuoted(string line, ref int at, StringBuilder word, bool escapes)
    {
        var quote = line[at];
        var opened = at++;
        while (at < line.Length && line[at] != quote)
        {
            // Within double quotes only the quote and the backslash itself can be escaped, as in a shell.
            if (escapes && line[at] == '\\' && at + 1 < line.Length && line[at + 1] is '"' or '\\') at++;
            word.Append(line[at++]);
        }

        if (at >= line.Length) throw new Iproute2Exception($"Column {opened + 1}: the quote {quote} is not closed. Add {quote} at the end of the word.");
        at++;
    }
}
