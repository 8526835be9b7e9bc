using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Resolving;

/// <summary>
/// Layers in the making, highest priority first. A node further down than its first occurrence adds nothing, so each is kept once: without
/// that, objects that are merged with parts of themselves would grow with every step.
/// </summary>
internal sealed class LayerList
{
    private readonly List<Layer> _layers = [];
    private readonly HashSet<Node> _nodes = new(ReferenceEqualityComparer.Instance);

    public int Count => _layers.Count;

    public void Add(Layer layer)
    {
        if (_nodes.Add(layer.Node)) _layers.Add(layer);
    }

    public void AddRange(List<Layer> layers)
    {
        foreach (var layer in layers) Add(layer);
    }

    public void Clear()
    {
        _layers.Clear();
        _nodes.Clear();
    }

    /// <summary>Null when there are none.</summary>
    public MergedNode? ToNode(HoconOrigin? at = null) =>
        _layers.Count == 0 ? null : new MergedNode(at ?? _layers[0].Node.Origin, _layers);
}
