using System.Text;

namespace ActorNet.Node.Shell.Completion;

/// <summary>The beginning of a line, up to the cursor, as words: those that are complete, and the one that is being typed.</summary>
/// <param name="Complete">Words in front of the cursor's; quotes and backslashes taken off.</param>
/// <param name="Start">Where the cursor's word begins.</param>
/// <param name="Typed">What is typed of it, as it stands there.</param>
/// <param name="IsPlain">Whether the cursor's word has neither quotes nor comes behind a <c>#</c>, so that it can be completed.</param>
internal sealed record LineWords(IReadOnlyList<string> Complete, int Start, string Typed, bool IsPlain)
{
    /// <summary>Splits what stands in front of the cursor.</summary>
    public static LineWords Of(string text)
    {
        var words = new List<string>();
        var (start, quote, isPlain) = (0, '\0', true);
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (i > start) words.Add(word.ToString());
                (start, isPlain) = (i + 1, true);
                word.Clear();
            }
            else if (quote == '\0' && c == '#' && i == start)
            {
                return new LineWords(words, start, text[start..], IsPlain: false);
            }
            else if (c is '\'' or '"' && (quote == '\0' || quote == c))
            {
                (quote, isPlain) = (quote == '\0' ? c : '\0', false);
            }
            else if (c == '\\' && quote != '\'' && i + 1 < text.Length)
            {
                word.Append(text[++i]);
            }
            else
            {
                word.Append(c);
            }
        }

        return new LineWords(words, start, text[start..], isPlain);
    }
}
