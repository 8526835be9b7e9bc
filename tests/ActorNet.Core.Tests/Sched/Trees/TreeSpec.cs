using ActorNet.Core.Sched;
using FsCheck;
using FsCheck.Fluent;

namespace ActorNet.Core.Tests.Sched.Trees;

/// <summary>A qdisc of a random tree: a word of tc, its options, and those in its classes, none for a leaf.</summary>
/// <param name="Kind">The qdisc.</param>
/// <param name="Options">Its options; of htb and drr those of the classes.</param>
/// <param name="Children">One for each class.</param>
internal sealed record TreeSpec(string Kind, string Options, IReadOnlyList<TreeSpec> Children)
{
    /// <summary>Two bits of a frame's mark choose among the classes of each level.</summary>
    public const int MaxDepth = 4;

    /// <summary>Classes of an inner qdisc.</summary>
    public const int MaxChildren = 3;

    private static readonly string[] Inner = ["htb", "prio", "drr"];

    /// <summary>Leaves; those whose kind this build does not have are left out.</summary>
    private static readonly string[] Leaves =
    [
        .. new[]
        {
            "pfifo limit 5", "pfifo limit 100", "bfifo limit 9000", "pfifo_head_drop limit 4", "tbf rate 400kbit burst 3000 limit 20000", "tbf rate 2mbit burst 2000 latency 20ms",
            "netem delay 3ms", "netem delay 2ms 1ms loss 5% limit 20", "netem rate 3mbit limit 30", "netem delay 1ms reorder 30% duplicate 10%", "netem corrupt 20% loss state 5% 50%",
            "sfq quantum 1514", "fq_codel limit 60", "codel limit 40", "red limit 60000 min 5000 max 15000 avpkt 500 burst 20", "pfifo_fast",
        }.Where(words => QdiscKinds.Find(words.Split(' ')[0]) is not null),
    ];

    /// <summary>Trees of every depth from a single leaf on.</summary>
    public static Gen<TreeSpec> Any { get; } = Of(MaxDepth);

    /// <summary>For a failure's message.</summary>
    public override string ToString() => Children.Count == 0 ? $"{Kind} {Options}" : $"{Kind}({string.Join(", ", Children)})";

    private static Gen<TreeSpec> Of(int depth)
    {
        var leaf = Gen.Elements(Leaves).Select(words => words.Split(' ', 2)).Select(w => new TreeSpec(w[0], w.Length > 1 ? w[1] : "", []));
        if (depth == 0) return leaf;
        var inner =
            from kind in Gen.Elements(Inner)
            from options in OptionsOf(kind)
            from count in Gen.Choose(kind == "prio" ? 2 : 1, MaxChildren)
            from children in Of(depth - 1).ListOf(count)
            select new TreeSpec(kind, options, [.. children]);
        return Gen.Frequency((depth == MaxDepth ? 1 : 3, leaf), (3, inner));
    }

    private static Gen<string> OptionsOf(string kind) => kind switch
    {
        "htb" => from rate in Gen.Choose(1, 40)
                 from more in Gen.Elements(0, 1000)
                 from burst in Gen.Choose(1600, 6000)
                 select FormattableString.Invariant($"rate {rate * 100}kbit ceil {(rate * 100) + more}kbit burst {burst} cburst {burst} quantum 1514"),
        "drr" => from quantum in Gen.Choose(100, 3000) select FormattableString.Invariant($"quantum {quantum}"),
        _ => Gen.Constant(""),
    };
}
