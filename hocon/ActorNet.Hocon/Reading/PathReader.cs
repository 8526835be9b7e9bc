using System.Text;

namespace ActorNet.Hocon.Reading;

/// <summary>One key of a path expression and where it stands.</summary>
internal readonly record struct PathKey(string Key, HoconOrigin Origin);

/// <summary>
/// Path expressions: <c>a.b."c.d"</c>. Dots outside of quotes separate, white space inside counts, white space around is dropped.
/// </summary>
internal sealed class PathReader
{
    private readonly List<PathKey> _keys = [];
    private readonly StringBuilder _current = new();
    private readonly Cursor _cursor;
    private HoconOrigin _start;
    private bool _quoted;

    private PathReader(Cursor cursor)
    {
        _cursor = cursor;
        _start = cursor.Here;
    }

    /// <summary>Reads up to the first character that cannot belong to a path; empty when there is none at all.</summary>
    public static List<PathKey> Read(Cursor cursor) => new PathReader(cursor).ReadAll();

    /// <summary>Reads a path that a program asks for.</summary>
    public static string[] ParseText(string text)
    {
        var cursor = new Cursor(text, "path '" + text + "'");
        cursor.TakeInlineSpace();
        var keys = Read(cursor);
        cursor.TakeInlineSpace();
        if (keys.Count == 0 || !cursor.AtEnd)
        {
            throw cursor.Error($"{cursor.What} is not allowed in a path", "Put the key in double quotes, as in a.\"b:c\"");
        }

        return keys.ConvertAll(k => k.Key).ToArray();
    }

    private List<PathKey> ReadAll()
    {
        if (!AtPiece()) return _keys;
        ReadPiece();
        while (true)
        {
            var space = _cursor.TakeInlineSpace();
            if (!AtPiece()) break;
            _current.Append(space);
            ReadPiece();
        }

        EndKey(_cursor.Here);
        return _keys;
    }

    private bool AtPiece() => _cursor.Peek() == '"' || UnquotedReader.Continues(_cursor);

    private void ReadPiece()
    {
        if (_cursor.Peek() == '"')
        {
            _quoted = true;
            _current.Append(QuotedReader.Read(_cursor));
            return;
        }

        var at = _cursor.Here;
        var text = UnquotedReader.Read(_cursor);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '.') EndKey(at with { Column = at.Column + i + 1 });
            else _current.Append(text[i]);
        }
    }

    private void EndKey(HoconOrigin next)
    {
        if (_current.Length == 0 && !_quoted)
        {
            throw new HoconException(_start, "a path has an empty key: it starts or ends with '.', or has two in a row",
                "Remove the dot, or write an empty key as \"\"");
        }

        _keys.Add(new PathKey(_current.ToString(), _start));
        _current.Clear();
        _quoted = false;
        _start = next;
    }
}
