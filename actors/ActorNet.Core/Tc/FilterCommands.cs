using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>
/// <c>tc filter add|change|replace|delete|show</c> as the kernel carries them out (<c>net/sched/cls_api.c</c>; rules FLT-01, FLT-02, HOOK-07, HOOK-08). Called by the
/// namespace's owner.
/// </summary>
public static class FilterCommands
{
    /// <summary><c>tc filter add</c>.</summary>
    /// <param name="place">Hook or shared block.</param>
    /// <param name="request">Chain, preference (0 to have one chosen), protocol (0 for all), handle; its mode is set here.</param>
    /// <param name="kind">Kind; null when the command did not say.</param>
    /// <param name="options">As parsed by the kind; null only without kind.</param>
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
    public static void Delete(FilterPlace place, FilterRequest request, string? kind) => place.Find().Delete(kind, request);

    /// <summary><c>tc filter show</c>; nothing is printed for a place that has no filters, or does not exist.</summary>
    /// <param name="place">Hook or shared block.</param>
    /// <param name="show">What to leave out.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="now">The time, for ages.</param>
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
                var head = new Head(place, show, block, classifier);
                head.Print(writer);
                writer.Plain("\n").CloseObject();
                classifier.Print(writer, head.Print, show.Statistics, now);
            }
        }
    }

    private static void Modify(FilterPlace place, FilterRequest request, string? kind, FilterOptions? options)
    {
        var block = place.Find();
        if (kind is null || options is null) throw new RtnlException(Errno.EINVAL, "Filter kind and protocol must be specified.");
        var known = ClassifierKinds.Find(kind) ?? throw new RtnlException(Errno.ENOENT, "TC classifier not found.");
        block.LastParent = place.Parent;
        block.Change(known, request, options, place.Namespace.Actions);
    }

    /// <summary>The words in front of every filter: those that the command itself named are left out, as tc does.</summary>
    private readonly struct Head(FilterPlace place, FilterShow show, TcfBlock block, Classifier classifier)
    {
        public void Print(ShowWriter writer)
        {
            writer.OpenObject().Plain("filter ");
            PrintPlace(writer);
            if (show.Protocol == 0) writer.Text("protocol", "protocol {0} ", ProtocolNames.Format(classifier.Protocol));
            if (show.Pref == 0) writer.Unsigned("pref", "pref {0} ", classifier.Pref);
            writer.Text("kind", "{0} ", classifier.Kind);
            if (show.Chain is null) writer.Unsigned("chain", "chain {0} ", classifier.Chain);
        }

        private void PrintPlace(ShowWriter writer)
        {
            if (block.Index != 0)
            {
                if (place.Block != block.Index) writer.Unsigned("block", "block {0} ", block.Index);
                return;
            }

            if (block.LastParent == place.Parent) return;
            if (block.LastParent == TcHandle.ClsactIngress) writer.Flag("ingress", "ingress ", value: true);
            else if (block.LastParent == TcHandle.ClsactEgress) writer.Flag("egress", "egress ", value: true);
            else writer.Text("parent", "parent {0} ", TcHandle.Format(block.LastParent));
        }
    }
}

/// <summary>What <c>tc filter show</c> is asked to list.</summary>
public sealed record FilterShow
{
    /// <summary>Only this chain; null for all.</summary>
    public uint? Chain { get; init; }

    /// <summary>Only this preference; 0 for all.</summary>
    public uint Pref { get; init; }

    /// <summary>Only this protocol; 0 for all.</summary>
    public ushort Protocol { get; init; }

    /// <summary>With ages and counters of actions (<c>-s</c>).</summary>
    public bool Statistics { get; init; }
}
