using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>
/// <c>tc filter add|change|replace|delete|get|show</c> as the kernel carries them out (<c>net/sched/cls_api.c</c>; rules FLT-01, FLT-02, HOOK-07, HOOK-08). Called by
/// the namespace's owner.
/// </summary>
public static class FilterCommands
{
    /// <summary><c>tc filter add</c>.</summary>
    /// <param name="place">Hook or shared block.</param>
    /// <param name="request">Chain, preference (0 to have one chosen), protocol, handle; its mode is set here.</param>
    /// <param name="kind">Kind; null when the command did not say.</param>
    /// <param name="options">As parsed by the kind; null without kind, or with one that is not known.</param>
    /// <exception cref="RtnlException">Refused, with the kernel's sentence; nothing was changed.</exception>
    /// <exception cref="Iproute2Exception">The handle is not in the kind's notation.</exception>
    public static void Add(FilterPlace place, FilterRequest request, string? kind, FilterOptions? options) =>
        Modify(place, request with { Mode = FilterChange.Add }, kind, options);

    /// <summary><c>tc filter change</c>.</summary>
    /// <inheritdoc cref="Add"/>
    public static void Change(FilterPlace place, FilterRequest request, string? kind, FilterOptions? options) =>
        Modify(place, request with { Mode = FilterChange.Change }, kind, options);

    /// <summary><c>tc filter replace</c>.</summary>
    /// <inheritdoc cref="Add"/>
    public static void Replace(FilterPlace place, FilterRequest request, string? kind, FilterOptions? options) =>
        Modify(place, request with { Mode = FilterChange.Replace }, kind, options);

    /// <summary><c>tc filter delete</c>: one filter, a preference, or a whole chain (preference 0), which may be empty.</summary>
    /// <param name="place">Hook or shared block.</param>
    /// <param name="request">Chain, preference, protocol, handle.</param>
    /// <param name="kind">Kind it must have; null for any.</param>
    /// <exception cref="RtnlException">Refused, with the kernel's sentence; nothing was changed.</exception>
    /// <exception cref="Iproute2Exception">The handle is not in the kind's notation.</exception>
    public static void Delete(FilterPlace place, FilterRequest request, string? kind)
    {
        if (request.Pref == 0 && (request.Protocol != 0 || request.Handle is not null || kind is not null))
            throw new RtnlException(Errno.ENOENT, "Cannot flush filters with protocol, handle or kind set.");
        place.Find().Delete(kind, request with { Place = place });
    }

    /// <summary><c>tc filter get</c>: prints one filter.</summary>
    /// <param name="place">Hook.</param>
    /// <param name="request">Chain, preference, protocol, handle.</param>
    /// <param name="kind">Kind it must have.</param>
    /// <param name="statistics">With ages and counters.</param>
    /// <param name="writer">Where to.</param>
    /// <exception cref="RtnlException">There is no such filter.</exception>
    /// <exception cref="Iproute2Exception">The handle is not in the kind's notation.</exception>
    public static void Get(FilterPlace place, FilterRequest request, string kind, bool statistics, ShowWriter writer)
    {
        var (classifier, handle) = place.Find().Get(kind, request);
        classifier.PrintOne(handle, writer, FilterHead.InGet(classifier, place).Print, statistics, place.Namespace.Now);
    }

    /// <summary><c>tc filter show</c>; nothing is printed for a place that has no filters, or does not exist.</summary>
    /// <param name="place">Hook or shared block.</param>
    /// <param name="show">What to leave out.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="now">The time, for ages.</param>
    /// <exception cref="Iproute2Exception">The kernel breaks the listing off; what came before is written.</exception>
    public static void Show(FilterPlace place, FilterShow show, ShowWriter writer, Instant now)
    {
        if (place.FindToShow() is not { } block) return;
        foreach (var chain in block.Chains)
        {
            if (show.Chain is { } wanted && wanted != chain.Number) continue;
            foreach (var classifier in chain.Classifiers)
            {
                if (show.Pref != 0 && show.Pref != classifier.Pref) continue;
                if (show.Protocol != 0 && show.Protocol != classifier.Protocol) continue;
                var head = FilterHead.InShow(classifier, show, place);
                head.Print(writer);
                writer.Plain("\n").CloseObject();
                classifier.Print(writer, head.Print, show.Statistics, now);
                // The kernel finds no end of such a one and gives up.
                if (classifier.BreaksDump) throw new Iproute2Exception("Error: Buffer too small for object.\nDump terminated");
            }
        }
    }

    private static void Modify(FilterPlace place, FilterRequest request, string? kind, FilterOptions? options)
    {
        if (request.Pref == 0 && request.Mode == FilterChange.Change) throw new RtnlException(Errno.ENOENT, "Invalid filter command with priority of zero.");
        var block = place.Find();
        block.LastParent = place.Parent == 0 && place.Device is { } device ? device.RootQdisc.Handle : place.Parent;
        block.Change(kind, request with { Place = place }, options);
    }
}
