using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <content>Changing filters (<c>tc_new_tfilter</c>, <c>tc_del_tfilter</c>, <c>tc_get_tfilter</c>).</content>
public sealed partial class TcfBlock
{
    private const uint FirstAutoPref = 49152;
    private const uint FirstAutomaticRange = 0x8000;

    private bool ExplainsProtocolMismatch => Namespace.Kernel.ExplainsProtocolMismatch;

    /// <summary>Adds or changes a filter: <c>tc filter add|change|replace</c>.</summary>
    /// <param name="kind">Name of the kind of classifier; null when the command did not say.</param>
    /// <param name="request">Chain, preference, protocol, handle.</param>
    /// <param name="options">Parsed by the kind; null without one, or for a kind that is not known.</param>
    /// <exception cref="RtnlException">Refused with the kernel's sentence; nothing was changed.</exception>
    internal void Change(string? kind, FilterRequest request, FilterOptions? options)
    {
        CheckChain(request.Chain);
        var chain = Get(request.Chain);
        try
        {
            var pref = request.Pref != 0 ? request.Pref : AutoPref(chain);
            if (chain.Find(pref) is { } existing) ChangeIn(existing, kind, request, options);
            else CreateIn(chain, kind, pref, request, options);
        }
        finally
        {
            Put(chain);
        }
    }

    /// <summary>Removes filters: one (preference and handle), all of a preference, or all of a chain (preference 0).</summary>
    /// <param name="kind">Kind the command named; null for any.</param>
    /// <param name="request">Chain, preference, protocol, handle.</param>
    /// <exception cref="RtnlException">Refused with the kernel's sentence; nothing was changed.</exception>
    internal void Delete(string? kind, FilterRequest request)
    {
        CheckChain(request.Chain);
        if (Find(request.Chain) is null)
        {
            // To empty a chain that does not exist is no error.
            if (request.Pref == 0) return;
            throw new RtnlException(Errno.ENOENT, "Cannot find specified filter chain.");
        }

        var chain = Get(request.Chain);
        try
        {
            if (request.Pref == 0) Flush(chain, request.Place);
            else DeleteIn(chain, kind, request);
        }
        finally
        {
            Put(chain);
        }
    }

    /// <summary>Finds one filter: <c>tc filter get</c>.</summary>
    /// <returns>Its classifier and handle.</returns>
    /// <exception cref="RtnlException">There is no such filter.</exception>
    internal (Classifier Classifier, uint Handle) Get(string kind, FilterRequest request)
    {
        CheckChain(request.Chain);
        var chain = Find(request.Chain) ?? throw new RtnlException(Errno.EINVAL, "Cannot find specified filter chain.");
        var classifier = FindIn(chain, kind, request);
        var handle = request.ParseHandle(classifier);
        return classifier.Has(handle) ? (classifier, handle) : throw HandleNotFound();
    }

    private Classifier FindIn(TcfChain chain, string? kind, FilterRequest request)
    {
        var classifier = chain.Find(request.Pref) ?? throw NotFound(Errno.ENOENT);
        CheckSame(classifier, kind, request);
        return classifier;
    }

    private void DeleteIn(TcfChain chain, string? kind, FilterRequest request)
    {
        var classifier = FindIn(chain, kind, request);
        var handle = request.ParseHandle(classifier);
        if (handle == 0)
        {
            TcMonitor.Filter(request.Place, classifier, 0, FilterEvent.Deleted);
            Remove(chain, classifier);
            return;
        }

        if (!classifier.Has(handle)) throw HandleNotFound();
        var message = TcMonitor.Prepare(request.Place, classifier, handle, FilterEvent.Deleted);
        classifier.Delete(handle);
        TcMonitor.Send(request.Place, message);
        if (classifier.IsEmpty) Remove(chain, classifier);
    }

    private void CheckSame(Classifier classifier, string? kind, FilterRequest request)
    {
        if (request.Protocol != 0 && classifier.Protocol != request.Protocol)
            throw ExplainsProtocolMismatch ? new RtnlException(Errno.EINVAL, "Protocol mismatch for filter with specified priority.") : NotFound(Errno.EINVAL);
        if (kind is not null && !string.Equals(classifier.Kind, kind, StringComparison.Ordinal))
            throw new RtnlException(Errno.EINVAL, "Specified filter kind does not match existing one.");
    }

