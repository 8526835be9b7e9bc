using ActorNet.Actors.Messages;
using ActorNet.Topology.Reading;

namespace ActorNet.TestKit;

/// <summary>What the names in a test mean at one moment; a wrong one is answered with those that exist.</summary>
internal sealed class NameBook
{
    private readonly TopologyModel _topology;
    private readonly LabSnapshot _snapshot;

    public NameBook(TopologyModel topology, LabSnapshot snapshot)
    {
        _topology = topology;
        _snapshot = snapshot;
    }

    /// <summary>A device: <c>box:device</c>; the name of a host means its port; the device alone is enough where only one box has it.</summary>
    /// <exception cref="LabFailureException">There is none, or there are several.</exception>
    public LabPlace Device(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0) return In(name[..colon], name[(colon + 1)..]);
        if (_topology.Hosts.FirstOrDefault(h => h.Name == name) is { } host) return new LabPlace(host.Box, host.Name);
        var found = Places().Where(p => p.Device == name).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw Unknown("device", name, Places().Select(p => p.ToString()).Concat(Places().Select(p => p.Device))),
            _ => throw new LabFailureException($"\"{name}\" is a device of several boxes: write {string.Join(" or ", found)}."),
        };
    }

    /// <summary>A box.</summary>
    /// <exception cref="LabFailureException">There is none of that name.</exception>
    public string Box(string name) => _snapshot.Namespaces.Any(n => n.Name == name) ? name : throw Unknown("box", name, _snapshot.Namespaces.Select(n => n.Name));

    /// <summary>The one box of a lab that has no other.</summary>
    /// <exception cref="LabFailureException">It has several.</exception>
    public string OnlyBox(string line) => _topology.Boxes.Count == 1
        ? _topology.Boxes[0].Name
        : throw new LabFailureException($"\"{line}\" does not say in which box: add \"-n BOX\" behind the program, or call Run(box, line). Boxes: {Phrases.List(_topology.Boxes.Select(b => b.Name))}.");

    /// <summary>The error for a name that means nothing.</summary>
    public static LabFailureException Unknown(string what, string name, IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).ToList();
        return new LabFailureException($"There is no {what} {Phrases.Quote(name)} in this lab. {Phrases.DidYouMean(name, all)}There {(all.Count == 1 ? "is" : "are")}: {Phrases.List(all)}.");
    }

    private LabPlace In(string box, string device)
    {
        var ns = _snapshot.Namespaces.First(n => n.Name == Box(box));
        return ns.Devices.Any(d => d.Name == device) ? new LabPlace(box, device) : throw Unknown("device", box + ":" + device, ns.Devices.Select(d => box + ":" + d.Name));
    }

    private IEnumerable<LabPlace> Places() => _snapshot.Namespaces.SelectMany(n => n.Devices.Select(d => new LabPlace(n.Name, d.Name)));
}
