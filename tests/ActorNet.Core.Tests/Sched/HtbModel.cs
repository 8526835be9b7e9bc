using ActorNet.Core.Sched;

namespace ActorNet.Core.Tests.Sched;

/// <summary>A class of a random tree.</summary>
internal sealed record HtbSpec(int Parent, ulong Rate, ulong Ceil, uint Burst, uint CeilBurst, uint Priority, uint Quantum);

/// <summary>
/// A slow model of a hierarchical token bucket: no rows, no wait queues, no turns. It looks at every class and every ancestor afresh whenever it is asked, and says
/// who may send, not who must: among the leaves it names the turn is the scheduler's business.
/// </summary>
internal sealed class HtbModel
{
    /// <summary>Levels of a tree.</summary>
    public const int Depth = 8;

    private readonly List<Node> _nodes = [];

    public HtbModel(IReadOnlyList<HtbSpec> specs, Instant now)
    {
        foreach (var spec in specs)
        {
            var buffer = (long)Ticks(spec.Rate, spec.Burst) << 6;
            var ceilBuffer = (long)Ticks(spec.Ceil, spec.CeilBurst) << 6;
            _nodes.Add(new Node(spec, spec.Parent < 0 ? null : _nodes[spec.Parent], buffer, ceilBuffer) { At = now });
        }

        foreach (var node in _nodes) node.Parent?.Children.Add(node);
    }

    /// <summary>A bucket as tc hands it to the kernel: whole microseconds, 15.625 ticks each.</summary>
    public static uint Ticks(ulong rate, uint bytes) => (uint)(Math.Floor(bytes * 1e6 / rate) * 15.625);

    /// <summary>Numbers of the leaves.</summary>
    public IEnumerable<int> Leaves => Enumerable.Range(0, _nodes.Count).Where(i => _nodes[i].Children.Count == 0);

    public void Enqueue(int leaf) => _nodes[leaf].Waiting++;

    /// <summary>The leaves that may send now: those that reach up least, and of these the ones of the best priority.</summary>
    public List<int> Candidates(Instant now)
    {
        var able = Leaves.Where(i => _nodes[i].Waiting > 0)
            .Select(i => (Leaf: i, Lender: Lender(_nodes[i], now)))
            .Where(c => c.Lender is not null)
            .Select(c => (c.Leaf, c.Lender!.Level, _nodes[c.Leaf].Spec.Priority))
            .ToList();
        if (able.Count == 0) return [];
        var best = able.Min(c => (c.Level, c.Priority));
        return [.. able.Where(c => (c.Level, c.Priority) == best).Select(c => c.Leaf)];
    }

    /// <summary>When the first leaf that waits may send, if nothing else happens; never when none waits.</summary>
    public Instant Next(Instant now)
    {
        var times = _nodes.SelectMany(n => new[] { n.At.Plus(-n.Tokens), n.At.Plus(-n.CeilTokens) }).Where(t => t > now).Order();
        foreach (var time in times)
        {
            if (Candidates(time).Count > 0) return time;
        }

        return Instant.Never;
    }

    /// <summary>A leaf sent a frame.</summary>
    public void Sent(int leaf, int length, Instant now)
    {
        var lender = Lender(_nodes[leaf], now)!;
        _nodes[leaf].Waiting--;
        var lent = false;
        for (var node = _nodes[leaf]; node is not null; node = node.Parent)
        {
            lent |= ReferenceEquals(node, lender);
            var passed = now.Since(node.At);
            node.Tokens += passed;
            if (lent) node.Tokens = Math.Min(node.Tokens, node.Buffer) - new PschedRate(node.Spec.Rate).Nanoseconds((uint)length);
            node.CeilTokens = Math.Min(node.CeilTokens + passed, node.CeilBuffer) - new PschedRate(node.Spec.Ceil).Nanoseconds((uint)length);
            node.At = now;
        }
    }

    /// <summary>The leaf itself or the nearest ancestor that is within its rate, if everybody on the way there is below his ceiling.</summary>
    private static Node? Lender(Node leaf, Instant now)
    {
        for (var node = leaf; node is not null; node = node.Parent)
        {
            if (node.CeilTokens + now.Since(node.At) < 0) return null;
            if (node.Tokens + now.Since(node.At) >= 0) return node;
        }

        return null;
    }

    private sealed class Node(HtbSpec spec, Node? parent, long buffer, long ceilBuffer)
    {
        public HtbSpec Spec { get; } = spec;

        public Node? Parent { get; } = parent;

        public List<Node> Children { get; } = [];

        public long Buffer { get; } = buffer;

        public long CeilBuffer { get; } = ceilBuffer;

        public long Tokens { get; set; } = buffer;

        public long CeilTokens { get; set; } = ceilBuffer;

        public Instant At { get; set; }

        public int Waiting { get; set; }

        public int Level => Children.Count == 0 ? 0 : (Parent?.Level ?? Depth) - 1;
    }
}
