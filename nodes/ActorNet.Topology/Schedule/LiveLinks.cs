using System.Diagnostics.CodeAnalysis;

namespace ActorNet.Topology;

/// <summary>What a step of a schedule, or somebody's order, comes down to for one link.</summary>
/// <param name="Link">The link.</param>
/// <param name="Ways">The directions.</param>
/// <param name="Change">What happens to them.</param>
public sealed record LinkOrder(LiveLink Link, LinkWays Ways, LinkChange Change);

/// <summary>The links of a running topology, and what the lines of its schedule that are under way have to bring back.</summary>
public sealed class LiveLinks
{
    private readonly Dictionary<LinkEnd, LiveLink> _byEnd = [];
    private readonly Dictionary<ScheduleEntry, IReadOnlyList<LinkOrder>> _undo = new(ReferenceEqualityComparer.Instance);

    /// <summary>All links as the file says.</summary>
    public LiveLinks(Topology topology)
    {
        ArgumentNullException.ThrowIfNull(topology);
        All = [.. topology.Links.Select(l => new LiveLink(l))];
        foreach (var link in All) _byEnd[link.Link.A] = link;
        Names = new LinkNames(topology.Links);
    }

    /// <summary>The links in the order of the file.</summary>
    public IReadOnlyList<LiveLink> All { get; }

    /// <summary>How they are called.</summary>
    public LinkNames Names { get; }

    /// <summary>A link by what was found for its name.</summary>
    public LiveLink this[LinkTarget target] => _byEnd[target.Link.A];

    /// <summary>Finds a link by its name.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out LiveLink? link, out LinkWays ways, [NotNullWhen(false)] out LinkFault? fault)
    {
        var found = Names.TryFind(name, out var target, out fault);
        link = found ? this[target] : null;
        ways = target.Ways;
        return found;
    }

    /// <summary>What a step comes down to. Call it when the step is carried out: the end of a flap brings back what is there at its beginning.</summary>
    public IReadOnlyList<LinkOrder> OrdersOf(ScheduledStep step)
    {
        if (step.Change is null) return _undo.Remove(step.Entry, out var undo) ? undo : [];
        var link = this[step.Entry.Target];
        var ways = step.Entry.Target.Ways;
        if (step.Entry is FlapEntry) _undo[step.Entry] = [.. link.UndoOf(ways, step.Change).Select(u => new LinkOrder(link, u.Ways, u.Change))];
        return [new LinkOrder(link, ways, step.Change)];
    }
}
