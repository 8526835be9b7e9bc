using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Resolving;

/// <summary>
/// Gathers the value of one key, going through the assignments from the highest priority down until one settles it. Objects pile up as
/// layers of one merged object; anything else ends the search.
/// </summary>
internal sealed class LayerCollector(Evaluator evaluator, string key) : LayerWalk(evaluator)
{
    private readonly LayerList _layers = new();
    private Node? _settled;

    /// <summary>
    /// The head of the value: a <see cref="ScalarNode"/>, <see cref="ArrayNode"/> or <see cref="MergedNode"/>; null when the key is not
    /// set.
    /// </summary>
    public Node? Find(MergedNode owner)
    {
        Walk(owner);
        return _settled ?? _layers.ToNode();
    }

    protected override bool Visit(ObjectNode layer)
    {
        if (!layer.TryGet(key, out var field)) return false;
        for (var i = field.Stack.Count - 1; i >= 0; i--)
        {
            Evaluator.Step(field.KeyOrigin);
            // An assignment under evaluation sees only what lies below it: all found so far overrides it and does not count.
            if (Evaluator.IsHidden(field, i)) _layers.Clear();
            else if (Take(new Layer(field.Stack[i], field, i))) return true;
        }

        return false;
    }

    private bool Take(Layer layer)
    {
        // Below an object, an expression matters only for keys that the object lacks: keep it unevaluated.
        if (layer.Node is ObjectNode || (layer.Node.IsExpression && _layers.Count > 0))
        {
            _layers.Add(layer);
            return false;
        }

        var value = layer.Node.IsExpression ? Evaluator.Evaluate(layer.Node, layer.Field, layer.Index) : layer.Node;
        if (value is null) return false;
        if (value is MergedNode merged)
        {
            Evaluator.Step(value.Origin, merged.Layers.Count);
            _layers.AddRange(merged.Layers);
            return false;
        }

        if (_layers.Count == 0) _settled = value;
        return true;
    }
}
