using System.Net;
using ActorNet.Core.Frames;
using ActorNet.Hocon;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>Raw hosts to hosts. A host with mistakes still comes out, with defaults in their place, so that checking can go on.</summary>
internal sealed class HostResolver(string topology, ulong seed, ErrorList errors)
{
    private const int DefaultMtu = 1500;
    private readonly AddressReader _addresses = new(errors);
    private readonly Dictionary<MacAddress, HoconOrigin> _macs = [];

    public Host Resolve(RawHost raw, string box)
    {
        var addresses = _addresses.Read(raw);
        return new Host
        {
            Name = raw.Name.Text,
            Origin = raw.Name.Origin,
            NamespaceName = $"{topology}-{raw.Name.Text}",
            Box = box,
            Addresses = addresses,
            Mac = Mac(raw),
            Mtu = Mtu(raw, addresses),
            Gateways = Gateways(raw, addresses),
        };
    }

    private int Mtu(RawHost raw, List<InterfaceAddress> addresses)
    {
        var mtu = Numbers.Read(raw.Mtu, "mtu", TopologyLimits.MinMtu, TopologyLimits.MaxMtu, DefaultMtu, errors);
        if (raw.Mtu is { } written && mtu < TopologyLimits.MinMtuIPv6 && addresses.Exists(a => a.IsIPv6))
            errors.Add(written.Origin, $"an mtu of {mtu} is too small for IPv6", $"Write at least {TopologyLimits.MinMtuIPv6}, or remove the IPv6 address");
        return mtu;
    }

    private MacAddress Mac(RawHost raw)
    {
        var derived = Seeds.HostMac(seed, topology, raw.Name.Text);
        if (raw.Mac is not { } written) return derived;
        const string Remedy = "Write six pairs of hexadecimal digits, the first of them even, as in \"02:00:00:00:00:01\", or leave mac out";
        if (!MacAddress.TryParse(written.Text, out var mac))
        {
            errors.Add(written.Origin, $"{Phrases.Quote(written.Text)} is no MAC address", Remedy);
            return derived;
        }

        if (!mac.IsValidUnicast)
            errors.Add(written.Origin, $"{mac} is no address of one station (it is {(mac.IsMulticast ? "a group's" : "zero")})", Remedy);
        else if (!_macs.TryAdd(mac, written.Origin))
            errors.Add(written.Origin, $"MAC address {mac} is given twice, first at {_macs[mac]}", "Give every host its own, or leave mac out");
        return mac;
    }

    private List<IPAddress> Gateways(RawHost raw, List<InterfaceAddress> addresses)
    {
        var gateways = new List<IPAddress>();
        foreach (var written in raw.Routes)
        {
            if (!AddressReader.TryParse(written.Text, out var gateway))
            {
                errors.Add(written.Origin, $"{Phrases.Quote(written.Text)} is no IP address",
                    "route is the gateway of the default route: write its address without prefix, as in \"10.0.0.254\"");
            }
            else if (gateways.Exists(g => g.AddressFamily == gateway.AddressFamily))
            {
                errors.Add(written.Origin, "a second default route of the same family", "Give at most one IPv4 and one IPv6 gateway");
            }
            else if (IsReachable(raw, written, gateway, addresses))
            {
                gateways.Add(gateway);
            }
        }

        return gateways;
    }

    private bool IsReachable(RawHost raw, Written written, IPAddress gateway, List<InterfaceAddress> addresses)
    {
        if (addresses.Exists(a => a.Address.Equals(gateway)))
        {
            errors.Add(written.Origin, $"the gateway {gateway} is the host's own address", "Give the address of another host or device");
            return false;
        }

        // With a broken address the network is unknown, and that was reported already.
        if (addresses.Exists(a => a.Covers(gateway)) || gateway.IsIPv6LinkLocal || addresses.Count < raw.Addresses.Count) return true;
        errors.Add(written.Origin, $"the gateway {gateway} is in none of the networks of {Phrases.Quote(raw.Name.Text)}",
            addresses.Count == 0 ? "Give the host an address" : $"Choose an address in {string.Join(" or ", addresses.Take(4))}");
        return false;
    }
}
