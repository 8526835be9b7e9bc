using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <content>Chains and who refers to them (<c>tcf_chain_get</c>, <c>tcf_chain_put</c>, <c>tc_ctl_chain</c>).</content>
public sealed partial class TcfBlock
{
    /// <summary>Largest chain number (TC_ACT_EXT_VAL_MASK).</summary>
    public const uint MaxChain = 0x0FFF_FFFF;

    private readonly List<TcfChain> _chains = [];

    /// <summary>The chain of that number, also one that only actions refer to; null when there is none.</summary>
    public TcfChain? Find(uint chain) => _chains.Find(c => c.Number == chain);

    /// <summary>Makes a chain that stays until it is deleted: <c>tc chain add</c>.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="template">What its filters must fit; null for anything.</param>
    /// <exception cref="RtnlException">EEXIST, or EINVAL for a number beyond <see cref="MaxChain"/>.</exception>
    public void AddChain(uint number, ChainTemplate? template = null)
    {
        CheckNewChain(number);
        // Set before the chain is announced, since the announcement speaks of it.
        (Find(number) ?? Create(number)).Template = template;
        Get(number).IsExplicit = true;
    }

    /// <summary>Removes a chain with its filters: <c>tc chain delete</c>.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="place">As the command named the block, for messages.</param>
    /// <exception cref="RtnlException">EINVAL: there is none.</exception>
    internal void DeleteChain(uint number, FilterPlace place)
    {
        var chain = FindVisible(number);
        AnnounceFilters(chain, place);
        Empty(chain);
    }

    /// <summary>The chain of that number, when users see it.</summary>
    /// <exception cref="RtnlException">EINVAL: there is none.</exception>
    internal TcfChain FindVisible(uint number)
    {
        CheckChain(number);
        return Find(number) is { IsHeldByActionsOnly: false } chain ? chain : throw new RtnlException(Errno.EINVAL, "Cannot find specified filter chain.");
    }

    /// <summary>An action goes to that chain: it exists from now on, though users may not see it.</summary>
    internal TcfChain HoldForAction(uint number)
    {
        var chain = Find(number) ?? Create(number);
        chain.ActionReferences++;
        return chain;
    }

    /// <summary>The action is gone.</summary>
    internal void ReleaseForAction(TcfChain chain)
    {
        chain.ActionReferences--;
        Forget(chain);
    }

    /// <summary>Removes everything, as the hook's end does: of filters nobody is told, of chains everybody.</summary>
    internal void Clear()
    {
        // Chains that only actions refer to go with those.
        foreach (var chain in _chains.FindAll(static c => !c.IsHeldByActionsOnly)) Empty(chain);
    }

    /// <summary>Refuses a chain that users see already.</summary>
    /// <exception cref="RtnlException">EEXIST, or EINVAL for a number beyond <see cref="MaxChain"/>.</exception>
    internal void CheckNewChain(uint number)
    {
        CheckChain(number);
        if (Find(number) is { IsHeldByActionsOnly: false }) throw new RtnlException(Errno.EEXIST, "Filter chain already exists.");
    }

    private static void CheckChain(uint number)
    {
        if (number > MaxChain) throw new RtnlException(Errno.EINVAL, "Specified chain index exceeds upper limit.");
    }

    /// <summary>One more reference to the chain, which is made when it does not exist; the first one is announced.</summary>
    private TcfChain Get(uint number)
    {
        var chain = Find(number) ?? Create(number);
        if (++chain.References == 1) TcMonitor.Chain(chain, deleted: false);
        return chain;
    }

    /// <summary>One reference less; the end of the last one is announced.</summary>
    private void Put(TcfChain chain)
    {
        if (--chain.References > 0) return;
        TcMonitor.Chain(chain, deleted: true);
        Forget(chain);
    }

    /// <summary>Removes the classifiers of a chain, and the chain when it was only added by itself.</summary>
    private void Empty(TcfChain chain)
    {
        // Held meanwhile, so that its end is announced once and last.
        chain.References++;
        foreach (var classifier in chain.Classifiers) Remove(chain, classifier);
        if (chain.IsExplicit) chain.References--;
        chain.IsExplicit = false;
        Put(chain);
        chain.Template = null;
    }

    private TcfChain Create(uint number)
    {
        var chain = new TcfChain(this, number);
        _chains.Add(chain);
        return chain;
    }

    private void Forget(TcfChain chain)
    {
        if (chain.References == 0 && chain.ActionReferences == 0) _chains.Remove(chain);
    }
}
