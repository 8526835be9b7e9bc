using System.Net.Sockets;
using ActorNet.Linux.Namespaces;
using ActorNet.Linux.Tap;

namespace ActorNet.Linux.Hosts;

/// <summary>Finds everything that is wrong with a set of hosts before any of them is made.</summary>
internal static class HostSpecCheck
{
    private const int MinMtu = 68;
    private const int MaxMtu = 65521;

    internal static IReadOnlyList<HostFailure> Faults(IReadOnlyList<HostSpec> specs)
    {
        var faults = new List<HostFailure>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var spec in specs)
        {
            if (!names.Add(spec.Name)) faults.Add(new HostFailure(spec.Name, "two hosts have this name; rename one"));
            if (!namespaces.Add(spec.NamespaceName))
                faults.Add(new HostFailure(spec.Name, $"another host has the namespace '{spec.NamespaceName}' too; rename one"));
            faults.AddRange(Faults(spec).Select(fault => new HostFailure(spec.Name, fault)));
        }
        return faults;
    }

    private static IEnumerable<string> Faults(HostSpec spec)
    {
        string? fault = Words.FileNameFault(spec.NamespaceName, NamespaceName.MaxLength);
        if (fault is not null) yield return $"namespace name {Words.Show(spec.NamespaceName)}: {fault}";
        else if (NetworkNamespace.Exists(spec.NamespaceName))
            yield return $"a namespace '{spec.NamespaceName}' exists already; remove it (ip netns del), or choose another name";
        var names = new HashSet<string>(StringComparer.Ordinal) { "lo" };
        foreach (var device in spec.Interfaces)
        {
            if (!names.Add(device.Name)) yield return $"two interfaces are named '{device.Name}'; rename one";
            foreach (string wrong in Faults(spec, device)) yield return $"interface {Words.Show(device.Name)}: {wrong}";
        }
    }

    private static IEnumerable<string> Faults(HostSpec spec, HostInterface device)
    {
        if (InterfaceName.Fault(device.Name) is { } fault) yield return fault;
        if (device.Mtu is < MinMtu or > MaxMtu) yield return $"mtu {device.Mtu} is not within {MinMtu} and {MaxMtu}";
        if (device.TransmitQueueLength is < 0) yield return "a negative transmit queue length; give 0 or more";
        if (device.Tap.Queues is < 1 or > TapOptions.MaxQueues) yield return $"{device.Tap.Queues} queues; give 1 to {TapOptions.MaxQueues}";
        if (device.MacAddress is not null && !IsUnicast(device.MacAddress.GetAddressBytes()))
            yield return $"MAC address {device.MacAddress}; give six bytes, not all zero, the first one even";
        if (spec.Ipv6 == HostIpv6.Off && NeedsIpv6(device))
            yield return "an IPv6 address or gateway although IPv6 is off; switch it on or leave them out";
        if (device.Gateways.GroupBy(gateway => gateway.AddressFamily).Any(family => family.Count() > 1))
            yield return "two gateways of the same version of IP; leave one out";
    }

    private static bool IsUnicast(byte[] mac) => mac.Length == 6 && (mac[0] & 1) == 0 && mac.Any(part => part != 0);

    private static bool NeedsIpv6(HostInterface device) =>
        device.Addresses.Any(address => address.IsIpv6)
        || device.Gateways.Any(gateway => gateway.AddressFamily == AddressFamily.InterNetworkV6);
}
