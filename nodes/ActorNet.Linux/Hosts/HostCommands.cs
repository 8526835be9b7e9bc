using System.Globalization;
using ActorNet.Linux.Iproute;

namespace ActorNet.Linux.Hosts;

/// <summary>The lines of <c>ip</c> that configure a host.</summary>
internal static class HostCommands
{
    internal static IpBatch For(HostSpec spec)
    {
        var batch = new IpBatch(IprouteTool.Ip, spec.NamespaceName).Add("link", "set", "dev", "lo", "up");
        foreach (var device in spec.Interfaces) Configure(batch, spec, device);
        // Routes come last: a gateway may be reached through any of the interfaces.
        foreach (var device in spec.Interfaces)
            foreach (var gateway in device.Gateways)
                batch.Add("route", "add", "default", "via", gateway.ToString(), "dev", device.Name);
        return batch;
    }

    private static void Configure(IpBatch batch, HostSpec spec, HostInterface device)
    {
        foreach (var address in device.Addresses)
        {
            // The kernel forgets "nodad" when the switch is off anyway; said here, "ip addr" shows no tentative address either.
            if (address.IsIpv6 && spec.Ipv6 == HostIpv6.Static) batch.Add("addr", "add", address.ToString(), "dev", device.Name, "nodad");
            else batch.Add("addr", "add", address.ToString(), "dev", device.Name);
        }
        var words = new List<string> { "link", "set", "dev", device.Name };
        if (device.MacAddress is not null) words.AddRange(["address", Colons(device.MacAddress.GetAddressBytes())]);
        if (device.Mtu is { } mtu) words.AddRange(["mtu", mtu.ToString(CultureInfo.InvariantCulture)]);
        if (device.TransmitQueueLength is { } length) words.AddRange(["txqueuelen", length.ToString(CultureInfo.InvariantCulture)]);
        words.Add("up");
        batch.Add([.. words]);
    }

    private static string Colons(byte[] mac) => string.Join(':', mac.Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
}
