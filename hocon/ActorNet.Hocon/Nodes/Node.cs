namespace ActorNet.Hocon.Nodes;

/// <summary>A value as parsed, references not yet followed. Frozen once its document is parsed.</summary>
internal abstract class Node(HoconOrigin origin)
{
    public HoconOrigin Origin { get; } = origin;

    /// <summary>True when the node certainly is no object, so that nothing below it in a field can shine through.</summary>
    public virtual bool HidesLower => false;

    /// <summary>True when the node must be evaluated before its type is known.</summary>
    public virtual bool IsExpression => false;
}

/// <summary>A string, number, boolean or null.</summary>
internal sealed class ScalarNode(HoconValue value) : Node(value.Origin)
{
    public HoconValue Value { get; } = value;

    public override bool HidesLower => true;
}

/// <summary>An array; its elements may hold references.</summary>
internal sealed class ArrayNode(HoconOrigin origin, List<Node> items) : Node(origin)
{
    public List<Node> Items { get; } = items;

    public override bool HidesLower => true;
}

/// <summary>How a reference is looked up.</summary>
[Flags]
internal enum ReferenceKinds
{
    None = 0,

    /// <summary><c>${?path}</c>: nothing found is no error.</summary>
    Optional = 1,

    /// <summary><c>${path[]}</c>: numbered environment variables stand in for a missing value.</summary>
    List = 2,

    /// <summary>The hidden reference of <c>+=</c>: only an earlier value of the same field counts, no environment variable.</summary>
    OwnField = 4,
}

/// <summary>
/// <c>${path}</c>. The path starts with the place its file was included at; <c>PrefixLength</c> keys of it came from there.
/// </summary>
internal sealed class ReferenceNode(HoconOrigin origin, string[] path, int prefixLength, ReferenceKinds kinds) : Node(origin)
{
    public string[] Path { get; } = path;

    public int PrefixLength { get; } = prefixLength;

    public ReferenceKinds Kinds { get; } = kinds;

    public bool Optional => Kinds.HasFlag(ReferenceKinds.Optional);

    public override bool IsExpression => true;

    /// <summary>As in the file: without the keys added by includes.</summary>
    public string Written =>
        $"${{{(Optional ? "?" : "")}{PathText.Render(Path.AsSpan(PrefixLength))}{(Kinds.HasFlag(ReferenceKinds.List) ? "[]" : "")}}}";
}

/// <summary>Values side by side on one line, at least one of them a reference.</summary>
internal sealed class ConcatNode(HoconOrigin origin, List<Piece> pieces, bool isAppend) : Node(origin)
{
    public List<Piece> Pieces { get; } = pieces;

    /// <summary>Made by <c>+=</c>: the last piece is the array of what was appended.</summary>
    public bool IsAppend { get; } = isAppend;

    public override bool IsExpression => true;
}

/// <summary>One value of a concatenation and the white space in front of it, empty for the first.</summary>
internal readonly record struct Piece(string Space, Node Node);
