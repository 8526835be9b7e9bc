using System.Text;
using ActorNet.Hocon.Nodes;

namespace ActorNet.Hocon.Reading;

/// <summary>Joins the values of one line as far as that is possible before references are known.</summary>
internal static class Concatenation
{
    public static Node Join(List<Piece> pieces)
    {
        if (pieces.Count == 1) return pieces[0].Node;
        RefuseMixed(pieces);
        if (pieces.TrueForAll(p => p.Node is ScalarNode)) return JoinText(pieces);
        var joined = JoinNeighbours(pieces);
        return joined.Count == 1 ? joined[0].Node : new ConcatNode(joined[0].Node.Origin, joined, isAppend: false);
    }

    private static ScalarNode JoinText(List<Piece> pieces)
    {
        var text = new StringBuilder();
        foreach (var (space, node) in pieces) text.Append(space).Append(Text(((ScalarNode)node).Value));
        return new ScalarNode(new HoconString(pieces[0].Node.Origin, text.ToString()));
    }

    /// <summary>How a simple value reads inside a string: null as the word.</summary>
    public static string Text(HoconValue value) => value.ScalarText ?? "null";

    private static void RefuseMixed(List<Piece> pieces)
    {
        var container = pieces.Find(p => p.Node is ObjectNode or ArrayNode).Node;
        var scalar = pieces.Find(p => p.Node is ScalarNode).Node;
        if (container is null || scalar is null) return;
        var what = container is ObjectNode ? "an object" : "an array";
        var later = pieces.FindIndex(p => p.Node == container) > pieces.FindIndex(p => p.Node == scalar) ? container : scalar;
        throw new HoconException(later.Origin, $"text and {what} stand side by side, which cannot be joined",
            "Put a comma or a new line in between");
    }

    private static List<Piece> JoinNeighbours(List<Piece> pieces)
    {
        var joined = new List<Piece>(pieces.Count);
        foreach (var piece in pieces)
        {
            var last = joined.Count > 0 ? joined[^1].Node : null;
            if (last is ObjectNode lower && piece.Node is ObjectNode upper) lower.Absorb(upper);
            else if (last is ArrayNode front && piece.Node is ArrayNode back) front.Items.AddRange(back.Items);
            else joined.Add(piece);
        }

        return joined;
    }
}
