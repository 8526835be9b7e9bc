using ActorNet.Linux.Namespaces;
using ActorNet.Linux.Tap;

namespace ActorNet.Linux.Hosts;

/// <summary>A host that exists. It belongs to its <see cref="HostNetwork"/>.</summary>
public sealed class Host
{
    private readonly List<TapDevice> _taps = [];

    internal Host(HostSpec spec, NetworkNamespace space)
    {
        Spec = spec;
        Namespace = space;
    }

    /// <summary>What was asked for.</summary>
    public HostSpec Spec { get; }

    /// <summary>Its namespace.</summary>
    public NetworkNamespace Namespace { get; }

    /// <summary>Our ends of its interfaces, in the order of <see cref="HostSpec.Interfaces"/>.</summary>
    public IReadOnlyList<TapDevice> Taps => _taps;

    internal void OpenTaps() => Namespace.Run(() =>
    {
        Ipv6Settings.Apply(Spec);
        foreach (var device in Spec.Interfaces) _taps.Add(TapDevice.Open(device.Name, device.Tap));
    });

    internal void Remove()
    {
        foreach (var tap in _taps) tap.LeaveTo(Namespace);
        Namespace.Remove();
        Namespace.Dispose();
    }
}
