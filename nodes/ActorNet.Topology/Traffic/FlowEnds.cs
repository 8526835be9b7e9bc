using System.Net;
using System.Net.Sockets;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology;

/// <summary>The hosts that traffic can run between, and the address that one reaches another by.</summary>
internal sealed class FlowEnds
{
    private readonly Dictionary<string, Host> _hosts;
    private readonly HashSet<string> _doubtful;

    /// <summary>The hosts of a topology.</summary>
    /// <param name="hosts">Those there are.</param>
    /// <param name="doubtful">Names of those whose addresses are not known, because of a mistake that is reported already.</param>
    public FlowEnds(IEnumerable<Host> hosts, IEnumerable<string> doubtful)
    {
        _hosts = hosts.ToDictionary(h => h.Name, StringComparer.Ordinal);
        _doubtful = new HashSet<string>(doubtful, StringComparer.Ordinal);
    }

    /// <summary>A host by its name; null and what is wrong.</summary>
    public Host? Find(string name, out LinkFault? fault)
    {
        fault = null;
        if (_hosts.TryGetValue(name, out var host)) return host;
        fault = _hosts.Count == 0
            ? new LinkFault($"there is no host {Phrases.Quote(name)}; the topology has none", "Add it to hosts { } and to the ports of a box")
            : new LinkFault($"there is no host {Phrases.Quote(name)}", $"{Phrases.DidYouMean(name, _hosts.Keys)}Hosts: {Phrases.List(_hosts.Keys)}");
        return null;
    }

    /// <summary>The address by which one host reaches another: over IPv4 unless only IPv6 goes, or a family is asked for.</summary>
    public IPAddress? AddressOf(Host from, Host to, AddressFamily? family, out LinkFault? fault)
    {
        fault = null;
        // The addresses are wrong and that is reported: what is missing may only be missing for that.
        if (_doubtful.Contains(from.Name) || _doubtful.Contains(to.Name)) return IPAddress.None;
        AddressFamily[] families = family is { } one ? [one] : [AddressFamily.InterNetwork, AddressFamily.InterNetworkV6];
        foreach (var candidate in families)
        {
            var reachable = UsableOf(from, candidate).Count == 0 ? null : UsableOf(to, candidate).Find(a => HasRoute(from, a));
            if (reachable is not null) return reachable;
        }

        fault = Explain(from, to, families);
        return null;
    }

    /// <summary>Link-local addresses need the name of a device with them, and are left alone.</summary>
    private static List<IPAddress> UsableOf(Host host, AddressFamily family) =>
        [.. host.Addresses.Select(a => a.Address).Where(a => a.AddressFamily == family && !a.IsIPv6LinkLocal)];

    private static bool HasRoute(Host from, IPAddress target) =>
        from.Addresses.Any(a => a.Covers(target)) || from.Gateways.Any(g => g.AddressFamily == target.AddressFamily);

    private static LinkFault Explain(Host from, Host to, AddressFamily[] families)
    {
        var version = families.Length > 1 ? "" : families[0] == AddressFamily.InterNetwork ? "IPv4 " : "IPv6 ";
        foreach (var host in (Host[])[from, to])
        {
            if (families.Any(f => UsableOf(host, f).Count > 0)) continue;
            return new LinkFault($"{host.Name} has no {version}address", $"Give {host.Name} an address of the same network as the other host's");
        }

        return families.Any(f => UsableOf(from, f).Count > 0 && UsableOf(to, f).Count > 0)
            ? new LinkFault($"{from.Name} has no route to {to.Name}", $"Give {from.Name} a gateway (route), or both addresses of one network")
            : new LinkFault($"{from.Name} and {to.Name} have no addresses of the same family", "Give both an IPv4 address, or both an IPv6 address");
    }
}
