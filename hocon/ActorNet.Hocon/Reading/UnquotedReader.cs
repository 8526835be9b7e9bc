using ActorNet.Hocon.Nodes;
using ActorNet.Hocon.Units;

namespace ActorNet.Hocon.Reading;

/// <summary>Text without quotes: words, numbers, true, false, null.</summary>
internal static class UnquotedReader
{
    /// <summary>True when unquoted text can go on with the character at the cursor.</summary>
    public static bool Continues(Cursor cursor)
    {
        var c = cursor.Peek();
        return !cursor.AtEnd && !CharClass.IsForbidden(c) && !CharClass.IsSpace(c) && !cursor.AtComment;
    }

    /// <summary>Takes text up to a forbidden character, white space or a comment; empty when there is none.</summary>
    public static string Read(Cursor cursor)
    {
        var start = cursor.Position;
        while (Continues(cursor) || AtExponentSign(cursor, start)) cursor.Skip();
        return cursor.Since(start);
    }

    /// <summary>The typed value of unquoted text that stands alone.</summary>
    public static ScalarNode Classify(string text, HoconOrigin origin) => new(text switch
    {
        "true" => new HoconBoolean(origin, true),
        "false" => new HoconBoolean(origin, false),
        "null" => new HoconNull(origin),
        _ => ExactNumber.IsJsonNumber(text) ? new HoconNumber(origin, text) : new HoconString(origin, text),
    });

    /// <summary>The only '+' outside of quotes that is neither an error nor part of +=: the one in <c>1e+5</c>.</summary>
    private static bool AtExponentSign(Cursor cursor, int start)
    {
        if (cursor.Peek() != '+' || !char.IsAsciiDigit(cursor.Peek(1)) || cursor.Position - start < 2) return false;
        var before = cursor.Text.AsSpan(start, cursor.Position - start);
        return before[^1] is 'e' or 'E' && ExactNumber.IsJsonNumber(before[..^1]);
    }
}
