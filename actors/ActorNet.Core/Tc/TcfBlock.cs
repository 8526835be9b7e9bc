using ActorNet.Core.Frames;

namespace ActorNet.Core.Tc;

/// <summary>
/// The filters of one hook, or of several hooks that share them (<c>struct tcf_block</c>): chains of classifiers, walked from chain 0
/// (rules FLT-01 to FLT-05).
/// </summary>
public sealed class TcfBlock
{
    /// <summary>Largest chain number (TC_ACT_EXT_VAL_MASK).</summary>
    public const uint MaxChain = 0x0FFF_FFFF;

    private const int MaxReclassify = 16;
    private const uint FirstAutoPref = 49152;
    private const uint FirstAutomaticRange = 0x8000;
    private readonly SortedDictionary<uint, TcfChain> _chains = [];
    private TcfChain? _first;

    /// <summary>A block without filters.</summary>
    public TcfBlock()
        : this(new U32Tables())
    {
    }

    /// <summary>A block whose u32 hash tables are numbered together with another's.</summary>
    internal TcfBlock(U32Tables hashTables) => HashTables = hashTables;

    /// <summary>Number of a shared block, 0 for a private one.</summary>
    public uint Index { get; init; }

    /// <summary>Chains in ascending order.</summary>
    public IEnumerable<TcfChain> Chains => _chains.Values;

    /// <summary>Whether chain 0, where every walk begins, has a filter; without one the hook is not even entered (rule HOOK-06).</summary>
    public bool HasFilters => _first is not null;

    /// <summary>Parent that the latest filter command named; <c>tc filter show</c> prints it when it differs from the one asked for.</summary>
    public uint LastParent { get; internal set; }

    /// <summary>Hooks that use it, for a shared block.</summary>
    internal int Users { get; set; }

