using System.Globalization;
using ActorNet.Core.Devices;
using ActorNet.Core.Net;

namespace ActorNet.Core.Iproute2;

/// <summary><c>ip address flush</c>: removes the addresses that <c>show</c> would list.</summary>
internal static class IpAddressFlush
{
    /// <summary>Carries out what follows the word.</summary>
    public static void Run(Invocation invocation, ArgReader args)
    {
        if (args.AtEnd) throw new Iproute2Exception("Flush requires arguments.");
        var filter = ShowFilter.Parse(invocation, args, IpAddressCommand.Help);
        var show = invocation.Show;
        var found = show.Family is null or "inet" ? Find(invocation.Namespace, filter) : [];
        if (show.Statistics > 1)
        {
            using var writer = new ShowWriter(json: false);
            foreach (var (device, address) in found) IpAddressShow.PrintBare(writer, show, device, [address]);
            invocation.Output.Append(writer.Finish());
        }

        foreach (var (device, address) in found) device.Namespace.Inet.Find(device)?.Remove(address);
        if (show.Statistics > 0) Report(invocation, found.Count);
    }

    private static List<(NetDevice Device, InetAddress Address)> Find(NetNamespace ns, ShowFilter filter)
    {
        var found = new List<(NetDevice, InetAddress)>();
        foreach (var device in filter.Devices(ns))
        {
            if (!filter.Matches(device)) continue;
            foreach (var address in ns.Inet.AddressesOf(device).Where(filter.Matches)) found.Add((device, address));
        }

        return found;
    }

    private static void Report(Invocation invocation, int count)
    {
        if (count == 0) invocation.Output.Append("Nothing to flush.\n");
        else invocation.Output.Append(CultureInfo.InvariantCulture, $"\n*** Round 1, deleting {count} addresses ***\n*** Flush is complete after 1 round ***\n");
    }
}
