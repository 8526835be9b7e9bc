using System.Globalization;

namespace ActorNet.Hocon.Reading;

/// <summary>What the specification's sections "Whitespace" and "Unquoted strings" say of single characters.</summary>
internal static class CharClass
{
    private const string Forbidden = "$\"{}[]:=,+#`^?!@*&\\";

    public static bool IsSpace(char c) => c switch
    {
        <= ' ' => c is ' ' or (>= '\t' and <= '\r') or (>= '\u001c' and <= '\u001f'),
        < '\u0080' => false,
        '\ufeff' => true,
        _ => char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator,
    };

    public static bool IsInlineSpace(char c) => c != '\n' && IsSpace(c);

    public static bool IsForbidden(char c) => c < '\u0080' && Forbidden.Contains(c, StringComparison.Ordinal);

    /// <summary>How an error names a character.</summary>
    public static string Name(char c) => c switch
    {
        '\n' => "the end of the line",
        < ' ' or '\u007f' => string.Create(CultureInfo.InvariantCulture, $"the control character U+{(int)c:X4}"),
        _ => $"'{c}'",
    };
}