    /// <summary>Numbers of the u32 hash tables.</summary>
    internal U32Tables HashTables { get; }

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
            chain = verdict == TcVerdict.Reclassify ? _first : Find(context.GotoChain);
        }
    }

    /// <summary>The chain of that number; null when it does not exist.</summary>
    public TcfChain? Find(uint chain) => _chains.GetValueOrDefault(chain);

    /// <summary>Adds or changes a filter: <c>tc filter add|change|replace</c>.</summary>
    /// <param name="kind">Kind of classifier.</param>
    /// <param name="request">Chain, preference, protocol, handle.</param>
    /// <param name="options">Parsed by the kind.</param>
    /// <param name="actions">Where action objects live.</param>
    /// <exception cref="RtnlException">Refused with the kernel's sentence; nothing was changed.</exception>
    public void Change(ClassifierKind kind, FilterRequest request, FilterOptions options, ActionTable actions)
    {
        if (request.Chain > MaxChain) throw new RtnlException(Errno.EINVAL, "Specified chain index exceeds upper limit.");
        if (request.Pref == 0 && request.Mode == FilterChange.Change) throw new RtnlException(Errno.ENOENT, "Invalid filter command with priority of zero.");
        var chain = Find(request.Chain);
        var pref = request.Pref != 0 ? request.Pref : AutoPref(chain);
        var existing = chain?.Find(pref);
        if (existing is null) Create(kind, pref, request, options, actions);
        else ChangeIn(existing, kind, request, options);
    }

    /// <summary>Removes filters: one (preference and handle), all of a preference, or all of a chain (preference 0).</summary>
    /// <param name="kind">Kind the command named; null for any.</param>
    /// <param name="request">Chain, preference, protocol, handle.</param>
    /// <exception cref="RtnlException">Refused with the kernel's sentence; nothing was changed.</exception>
    public void Delete(string? kind, FilterRequest request)
    {
        if (request.Pref == 0 && (request.Protocol != 0 || request.Handle is not null || kind is not null))
            throw new RtnlException(Errno.ENOENT, "Cannot flush filters with protocol, handle or kind set.");
        if (request.Chain > MaxChain) throw new RtnlException(Errno.EINVAL, "Specified chain index exceeds upper limit.");
        var chain = Find(request.Chain);
        if (request.Pref == 0)
        {
            if (chain is not null) Flush(chain);
            return;
        }

        if (chain is null) throw new RtnlException(Errno.ENOENT, "Cannot find specified filter chain.");
        var classifier = chain.Find(request.Pref) ?? throw new RtnlException(Errno.ENOENT, "Filter with specified priority/protocol not found.");
        CheckSame(classifier, kind, request);
        var handle = request.ParseHandle(classifier);
        if (handle == 0)
        {
            Remove(chain, classifier);
            return;
        }

        if (!classifier.Has(handle)) throw new RtnlException(Errno.ENOENT, "Specified filter handle not found.");
        classifier.Delete(handle);
        if (classifier.IsEmpty) Remove(chain, classifier);
    }

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        foreach (var chain in _chains.Values.ToArray()) Flush(chain);
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

    private static void CheckSame(Classifier classifier, string? kind, FilterRequest request)
    {
        if (request.Protocol != 0 && classifier.Protocol != request.Protocol)
            throw new RtnlException(Errno.EINVAL, "Protocol mismatch for filter with specified priority.");
        if (kind is not null && !string.Equals(classifier.Kind, kind, StringComparison.Ordinal))
            throw new RtnlException(Errno.EINVAL, "Specified filter kind does not match existing one.");
    }

    private static void ChangeIn(Classifier classifier, ClassifierKind kind, FilterRequest request, FilterOptions options)
    {
        CheckSame(classifier, kind.Name, request);
        var handle = request.ParseHandle(classifier);
        if (!classifier.Has(handle)) RequireCreate(request);
        else if (request.Mode == FilterChange.Add) throw new RtnlException(Errno.EEXIST, "Filter already exists.");
        classifier.Change(handle, options, request.Mode);
    }

    private void Create(ClassifierKind kind, uint pref, FilterRequest request, FilterOptions options, ActionTable actions)
    {
        RequireCreate(request);
        var protocol = request.Protocol == 0 ? EtherType.All : request.Protocol;
        var classifier = kind.Create(this, pref, protocol, request.Chain, actions);
        try
        {
            classifier.Change(request.ParseHandle(classifier), options, request.Mode);
        }
        catch
        {
            classifier.Clear();
            throw;
        }

        Insert(classifier);
    }

    private static void RequireCreate(FilterRequest request)
    {
        if (request.Mode == FilterChange.Change)
            throw new RtnlException(Errno.ENOENT, "Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.");
    }

    /// <summary>An automatic preference goes right in front of the automatic ones that exist, behind those that users like to write (rule FLT-02).</summary>
    private static uint AutoPref(TcfChain? chain)
    {
        var first = chain is null ? null : Array.Find(chain.Classifiers, static c => c.Pref >= FirstAutomaticRange);
        if (first is null) return FirstAutoPref;
        return first.Pref > FirstAutomaticRange ? first.Pref - 1 : throw new RtnlException(Errno.ENOMEM, "Lowest ID from auto-alloc range already in use.");
    }

    private void Insert(Classifier classifier)
    {
        if (!_chains.TryGetValue(classifier.Chain, out var chain))
        {
            chain = new TcfChain(classifier.Chain);
            _chains.Add(classifier.Chain, chain);
            if (classifier.Chain == 0) _first = chain;
        }

        chain.Insert(classifier);
    }

    private void Flush(TcfChain chain)
    {
        foreach (var classifier in chain.Classifiers) Remove(chain, classifier);
    }

    private void Remove(TcfChain chain, Classifier classifier)
    {
        classifier.Clear();
        chain.Remove(classifier);
        if (chain.Classifiers.Length > 0) return;
        _chains.Remove(chain.Number);
        if (chain.Number == 0) _first = null;
    }
}

/// <summary>Which filter a command means.</summary>
public sealed record FilterRequest
{
    /// <summary>Chain number.</summary>
    public uint Chain { get; init; }

    /// <summary>Preference, 0 to have one chosen (add) or for all (delete).</summary>
    public uint Pref { get; init; }

    /// <summary>Protocol, 0 when the command did not say.</summary>
    public ushort Protocol { get; init; }

    /// <summary>Handle as written; null when the command did not say. Its notation is the classifier's.</summary>
    public string? Handle { get; init; }

    /// <summary>What may exist already.</summary>
    public FilterChange Mode { get; init; }

    internal uint ParseHandle(Classifier classifier) => Handle is null ? 0 : classifier.ParseHandle(Handle);
}
