using ActorNet.Hocon;

namespace ActorNet.Topology.Reading;

/// <summary>Values of the HOCON reader to the raw topology. Reports unknown keys, wrong types and exceeded bounds.</summary>
internal sealed class RawReader(ErrorList errors)
{
    private static readonly string[] TopKeys = ["topology", "hosts", "boxes", "links", "schedule", "traffic", "expect", "seed", "engine"];
    private static readonly string[] HostKeys = ["address", "mac", "mtu", "route"];
    private static readonly string[] BoxKeys = ["ports", "setup", "kernel", "seed"];

    /// <summary>Null when the file describes more than the bounds allow.</summary>
    public RawTopology? Read(HoconObject root, HoconOrigin origin, string defaultName)
    {
        var top = new Fields(root, "a topology", errors, TopKeys);
        var hosts = top.Entries("hosts");
        var boxes = top.Entries("boxes");
        var links = Links(top);
        if (ExceedsBounds(origin, hosts.Count + boxes.Count, links.Count)) return null;
        return new RawTopology(origin, defaultName, top.Text("topology"), top.Text("seed"), Engine(top),
            Objects(hosts, "hosts").Select(Host).ToList(), Objects(boxes, "boxes").Select(Box).ToList(), links.Select(new RawLinkReader(errors).Read).ToList(),
            Lines(top, "schedule", TopologyLimits.MaxSchedule, "Say what repeats with every ... for ..."),
            Lines(top, "traffic", TopologyLimits.MaxTraffic, "Spread it over several files"),
            Lines(top, "expect", TopologyLimits.MaxExpectations, "Keep those that matter"));
    }

    private bool ExceedsBounds(HoconOrigin origin, int nodes, int links)
    {
        if (nodes <= TopologyLimits.MaxNodes && links <= TopologyLimits.MaxLinks) return false;
        errors.Add(origin, $"{nodes} hosts and boxes and {links} links are too many",
            $"Split the topology: at most {TopologyLimits.MaxNodes} hosts and boxes together and {TopologyLimits.MaxLinks} links");
        return true;
    }

    private IReadOnlyList<Written> Lines(Fields top, string key, int most, string remedy)
    {
        var lines = top.Texts(key);
        if (lines.Count <= most) return lines;
        errors.Add(lines[most].Origin, $"{key} has {lines.Count} lines, more than {most}", remedy);
        return [];
    }

    private IReadOnlyList<RawSetting> Engine(Fields top)
    {
        if (top.Value("engine") is not HoconObject engine)
        {
            _ = top.Entries("engine"); // says so when it is something else
            return [];
        }

        return new Fields(engine, "the engine", errors, Resolving.EngineReader.Keys).Settings(Resolving.EngineReader.Keys);
    }

    private List<HoconObject> Links(Fields top)
    {
        var found = new List<HoconObject>();
        if (top.Value("links") is not { } value) return found;
        if (value is not HoconArray array)
        {
            errors.Add(value.Origin, "links needs an array", "Write links = [ { a = \"box:device\", b = \"box:device\" } ]");
            return found;
        }

        foreach (var item in array.Items)
        {
            if (item is HoconObject link) found.Add(link);
            else errors.Add(item.Origin, "a link needs an object", "Write { a = \"box:device\", b = \"box:device\" }");
        }

        return found;
    }

    /// <summary>An entry that is no object counts as empty: what refers to its name is right.</summary>
    private IEnumerable<(Written Name, HoconObject? Value)> Objects(IEnumerable<HoconField> entries, string owner)
    {
        foreach (var entry in entries)
        {
            var value = entry.Value as HoconObject;
            yield return (new Written(entry.Key, entry.KeyOrigin), value);
            if (value is null) errors.Add(entry.Value.Origin, $"{Phrases.Quote(entry.Key)} of {owner} needs an object", $"Write {entry.Key} {{ ... }}");
        }
    }

    private RawHost Host((Written Name, HoconObject? Value) entry)
    {
        var fields = new Fields(entry.Value, "a host", errors, HostKeys);
        return new RawHost(entry.Name, fields.Texts("address"), fields.Text("mac"), fields.Text("mtu"), fields.Texts("route"));
    }

    private RawBox Box((Written Name, HoconObject? Value) entry)
    {
        var fields = new Fields(entry.Value, "a box", errors, BoxKeys);
        return new RawBox(entry.Name, fields.Texts("ports"), fields.Texts("setup"), fields.Text("kernel"), fields.Text("seed"));
    }
}
