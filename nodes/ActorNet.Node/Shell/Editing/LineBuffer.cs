using System.Globalization;
using System.Text;

namespace ActorNet.Node.Shell.Editing;

/// <summary>A line and the cursor in it. The cursor stands between characters as the user perceives them (grapheme clusters), never within one.</summary>
internal sealed class LineBuffer
{
    /// <summary>Longest line in UTF-16 units; what goes beyond is not inserted. The command language takes no longer one.</summary>
    public const int MaxLength = 65536;

    /// <summary>The line, without control characters.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where the cursor stands: a position in <see cref="Text"/>, in UTF-16 units.</summary>
    public int Cursor { get; private set; }

    /// <summary>Puts another line in place, the cursor behind it.</summary>
    public void Set(string text) => Set(text, text.Length);

    /// <summary>Puts another line in place.</summary>
    /// <param name="text">The line; control characters are left out.</param>
    /// <param name="cursor">Position in UTF-16 units; one within a character moves behind it.</param>
    public void Set(string text, int cursor)
    {
        var clean = Clean(text);
        // A position in the text as it came is one in the clean text less what was left out before it.
        var at = clean.Length == text.Length ? cursor : Clean(text[..cursor]).Length;
        Text = clean.Length <= MaxLength ? clean : clean[..MaxLength];
        Cursor = Snap(Math.Min(at, Text.Length));
    }

    /// <summary>Inserts at the cursor, which goes behind it.</summary>
    public void Insert(string text)
    {
        var clean = Clean(text);
        if (Text.Length + clean.Length > MaxLength) return;
        var end = Cursor + clean.Length;
        Text = Text.Insert(Cursor, clean);
        Cursor = Snap(end);
    }

    /// <summary>Moves the cursor; positions outside of the line are its ends.</summary>
    public void MoveTo(int position) => Cursor = Snap(Math.Clamp(position, 0, Text.Length));

    /// <summary>Removes what lies between the cursor and a position, and gives it back.</summary>
    public string Remove(int position)
    {
        var to = Snap(Math.Clamp(position, 0, Text.Length));
        var (first, last) = to < Cursor ? (to, Cursor) : (Cursor, to);
        var removed = Text[first..last];
        Text = Text.Remove(first, last - first);
        // What remains may join to one character across the gap.
        Cursor = Snap(first);
        return removed;
    }

    /// <summary>Position of the character in front of the cursor; 0 at the start.</summary>
    public int PreviousCharacter() => Boundaries(Text).TakeWhile(b => b < Cursor).LastOrDefault();

    /// <summary>Position behind the character at the cursor.</summary>
    public int NextCharacter() => Cursor == Text.Length ? Cursor : Cursor + StringInfo.GetNextTextElementLength(Text.AsSpan(Cursor));

    /// <summary>Start of the word of letters and digits in front of the cursor.</summary>
    public int PreviousWord()
    {
        var at = Cursor;
        while (at > 0 && !char.IsLetterOrDigit(Text[at - 1])) at--;
        while (at > 0 && char.IsLetterOrDigit(Text[at - 1])) at--;
        return at;
    }

    /// <summary>End of the word of letters and digits behind the cursor.</summary>
    public int NextWord()
    {
        var at = Cursor;
        while (at < Text.Length && !char.IsLetterOrDigit(Text[at])) at++;
        while (at < Text.Length && char.IsLetterOrDigit(Text[at])) at++;
        return at;
    }

    /// <summary>Start of what stands between the cursor and the blank in front of it.</summary>
    public int PreviousBlank()
    {
        var at = Cursor;
        while (at > 0 && char.IsWhiteSpace(Text[at - 1])) at--;
        while (at > 0 && !char.IsWhiteSpace(Text[at - 1])) at--;
        return at;
    }

    /// <summary>Positions between the characters of a text, both ends included.</summary>
    public static IEnumerable<int> Boundaries(string text)
    {
        for (var at = 0; at < text.Length; at += StringInfo.GetNextTextElementLength(text.AsSpan(at))) yield return at;
        yield return text.Length;
    }

    private int Snap(int position) => position == 0 ? 0 : Boundaries(Text).First(b => b >= position);

    private static string Clean(string text)
    {
        var isClean = true;
        foreach (var rune in text.EnumerateRunes()) isClean &= !Rune.IsControl(rune) && rune != Rune.ReplacementChar;
        if (isClean) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune)) clean.Append(rune);
        }

        return clean.ToString();
    }
}
