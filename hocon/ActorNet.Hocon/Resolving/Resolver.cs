using System.Runtime.CompilerServices;
using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Resolving;

/// <summary>Turns a parsed tree into final values. References are evaluated in the order of the text, each once.</summary>
internal sealed class Resolver
{
    private readonly Node _root;
    private readonly HoconOptions _options;
    private readonly Budget _budget;
    private readonly Evaluator _evaluator;
    private readonly List<Node> _open = [];

    public Resolver(Node root, HoconOptions options)
    {
        (_root, _options) = (root, options);
        _budget = new Budget(options.MaxResolvedBytes);
        _evaluator = new Evaluator(root as ObjectNode ?? new ObjectNode(root.Origin), options, _budget);
    }

    public HoconValue Resolve() => Finish(_evaluator.Head(_root)!);

    private HoconValue Finish(Node head)
    {
        if (head is ScalarNode scalar)
        {
            _budget.SpendText(scalar.Value.ScalarText ?? "", head.Origin);
            return scalar.Value;
        }

        Enter(head);
        HoconValue value = head is ArrayNode array ? FinishArray(array) : FinishObject((MergedNode)head);
        _open.RemoveAt(_open.Count - 1);
        return value;
    }

    private void Enter(Node head)
    {
        _budget.Spend(Budget.Value, head.Origin);
        // The depth is checked too: an object that gains a layer on every level contains itself without ever being the same twice.
        var tooDeep = _open.Count >= _options.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack();
        if (!tooDeep && !_open.Exists(o => MergedNode.Same(o, head)))
        {
            _open.Add(head);
            return;
        }

        var problem = tooDeep
            ? $"references make this value deeper than {_options.MaxDepth} levels; most likely it contains itself"
            : "a reference inside this value leads back to it, so that it contains itself";
        throw new HoconException(head.Origin, problem, "Refer to a single field of it instead of the whole, or remove the reference");
    }

    private HoconArray FinishArray(ArrayNode array)
    {
        var items = new List<HoconValue>(array.Items.Count);
        foreach (var item in array.Items)
        {
            if (_evaluator.Head(item) is { } head) items.Add(Finish(head));
        }

        return new HoconArray(array.Origin, items);
    }

    private HoconObject FinishObject(MergedNode merged)
    {
        var source = new ObjectFields(_evaluator, merged);
        var fields = new List<HoconField>(source.Keys.Count);
        foreach (var key in source.Keys)
        {
            var at = source.OriginOf(key);
            _budget.SpendText(key, at);
            if (_evaluator.Find(source.Owner(key), key) is { } head) fields.Add(new HoconField(key, at, Finish(head)));
        }

        return new HoconObject(merged.Origin, fields);
    }
}
