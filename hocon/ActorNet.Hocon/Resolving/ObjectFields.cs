using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Resolving;

/// <summary>All fields of a merged object; to list them, every layer has to be evaluated.</summary>
internal sealed class ObjectFields : LayerWalk
{
    private readonly LayerList _layers = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];

    public ObjectFields(Evaluator evaluator, MergedNode merged)
        : base(evaluator)
    {
        Walk(merged);
        var layers = _layers.ToNode(merged.Origin)?.Layers ?? [];
        for (var i = layers.Count - 1; i >= 0; i--) AddKeys((ObjectNode)layers[i].Node);
    }

    /// <summary>In the order of first mention, the lowest layer first. A key may still turn out to be unset.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>Where the key was mentioned last.</summary>
    public HoconOrigin OriginOf(string key) => _entries[key].Origin;

    /// <summary>The part of the object that decides about one key.</summary>
    public MergedNode Owner(string key)
    {
        var (at, lowestFirst) = _entries[key];
        return new MergedNode(at, Enumerable.Reverse(lowestFirst).ToList());
    }

    protected override bool Visit(ObjectNode layer)
    {
        _layers.Add(new Layer(layer, null, 0));
        return false;
    }

    private void AddKeys(ObjectNode layer)
    {
        foreach (var field in layer.Fields)
        {
            Evaluator.Step(field.KeyOrigin);
            if (!_entries.TryGetValue(field.Key, out var entry)) _keys.Add(field.Key);
            var layers = entry.Layers ?? new List<Layer>(1);
            layers.Add(new Layer(layer, null, 0));
            _entries[field.Key] = new Entry(field.KeyOrigin, layers);
        }
    }

    private readonly record struct Entry(HoconOrigin Origin, List<Layer> Layers);
}
