using System.Runtime.CompilerServices;
using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Resolving;

/// <summary>
/// A reference whose result is being looked through, and those around it. What is evaluated on the way must not see the assignments they
/// stand in, or two objects that build on each other would never come to an end.
/// </summary>
internal sealed record Expansion(FieldNode Field, int Index, Expansion? Outer)
{
    public int Depth { get; } = (Outer?.Depth ?? 0) + 1;
}

/// <summary>Goes through the objects that a merged object consists of, highest priority first, following references on the way.</summary>
internal abstract class LayerWalk(Evaluator evaluator)
{
    // What was gone through higher up adds nothing further down, and looking again would double the work with every self-reference.
    private readonly HashSet<Node> _seen = new(ReferenceEqualityComparer.Instance);

    protected Evaluator Evaluator { get; } = evaluator;

    /// <summary>Takes one object; true ends the walk.</summary>
    protected abstract bool Visit(ObjectNode layer);

    /// <summary>True when the walk ended early: what lies below cannot matter any more.</summary>
    protected bool Walk(MergedNode owner, Expansion? inside = null)
    {
        foreach (var layer in owner.Layers)
        {
            Evaluator.Step(owner.Origin, 1 + (inside?.Depth ?? 0));
            if (Evaluator.IsHidden(layer.Field, layer.Index) || !_seen.Add(layer.Node)) continue;
            if (layer.Node is ObjectNode o ? Visit(o) : Expand(layer, inside)) return true;
        }

        return false;
    }

    /// <summary>Text or an array in place of an object ends the walk too: it hides all objects below.</summary>
    private bool Expand(Layer layer, Expansion? inside)
    {
        var value = Evaluator.Evaluate(layer.Node, layer.Field, layer.Index, inside);
        if (value is null) return false;
        if (value is not MergedNode inner) return true;
        var deeper = new Expansion(layer.Field!, layer.Index, inside);
        if (deeper.Depth > Evaluator.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw Evaluator.TooDeep(layer.Node);
        return Walk(inner, deeper);
    }
}
