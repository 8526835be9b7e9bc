using System.Net.NetworkInformation;
using ActorNet.Core.Frames;
using ActorNet.Linux.Hosts;

namespace ActorNet.Node.Hosting;

/// <summary>A host of the file as the machine's part understands it.</summary>
internal static class HostSpecs
{
    public static HostSpec For(FileHost host) => new()
    {
        Name = host.Name,
        NamespaceName = host.NamespaceName,
        Interfaces =
        [
            new HostInterface
            {
                Name = FileHost.DeviceName,
                MacAddress = Physical(host.Mac),
                Mtu = host.Mtu,
                Addresses = [.. host.Addresses.Select(a => new HostAddress(a.Address, a.PrefixLength))],
                Gateways = host.Gateways,
            },
        ],
    };

    private static PhysicalAddress Physical(MacAddress mac)
    {
        var bytes = new byte[MacAddress.Size];
        mac.Write(bytes);
        return new PhysicalAddress(bytes);
    }
}
