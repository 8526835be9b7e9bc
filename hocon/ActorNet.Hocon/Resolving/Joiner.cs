using System.Text;
using ActorNet.Hocon.Nodes;
using ActorNet.Hocon.Reading;
using ActorNet.Hocon.Units;

namespace ActorNet.Hocon.Resolving;

/// <summary>Joins the values of a concatenation once its references are known: texts, arrays or objects, never a mixture.</summary>
internal sealed class Joiner(Evaluator evaluator, Budget budget)
{
    /// <summary>Null when nothing but optional references stands there and none finds a value.</summary>
    public Node? Join(ConcatNode concat)
    {
        var heads = concat.Pieces.ConvertAll(p => evaluator.Head(p.Node));
        if (heads.Exists(h => h is ArrayNode)) return JoinArrays(concat, heads);
        return heads.Exists(h => h is MergedNode) ? JoinObjects(concat, heads) : JoinText(concat, heads);
    }

    private ScalarNode? JoinText(ConcatNode concat, List<Node?> heads)
    {
        if (concat.Pieces.TrueForAll(p => p.Space.Length == 0) && heads.TrueForAll(h => h is null)) return null;
        var text = new StringBuilder();
        for (var i = 0; i < heads.Count; i++)
        {
            var part = heads[i] is ScalarNode scalar ? Concatenation.Text(scalar.Value) : "";
            budget.SpendText(part, concat.Origin);
            text.Append(concat.Pieces[i].Space).Append(part);
        }

        return new ScalarNode(new HoconString(concat.Origin, text.ToString()));
    }

    private ArrayNode JoinArrays(ConcatNode concat, List<Node?> heads)
    {
        var items = new List<Node>();
        for (var i = 0; i < heads.Count; i++)
        {
            if (heads[i] is null) continue;
            var more = Items(heads[i]!) ?? throw Mixed(concat.Pieces[i].Node, heads[i]!, "an array");
            budget.Spend((long)Budget.Value * more.Count, concat.Origin);
            items.AddRange(more);
        }

        return new ArrayNode(concat.Origin, items);
    }

    private List<Node>? Items(Node head)
    {
        if (head is ArrayNode array) return array.Items;
        if (head is not MergedNode merged) return null;
        var fields = new ObjectFields(evaluator, merged);
        var keys = NumericKeys.Sorted(fields.Keys, k => k);
        return keys.Count == 0 ? null : keys.ConvertAll<Node>(k => new SlotNode(fields.Owner(k), k));
    }

    private MergedNode JoinObjects(ConcatNode concat, List<Node?> heads)
    {
        var layers = new LayerList();
        for (var i = heads.Count - 1; i >= 0; i--)
        {
            if (heads[i] is null) continue;
            if (heads[i] is not MergedNode merged) throw Mixed(concat.Pieces[i].Node, heads[i]!, "an object");
            budget.Spend((long)Budget.Value * merged.Layers.Count, concat.Origin);
            layers.AddRange(merged.Layers);
        }

        return layers.ToNode(concat.Origin)!;
    }

    private static HoconException Mixed(Node piece, Node head, string others)
    {
        var what = head is ScalarNode scalar ? scalar.Value.Kind : "an object without numbers as keys";
        var written = piece is ReferenceNode reference ? $"{reference.Written} is {what}" : $"{what} stands here";
        return new HoconException(piece.Origin, $"{written}, but what it is joined with is {others}",
            "Join values of one type only, or put a comma or a new line in between");
    }
}
