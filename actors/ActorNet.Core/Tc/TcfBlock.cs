using ActorNet.Core.Devices;
using ActorNet.Core.Frames;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>
/// The filters of one hook, or of several hooks that share them (<c>struct tcf_block</c>): chains of classifiers, walked from chain 0
/// (rules FLT-01 to FLT-05).
/// </summary>
public sealed partial class TcfBlock
{
    private const int MaxReclassify = 16;

    /// <summary>Chain 0 while it has a classifier.</summary>
    private TcfChain? _first;

    /// <summary>A block of one hook, or of a discipline with classes or one of these, without filters.</summary>
    /// <param name="owner">The hook or discipline.</param>
    /// <param name="hashTables">Where u32 takes the numbers of its hash tables from; blocks may number them together.</param>
    internal TcfBlock(Qdisc owner, U32Tables hashTables)
    {
        Owner = owner;
        HashTables = hashTables;
    }

    /// <summary>A block that hooks of a namespace share.</summary>
    internal TcfBlock(NetNamespace ns, uint index)
    {
        Shared = ns;
        Index = index;
        HashTables = new U32Tables();
    }

    /// <summary>Number of a shared block, 0 for a private one.</summary>
    public uint Index { get; }

    /// <summary>Chains in the order they came into being, those that only actions refer to included.</summary>
    public IReadOnlyList<TcfChain> Chains => _chains;

    /// <summary>Whether chain 0, where every walk begins, has a filter; without one the hook is not even entered (rule HOOK-06).</summary>
    public bool HasFilters => _first is not null;

    /// <summary>Whether a filter was ever attached, in any chain; from then on no frame passes the discipline by (rule QD-02).</summary>
    public bool HadFilters { get; private set; }

    /// <summary>Devices that use a shared block, by number (rule MIR-25). Replaced as a whole on a change, so that a frame under way finds the old ones.</summary>
    public NetDevice[] Ports { get; internal set; } = [];

    /// <summary>Parent that the latest filter command named; <c>tc filter show</c> prints it when it differs from the one asked for.</summary>
    public uint LastParent { get; internal set; }

    /// <summary>Hooks that use it, for a shared block.</summary>
    internal int Users { get; set; }

    /// <summary>Numbers of the u32 hash tables.</summary>
    internal U32Tables HashTables { get; }

    /// <summary>The discipline of a private block; null for a shared one.</summary>
    internal Qdisc? Owner { get; }

    /// <summary>Where it is known by its number; null for a private one.</summary>
    internal NetNamespace? Shared { get; }

    /// <summary>Where messages about it go.</summary>
    internal NetNamespace Namespace => Shared ?? Owner!.Device!.Namespace;

    /// <summary>Whether a filter in it puts frames into that class.</summary>
    internal bool Names(uint classId) => _chains.Any(chain => Array.Exists(chain.Classifiers, c => c.Names(classId)));

    /// <summary>Walks the filters for a frame.</summary>
    /// <returns>The verdict; <see cref="TcVerdict.Unspec"/> when nothing matched, which means pass.</returns>
    public TcVerdict Classify(SkBuff skb, ref TcContext context)
    {
        var chain = _first;
        for (var walks = 0; ; walks++)
        {
            if (chain is null) return TcVerdict.Unspec;
            var verdict = Walk(chain, skb, ref context);
            if (verdict is not (TcVerdict.Reclassify or TcVerdict.GotoChain)) return verdict;
            if (walks == MaxReclassify) return TcVerdict.Shot;
            chain = verdict == TcVerdict.Reclassify ? _first : context.GotoChain;
        }
    }

    private static TcVerdict Walk(TcfChain chain, SkBuff skb, ref TcContext context)
    {
        var protocol = skb.VlanPresent ? skb.VlanProtocol : skb.Protocol;
        foreach (var classifier in chain.Classifiers)
        {
            if (classifier.Protocol != EtherType.All && classifier.Protocol != protocol) continue;
            var verdict = classifier.Classify(skb, ref context);
            if (verdict != TcVerdict.Unspec) return verdict;
        }

        return TcVerdict.Unspec;
    }
}
