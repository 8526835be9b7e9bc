using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Reading;

/// <summary>An include statement as written.</summary>
internal readonly record struct IncludeStatement(HoconOrigin Origin, string Name, bool Required);

/// <summary>The syntax <c>include "f"</c>, <c>include file("f")</c>, <c>include required(...)</c>.</summary>
internal static class IncludeReader
{
    private const string Keyword = "include";
    private const string Remedy =
        "Write include \"file\", include file(\"file\") or include required(\"file\"); quote a key named \"include\"";

    /// <summary>
    /// False, with nothing taken, when no include statement starts here. Otherwise merges what it names over <paramref name="into"/>.
    /// </summary>
    public static bool TryRead(Cursor cursor, ReadSession session, ReadScope scope, ObjectNode into)
    {
        if (!AtKeyword(cursor)) return false;
        var at = cursor.Here;
        cursor.Skip(Keyword.Length);
        SkipSpace(cursor);
        session.Include(ReadTarget(cursor, at), cursor.File, scope, into);
        return true;
    }

    /// <summary>The word must stand alone: <c>includes</c> and <c>include.x</c> are keys.</summary>
    private static bool AtKeyword(Cursor cursor)
    {
        if (!cursor.At(Keyword)) return false;
        var next = cursor.Peek(Keyword.Length);
        return next == '\0' || CharClass.IsSpace(next) || CharClass.IsForbidden(next)
            || (next == '/' && cursor.Peek(Keyword.Length + 1) == '/');
    }

    private static IncludeStatement ReadTarget(Cursor cursor, HoconOrigin at)
    {
        var (required, file) = (false, false);
        while (char.IsAsciiLetter(cursor.Peek()))
        {
            var word = ReadWrapper(cursor);
            if (file || (word == "required" && required)) throw cursor.Error($"'{word}(' is not allowed inside of the other", Remedy);
            if (word == "required") required = true;
            else file = true;
        }

        if (cursor.Peek() != '"') throw cursor.Error($"include is followed by {cursor.What}", Remedy);
        var name = QuotedReader.Read(cursor);
        for (var open = (required ? 1 : 0) + (file ? 1 : 0); open > 0; open--)
        {
            SkipSpace(cursor);
            if (cursor.Peek() != ')') throw cursor.Error($"the include is not closed: {cursor.What} follows", "Add ')'");
            cursor.Skip();
        }

        return new IncludeStatement(at, name, required);
    }

    private static string ReadWrapper(Cursor cursor)
    {
        var (start, at) = (cursor.Position, cursor.Here);
        while (char.IsAsciiLetter(cursor.Peek())) cursor.Skip();
        var word = cursor.Since(start);
        if (cursor.Peek() != '(') throw new HoconException(at, $"include is followed by '{word}'", Remedy);
        if (word is "url" or "classpath" or "package")
        {
            throw new HoconException(at, $"include {word}(...) is not supported: only files are read",
                "Copy the text into a file and write include file(\"...\")");
        }

        if (word is not ("file" or "required")) throw new HoconException(at, $"include knows no '{word}('", Remedy);
        cursor.Skip();
        SkipSpace(cursor);
        return word;
    }

    private static void SkipSpace(Cursor cursor)
    {
        while (CharClass.IsSpace(cursor.Peek())) cursor.Skip();
    }
}
