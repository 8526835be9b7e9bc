using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>
/// The raw form to the resolved one. It always comes to an end: what is wrong is reported and stood in for, so that the rest,
/// down to the setup lines, is checked in the same go.
/// </summary>
internal sealed class TopologyResolver(RawTopology raw, SourceTexts sources, ErrorList errors)
{
    private const int DefaultMtu = 1500;
    private readonly DeviceClaims _claims = new(errors);

    /// <summary>The devices that a box lacks because of a reported mistake; for the rehearsal.</summary>
    public DeviceClaims Claims => _claims;

    /// <summary>What is expected of devices, to be looked for once the setups have run.</summary>
    public TrafficReader Traffic { get; } = new(sources, errors);

    /// <summary>The topology, a usable one only if nothing was reported.</summary>
    public Topology Resolve()
    {
        var name = Name();
        var seed = Numbers.ReadSeed(raw.Seed, errors) ?? 0;
        var names = new NodeNames(raw, errors);
        if (raw.Boxes.Count == 0) errors.Add(raw.Origin, "the topology has no box", "Add boxes { lab { ports = [ ... ] } }");
        var boxResolver = new BoxResolver(name, seed, names, _claims, sources, errors);
        var boxes = names.Boxes.Values.Select(boxResolver.Resolve).ToList();
        var hosts = Hosts(name, seed, names, boxResolver);
        var hostsByName = hosts.ToDictionary(h => h.Name, StringComparer.Ordinal);
        var linkResolver = new LinkResolver(boxes.ToDictionary(b => b.Name, StringComparer.Ordinal), _claims, errors);
        var links = raw.Links.Select(linkResolver.Resolve).OfType<Link>().ToList();
        var flows = Traffic.ReadTraffic(raw.Traffic, EndsOf(hosts));
        var topology = new Topology
        {
            Name = name,
            Origin = raw.Origin,
            Seed = seed,
            Engine = new EngineReader(errors).Read(raw.Engine),
            Hosts = hosts,
            Boxes = boxes.ConvertAll(b => b with { Ports = WithMtu(b.Ports, hostsByName) }),
            Links = links,
            Schedule = new ScheduleReader(sources, errors).Read(raw.Schedule, links, allLinksAreKnown: links.Count == raw.Links.Count),
            Traffic = flows,
            Expectations = Traffic.ReadExpectations(raw.Expect, flows, allFlowsAreKnown: flows.Count == raw.Traffic.Count),
            Raw = raw,
        };
        if (errors.IsEmpty) ScheduleRehearsal.Run(topology, errors);
        return topology;
    }

    private string Name()
    {
        var name = raw.Name?.Text ?? raw.DefaultName;
        if (NameRules.IsTopologyName(name)) return name;
        var suggestion = NameRules.SuggestTopologyName(name);
        var source = raw.Name is null ? "the file's name" : "the name";
        errors.Add(raw.Name?.Origin ?? raw.Origin, $"{source} {Phrases.Quote(name)} is no name for a topology",
            $"Write topology = {suggestion}: 1 to {TopologyLimits.MaxNameLength} of a-z, 0-9 and '-', no '-' at the ends");
        return suggestion;
    }

    private List<Host> Hosts(string name, ulong seed, NodeNames names, BoxResolver boxes)
    {
        var resolver = new HostResolver(name, seed, errors);
        var hosts = new List<Host>();
        foreach (var host in names.Hosts.Values)
        {
            var box = boxes.BoxOf(host.Name.Text);
            if (box is null)
                errors.Add(host.Name.Origin, $"host {Phrases.Quote(host.Name.Text)} is attached to no box", "Name it in the ports of one box");
            hosts.Add(resolver.Resolve(host, box ?? ""));
        }

        return hosts;
    }

    private FlowEnds? EndsOf(List<Host> hosts)
    {
        if (hosts.Count < raw.Hosts.Count) return null;
        var written = raw.Hosts.ToDictionary(h => h.Name.Text, StringComparer.Ordinal);
        return new FlowEnds(hosts, hosts.Where(h => IsDoubtful(h, written[h.Name])).Select(h => h.Name));
    }

    private static bool IsDoubtful(Host host, RawHost written) => host.Addresses.Count < written.Addresses.Count || host.Gateways.Count < written.Routes.Count;

    private static List<Port> WithMtu(IEnumerable<Port> ports, Dictionary<string, Host> hosts) =>
        ports.Select(p => p with { Mtu = hosts.TryGetValue(p.Name, out var host) ? host.Mtu : DefaultMtu }).ToList();
}
