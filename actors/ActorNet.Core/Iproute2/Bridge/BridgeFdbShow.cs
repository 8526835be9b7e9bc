using ActorNet.Core.Bridge;
using ActorNet.Core.Devices;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Iproute2;

/// <summary>
/// <c>bridge fdb show</c>: device by device, the stations that bridges know behind it and the addresses that it receives besides its own: those that were added, and the
/// groups that the IP protocols join on every device (all nodes, all hosts) and a bridge that snoops (all snoopers).
/// </summary>
internal static class BridgeFdbShow
{
    /// <summary>IPv6 lives on devices with at least this MTU, and joins its group when they are registered.</summary>
    private const int MinIpv6Mtu = 1280;

    private static readonly MacAddress AllNodes = MacAddress.Read([0x33, 0x33, 0, 0, 0, 0x01]);
    private static readonly MacAddress AllSnoopers4 = MacAddress.Read([0x01, 0x00, 0x5E, 0, 0, 0x6A]);
    private static readonly MacAddress AllSnoopers6 = MacAddress.Read([0x33, 0x33, 0, 0, 0, 0x6A]);
    private static readonly MacAddress Mvrp = MacAddress.Read([0x01, 0x80, 0xC2, 0, 0, 0x21]);

    /// <summary>Carries out what follows the word.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        var filter = FdbFilter.Parse(invocation, args);
        using var writer = invocation.Show.NewWriter();
        var printer = new FdbPrinter(writer, invocation.Show, invocation.Namespace.Now);
        foreach (var device in invocation.Namespace.Devices.Where(filter.Matches)) Print(printer, filter, device);
        invocation.Output.Append(writer.Finish());
    }

    private static void Print(FdbPrinter printer, FdbFilter filter, NetDevice device)
    {
        if (device is BridgeDevice own)
        {
            PrintOwn(printer, filter, device);
            PrintStations(printer, filter, own, port: null);
            return;
        }

        if (device.Master is BridgeDevice bridge && bridge.PortOf(device) is { } port) PrintStations(printer, filter, bridge, port);
        PrintOwn(printer, filter, device);
    }

    private static void PrintStations(FdbPrinter printer, FdbFilter filter, BridgeDevice bridge, BridgePort? port)
    {
        foreach (var entry in bridge.Fdb.List(bridge.Namespace.Now, bridge.Ageing))
        {
            if (ReferenceEquals(entry.Port, port) && filter.Matches(entry)) printer.Print(bridge, entry, withDevice: !filter.OneDevice);
        }
    }

    private static void PrintOwn(FdbPrinter printer, FdbFilter filter, NetDevice device)
    {
        // What a device receives is permanent; only Ethernet devices have such lists.
        if (!filter.WantsOwn || !device.HasMacHeader || device is LoopbackDevice) return;
        foreach (var address in device.SecondaryUnicast.Concat(Groups(device))) printer.PrintOwn(device, address, withDevice: !filter.OneDevice);
    }

    private static IEnumerable<MacAddress> Groups(NetDevice device)
    {
        if (device.Mtu >= MinIpv6Mtu) yield return AllNodes;
        if (device is BridgeDevice { IsUp: true } bridge && bridge.Settings.Snoops)
        {
            yield return AllSnoopers4;
            yield return AllSnoopers6;
        }

        foreach (var group in device.Multicast) yield return group;
        if (device.Vlans is not null) yield return Mvrp;
    }
}
