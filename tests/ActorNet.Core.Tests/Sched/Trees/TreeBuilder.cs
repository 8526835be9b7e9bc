namespace ActorNet.Core.Tests.Sched.Trees;

/// <summary>Lines of tc that make a random tree on device va: handles are numbered as they come, and every frame finds a class at every level.</summary>
internal sealed class TreeBuilder
{
    private const int BitsOfLevel = 2;
    private const int ValuesOfLevel = 1 << BitsOfLevel;

    private readonly List<string> _lines = [];
    private int _handles;

    private TreeBuilder()
    {
    }

    /// <summary>The lines.</summary>
    public static IReadOnlyList<string> Lines(TreeSpec tree)
    {
        var builder = new TreeBuilder();
        builder.Add(tree, "root", level: 0);
        return builder._lines;
    }

    private void Add(TreeSpec node, string place, int level)
    {
        var handle = FormattableString.Invariant($"{++_handles:x}");
        var options = node.Kind switch
        {
            "htb" or "drr" => "",
            "prio" => FormattableString.Invariant($"bands {node.Children.Count} priomap {string.Join(' ', Enumerable.Repeat("0", 16))}"),
            _ => node.Options,
        };
        _lines.Add($"qdisc add dev va {place} handle {handle}: {node.Kind} {options}".TrimEnd());
        for (var i = 0; i < node.Children.Count; i++)
        {
            var id = FormattableString.Invariant($"{handle}:{i + 1}");
            if (node.Kind is "htb" or "drr") _lines.Add($"class add dev va parent {handle}: classid {id} {node.Kind} {node.Options}");
            Add(node.Children[i], $"parent {id}", level + 1);
        }

        for (var value = 0; value < ValuesOfLevel && node.Children.Count > 0; value++)
        {
            var (shifted, mask) = (value << (BitsOfLevel * level), (ValuesOfLevel - 1) << (BitsOfLevel * level));
            _lines.Add(FormattableString.Invariant(
                $"filter add dev va parent {handle}: protocol all prio 1 u32 match u8 0x{shifted:x} 0x{mask:x} at 0 flowid {handle}:{(value % node.Children.Count) + 1}"));
        }
    }
}
