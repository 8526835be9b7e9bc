using System.Globalization;
using System.Text;

namespace ActorNet.Hocon.Reading;

/// <summary>Strings in double quotes, as in JSON, and in three double quotes.</summary>
internal static class QuotedReader
{
    private const string Triple = "\"\"\"";

    /// <summary>Reads the string that starts at the cursor.</summary>
    public static string Read(Cursor cursor) => cursor.At(Triple) ? ReadTriple(cursor) : ReadSingle(cursor);

    private static string ReadTriple(Cursor cursor)
    {
        var opened = cursor.Here;
        cursor.Skip(Triple.Length);
        var start = cursor.Position;
        var end = cursor.Text.IndexOf(Triple, start, StringComparison.Ordinal);
        if (end < 0) throw new HoconException(opened, "this string has no closing \"\"\"", "Add \"\"\" where it ends");
        // Of more than three quotes in a row the last three close, the others belong to the string.
        while (end + Triple.Length < cursor.Text.Length && cursor.Text[end + Triple.Length] == '"') end++;
        cursor.Skip(end - start);
        var text = cursor.Since(start);
        cursor.Skip(Triple.Length);
        return text;
    }

    private static string ReadSingle(Cursor cursor)
    {
        var opened = cursor.Here;
        cursor.Skip();
        var text = new StringBuilder();
        while (cursor.AtEnd || cursor.Peek() != '"')
        {
            var c = cursor.Peek();
            if (cursor.AtEnd || c == '\n')
            {
                throw new HoconException(opened, "this string has no closing quote",
                    "Add '\"', or use \"\"\" for text of several lines");
            }

            if (c < ' ')
            {
                throw cursor.Error($"{CharClass.Name(c)} stands in a quoted string",
                    "Write it as an escape, such as \\t, or use \"\"\"");
            }

            if (c == '\\') text.Append(ReadEscape(cursor));
            else text.Append(c);
            cursor.Skip();
        }

        cursor.Skip();
        return text.ToString();
    }

    /// <summary>Leaves the cursor on the last character of the escape.</summary>
    private static char ReadEscape(Cursor cursor)
    {
        var c = cursor.Peek(1);
        var index = "\"\\/bfnrt".IndexOf(c, StringComparison.Ordinal);
        if (index < 0 && c != 'u') throw cursor.Error($"'\\' and {CharClass.Name(c)} make no escape", "Write \\\\ for a backslash");
        if (index < 0) return ReadUnicode(cursor);
        cursor.Skip();
        return "\"\\/\b\f\n\r\t"[index];
    }

    private static char ReadUnicode(Cursor cursor)
    {
        var digits = cursor.Text.AsSpan(cursor.Position + 2, Math.Min(4, cursor.Text.Length - cursor.Position - 2));
        if (digits.Length < 4 || !ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            throw cursor.Error("\\u needs four hexadecimal digits", "Write it as in \\u00e9");
        }

        cursor.Skip(5);
        return (char)unit;
    }
}
