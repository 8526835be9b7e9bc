using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Reading;

/// <summary>Values: pieces side by side on a line, arrays, references. Objects come from <see cref="ObjectReader"/>.</summary>
internal sealed class ValueReader(Cursor cursor, ReadScope scope, Budget budget, ObjectReader objects)
{
    /// <summary>Reads the value that starts at or after the cursor and ends before a comma, closing bracket, comment or line end.</summary>
    public Node Read(string owner)
    {
        cursor.SkipBlank();
        var pieces = new List<Piece>();
        while (true)
        {
            var space = cursor.TakeInlineSpace();
            if (AtValueEnd()) break;
            var at = cursor.Here;
            var node = ReadPiece();
            budget.Spend(Budget.Value + (2L * space.Length), at);
            pieces.Add(new Piece(pieces.Count == 0 ? "" : space, node));
        }

        if (pieces.Count == 0) throw cursor.Error($"{owner} has no value: {cursor.What} follows", "Write a value; null or \"\" for none");
        return Concatenation.Join(pieces);
    }

    public ArrayNode ReadArray()
    {
        var opened = cursor.Here;
        scope.EnterArray(opened);
        cursor.Skip();
        var items = new List<Node>();
        var separators = default(Separators);
        while (true)
        {
            separators.Skip(cursor);
            if (cursor.Peek() == ']') break;
            if (cursor.AtEnd || cursor.Peek() == '}')
            {
                throw new HoconException(opened, $"this '[' is not closed: {cursor.What} follows on line {cursor.Here.Line}",
                    "Add ']'");
            }

            separators.BeginItem(cursor);
            items.Add(Read("the element"));
        }

        cursor.Skip();
        scope.LeaveArray();
        return new ArrayNode(opened, items);
    }

    private bool AtValueEnd() => cursor.AtEnd || cursor.Peek() is '\n' or ',' or '}' or ']' || cursor.AtComment;

    private Node ReadPiece()
    {
        var at = cursor.Here;
        switch (cursor.Peek())
        {
            case '{': return objects.ReadBraced();
            case '[': return ReadArray();
            case '"': return Charge(new ScalarNode(new HoconString(at, QuotedReader.Read(cursor))));
            case '$' when cursor.Peek(1) == '{': return ReadReference();
        }

        var text = UnquotedReader.Read(cursor);
        if (text.Length == 0) throw Reserved();
        return Charge(UnquotedReader.Classify(text, at));
    }

    private ScalarNode Charge(ScalarNode node)
    {
        budget.Spend(2L * node.Value.ScalarText?.Length ?? 0, node.Origin);
        return node;
    }

    private HoconException Reserved() => cursor.Peek() is ':' or '='
        ? cursor.Error($"{cursor.What} stands inside a value", "Put the value in double quotes, or a comma or new line before the next key")
        : cursor.Error($"{cursor.What} is reserved outside of quotes", "Put the text in double quotes");

    private ReferenceNode ReadReference()
    {
        var at = cursor.Here;
        cursor.Skip(2);
        var kinds = SkipIf("?") ? ReferenceKinds.Optional : ReferenceKinds.None;
        cursor.TakeInlineSpace();
        var path = PathReader.Read(cursor);
        if (path.Count == 0) throw cursor.Error($"the reference needs a path, not {cursor.What}", "Write it as in ${a.b} or ${?a.b}");
        cursor.TakeInlineSpace();
        if (SkipIf("[]")) kinds |= ReferenceKinds.List;
        cursor.TakeInlineSpace();
        if (cursor.Peek() != '}')
        {
            throw cursor.Error($"{cursor.What} stands inside a reference",
                "Close the reference with '}', or quote the key");
        }

        cursor.Skip();
        budget.Spend(path.Sum(k => Budget.Value + (2L * k.Key.Length)), at);
        return scope.Reference(at, path, kinds);
    }

    private bool SkipIf(string expected)
    {
        var there = cursor.At(expected);
        if (there) cursor.Skip(expected.Length);
        return there;
    }
}
