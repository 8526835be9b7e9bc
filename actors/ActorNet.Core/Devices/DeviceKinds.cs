using ActorNet.Core.Iproute2.Kinds;

namespace ActorNet.Core.Devices;

/// <summary>Every kind of device that a command can make. A new kind is one file, one line here, and one test file.</summary>
public static class DeviceKinds
{
    private static readonly SortedDictionary<string, DeviceKind> Known = Register();

    /// <summary>Names of kinds that can be made, for help and completion.</summary>
    public static IEnumerable<string> Names => Known.Values.Where(static k => k.MakesDevices).Select(static k => k.Name);

    /// <summary>The kind of that name; null when there is none.</summary>
    public static DeviceKind? Find(string name) => Known.GetValueOrDefault(name);

    private static SortedDictionary<string, DeviceKind> Register()
    {
        DeviceKind[] kinds =
        [
            new IfbKind(),
            new VethKind(),
            new BridgeKind(),
            new BridgeSlaveKind(),
            new VlanKind(),
            new TunKind(),
            new DummyKind(),
        ];
        var byName = new SortedDictionary<string, DeviceKind>(StringComparer.Ordinal);
        foreach (var kind in kinds) byName.Add(kind.Name, kind);
        return byName;
    }
}
