using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary><c>bridge fdb show</c>: stations of the bridges. Multicast filters of devices, which Linux lists too, are not emulated.</summary>
internal static class BridgeFdbShow
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Carries out what follows the word.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        var filter = Filter.Parse(invocation, args);
        using var writer = invocation.Show.NewWriter();
        foreach (var (bridge, entry) in Entries(invocation.Namespace))
        {
            if (filter.Matches(bridge, entry)) Print(writer, invocation, bridge, entry, withDevice: filter.Port is null);
        }

        invocation.Output.Append(writer.Finish());
    }

    private static IEnumerable<(BridgeDevice Bridge, FdbEntry Entry)> Entries(NetNamespace ns)
    {
        foreach (var bridge in ns.Devices.OfType<BridgeDevice>())
        {
            // Linux lists the entries of a bridge device by device.
            var entries = bridge.Fdb.List(ns.Now, bridge.Ageing).OrderBy(e => DeviceOf(bridge, e).IfIndex).ThenBy(e => e.Address);
            foreach (var entry in entries) yield return (bridge, entry);
        }
    }

    private static NetDevice DeviceOf(BridgeDevice bridge, FdbEntry entry) => entry.Port?.Device ?? bridge;

    private static void Print(ShowWriter writer, Invocation invocation, BridgeDevice bridge, FdbEntry entry, bool withDevice)
    {
        writer.OpenObject().Text("mac", "{0} ", entry.Address.ToString());
        if (withDevice) writer.Text("ifname", "dev {0} ", DeviceOf(bridge, entry).Name);
        if (invocation.Show.Statistics > 0) PrintAge(writer, invocation.Namespace.Now.Since(entry.Updated) / NanosecondsPerSecond);
        writer.OpenArray("flags").CloseArray().Text("master", "master {0} ", bridge.Name);
        writer.Text("state", "{0}\n", State(entry)).CloseObject();
    }

    private static void PrintAge(ShowWriter writer, long seconds)
    {
        // Only one clock is kept for an entry: being looked up does not count as being used.
        writer.Number("used", "used {0}", seconds).Number("updated", "/{0} ", seconds);
    }

    private static string State(FdbEntry entry)
    {
        if (entry.IsLocal) return "permanent";
        return entry.IsStatic ? "static" : "";
    }

    /// <summary>Which entries are asked for.</summary>
    private sealed class Filter
    {
        private BridgeDevice? _bridge;
        private bool _dynamic;

        /// <summary>Only entries of this device, whose name is then left out.</summary>
        public NetDevice? Port { get; private set; }

        public bool Matches(BridgeDevice bridge, FdbEntry entry) =>
            (_bridge is null || ReferenceEquals(bridge, _bridge))
            && (Port is null || ReferenceEquals(DeviceOf(bridge, entry), Port))
            && (!_dynamic || !(entry.IsLocal || entry.IsStatic));

        public static Filter Parse(Invocation invocation, ArgReader args)
        {
            var filter = new Filter();
            while (!args.AtEnd)
            {
                var word = args.Next();
                switch (word)
                {
                    case "brport" or "dev":
                        filter.Port = invocation.Device(args.Next(word), exitCode: 255);
                        break;
                    case "br":
                        var name = args.Next(word);
                        filter._bridge = invocation.Namespace.Find(name) as BridgeDevice ?? throw new Iproute2Exception($"Cannot find bridge device \"{name}\"", 255);
                        break;
                    case "dynamic":
                        filter._dynamic = true;
                        break;
                    default:
                        throw Words.NotEmulated(word);
                }
            }

            return filter;
        }
    }
}
