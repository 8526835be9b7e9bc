using System.Runtime.CompilerServices;
using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Resolving;

/// <summary>
/// Finds the head of a value (is it text, an array, an object?) without evaluating what is inside, so that objects may refer to their own
/// fields. While an assignment is evaluated, lookups see only the assignments below it: that is how <c>a = ${a}b</c> looks back.
/// </summary>
internal sealed class Evaluator
{
    // What an abandoned cycle costs in steps: exceptions are slow, and a hostile text can ask for many.
    private const int CycleCost = 5000;

    private readonly Dictionary<Node, Node?> _known = new(ReferenceEqualityComparer.Instance);
    private readonly HiddenAssignments _hidden = new();
    private readonly List<ReferenceNode> _trail = [];
    private readonly MergedNode _root;
    private readonly Budget _budget;
    private readonly Joiner _joiner;
    private readonly ExternalValues _external;
    private bool _hid;
    private int _depth;

    public Evaluator(ObjectNode root, HoconOptions options, Budget budget)
    {
        (MaxDepth, _budget) = (options.MaxReferenceDepth, budget);
        _root = new MergedNode(new Layer(root, null, 0));
        _joiner = new Joiner(this, budget);
        _external = new ExternalValues(options, budget);
    }

    /// <summary>How long a chain of references may get.</summary>
    public int MaxDepth { get; }

    /// <summary>Counts work, so that a small text cannot keep the resolver busy for long.</summary>
    public void Step(HoconOrigin at, int count = 1) => _budget.Spend(count, at);

    /// <summary>True when the assignment is under evaluation, or overrides one that is.</summary>
    public bool IsHidden(FieldNode? field, int index)
    {
        var hidden = _hidden.Contains(field, index);
        _hid |= hidden;
        return hidden;
    }

    /// <summary>The head of any node; null for an optional reference that finds nothing.</summary>
    public Node? Head(Node node) => node switch
    {
        ObjectNode o => new MergedNode(new Layer(o, null, 0)),
        SlotNode s => Find(s.Owner, s.Key),
        { IsExpression: true } => Evaluate(node, null, 0),
        _ => node,
    };

    /// <summary>The head of a field; null when it is not set.</summary>
    public Node? Find(MergedNode owner, string key) => new LayerCollector(this, key).Find(owner);

    /// <summary>The head of a reference or concatenation that stands inside of others being looked through.</summary>
    public Node? Evaluate(Node expression, FieldNode? field, int index, Expansion? inside)
    {
        if (inside is null || _known.ContainsKey(expression)) return Evaluate(expression, field, index);
        var before = _hidden.Hide(inside.Field, inside.Index);
        try
        {
            return Evaluate(expression, field, index, inside.Outer);
        }
        finally
        {
            _hidden.Restore(inside.Field, before);
        }
    }

    /// <summary>The head of a reference or concatenation. Each is evaluated once; where it stands is given by field and index.</summary>
    public Node? Evaluate(Node expression, FieldNode? field, int index)
    {
        if (_known.TryGetValue(expression, out var known)) return known;
        if (expression is ReferenceNode) _depth++;
        if (_depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw TooDeep(expression);
        var before = _hidden.Hide(field, index);
        try
        {
            var value = expression is ReferenceNode reference ? Follow(reference) : _joiner.Join((ConcatNode)expression);
            _known[expression] = value;
            return value;
        }
        finally
        {
            _hidden.Restore(field, before);
            if (expression is ReferenceNode) _depth--;
        }
    }

    public HoconException TooDeep(Node at) => new(at.Origin, $"references lead to each other more than {MaxDepth} times",
        "Shorten the chain, or raise HoconOptions.MaxReferenceDepth");

    private Node? Follow(ReferenceNode reference)
    {
        var hidBefore = _hid;
        _hid = false;
        _trail.Add(reference);
        try
        {
            var value = LookUp(reference.Path) ?? LookUpAsWritten(reference) ?? _external.Find(reference);
            if (value is null && !reference.Optional) throw _hid ? Cycle(reference) : Missing(reference);
            return value;
        }
        catch (CycleException) when (reference.Optional)
        {
            Step(reference.Origin, CycleCost);
            return null;
        }
        finally
        {
            _trail.RemoveAt(_trail.Count - 1);
            _hid |= hidBefore;
        }
    }

    private Node? LookUp(ReadOnlySpan<string> path)
    {
        Node? value = _root;
        foreach (var key in path)
        {
            if (value is not MergedNode parent) return null;
            value = Find(parent, key);
        }

        return Visible(value);
    }

    /// <summary>Leaves out what is hidden now, from an object that may have been put together before.</summary>
    private Node? Visible(Node? value)
    {
        if (value is not MergedNode merged || !merged.Layers.Exists(l => IsHidden(l.Field, l.Index))) return value;
        var layers = merged.Layers.FindAll(l => !IsHidden(l.Field, l.Index));
        return layers.Count == 0 ? null : new MergedNode(merged.Origin, layers);
    }

    /// <summary>A reference in an included file may also mean the root of the whole configuration.</summary>
    private Node? LookUpAsWritten(ReferenceNode reference) =>
        reference.PrefixLength > 0 ? LookUp(reference.Path.AsSpan(reference.PrefixLength)) : null;

    private static HoconException Missing(ReferenceNode reference) => new(reference.Origin, $"{reference.Written} finds no value",
        $"Define {PathText.Render(reference.Path)}, or write ${{?...}} if it may be missing");

    private CycleException Cycle(ReferenceNode reference)
    {
        const int Shown = 10;
        var chain = string.Join(" -> ", _trail.TakeLast(Shown).Select(r => $"{r.Written} at {r.Origin}"));
        return new CycleException(reference.Origin, $"{reference.Written} leads back to itself and finds no earlier value ({chain})",
            "Break the circle: give one of these fields a value of its own, before the reference if it is to build on it");
    }
}