    private void ChangeIn(Classifier classifier, string? kind, FilterRequest request, FilterOptions? options)
    {
        CheckSame(classifier, kind, request);
        var handle = request.ParseHandle(classifier);
        if (options is not null) handle = options.HandleFor(handle);
        var message = default(TcMessage);
        if (!classifier.Has(handle)) RequireCreate(request);
        else if (request.Mode == FilterChange.Add) throw new RtnlException(Errno.EEXIST, "Filter already exists.");
        else if (classifier.AnnouncesOldFilter) message = TcMonitor.Prepare(request.Place, classifier, handle, EventOf(request));
        var changed = classifier.Change(handle, options ?? ClassifierKinds.Find(classifier.Kind)!.Unsaid, request.Mode);
        if (message is null) TcMonitor.Filter(request.Place, classifier, changed, EventOf(request));
        else TcMonitor.Send(request.Place, message);
    }

    private void CreateIn(TcfChain chain, string? kind, uint pref, FilterRequest request, FilterOptions? options)
    {
        if (kind is null || request.Protocol == 0) throw new RtnlException(Errno.EINVAL, "Filter kind and protocol must be specified.");
        RequireCreate(request);
        var known = ClassifierKinds.Find(kind) ?? throw new RtnlException(Errno.ENOENT, "TC classifier not found.");
        var classifier = known.Create(this, pref, request.Protocol, request.Chain, Namespace.Actions);
        try
        {
            // The handle may be of a filter elsewhere, whose number belongs to the same table of numbers.
            var handle = options!.HandleFor(request.ParseHandle(classifier));
            if (request.Mode == FilterChange.Add && classifier.Has(handle)) throw new RtnlException(Errno.EEXIST, "Filter already exists.");
            if (chain.Template is { } template && !string.Equals(template.Kind, kind, StringComparison.Ordinal))
                throw new RtnlException(Errno.EINVAL, "Chain template is set to a different filter kind.");
            var made = classifier.Change(handle, options, request.Mode);
            Insert(chain, classifier);
            TcMonitor.Filter(request.Place, classifier, made, EventOf(request));
        }
        catch
        {
            classifier.Clear();
            throw;
        }
    }

    private static FilterEvent EventOf(FilterRequest request) => request.Mode switch
    {
        FilterChange.Add => FilterEvent.Added,
        FilterChange.Replace => FilterEvent.Replaced,
        _ => FilterEvent.Changed,
    };

    private static void RequireCreate(FilterRequest request)
    {
        if (request.Mode == FilterChange.Change)
            throw new RtnlException(Errno.ENOENT, "Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter.");
    }

    /// <summary>An automatic preference goes right in front of the automatic ones that exist, behind those that users like to write (rule FLT-02).</summary>
    private uint AutoPref(TcfChain chain)
    {
        var first = Array.Find(chain.Classifiers, static c => c.Pref >= FirstAutomaticRange);
        if (first is null) return FirstAutoPref;
        if (first.Pref > FirstAutomaticRange) return first.Pref - 1;
        throw ExplainsProtocolMismatch ? new RtnlException(Errno.ENOSPC, "Lowest ID from auto-alloc range already in use.") : NotFound(Errno.ENOSPC);
    }

    private void Insert(TcfChain chain, Classifier classifier)
    {
        chain.Insert(classifier);
        chain.References++;
        HadFilters = true;
        if (chain.Number == 0) _first = chain;
    }

    private void Flush(TcfChain chain, FilterPlace place)
    {
        AnnounceFilters(chain, place);
        foreach (var classifier in chain.Classifiers) Remove(chain, classifier);
    }

    private static void AnnounceFilters(TcfChain chain, FilterPlace place)
    {
        foreach (var classifier in chain.Classifiers) TcMonitor.Filter(place, classifier, 0, FilterEvent.Deleted);
    }

    private void Remove(TcfChain chain, Classifier classifier)
    {
        classifier.Clear();
        chain.Remove(classifier);
        if (chain.Number == 0 && chain.Classifiers.Length == 0) _first = null;
        Put(chain);
    }

    private static RtnlException NotFound(Errno errno) => new(errno, "Filter with specified priority/protocol not found.");

    private static RtnlException HandleNotFound() => new(Errno.ENOENT, "Specified filter handle not found.");
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

    /// <summary>The words that named the block; set by <see cref="FilterCommands"/>.</summary>
    internal FilterPlace Place { get; init; }

    internal uint ParseHandle(Classifier classifier) => Handle is null ? 0 : classifier.ParseHandle(Handle);
}
