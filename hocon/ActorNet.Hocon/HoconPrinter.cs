using System.Globalization;
using System.Text;

namespace ActorNet.Hocon;

/// <summary>Writes values as JSON, for debugging and tests. Numbers keep the text they were written with.</summary>
public static class HoconPrinter
{
    /// <summary>One line, or with <paramref name="indented"/> one line per field and element, two spaces a level.</summary>
    public static string ToJson(HoconValue value, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        var output = new StringBuilder();
        Write(output, value, indented ? 0 : -1);
        return output.ToString();
    }

    private static void Write(StringBuilder output, HoconValue value, int level)
    {
        switch (value)
        {
            case HoconObject o:
                WriteList(output, '{', '}', o.Fields, level, WriteField);
                break;
            case HoconArray a:
                WriteList(output, '[', ']', a.Items, level, Write);
                break;
            case HoconString s:
                WriteString(output, s.Text);
                break;
            default:
                output.Append(value.ScalarText ?? "null");
                break;
        }
    }

    private static void WriteField(StringBuilder output, HoconField field, int level)
    {
        WriteString(output, field.Key);
        output.Append(level < 0 ? ":" : ": ");
        Write(output, field.Value, level);
    }

    private static void WriteList<T>(StringBuilder output, char open, char close, IReadOnlyList<T> items, int level,
        Action<StringBuilder, T, int> write)
    {
        output.Append(open);
        var inner = level < 0 ? -1 : level + 1;
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) output.Append(',');
            NewLine(output, inner);
            write(output, items[i], inner);
        }

        if (items.Count > 0) NewLine(output, level);
        output.Append(close);
    }

    private static void NewLine(StringBuilder output, int level)
    {
        if (level >= 0) output.Append('\n').Append(' ', 2 * level);
    }

    private static void WriteString(StringBuilder output, string text)
    {
        output.Append('"');
        foreach (var c in text) WriteChar(output, c);
        output.Append('"');
    }

    private static void WriteChar(StringBuilder output, char c)
    {
        var index = "\"\\\b\f\n\r\t".IndexOf(c, StringComparison.Ordinal);
        if (index >= 0) output.Append('\\').Append("\"\\bfnrt"[index]);
        else if (c < ' ') output.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        else output.Append(c);
    }
}
