using ActorNet.Core;
using ActorNet.Hocon;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>Raw boxes to boxes, and which host is attached where.</summary>
internal sealed class BoxResolver(string topology, ulong seed, NodeNames names, DeviceClaims claims, SourceTexts sources, ErrorList errors)
{
    private readonly SetupReader _setup = new(sources, errors);
    private readonly Dictionary<string, (string Box, HoconOrigin Origin)> _attached = new(StringComparer.Ordinal);

    public Box Resolve(RawBox raw)
    {
        var name = raw.Name.Text;
        var ports = Ports(raw);
        return new Box
        {
            Name = name,
            Origin = raw.Name.Origin,
            Ports = ports,
            Setup = _setup.Read(raw.Setup, refused => Excuse(name, refused)),
            Kernel = Kernel(raw.Kernel),
            Seed = Numbers.ReadSeed(raw.Seed, errors) ?? Seeds.BoxSeed(seed, topology, name),
        };
    }

    /// <summary>The box that lists a host; null when none does.</summary>
    public string? BoxOf(string host) => _attached.TryGetValue(host, out var at) ? at.Box : null;

    private List<Port> Ports(RawBox raw)
    {
        var ports = new List<Port>();
        foreach (var written in raw.Ports)
        {
            if (NameRules.NodeFault(written.Text) is { } fault)
            {
                errors.Add(written.Origin, fault, NameRules.NodeRemedy);
                claims.Excuse(raw.Name.Text, written.Text);
            }
            else if (IsFree(raw, written) && claims.TryClaim(raw.Name.Text, written.Text, written.Origin, "the port"))
            {
                ports.Add(new Port(written.Text, written.Origin, 0));
            }
        }

        return ports;
    }

    /// <summary>Reports what is wrong with attaching the host here; false when the port must not be made twice in this box.</summary>
    private bool IsFree(RawBox raw, Written port)
    {
        if (!names.Hosts.ContainsKey(port.Text))
        {
            errors.Add(port.Origin, $"there is no host {Phrases.Quote(port.Text)}",
                () => $"{Phrases.DidYouMean(port.Text, names.Hosts.Keys)}Hosts: {Phrases.List(names.Hosts.Keys)}");
            return true;
        }

        if (_attached.TryAdd(port.Text, (raw.Name.Text, port.Origin))) return true;
        var first = _attached[port.Text];
        errors.Add(port.Origin, $"host {Phrases.Quote(port.Text)} is attached twice, first to {Phrases.Quote(first.Box)} at {first.Origin}",
            "A host has one device: name it in the ports of one box, once");
        return !string.Equals(first.Box, raw.Name.Text, StringComparison.Ordinal);
    }

    private KernelProfile Kernel(Written? written)
    {
        if (written is not { } version) return KernelProfile.Linux618;
        if (KernelProfile.Find(version.Text) is { } known) return known;
        errors.Add(version.Origin, $"no kernel {Phrases.Quote(version.Text)} is known", $"Choose one of {KernelProfile.Names}, or leave kernel out");
        return KernelProfile.Linux618;
    }

    private void Excuse(string box, string refusedLine)
    {
        foreach (var word in refusedLine.Split(' ', StringSplitOptions.RemoveEmptyEntries)) claims.Excuse(box, word.Trim(';', '"', '\''));
    }
}
