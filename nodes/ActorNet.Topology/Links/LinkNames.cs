using System.Diagnostics.CodeAnalysis;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology;

/// <summary>
/// How a link is called: by its ends with "--" between them, in either order; by one direction with "-to-". An end is <c>box:device</c>, or the box alone where that
/// leaves no doubt: <c>left--right</c>, <c>left-to-right</c>, <c>left:eth1--right:eth1</c>.
/// </summary>
public sealed class LinkNames
{
    private const string Both = "--";
    private const string OneWay = "-to-";
    private const int MostNames = 4096;

    private readonly Dictionary<(string From, string To), List<LinkTarget>> _byEnds = [];
    private readonly Dictionary<(string Box, string Other), int> _betweenBoxes = [];
    private readonly List<Link> _links;

    /// <summary>The names of some links.</summary>
    public LinkNames(IEnumerable<Link> links)
    {
        _links = [.. links];
        foreach (var link in _links)
        {
            Add(link, link.A, link.B, LinkWays.AToB);
            Add(link, link.B, link.A, LinkWays.BToA);
            var boxes = Boxes(link);
            _betweenBoxes[boxes] = _betweenBoxes.GetValueOrDefault(boxes) + 1;
        }
    }

    /// <summary>The shortest name that leaves no doubt.</summary>
    public string NameOf(Link link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var isShort = _betweenBoxes.GetValueOrDefault(Boxes(link)) == 1 && !string.Equals(link.A.Box, link.B.Box, StringComparison.Ordinal);
        return isShort ? link.A.Box + Both + link.B.Box : $"{link.A}{Both}{link.B}";
    }

    /// <summary>The shortest name of what is meant.</summary>
    public string NameOf(LinkTarget target)
    {
        var name = NameOf(target.Link);
        if (target.Ways == LinkWays.Both) return name;
        var (a, b) = name.Contains(':', StringComparison.Ordinal) ? (target.Link.A.ToString(), target.Link.B.ToString()) : (target.Link.A.Box, target.Link.B.Box);
        return target.Ways == LinkWays.AToB ? a + OneWay + b : b + OneWay + a;
    }

    /// <summary>Finds what a name means.</summary>
    public bool TryFind(string name, out LinkTarget target, [NotNullWhen(false)] out LinkFault? fault)
    {
        ArgumentNullException.ThrowIfNull(name);
        var found = Meanings(name).Distinct().ToList();
        target = found.Count == 1 ? found[0] : default;
        fault = found.Count switch
        {
            1 => null,
            0 => Unknown(name),
            _ => new LinkFault($"{Phrases.Quote(name)} may be any of {found.Count} links", $"Say the devices, too: {Phrases.List(found.Select(f => FullName(f)))}"),
        };
        return fault is null;
    }

    private static (string Box, string Other) Boxes(Link link) =>
        string.CompareOrdinal(link.A.Box, link.B.Box) < 0 ? (link.A.Box, link.B.Box) : (link.B.Box, link.A.Box);

    private static string FullName(LinkTarget target) => target.Ways switch
    {
        LinkWays.AToB => $"{target.Link.A}{OneWay}{target.Link.B}",
        LinkWays.BToA => $"{target.Link.B}{OneWay}{target.Link.A}",
        _ => $"{target.Link.A}{Both}{target.Link.B}",
    };

    private IEnumerable<LinkTarget> Meanings(string name)
    {
        foreach (var (from, to) in Splits(name, Both))
        {
            if (!_byEnds.TryGetValue((from, to), out var targets)) continue;
            foreach (var found in targets) yield return found with { Ways = LinkWays.Both };
        }

        foreach (var (from, to) in Splits(name, OneWay))
        {
            if (!_byEnds.TryGetValue((from, to), out var targets)) continue;
            foreach (var found in targets) yield return found;
        }
    }

    private static IEnumerable<(string From, string To)> Splits(string name, string separator)
    {
        for (var at = name.IndexOf(separator, StringComparison.Ordinal); at >= 0; at = name.IndexOf(separator, at + 1, StringComparison.Ordinal))
            yield return (name[..at], name[(at + separator.Length)..]);
    }

    private void Add(Link link, LinkEnd from, LinkEnd to, LinkWays way)
    {
        foreach (var start in (string[])[from.Box, from.ToString()])
        {
            foreach (var end in (string[])[to.Box, to.ToString()])
            {
                if (!_byEnds.TryGetValue((start, end), out var targets)) _byEnds[(start, end)] = targets = [];
                targets.Add(new LinkTarget(link, way));
            }
        }
    }

    private LinkFault Unknown(string name)
    {
        if (_links.Count == 0) return new LinkFault($"there is no link {Phrases.Quote(name)}; the topology has none", "Add it to links = [ ... ] of the file");
        var oneWay = name.Contains(OneWay, StringComparison.Ordinal) && !name.Contains(Both, StringComparison.Ordinal);
        var names = _links.Take(MostNames).Select(l => oneWay ? NameOf(new LinkTarget(l, LinkWays.AToB)) : NameOf(l)).ToList();
        var near = names.Concat(_links.Take(MostNames).SelectMany(l => (string[])[NameOf(new LinkTarget(l, LinkWays.BToA)), $"{l.B.Box}{Both}{l.A.Box}", FullName(new LinkTarget(l, LinkWays.Both))]));
        return new LinkFault($"there is no link {Phrases.Quote(name)}", $"{Phrases.DidYouMean(name, near)}Links: {Phrases.List(names)}");
    }
}
