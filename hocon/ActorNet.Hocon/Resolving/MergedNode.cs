using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Resolving;

/// <summary>
/// One source of an object's fields. <c>Field</c> and <c>Index</c> say which assignment it came from, so that a lookup can leave it out
/// while that assignment is being evaluated.
/// </summary>
internal readonly record struct Layer(Node Node, FieldNode? Field, int Index);

/// <summary>
/// An object put together from layers, highest priority first. Layers that are references are followed only when a lookup gets that far.
/// </summary>
internal sealed class MergedNode(HoconOrigin origin, List<Layer> layers) : Node(origin)
{
    public MergedNode(Layer single)
        : this(single.Node.Origin, [single])
    {
    }

    public List<Layer> Layers { get; } = layers;

    /// <summary>True when both have the same content: the same array, or objects of the same layers.</summary>
    public static bool Same(Node one, Node other) => ReferenceEquals(one, other)
        || (one is MergedNode a && other is MergedNode b && a.SameLayers(b));

    private bool SameLayers(MergedNode other)
    {
        if (Layers.Count != other.Layers.Count) return false;
        for (var i = 0; i < Layers.Count; i++)
        {
            if (!ReferenceEquals(Layers[i].Node, other.Layers[i].Node)) return false;
        }

        return true;
    }
}

/// <summary>A field of an object that stands in for an array element.</summary>
internal sealed class SlotNode(MergedNode owner, string key) : Node(owner.Origin)
{
    public MergedNode Owner { get; } = owner;

    public string Key { get; } = key;
}
