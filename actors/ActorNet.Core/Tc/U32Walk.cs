using System.Runtime.CompilerServices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc;

/// <summary>
/// A frame's way through the hash tables of u32 (<c>u32_classify</c>). At most <see cref="MaxDepth"/> tables below each other are entered; a filter that leads
/// deeper, or a key or offset beyond the frame's end, ends the walk without a decision.
/// </summary>
internal ref struct U32Walk
{
    /// <summary>TC_U32_MAXDEPTH.</summary>
    public const int MaxDepth = 8;

    private readonly SkBuff _skb;
    private Places _places;
    private int _depth;
    private U32Node[] _bucket;
    private int _next;
    private int _start;
    private int _nextHeader;

    public U32Walk(U32Table root, SkBuff skb)
    {
        _skb = skb;
        _bucket = root.Bucket(0);
        _start = skb.NetworkHeader - skb.Data;
    }

    /// <summary>Asks the filters of a bucket none of which leads to another table.</summary>
    public static TcVerdict Ask(U32Node[] bucket, SkBuff skb, ref TcContext context)
    {
        var start = skb.NetworkHeader - skb.Data;
        foreach (var node in bucket)
        {
            var match = node.Compare(skb, start, 0);
            if (match == U32Match.OutsideFrame) return TcVerdict.Unspec;
            if (match == U32Match.No) continue;
            if (Decide(node, skb, ref context) is var verdict && verdict != TcVerdict.Unspec) return verdict;
        }

        return TcVerdict.Unspec;
    }

    /// <summary>Walks until something decides.</summary>
    public TcVerdict Run(ref TcContext context)
    {
        while (true)
        {
            if (_next == _bucket.Length)
            {
                if (_depth == 0) return TcVerdict.Unspec;
                if (Back(ref context) is var verdict && verdict != TcVerdict.Unspec) return verdict;
                continue;
            }

            var node = _bucket[_next++];
            var match = node.Compare(_skb, _start, _nextHeader);
            if (match == U32Match.OutsideFrame) return TcVerdict.Unspec;
            if (match == U32Match.No) continue;
            if (node.Down is { } down)
            {
                if (!TryEnter(node, down)) return TcVerdict.Unspec;
            }
            else if (Decide(node, _skb, ref context) is var verdict && verdict != TcVerdict.Unspec)
            {
                return verdict;
            }
        }
    }

    private static TcVerdict Decide(U32Node node, SkBuff skb, ref TcContext context)
    {
        if (node.IsTerminal) context.ClassId = node.ClassId;
        return node.Decides(skb) ? node.Actions.Run(skb, ref context) : TcVerdict.Unspec;
    }

    private bool TryEnter(U32Node node, U32Table table)
    {
        if (_depth == MaxDepth) return false;
        _places[_depth++] = new Place(node, _bucket, _next, _start);
        if (!node.Link.TryChoose(_skb, _start, table.Divisor, out var bucket)) return false;
        if (!node.Link.TryMove(_skb, ref _start, ref _nextHeader)) return false;
        _next = 0;
        // Behind the end of the frame nothing is asked; without an offset the kernel does not look.
        _bucket = node.Link.Moves && _start >= _skb.Length ? [] : table.Bucket(bucket);
        return true;
    }

    /// <summary>Nothing decided in the table below: the filter that led there may. What <c>nexthdr+</c> adds stays as it was below.</summary>
    private TcVerdict Back(ref TcContext context)
    {
        ref readonly var place = ref _places[--_depth];
        (_bucket, _next, _start) = (place.Bucket, place.Next, place.Start);
        return Decide(place.Node, _skb, ref context);
    }

    /// <summary>Where a table was left for another one.</summary>
    private readonly record struct Place(U32Node Node, U32Node[] Bucket, int Next, int Start);

    [InlineArray(MaxDepth)]
    private struct Places
    {
        private Place _first;
    }
}
