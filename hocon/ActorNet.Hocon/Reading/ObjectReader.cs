using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Reading;

/// <summary>Roots, objects and their fields.</summary>
internal sealed class ObjectReader
{
    private readonly Cursor _cursor;
    private readonly ReadScope _scope;
    private readonly ReadSession _session;
    private readonly ValueReader _values;

    public ObjectReader(Cursor cursor, ReadScope scope, ReadSession session)
    {
        (_cursor, _scope, _session) = (cursor, scope, session);
        _values = new ValueReader(cursor, scope, session.Budget, this);
    }

    /// <summary>Reads a whole text: an array, an object, or fields without braces.</summary>
    public Node ReadRoot()
    {
        _cursor.SkipBlank();
        Node root;
        if (_cursor.Peek() == '[') root = _values.ReadArray();
        else if (_cursor.Peek() == '{') root = ReadBraced();
        else root = ReadFields(new ObjectNode(_cursor.Here), opened: null);
        _cursor.SkipBlank();
        if (_cursor.AtEnd) return root;
        throw _cursor.Error($"{_cursor.What} stands behind the end of the root value", "Remove it, or the closing bracket before it");
    }

    /// <summary>Reads <c>{ ... }</c>.</summary>
    public ObjectNode ReadBraced()
    {
        var opened = _cursor.Here;
        _cursor.Skip();
        var read = ReadFields(new ObjectNode(opened), opened);
        _cursor.Skip();
        return read;
    }

    private ObjectNode ReadFields(ObjectNode into, HoconOrigin? opened)
    {
        var separators = default(Separators);
        while (true)
        {
            separators.Skip(_cursor);
            if (AtFieldsEnd(opened)) return into;
            separators.BeginItem(_cursor);
            if (!IncludeReader.TryRead(_cursor, _session, _scope, into)) ReadField(into);
        }
    }

    private bool AtFieldsEnd(HoconOrigin? opened)
    {
        var c = _cursor.Peek();
        if (opened is { } brace)
        {
            if (c == '}') return true;
            if (_cursor.AtEnd || c == ']')
            {
                throw new HoconException(brace, $"this '{{' is not closed: {_cursor.What} follows on line {_cursor.Here.Line}",
                    "Add '}'");
            }
        }

        if (c is '}' or ']') throw _cursor.Error($"'{c}' closes nothing", "Remove it, or add the opening bracket");
        return _cursor.AtEnd;
    }

    private void ReadField(ObjectNode into)
    {
        var at = _cursor.Here;
        var path = PathReader.Read(_cursor);
        if (path.Count == 0)
        {
            throw _cursor.Error($"a key is needed here, but {_cursor.What} stands here",
                "Write key = value, with the key in double quotes if it holds special characters");
        }

        foreach (var (key, origin) in path) _session.Budget.SpendText(key, origin);
        var append = ReadSeparator(path);
        _scope.Enter(path, at);
        if (append) Append(into, path);
        else FieldOf(into, path).Push(path[^1].Origin, _values.Read($"the key '{path[^1].Key}'"));
        _scope.Leave(path);
    }

    /// <summary>True for <c>+=</c>. Line ends may stand around a separator.</summary>
    private bool ReadSeparator(List<PathKey> path)
    {
        _cursor.SkipBlank();
        if (_cursor.Peek() == '{') return false;
        var append = _cursor.At("+=");
        if (!append && _cursor.Peek() is not (':' or '='))
        {
            throw _cursor.Error($"the key '{path[^1].Key}' is followed by {_cursor.What}",
                "Write '=', ':', '+=' or '{' after a key, and put keys with special characters in double quotes");
        }

        _cursor.Skip(append ? 2 : 1);
        return append;
    }

    private void Append(ObjectNode into, List<PathKey> path)
    {
        var self = _scope.FullPath;
        _scope.EnterArray(_cursor.Here);
        var element = _values.Read($"the key '{path[^1].Key}'");
        _scope.LeaveArray();
        var field = FieldOf(into, path);
        var at = path[^1].Origin;
        if (!field.TryAppend(at, element)) field.Push(at, AppendExpression(field, self, at, element));
    }

    /// <summary><c>a += b</c> is <c>a = ${?a} [b]</c>.</summary>
    private static Node AppendExpression(FieldNode field, string[]? self, HoconOrigin at, Node element)
    {
        var added = new ArrayNode(element.Origin, [element]);
        if (self is not null)
        {
            var earlier = new ReferenceNode(at, self, 0, ReferenceKinds.Optional | ReferenceKinds.OwnField);
            return new ConcatNode(at, [new Piece("", earlier), new Piece("", added)], isAppend: true);
        }

        if (field.Stack.Count == 0) return added;
        throw new HoconException(at, $"inside an array, += cannot extend '{field.Key}', whose earlier value is no plain array",
            "Build the list outside of the array and refer to it with ${...}");
    }

    private static FieldNode FieldOf(ObjectNode into, List<PathKey> path)
    {
        foreach (var (key, origin) in path[..^1]) into = into.GetOrAdd(key).OpenObject(origin);
        return into.GetOrAdd(path[^1].Key);
    }
}
