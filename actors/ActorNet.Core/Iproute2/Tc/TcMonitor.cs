using ActorNet.Core.Devices;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Iproute2;

/// <summary>
/// Words the messages of traffic control as <c>tc monitor</c> prints them (<c>qdisc_notify</c>, <c>tfilter_notify</c>, <c>tc_chain_notify</c>,
/// <c>tcf_add_notify</c>), when somebody listens to a namespace.
/// </summary>
internal static class TcMonitor
{
    /// <summary>A qdisc took a place, was changed there, or left it.</summary>
    /// <param name="device">Where.</param>
    /// <param name="parent">The place, as the command named it; 0 when it did not.</param>
    /// <param name="old">What was there; null for none. The noop discipline and hidden ones are not spoken of.</param>
    /// <param name="now">What is there; null for none.</param>
    public static void Qdisc(NetDevice device, uint parent, Qdisc? old, Qdisc? now)
    {
        if (device.Namespace.TcMessages is not { } sink) return;
        if (IsSpokenOf(old)) Tell(sink, device, parent, old!, deleted: true);
        if (IsSpokenOf(now)) Tell(sink, device, parent, now!, deleted: false);
    }

    /// <summary>Something happened to a filter, or with handle 0 to all of a classifier.</summary>
    public static void Filter(FilterPlace place, Classifier classifier, uint handle, FilterEvent what)
    {
        if (Prepare(place, classifier, handle, what) is { } message) Send(place, message);
    }

    /// <summary>Words the message now, to be sent when what it tells of is done: a filter that goes, and of some kinds one that is changed, is shown as it was before.</summary>
    /// <returns>Null when nobody listens.</returns>
    public static TcMessage? Prepare(FilterPlace place, Classifier classifier, uint handle, FilterEvent what)
    {
        if (place.Namespace is not { TcMessages: not null } ns) return null;
        var verb = what switch
        {
            FilterEvent.Added => "added ",
            FilterEvent.Replaced => "replaced ",
            FilterEvent.Deleted => "deleted ",
            _ => "",
        };
        using var writer = new ShowWriter(json: false);
        classifier.PrintOne(handle, writer, FilterHead.InMonitor(classifier, place, verb).Print, statistics: false, ns.Now);
        return new TcMessage(TcSubject.Filter, writer.Finish());
    }

    /// <summary>Sends what was prepared; nothing when that is nothing.</summary>
    public static void Send(FilterPlace place, TcMessage? message)
    {
        if (message is not null) place.Namespace.TcMessages?.Invoke(message);
    }

    /// <summary>A chain came into being, or went.</summary>
    public static void Chain(TcfChain chain, bool deleted)
    {
        if (chain.Block.Namespace.TcMessages is not { } sink) return;
        using var writer = new ShowWriter(json: false);
        writer.Plain(deleted ? "deleted chain " : "added chain ");
        if (chain.Block.Owner?.Device is { } device) writer.Text("dev", "dev {0} ", device.Name);
        ChainCommands.PrintPlace(chain, writer, named: 0);
        ChainCommands.PrintKind(chain, writer);
        writer.Unsigned("chain", "chain {0} ", chain.Number);
        ChainCommands.PrintTemplate(chain, writer);
        writer.Plain("\n");
        sink(new TcMessage(TcSubject.Chain, writer.Finish()));
    }

    /// <summary>Actions were made, changed or deleted by one command apart from filters.</summary>
    /// <param name="ns">Where.</param>
    /// <param name="verb"><c>Added</c>, <c>Replaced</c> or <c>Deleted</c>.</param>
    /// <param name="actions">In order, with the references that each one has while the command holds it.</param>
    public static void Actions(NetNamespace ns, string verb, IEnumerable<(TcAction Action, int References)> actions)
    {
        if (ns.TcMessages is not { } sink) return;
        using var writer = new ShowWriter(json: false);
        writer.Plain("total acts 0\n" + verb + " action ");
        var order = 0;
        foreach (var (action, references) in actions)
        {
            writer.Plain("\n");
            ActionPrinter.PrintAlone(writer, action, ++order, references, statistics: false, ns.Now);
        }

        sink(new TcMessage(TcSubject.Action, writer.Finish()));
    }

    /// <summary>All actions of a kind were deleted, as far as no filter binds them.</summary>
    public static void Flushed(NetNamespace ns, string kind, int count)
    {
        if (count > 0) ns.TcMessages?.Invoke(new TcMessage(TcSubject.Action, FormattableString.Invariant($"total acts 0\nFlushed table  {kind} ({count} entries)\n")));
    }

    private static bool IsSpokenOf(Qdisc? qdisc) => qdisc is { Invisible: false } && !ReferenceEquals(qdisc, NoopQdisc.Instance);

    private static void Tell(Action<TcMessage> sink, NetDevice device, uint parent, Qdisc qdisc, bool deleted)
    {
        using var writer = new ShowWriter(json: false);
        if (deleted) writer.Plain("deleted ");
        // What was taken out of its place has lost one reference by then.
        var references = QdiscTree.References(device, qdisc);
        if (deleted) references = qdisc is IngressQdisc ? 0 : 1;
        TcQdiscShow.PrintOne(writer, new ShowOptions(), qdisc, device, parent, references);
        sink(new TcMessage(TcSubject.Qdisc, writer.Finish()));
    }
}

/// <summary>What happened to a filter, as <c>tc monitor</c> words it.</summary>
internal enum FilterEvent
{
    /// <summary>Made, exclusively.</summary>
    Added,

    /// <summary>Changed.</summary>
    Changed,

    /// <summary>Made or changed.</summary>
    Replaced,

    /// <summary>Deleted.</summary>
    Deleted,
}
