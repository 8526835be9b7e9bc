namespace ActorNet.Core.Sched;

/// <summary>Every kind of qdisc that can be added. A new kind is one file, one line here, and one test file.</summary>
public static class QdiscKinds
{
    /// <summary>Kind that a device gets by itself (net.core.default_qdisc).</summary>
    public const string Default = "pfifo_fast";

    private static readonly SortedDictionary<string, QdiscKind> Known = Register();

    /// <summary>Names, for help and completion.</summary>
    public static IEnumerable<string> Names => Known.Keys;

    /// <summary>The kind of that name; null when there is none.</summary>
    public static QdiscKind? Find(string name) => Known.GetValueOrDefault(name);

    private static SortedDictionary<string, QdiscKind> Register()
    {
        QdiscKind[] kinds =
        [
            new PfifoFastKind(),
            new FifoKind("pfifo"),
            new FifoKind("bfifo"),
            new FifoKind("pfifo_head_drop"),
            new TbfKind(),
            new HtbKind(),
            new NetemKind(),
            new PrioKind(),
            new MultiqKind(),
            new DrrKind(),
            new CodelKind(),
            new FqCodelKind(),
            new RedKind(),
            new SfqKind(),
            new PlugKind(),
            new MqKind(),
            new NoqueueKind(),
            new HookKind(clsact: false),
            new HookKind(clsact: true),
        ];
        var byName = new SortedDictionary<string, QdiscKind>(StringComparer.Ordinal);
        foreach (var kind in kinds) byName.Add(kind.Name, kind);
        return byName;
    }
}
