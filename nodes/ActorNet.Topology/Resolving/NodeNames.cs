using ActorNet.Hocon;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>The names of hosts and boxes: well formed, and none used for both, since commands name either.</summary>
internal sealed class NodeNames
{
    private readonly Dictionary<string, HoconOrigin> _all = new(StringComparer.Ordinal);
    private readonly ErrorList _errors;

    public NodeNames(RawTopology raw, ErrorList errors)
    {
        _errors = errors;
        Hosts = raw.Hosts.Where(h => Check(h.Name, "host")).ToDictionary(h => h.Name.Text, StringComparer.Ordinal);
        Boxes = raw.Boxes.Where(b => Check(b.Name, "box")).ToDictionary(b => b.Name.Text, StringComparer.Ordinal);
    }

    /// <summary>Hosts with a usable name.</summary>
    public IReadOnlyDictionary<string, RawHost> Hosts { get; }

    /// <summary>Boxes with a usable name.</summary>
    public IReadOnlyDictionary<string, RawBox> Boxes { get; }

    private bool Check(Written name, string what)
    {
        if (NameRules.NodeFault(name.Text) is { } fault)
        {
            _errors.Add(name.Origin, fault, NameRules.NodeRemedy);
            return false;
        }

        // The two kinds stay usable side by side, so that checking can go on.
        if (!_all.TryAdd(name.Text, name.Origin))
            _errors.Add(name.Origin, $"{Phrases.Quote(name.Text)} names a host and a box, the other one at {_all[name.Text]}", $"Give the {what} another name");
        return true;
    }
}
