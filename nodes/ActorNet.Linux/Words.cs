using System.Globalization;
using System.Text;

namespace ActorNet.Linux;

/// <summary>Rules on text from outside that becomes a word of a command, a file name or part of a message.</summary>
internal static class Words
{
    /// <summary>
    /// True for what iproute2's batch reader gives a meaning (blanks, quotes, comment, continuation) and for invisible characters.
    /// </summary>
    internal static bool IsUnsafe(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || char.IsSurrogate(character)
        || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format
        || character is '"' or '\'' or '\\' or '#';

    /// <summary>Says why a text cannot be a file name of ours; null when it can.</summary>
    internal static string? FileNameFault(string? name, int maxLength)
    {
        if (string.IsNullOrEmpty(name)) return $"it is empty; give 1 to {maxLength} characters";
        if (name.Length > maxLength) return $"it is longer than {maxLength} characters; shorten it";
        if (!char.IsAsciiLetterOrDigit(name[0])) return "it must start with a letter or digit";
        foreach (char character in name)
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('.' or '_' or '-'))
                return $"it contains {Show(character)}; use letters, digits, '.', '_' and '-'";
        return null;
    }

    /// <summary>A character as it can stand in an error message.</summary>
    internal static string Show(char character) =>
        character is > ' ' and < '\u007f' ? $"'{character}'" : string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}");

    /// <summary>A text as it can stand in an error message: quoted, invisible characters escaped, cut after 80.</summary>
    internal static string Show(string? text)
    {
        if (text is null) return "(null)";
        var shown = new StringBuilder("'");
        foreach (char character in text.AsSpan(0, Math.Min(text.Length, 80)))
        {
            if (char.IsControl(character)) shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else shown.Append(character);
        }
        return shown.Append(text.Length > 80 ? "...'" : "'").ToString();
    }
}
