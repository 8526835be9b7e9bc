using ActorNet.Conformance.Tests.Backends;

namespace ActorNet.Conformance.Tests.Generating;

internal enum DeviceKind
{
    Veth,
    Ifb,
    Dummy,
    Bridge,
}

/// <summary>A device as the script has made it.</summary>
internal sealed class Device(string name, string ns, DeviceKind kind)
{
    /// <summary>The name it was made with; stands for it in the <see cref="FlowGraph"/>.</summary>
    public string Origin { get; } = name;

    public string Name { get; set; } = name;

    public string Namespace { get; set; } = ns;

    public DeviceKind Kind { get; } = kind;

    public Device? Peer { get; set; }

    public bool IsUp { get; set; }

    public bool IsListened { get; set; }

    public Device? Master { get; set; }

    /// <summary>"ingress", "clsact" or empty.</summary>
    public string Hook { get; set; } = "";

    /// <summary>Kind of the root qdisc that was attached; empty for the default.</summary>
    public string Root { get; set; } = "";

    public bool HasHook(bool ingress) => Hook == "clsact" || (ingress && Hook == "ingress");

    public override string ToString() => Name;
}

/// <summary>A filter that the script has added.</summary>
internal sealed record FilterPlace(Device Device, bool Ingress, int Chain, int Pref, string Protocol, string Kind);

/// <summary>What exists at a point of a random script.</summary>
/// <param name="kernel">The kernel that the script is for.</param>
internal sealed class World(ReferenceKernel kernel)
{
    public static readonly string[] Namespaces = ["a", "b"];

    private int _names;
    private int _addresses;
    private int _indices = 20;

    public List<Device> Devices { get; } = [];

    /// <summary>Whether the script sends bursts, and therefore has no captures.</summary>
    public bool HasBurst { get; set; }

    public List<FilterPlace> Filters { get; } = [];

    /// <summary>Shared actions by namespace and index, with what they do.</summary>
    public List<SharedAction> Actions { get; } = [];

    public FlowGraph Graph { get; } = new(kernel.DefersNestedIngress);

    /// <summary>A reclassify multiplies frames by 17, so there is one at most.</summary>
    public bool MayReclassify { get; set; } = true;

    public bool Has(string feature) => !kernel.Lacking.Contains(feature);

    /// <summary>Names are never used again, so that one name is one device in the graph.</summary>
    public string NewName(string prefix) => $"{prefix}{_names++}";

    /// <summary>The first five bytes of an address that no other device has.</summary>
    public string NewAddress() => $"02:00:00:00:{_addresses++ % 256:x2}";

    /// <summary>A number for a device that no other has in any namespace.</summary>
    public int NewIndex() => ++_indices;

    public IReadOnlyList<Device> In(string ns) => [.. Devices.Where(d => d.Namespace == ns)];

    public void Add(Device device)
    {
        Devices.Add(device);
        Graph.AddDevice(device.Origin);
    }

    /// <summary>Forgets a device, its peer and all that hung on them.</summary>
    public void Remove(Device device)
    {
        Devices.Remove(device);
        Filters.RemoveAll(f => f.Device == device);
        foreach (var port in Devices.Where(d => d.Master == device)) port.Master = null;
        if (device.Peer is not { } peer) return;
        device.Peer = null;
        peer.Peer = null;
        Remove(peer);
    }
}

/// <summary>An action made with <c>tc actions add</c>.</summary>
internal sealed record SharedAction(string Namespace, int Index, Device Target, bool ToIngress, bool Mirror);
